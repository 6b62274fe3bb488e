import { daysApart, type JudgedClaim } from './claim.ts'
import { compareTexts, readWords } from './compare.ts'
import { timesDiffer } from './conflict.ts'
import { deniedBy } from './denied.ts'
import type { Compared } from './pair.ts'
import { pointerDenied } from './pointed.ts'
import { has, TRAIT } from './traits.ts'
import { NEGATION, type Vocabulary } from './vocabulary.ts'

/** Why two claims contradict each other, and how likely that is. */
export interface Denial {
  readonly why: string
  readonly confidence: number
}

/**
 * How likely one is right, of whatever kind: in the six development events 13 of 13 were, and of 70 in 1,680 articles about rumours 66, read by somebody else than who
 * wrote the rules; but the rules were tightened on the same articles, and less is to be expected elsewhere.
 */
const RIGHT = 0.85

/** Claims further apart than this are of two events, or of two states of one. */
const ONE_AFFAIR_DAYS = 14

/** Why a reader sees that one claim denies what the other says, or null. Symmetric. */
export function denialOf(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, seen: Compared): Denial | null {
  if ((daysApart(a, b) ?? 0) > ONE_AFFAIR_DAYS) return null
  const others = seen.tie === 'other' || seen.tie === 'unknown'
  const pointed = others ? (pointerDenied(vocabulary, a, b) ?? pointerDenied(vocabulary, b, a)) : null
  if (pointed !== null) return { why: pointed, confidence: RIGHT }
  const denied = others ? (wordsDenied(vocabulary, a, b, seen) ?? wordsDenied(vocabulary, b, a, seen)) : null
  return denied ?? conflicting(vocabulary, a, b, seen)
}

/** Whether, by their traits, one of two claims may deny what the other says. */
export const mayDeny = (a: number, b: number): boolean => denies(a, b) || denies(b, a)
const denies = (a: number, b: number) => ((a & TRAIT.pointsAtDenied) !== 0 && (b & TRAIT.alleges) !== 0) || ((a & TRAIT.deniesWords) !== 0 && (b & (TRAIT.statesNothing | TRAIT.open | TRAIT.pointsAtDenied | TRAIT.deniesWords)) === 0)

/** What is denied and what is asserted are one proposition: shares of what is denied and of what is asserted that are in the other, and words in common. */
const DENIED = [{ ofDenied: 0.78, ofAsserted: 0.5, words: 2 }, { ofDenied: 0.95, ofAsserted: 0.4, words: 3 }, { ofDenied: 0.65, ofAsserted: 0.75, words: 4 }] as const
/** So much of what is denied besides names is in what is asserted: the same people do other things. */
const UNNAMED = 0.6
/** Words that say that something is not so without negating it. */
const HARDLY = /\b(?:unlikely|doubtful|unclear|unconfirmed|unverified|no longer|former|ex(?=[- ]))\b/i

/** a denies, in its own words, the proposition that b asserts. */
function wordsDenied(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, seen: Compared): Denial | null {
  if (!has(a, TRAIT.deniesWords) || mayNotAssert(b) || b.row.claim.commitment !== 'asserts' || (HARDLY.test(b.row.claim.text) && !HARDLY.test(a.row.claim.text))) return null
  const denied = deniedBy(a.row.claim.text, a.row.claim.cue?.exact ?? '', a.row.claim.commitment)
  if (denied?.by !== 'words' || seen.conflict?.kind === 'contrary' || seen.conflict?.kind === 'roles' || timesDiffer(a, b)) return null
  const words = readWords(vocabulary, denied.text, false)
  if ([words, b.words].some(({ order }) => order.some((id) => (vocabulary.kinds[id]! & NEGATION) !== 0))) return null
  const { shared, related } = compareTexts(vocabulary, words, b.words)
  const unnamed = shared.filter((id) => !vocabulary.isName(id))
  if (unnamed.length === 0 || (unnamed.length === 1 && shared.length < 3)) return null
  const weigh = (ids: Iterable<number>) => [...ids].reduce((sum, id) => sum + vocabulary.weights[id]!, 0)
  const near = related.reduce((sum, [x, y, closeness]) => sum + closeness * Math.min(vocabulary.weights[x]!, vocabulary.weights[y]!), 0)
  if (weigh(unnamed) + near < UNNAMED * weigh(words.content.filter((id) => !vocabulary.isName(id)))) return null
  const held = weigh(shared) + near
  const one = DENIED.some((least) => held >= least.ofDenied * words.weight && held >= least.ofAsserted * b.words.weight && shared.length >= least.words)
  return one ? { why: 'one denies it', confidence: RIGHT } : null
}

const mayNotAssert = (claim: JudgedClaim) => has(claim, TRAIT.statesNothing) || has(claim, TRAIT.open) || has(claim, TRAIT.pointsAtDenied) || has(claim, TRAIT.deniesWords)

/** What two claims must share, besides what conflicts, to be about one proposition: of the shorter, of the longer, how many words that are no names, and how many in all. */
const ONE_PROPOSITION = { shorter: 0.8, longer: 0.6, words: 2, all: 3 } as const

function sharesEnough(vocabulary: Vocabulary, { shared }: Compared['compared']): boolean {
  if (shared.length < ONE_PROPOSITION.all) return false
  let unnamed = 0
  for (const id of shared) if (!vocabulary.isName(id) && ++unnamed >= ONE_PROPOSITION.words) return true
  return false
}

/** One speaker does not contradict itself in one event, unless one article leaves the negation out of its words. */
const cutTurns = (a: JudgedClaim, b: JudgedClaim, { neighbours }: Compared['compared']) => has(a, TRAIT.quoted) && has(b, TRAIT.quoted) && neighbours >= ONE_QUOTATION
const ONE_QUOTATION = 0.6

/** An indirect claim in parts: what stands between them, a verb and its negation, may be another claim's cue and is not read. */
const isInParts = ({ row: { claim } }: JudgedClaim) => claim.kind === 'indirect' && claim.content.length > 1

const mayBeDenied = (claim: JudgedClaim) => !has(claim, TRAIT.open) && !has(claim, TRAIT.statesNothing) && has(claim, TRAIT.stated)

/** The two say the same but for a negation or a contrary; or, told by different speakers, for a number, a date or a name. */
function conflicting(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, seen: Compared): Denial | null {
  const { tie, compared } = seen
  if (!sharesEnough(vocabulary, compared) || !mayBeDenied(a) || !mayBeDenied(b)) return null
  const { conflict } = seen
  if (conflict === null || conflict.kind === 'roles' || conflict.kind === 'name' || [a, b].some(isInParts)) return null
  const turned = conflict.kind === 'negation' || conflict.kind === 'contrary'
  if (tie === 'other' && (a.traits & b.traits & TRAIT.ofOneself) !== 0) return null
  const [ofShorter, ofLonger] = conflict.shared
  if (turned ? (tie === 'same' || tie === 'alias') && !cutTurns(a, b, compared) : tie !== 'other') return null
  return ofShorter >= ONE_PROPOSITION.shorter && ofLonger >= (turned ? ONE_PROPOSITION.longer : ONE_PROPOSITION.shorter) ? { why: conflict.why, confidence: RIGHT } : null
}
