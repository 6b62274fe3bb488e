import type { ClaimRow } from '../row.ts'
import { judgedClaims, type JudgedClaim } from './claim.ts'
import { conflictOf, type Conflict } from './conflict.ts'
import { FEATURES } from './features.ts'
import { compareClaims, type Compared } from './pair.ts'
import { Vocabulary } from './vocabulary.ts'

/** Of the features of the judge those that texts alone have. */
const OF_TEXTS = [
  'shared words', 'related words', 'shared of all words', 'shared of the shorter', 'shared or related of the shorter', 'shared or related of the longer', 'rarest shared word',
  'shared words, no names', 'how many shared, no names, up to three', 'shared neighbours', 'what the shorter says besides', 'words replaced', 'numbers that differ',
] as const satisfies readonly (typeof FEATURES)[number][]
const PLACES = OF_TEXTS.map((name) => FEATURES.indexOf(name))

/** What is looked at in two texts by themselves: those of the judge, and how far all words, those of grammar as well, are shared, and in the same order. */
export const LONE_FEATURES = [
  ...OF_TEXTS, 'all words: shared of both', 'all words: shared of the shorter', 'all words: shared of the longer', 'in the same order: of both', 'in the same order: of the shorter',
  'words more', 'length of the shorter by the longer', 'length of the shorter',
] as const

/** Two texts as they are compared. */
export interface LonePair {
  readonly texts: readonly [string, string]
  readonly vocabulary: Vocabulary
  readonly seen: Compared
  /** Why they cannot both hold, also where they share one word alone: `Prices rose`, `Prices fell`. */
  readonly conflict: Conflict | null
  /** The values of {@link LONE_FEATURES}; symmetric. */
  readonly features: readonly number[]
}

/** Compares two texts as claims of which nothing but the words is known. */
export function comparePair(a: string, b: string): LonePair {
  const vocabulary = new Vocabulary()
  const [x, y] = [a, b].map((text, i) => judgedClaims(vocabulary, [rowOf(text, String(i))])[0]!) as [JudgedClaim, JudgedClaim]
  const seen = compareClaims(vocabulary, x, y)
  const [p, q] = [x.words.order, y.words.order]
  const [less, more] = [Math.max(1, Math.min(p.length, q.length)), Math.max(1, p.length, q.length)]
  const [shared, ordered] = [sharedWords(p, q), sharedInOrder(p, q)]
  const features = seen.features()
  return {
    texts: [a, b], vocabulary, seen, conflict: conflictOf(vocabulary, x, y, seen.compared, 1),
    features: [
      ...PLACES.map((i) => features[i]!), (2 * shared) / (less + more), shared / less, shared / more, (2 * ordered) / (less + more), ordered / less, more - less, less / more, less,
    ],
  }
}

function sharedWords(x: Int32Array, y: Int32Array): number {
  const left = new Map<number, number>()
  for (const id of x) left.set(id, (left.get(id) ?? 0) + 1)
  let shared = 0
  for (const id of y) {
    const count = left.get(id) ?? 0
    if (count > 0) shared++
    left.set(id, count - 1)
  }
  return shared
}

/** Texts of more words than this are laid side by side piece by piece: a pair of pieces costs its product. */
const PIECE = 1000

/** How many words two texts have in common in the same order; of long ones at least so many. Both are cut into equally many pieces. */
function sharedInOrder(x: Int32Array, y: Int32Array): number {
  const pieces = Math.ceil(Math.max(x.length, y.length) / PIECE)
  const piece = (words: Int32Array, i: number) => words.subarray(Math.round((words.length * i) / pieces), Math.round((words.length * (i + 1)) / pieces))
  return Array.from({ length: pieces }, (_, i) => longestCommon(piece(x, i), piece(y, i))).reduce((sum, length) => sum + length, 0)
}

/** The length of the longest common subsequence. */
function longestCommon(x: Int32Array, y: Int32Array): number {
  let before = new Int32Array(y.length + 1)
  for (const id of x) {
    const row = new Int32Array(y.length + 1)
    for (let j = 0; j < y.length; j++) row[j + 1] = id === y[j] ? before[j]! + 1 : Math.max(before[j + 1]!, row[j]!)
    before = row
  }
  return before[y.length]!
}

function rowOf(text: string, article: string): ClaimRow {
  const claim: ClaimRow['claim'] = {
    id: article, kind: 'indirect', within: null, text, start: 0, end: text.length, content: [], paragraph: 0, lastParagraph: 0, quoted: false, cue: null, mention: null,
    speakers: [], continued: false, chain: [], venue: null, about: [], around: '', commitment: 'asserts', stance: [], confidence: 1,
  }
  return { article, outlet: null, day: null, claim, speakers: [], carriers: [] }
}
