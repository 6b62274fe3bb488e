import { fold } from '../../lexicon/gazetteer.ts'
import type { LinkSpeaker } from '../row.ts'
import type { JudgedClaim } from './claim.ts'
import { FEATURES } from './features.ts'
import type { Compared } from './pair.ts'
import { ACCUSING, has, TRAIT } from './traits.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Why two claims contradict each other, and how likely that is. */
export interface Denial {
  readonly why: string
  readonly confidence: number
}

/** What two claims must share, besides what conflicts, to be about one proposition: of the shorter, of the longer, how many words that are no names, and how many in all. */
const ONE_PROPOSITION = { shorter: 0.8, longer: 0.6, words: 2, all: 3 } as const
/**
 * How likely each kind is right: (right + 1) / (found + 2) of what was found in the six development events and in 1,680 articles about
 * rumours, read one by one: 7 of 8, 2 of 2, 10 of 11. Few, and the rules were tightened on the same articles: rather too high than too low.
 */
const RIGHT = { pointer: 0.8, denied: 0.75, conflict: 0.85 } as const

/** Why a reader sees that one claim denies what the other says, or null. Symmetric. */
export function denialOf(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, seen: Compared): Denial | null {
  return pointerDenied(a, b, seen) ?? pointerDenied(b, a, seen) ?? contentDenied(vocabulary, a, b, seen) ?? conflicting(vocabulary, a, b, seen)
}

/**
 * Keys by which a denial of `the allegations` meets the allegations: the names of who denies, and the names in what is alleged.
 * Empty for all other claims.
 */
export function denialKeys({ row, traits }: Pick<JudgedClaim, 'row' | 'traits'>): readonly string[] {
  if (traits & TRAIT.pointsAtDenied) return row.speakers.flatMap(namesFor).map((name) => `denied ${name}`)
  return traits & TRAIT.alleges && /\p{Ll}/u.test(row.claim.text) ? [...new Set(row.claim.text.match(CAPITALIZED))].map((name) => `denied ${fold(name)}`) : []
}

const CAPITALIZED = /\p{Lu}[\p{L}-]+/gu

/** All allegations are denied by a plural; which one `the report` is, only the day tells. */
const PLURAL = /\b(?:allegations|accusations|claims|charges|rumou?rs|reports|stories|suggestions)\b/i
const SAME_AFFAIR_DAYS = 7

/** a denies the allegations; b is an allegation against who denies. */
function pointerDenied(a: JudgedClaim, b: JudgedClaim, { tie }: Compared): Denial | null {
  if ((tie !== 'other' && tie !== 'unknown') || !has(a, TRAIT.pointsAtDenied) || !has(b, TRAIT.alleges)) return null
  if (!ACCUSING.test(b.row.claim.cue!.exact) && !/\b(?:report|stor(?:y|ies))\b/i.test(a.row.claim.text)) return null // a report is no allegation, unless reports are denied
  if (!PLURAL.test(a.row.claim.text) && !(a.row.day !== null && b.row.day !== null && Math.abs(a.row.day - b.row.day) <= SAME_AFFAIR_DAYS)) return null
  const accused = new Set(denialKeys(b))
  return denialKeys(a).some((key) => accused.has(key)) ? { why: `one denies it: ${a.row.claim.text.slice(0, 60)}`, confidence: RIGHT.pointer } : null
}

/** Whether, by their traits, one of two claims denies allegations and the other alleges something. */
export const mayDeny = (a: number, b: number): boolean => ((a & TRAIT.pointsAtDenied) !== 0 && (b & TRAIT.alleges) !== 0) || ((b & TRAIT.pointsAtDenied) !== 0 && (a & TRAIT.alleges) !== 0)

/** By what a speaker is named in an allegation: a surname, whom it speaks for. */
const namesFor = ({ surname, speaksFor, standsFor, names }: LinkSpeaker): readonly string[] => [...(surname === null ? names : [surname]), ...speaksFor, ...standsFor].filter((name) => name.length > 2)

const sharesEnough = (vocabulary: Vocabulary, { shared }: Compared['compared']) =>
  shared.length >= ONE_PROPOSITION.all && shared.filter((id) => !vocabulary.isName(id)).length >= ONE_PROPOSITION.words

/** One denies, by its cue, the proposition that the other asserts. */
function contentDenied(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, { compared, conflict, tie, features }: Compared): Denial | null {
  const [x, y] = [a.row.claim, b.row.claim]
  if ((x.commitment === 'denies') === (y.commitment === 'denies') || tie === 'same' || tie === 'alias' || conflict !== null) return null
  const asserted = x.commitment === 'denies' ? b : a
  if (asserted.row.claim.commitment !== 'asserts' || has(asserted, TRAIT.statesNothing) || !sharesEnough(vocabulary, compared)) return null
  const values = features()
  return values[OF_SHORTER]! >= ONE_PROPOSITION.shorter && values[OF_LONGER]! >= ONE_PROPOSITION.longer ? { why: 'one denies it', confidence: RIGHT.denied } : null
}

const OF_SHORTER = FEATURES.indexOf('shared or related of the shorter')
const OF_LONGER = FEATURES.indexOf('shared or related of the longer')
const STATED: ReadonlySet<string> = new Set(['asserts', 'promises'])

/** The two say the same but for a negation or a contrary; or, told by different speakers, for a number, a date or a name. */
function conflicting(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, { conflict, tie, compared }: Compared): Denial | null {
  if (conflict === null || conflict.kind === 'roles' || [a, b].some((each) => has(each, TRAIT.open) || !STATED.has(each.row.claim.commitment))) return null
  const turned = conflict.kind === 'negation' || conflict.kind === 'contrary'
  if (conflict.kind === 'name' || ((a.traits | b.traits) & TRAIT.statesNothing) !== 0 || (tie === 'other' && (a.traits & b.traits & TRAIT.ofOneself) !== 0)) return null
  const [ofShorter, ofLonger] = conflict.shared
  if (!sharesEnough(vocabulary, compared) || (!turned && tie !== 'other')) return null
  return ofShorter >= ONE_PROPOSITION.shorter && ofLonger >= (turned ? ONE_PROPOSITION.longer : ONE_PROPOSITION.shorter) ? { why: conflict.why, confidence: RIGHT.conflict } : null
}
