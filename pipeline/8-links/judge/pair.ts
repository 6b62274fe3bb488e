import { speakerTie, type SpeakerTie } from '../speakers/tie.ts'
import type { JudgedClaim } from './claim.ts'
import { compareTexts, type Comparison } from './compare.ts'
import { conflictOf, timesDiffer, type Conflict } from './conflict.ts'
import { featuresOf, stanceTie } from './features.ts'
import { TRAIT } from './traits.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Nearly the same words in quotation marks: shared neighbours, words shared of the shorter, and how many. */
const COPY = { neighbours: 0.45, shared: 0.75, words: 3 } as const

/** What is known of two claims before they are judged by probability. */
export interface Compared {
  readonly tie: SpeakerTie
  readonly compared: Comparison
  readonly conflict: Conflict | null
  readonly copy: boolean
  /** The values of the features, worked out when they are first asked for. */
  readonly features: () => readonly number[]
  /** Why they cannot be one proposition, however alike they look, or null. */
  readonly barred: string | null
}

/** Compares two claims of different articles. Pure. */
export function compareClaims(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim): Compared {
  const tie = speakerTie(a.row, b.row)
  const compared = compareTexts(vocabulary, a.words, b.words)
  const shared = compared.shared.reduce((sum, id) => sum + vocabulary.weights[id]!, 0)
  const copy = a.row.claim.quoted && b.row.claim.quoted && compared.shared.length >= COPY.words && compared.neighbours >= COPY.neighbours && shared >= COPY.shared * Math.min(a.words.weight, b.words.weight)
  const conflict = conflictOf(vocabulary, a, b, compared)
  let features: readonly number[] | undefined
  return { tie, compared, conflict, copy, features: () => (features ??= featuresOf(vocabulary, a, b, compared, tie)), barred: barredBy(vocabulary, a, b, { tie, compared, conflict, copy }) }
}

function barredBy(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, { tie, compared, conflict, copy }: Pick<Compared, 'tie' | 'compared' | 'conflict' | 'copy'>): string | null {
  if (conflict !== null && !(copy && tie === 'same' && DETAILS.has(conflict.kind))) return conflict.why
  if (timesDiffer(a, b)) return 'other times'
  if (tie === 'other' && stanceTie(a, b) < 0) return 'they want contrary things'
  if (tie === 'other' && (a.traits & b.traits & TRAIT.ofOneself) !== 0) return 'each speaks of another'
  if ((tie === 'other' || tie === 'unknown') && a.row.claim.commitment === 'declines' && b.row.claim.commitment === 'declines') return 'each declines to say it'
  const telling = compared.related.length > 0 || compared.shared.some((id) => !vocabulary.isName(id))
  return telling ? null : 'nothing but names in common'
}

/** Details in which reports of one quotation differ without being of two quotations. */
const DETAILS: ReadonlySet<Conflict['kind']> = new Set(['number', 'date', 'name'])

