import { closeness } from '../../lexicon/synonyms.ts'
import { FUNCTION, NUMBER, type Vocabulary } from './vocabulary.ts'

/** A text as {@link compareTexts} takes it: words in order, and each content word once, in order of number. */
export interface Words {
  readonly order: Int32Array
  readonly content: Int32Array
  /** Sum of the content words' weights. */
  readonly weight: number
}

/** Which content words two texts share, and which only one of them has, in order of number; pairs of different words that are related. */
export interface Comparison {
  readonly shared: readonly number[]
  readonly onlyA: readonly number[]
  readonly onlyB: readonly number[]
  readonly related: readonly (readonly [x: number, y: number, closeness: number])[]
  /** Pairs of neighbouring words shared, over those of the text that has fewer. */
  readonly neighbours: number
}

/** Prepares a text for comparing; see {@link Vocabulary.read}. */
export function readWords(vocabulary: Vocabulary, text: string, marking = true): Words {
  const order = Int32Array.from(vocabulary.read(text, marking))
  const { kinds, weights } = vocabulary
  const content = Int32Array.from(new Set(order.filter((id) => !(kinds[id]! & FUNCTION)))).sort()
  return { order, content, weight: content.reduce((sum, id) => sum + weights[id]!, 0) }
}

/** Compares two texts word by word. Symmetric but for the order of pairs. */
export function compareTexts(vocabulary: Vocabulary, a: Words, b: Words): Comparison {
  const [shared, onlyA, onlyB] = parted(a.content, b.content)
  return { shared, onlyA, onlyB, related: relatedPairs(vocabulary, onlyA, onlyB), neighbours: sharedNeighbours(a.order, b.order) }
}

/** The numbers that two ordered columns share, and those of one alone. */
function parted(a: Int32Array, b: Int32Array): readonly [shared: number[], onlyA: number[], onlyB: number[]] {
  const [shared, onlyA, onlyB]: [number[], number[], number[]] = [[], [], []]
  let j = 0
  for (let i = 0; i < a.length; i++) {
    const id = a[i]!
    while (j < b.length && b[j]! < id) onlyB.push(b[j++]!)
    if (b[j] === id) shared.push(b[j++]!)
    else onlyA.push(id)
  }
  while (j < b.length) onlyB.push(b[j++]!)
  return [shared, onlyA, onlyB]
}

/** Of more left-over words than any claim has, so many are compared with the other's one by one, those that weigh most. */
export const LEFT_OVER = 200

/** Pairs left-over words with their closest partners in the other text, the closest pairs first, each word once. */
function relatedPairs({ words, kinds, weights }: Vocabulary, onlyA: readonly number[], onlyB: readonly number[]): [number, number, number][] {
  const cells: [number, number, number][] = []
  const weighty = (ids: readonly number[]) => (ids.length <= LEFT_OVER ? ids : [...ids].sort((x, y) => weights[y]! - weights[x]! || (words[x]! < words[y]! ? -1 : 1)).slice(0, LEFT_OVER))
  const others = weighty(onlyB)
  for (const x of weighty(onlyA)) for (const y of others) {
    if ((kinds[x]! | kinds[y]!) & NUMBER) continue
    const near = closeness(words[x]!, words[y]!)
    if (near > 0) cells.push([x, y, near])
  }
  if (cells.length === 0) return cells
  const spelt = ([x, y]: readonly [number, number, number]) => [words[x]!, words[y]!].sort().join(' ')
  cells.sort((p, q) => q[2] - p[2] || (spelt(p) < spelt(q) ? -1 : 1)) // whichever text comes first
  const used = new Set<number>()
  return cells.filter(([x, y]) => {
    if (used.has(x) || used.has(-1 - y)) return false
    used.add(x).add(-1 - y)
    return true
  })
}

function neighboursIn(words: Int32Array): ReadonlySet<number> {
  const set = new Set<number>()
  for (let i = 1; i < words.length; i++) set.add(words[i - 1]! * 0x4000000 + words[i]!)
  return set
}

function sharedNeighbours(a: Int32Array, b: Int32Array): number {
  const inA = neighboursIn(a)
  const inB = neighboursIn(b)
  const less = Math.min(inA.size, inB.size)
  let shared = 0
  for (const pair of inA) if (inB.has(pair)) shared++
  return less ? shared / less : 0
}
