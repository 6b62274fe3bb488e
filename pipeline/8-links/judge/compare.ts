import { closeness } from '../../lexicon/synonyms.ts'
import { FUNCTION, NUMBER, type Vocabulary } from './vocabulary.ts'

/** A text as {@link compareTexts} takes it: words in order, and each content word once, in order of number. */
export interface Words {
  readonly order: Int32Array
  readonly content: Int32Array
  /** Sum of the content words' weights. */
  readonly weight: number
}

/** What two texts have in common. Shares are of the weight of content words, 0 to 1. */
export interface Comparison {
  /** Shared words over all words of both (Jaccard). */
  readonly jaccard: number
  /** Shared words over the words of the text that has less. */
  readonly contained: number
  /** The share of a that b covers and of b that a covers, related words counting in part. */
  readonly coveredA: number
  readonly coveredB: number
  /** How many content words are shared; of them, those that are no names. */
  readonly shared: number
  readonly sharedNoNames: number
  /** Pairs of neighbouring words shared, over those of the text that has fewer. */
  readonly neighbours: number
  readonly sharedNumbers: readonly number[]
  /** Numbers only in a, and only in b. */
  readonly numbers: readonly [readonly number[], readonly number[]]
  /** Names only in a, and only in b. */
  readonly names: readonly [number, number]
  /** Content words only in a, and only in b. */
  readonly onlyA: readonly number[]
  readonly onlyB: readonly number[]
  /** The rarest words that are shared, as numbers. */
  readonly rarest: readonly number[]
  /** Pairs of different words that were taken as related. */
  readonly related: readonly (readonly [number, number])[]
}

/** Prepares a text for comparing. */
export function readWords(vocabulary: Vocabulary, text: string): Words {
  const { kinds, weights } = vocabulary
  const order = Int32Array.from(vocabulary.read(text))
  const content = Int32Array.from(new Set(order.filter((id) => !(kinds[id]! & FUNCTION)))).sort()
  return { order, content, weight: content.reduce((sum, id) => sum + weights[id]!, 0) }
}

/** Compares two texts word by word: copies, related words, numbers, names and negation. Symmetric but for the order of pairs. */
export function compareTexts(vocabulary: Vocabulary, a: Words, b: Words): Comparison {
  const { weights, kinds } = vocabulary
  const [shared, onlyA, onlyB] = parted(a.content, b.content)
  const sharedWeight = shared.reduce((sum, id) => sum + weights[id]!, 0)
  const { pairs, extraA, extraB } = relate(vocabulary, onlyA, onlyB)
  const numbersOf = (ids: readonly number[]) => ids.filter((id) => kinds[id]! & NUMBER)
  const both = a.weight + b.weight - sharedWeight
  const less = Math.min(a.weight, b.weight)
  return {
    jaccard: both ? sharedWeight / both : 0,
    contained: less ? sharedWeight / less : 0,
    coveredA: a.weight ? (sharedWeight + extraA) / a.weight : 0,
    coveredB: b.weight ? (sharedWeight + extraB) / b.weight : 0,
    shared: shared.length,
    sharedNoNames: shared.filter((id) => !vocabulary.isName(id)).length,
    neighbours: sharedNeighbours(a.order, b.order),
    sharedNumbers: numbersOf(shared),
    numbers: [numbersOf(onlyA), numbersOf(onlyB)],
    names: [onlyA.filter((id) => vocabulary.isName(id)).length, onlyB.filter((id) => vocabulary.isName(id)).length],
    onlyA,
    onlyB,
    rarest: shared.sort((x, y) => weights[y]! - weights[x]! || (vocabulary.words[x]! < vocabulary.words[y]! ? -1 : 1)).slice(0, 4),
    related: pairs,
  }
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

/** Pairs each left-over word with its closest partner in the other text. */
function relate(vocabulary: Vocabulary, onlyA: readonly number[], onlyB: readonly number[]) {
  const { words, weights } = vocabulary
  const cells: [number, number, number][] = []
  for (const x of onlyA) for (const y of onlyB) {
    const near = closeness(words[x]!, words[y]!)
    if (near > 0) cells.push([x, y, near])
  }
  cells.sort((p, q) => q[2] - p[2] || p[0] - q[0] || p[1] - q[1])
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  const pairs: [number, number][] = []
  let extraA = 0
  let extraB = 0
  for (const [x, y, near] of cells) {
    if (!usedA.has(x)) extraA += near * weights[x]!
    if (!usedB.has(y)) extraB += near * weights[y]!
    if (!usedA.has(x) && !usedB.has(y)) pairs.push([x, y])
    usedA.add(x)
    usedB.add(y)
  }
  return { pairs, extraA, extraB }
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

/** How far two texts say the same: the harmonic mean of what each covers of the other. */
export function meaningOf({ coveredA, coveredB }: Comparison): number {
  return coveredA + coveredB ? (2 * coveredA * coveredB) / (coveredA + coveredB) : 0
}

/** The longest run of words that both texts have. */
export function longestRun(a: Int32Array, b: Int32Array): Int32Array {
  let [end, length] = [0, 0]
  let before = new Int32Array(b.length + 1)
  for (let i = 0; i < a.length; i++) {
    const here = new Int32Array(b.length + 1)
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue
      here[j + 1] = before[j]! + 1
      if (here[j + 1]! > length) [end, length] = [i + 1, here[j + 1]!]
    }
    before = here
  }
  return a.subarray(end - length, end)
}
