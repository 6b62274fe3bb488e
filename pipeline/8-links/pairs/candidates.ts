import type { Blocks } from './blocks.ts'
import { grown } from '../../model/columns.ts'
import type { Corpus } from './corpus.ts'
import { Edges, groupByLongest, longestFirst } from './groups.ts'
import { NEAREST, scoreOf } from './overlap.ts'

/** Of near copies of one text, up to this many are judged all with all; beyond, with the longest. */
export const ALL_WITH_ALL = 4

/** Pairs of texts that are to be judged, those of one set of near copies one after another, and how many were left out. */
export interface Candidates {
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly cut: number
}

/**
 * The pairs of texts that share a block and are near. Near copies come in sets around the longest: of a large set each is judged with that one only,
 * since more links say no more. Texts that are no more than alike are judged with the {@link NEAREST}.
 */
export function candidatesOf(corpus: Corpus, blocks: Blocks, tell: (done: number) => void): Candidates {
  const { texts } = corpus
  const near = new Near()
  const copies = new Edges()
  blocks.eachNode(texts.size, (x, others) => {
    tell(1)
    for (const y of others) {
      const overlap = texts.overlap(x, y)
      const nearness = corpus.nearness(x, y, overlap)
      if (nearness === null) continue
      if (nearness === 'copies') copies.add(x, y, scoreOf(overlap))
      near.add(x, y, nearness === 'alike' ? scoreOf(overlap) : 0)
    }
  })
  const leader = groupByLongest(longestFirst(Uint32Array.from({ length: texts.size }, (_, x) => texts.length(x))), copies)
  const size = new Uint32Array(texts.size)
  for (const lead of leader) size[lead]!++
  const isCut = (x: number, y: number) => leader[x] === leader[y] && size[leader[x]!]! > ALL_WITH_ALL && leader[x] !== x && leader[x] !== y
  const { a, b, cut } = near.kept(texts.size, isCut)
  return { ...bySet(a, b, leader), cut }
}

/** The pairs in the order of who leads the first text's set: what is compared again and again is at hand. */
function bySet(a: Uint32Array, b: Uint32Array, leader: Int32Array): Pick<Candidates, 'a' | 'b'> {
  const next = new Uint32Array(leader.length + 1)
  for (const x of a) next[leader[x]! + 1]!++
  for (let n = 0; n < leader.length; n++) next[n + 1]! += next[n]!
  const sorted = { a: new Uint32Array(a.length), b: new Uint32Array(a.length) }
  for (let i = 0; i < a.length; i++) {
    const at = next[leader[a[i]!]!]!++
    sorted.a[at] = a[i]!
    sorted.b[at] = b[i]!
  }
  return sorted
}

/** Near pairs as columns; those that are no more than alike have a score. */
class Near {
  #a = new Uint32Array(1 << 12)
  #b = new Uint32Array(1 << 12)
  #score = new Float32Array(1 << 12)
  #size = 0

  add(a: number, b: number, score: number): void {
    if (this.#size === this.#a.length) {
      this.#a = grown(this.#a)
      this.#b = grown(this.#b)
      this.#score = grown(this.#score)
    }
    this.#a[this.#size] = a
    this.#b[this.#size] = b
    this.#score[this.#size++] = score
  }

  /** What is neither cut nor, of the pairs with a score, beyond the {@link NEAREST} of both. */
  kept(texts: number, isCut: (x: number, y: number) => boolean): Candidates {
    const least = this.#leastOf(texts)
    let kept = 0
    for (let i = 0; i < this.#size; i++) {
      const [x, y, score] = [this.#a[i]!, this.#b[i]!, this.#score[i]!]
      if (isCut(x, y) || (score > 0 && score < least[x]! && score < least[y]!)) continue
      this.#a[kept] = x
      this.#b[kept++] = y
    }
    return { a: this.#a.subarray(0, kept), b: this.#b.subarray(0, kept), cut: this.#size - kept }
  }

  /** By text, the score of the last of the nearest; 0 where there are no more. */
  #leastOf(texts: number): Float32Array {
    const from = new Uint32Array(texts + 1)
    this.#eachEnd((text) => from[text + 1]!++)
    for (let n = 0; n < texts; n++) from[n + 1]! += from[n]!
    const [next, scores] = [from.slice(), new Float32Array(from[texts]!)]
    this.#eachEnd((text, score) => (scores[next[text]!++] = score))
    return Float32Array.from({ length: texts }, (_, n) => (from[n + 1]! - from[n]! > NEAREST ? scores.subarray(from[n], from[n + 1]).sort().at(-NEAREST)! : 0))
  }

  #eachEnd(take: (text: number, score: number) => void): void {
    for (let i = 0; i < this.#size; i++) {
      if (this.#score[i] === 0) continue
      take(this.#a[i]!, this.#score[i]!)
      take(this.#b[i]!, this.#score[i]!)
    }
  }
}
