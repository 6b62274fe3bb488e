import { mix } from '../../model/hash.ts'
import { Marks } from './marks.ts'
import { CONTRARY, FUNCTION, type Vocabulary } from './vocabulary.ts'

/** A text as {@link compareTexts} takes it: words in order, each content word once in order of number, and the sum of these words' weights. */
export class Words {
  #grammar: readonly number[] | undefined

  constructor(
    readonly order: Int32Array,
    readonly content: Int32Array,
    readonly weight: number,
  ) {}

  /** Its words of grammar that have a contrary one. */
  grammar({ kinds }: Vocabulary): readonly number[] {
    if (this.#grammar !== undefined) return this.#grammar
    const found: number[] = []
    for (let i = 0; i < this.order.length; i++) if (kinds[this.order[i]!]! & CONTRARY) found.push(this.order[i]!)
    return (this.#grammar = found)
  }
}

/** Which content words two texts share, and which only one of them has, in order of number; what costs more is worked out when it is first asked for. */
export class Comparison {
  readonly shared: number[] = []
  readonly onlyA: number[] = []
  readonly onlyB: number[] = []
  #related: readonly Related[] | undefined
  #neighbours = -1

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly a: Words,
    private readonly b: Words,
  ) {
    const [{ content: x }, { content: y }] = [a, b]
    let j = 0
    for (let i = 0; i < x.length; i++) {
      const id = x[i]!
      while (j < y.length && y[j]! < id) this.onlyB.push(y[j++]!)
      if (j < y.length && y[j] === id) this.shared.push(y[j++]!)
      else this.onlyA.push(id)
    }
    while (j < y.length) this.onlyB.push(y[j++]!)
  }

  /** Pairs of different words that are related. */
  get related(): readonly Related[] {
    return (this.#related ??= relatedPairs(this.vocabulary, this.onlyA, this.onlyB))
  }

  /** Pairs of neighbouring words shared, over those of the text that has fewer. */
  get neighbours(): number {
    return this.#neighbours < 0 ? (this.#neighbours = sharedNeighbours(this.a.order, this.b.order)) : this.#neighbours
  }
}

/** A word of one text and a word of another that are related. */
export type Related = readonly [x: number, y: number, closeness: number]

/** Prepares a text for comparing; see {@link Vocabulary.read}. */
export function readWords(vocabulary: Vocabulary, text: string, marking = true): Words {
  const order = Int32Array.from(vocabulary.read(text, marking))
  const { kinds, weights } = vocabulary
  const content = Int32Array.from(new Set(order.filter((id) => !(kinds[id]! & FUNCTION)))).sort()
  return new Words(order, content, content.reduce((sum, id) => sum + weights[id]!, 0))
}

/** Compares two texts word by word. Symmetric but for the order of pairs. */
export const compareTexts = (vocabulary: Vocabulary, a: Words, b: Words): Comparison => new Comparison(vocabulary, a, b)

/** Where a word stands among words in order, by a binary search; -1 where it does not. */
export function placeOf(ids: ArrayLike<number>, id: number): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ids[middle]! < id) low = middle + 1
    else high = middle
  }
  return low < ids.length && ids[low] === id ? low : -1
}

/** Of more left-over words than any claim has, conflicts are not looked for. */
export const LEFT_OVER = 200

const MARKS = new Marks()

/** Pairs left-over words with their closest partners in the other text, the closest pairs first, each word once. */
function relatedPairs(vocabulary: Vocabulary, onlyA: readonly number[], onlyB: readonly number[]): readonly Related[] {
  const cells: Related[] = []
  if (onlyB.length === 0) return cells
  MARKS.set(onlyB)
  for (let i = 0; i < onlyA.length; i++) {
    const { ids, near } = vocabulary.closeTo(onlyA[i]!)
    for (let j = 0; j < ids.length; j++) if (MARKS.has(ids[j]!)) cells.push([onlyA[i]!, ids[j]!, near[j]!])
  }
  if (cells.length < 2) return cells
  const { words } = vocabulary
  const spelt = ([x, y]: Related) => [words[x]!, words[y]!].sort().join(' ')
  cells.sort((p, q) => q[2] - p[2] || (spelt(p) < spelt(q) ? -1 : 1)) // whichever text comes first
  const used = new Set<number>()
  return cells.filter(([x, y]) => {
    if (used.has(x) || used.has(-1 - y)) return false
    used.add(x).add(-1 - y)
    return true
  })
}

/** Pairs of neighbouring words, each once, in a table that is emptied at once: the numbers of both words; `met` is `now` where one text has them, one more where the other does. */
const TABLE = { size: 0, first: new Int32Array(0), second: new Int32Array(0), met: new Int32Array(0), now: 0 }

/** The share of their pairs of neighbouring words that two texts have in common, of the text that has fewer; each pair once. */
function sharedNeighbours(a: Int32Array, b: Int32Array): number {
  if (4 * (a.length + b.length) > TABLE.size) {
    TABLE.size = 2 ** Math.ceil(Math.log2(8 * (a.length + b.length)))
    for (const name of ['first', 'second', 'met'] as const) TABLE[name] = new Int32Array(TABLE.size)
    TABLE.now = 0
  }
  TABLE.now += 2
  const { now, met } = TABLE
  let [inA, inB, shared] = [0, 0, 0]
  for (let i = 1; i < a.length; i++) {
    const at = slotOf(a[i - 1]!, a[i]!)
    if (met[at] === now) continue
    met[at] = now
    inA++
  }
  for (let i = 1; i < b.length; i++) {
    const at = slotOf(b[i - 1]!, b[i]!)
    if (met[at]! > now) continue
    if (met[at] === now) shared++
    met[at] = now + 1
    inB++
  }
  const less = Math.min(inA, inB)
  return less ? shared / less : 0
}

/** Where a pair is in the table, or is to be put. */
function slotOf(x: number, y: number): number {
  const { first, second, met, now, size } = TABLE
  let at = mix(x, y) & (size - 1)
  for (; met[at]! >= now; at = (at + 1) & (size - 1)) if (first[at] === x && second[at] === y) return at
  first[at] = x
  second[at] = y
  return at
}
