import { hasContraryGrammar } from '../../lexicon/antonyms.ts'
import { FUNCTION, type Vocabulary } from './vocabulary.ts'

/** A text as {@link compareTexts} takes it: words in order, each content word once in order of number, and the sum of these words' weights. */
export class Words {
  #neighbours: Float64Array | undefined
  #grammar: readonly number[] | undefined

  constructor(
    readonly order: Int32Array,
    readonly content: Int32Array,
    readonly weight: number,
  ) {}

  /** Each pair of neighbouring words once, as ascending numbers. */
  get neighbours(): Float64Array {
    return (this.#neighbours ??= neighboursIn(this.order))
  }

  /** Its words of grammar that have a contrary one. */
  grammar({ kinds, words }: Vocabulary): readonly number[] {
    return (this.#grammar ??= Array.from(this.order.filter((id) => kinds[id]! & FUNCTION && hasContraryGrammar(words[id]!))))
  }
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
  return new Words(order, content, content.reduce((sum, id) => sum + weights[id]!, 0))
}

/** Compares two texts word by word; what costs more is worked out when it is first asked for. Symmetric but for the order of pairs. */
export function compareTexts(vocabulary: Vocabulary, a: Words, b: Words): Comparison {
  const [shared, onlyA, onlyB] = parted(a.content, b.content)
  let neighbours = -1
  let related: Comparison['related'] | undefined
  return {
    shared, onlyA, onlyB,
    get related() {
      return (related ??= relatedPairs(vocabulary, onlyA, onlyB))
    },
    get neighbours() {
      return neighbours < 0 ? (neighbours = sharedNeighbours(a.neighbours, b.neighbours)) : neighbours
    },
  }
}

/** The numbers that two ordered columns share, and those of one alone. */
function parted(a: Int32Array, b: Int32Array): readonly [shared: number[], onlyA: number[], onlyB: number[]] {
  const [shared, onlyA, onlyB]: [number[], number[], number[]] = [[], [], []]
  let j = 0
  for (let i = 0; i < a.length; i++) {
    const id = a[i]!
    while (j < b.length && b[j]! < id) onlyB.push(b[j++]!)
    if (j < b.length && b[j] === id) shared.push(b[j++]!)
    else onlyA.push(id)
  }
  while (j < b.length) onlyB.push(b[j++]!)
  return [shared, onlyA, onlyB]
}

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

/** Pairs left-over words with their closest partners in the other text, the closest pairs first, each word once. */
function relatedPairs(vocabulary: Vocabulary, onlyA: readonly number[], onlyB: readonly number[]): [number, number, number][] {
  const cells: [number, number, number][] = []
  for (const x of onlyA) {
    const close = vocabulary.closeTo(x)
    if (close.size > onlyB.length)
      for (const y of onlyB) {
        const near = close.get(y)
        if (near !== undefined) cells.push([x, y, near])
      }
    else for (const [y, near] of close) if (placeOf(onlyB, y) >= 0) cells.push([x, y, near])
  }
  if (cells.length < 2) return cells
  const { words } = vocabulary
  const spelt = ([x, y]: readonly [number, number, number]) => [words[x]!, words[y]!].sort().join(' ')
  cells.sort((p, q) => q[2] - p[2] || (spelt(p) < spelt(q) ? -1 : 1)) // whichever text comes first
  const used = new Set<number>()
  return cells.filter(([x, y]) => {
    if (used.has(x) || used.has(-1 - y)) return false
    used.add(x).add(-1 - y)
    return true
  })
}

/** Word numbers are below this. */
const WORDS = 0x4000000

function neighboursIn(words: Int32Array): Float64Array {
  const codes = new Float64Array(Math.max(0, words.length - 1))
  for (let i = 1; i < words.length; i++) codes[i - 1] = words[i - 1]! * WORDS + words[i]!
  codes.sort()
  let size = 0
  for (let i = 0; i < codes.length; i++) if (i === 0 || codes[i] !== codes[i - 1]) codes[size++] = codes[i]!
  return codes.subarray(0, size)
}

/** The share of ascending numbers that two columns have in common, of the one that has fewer. */
function sharedNeighbours(a: Float64Array, b: Float64Array): number {
  const less = Math.min(a.length, b.length)
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const d = a[i]! - b[j]!
    if (d === 0) shared++
    if (d <= 0) i++
    if (d >= 0) j++
  }
  return less ? shared / less : 0
}
