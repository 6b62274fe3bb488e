import { fold } from '../../lexicon/gazetteer.ts'
import type { ClaimRow, LinkSpeaker } from '../row.ts'
import type { JudgedClaim } from './claim.ts'
import { FEATURES } from './features.ts'
import type { Compared } from './pair.ts'
import { speaksOfOneself } from './oneself.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Why two claims contradict each other, and how likely that is. */
export interface Denial {
  readonly why: string
  readonly confidence: number
}

/** What two claims must share, besides what conflicts, to be about one proposition: of the shorter, of the longer, and how many words that are no names. */
const ONE_PROPOSITION = { shorter: 0.8, longer: 0.6, words: 2 } as const
/** How often each kind was right on the development events and on articles about rumours. */
const RIGHT = { pointer: 0.85, denied: 0.8, conflict: 0.75 } as const

/** What a denial points at when it names no content: `the allegations`, `these rumours`. */
const ALLEGATION = 'allegation|accusation|claim|charge|rumou?r|report|story|stories|suggestion'
const POINTER = new RegExp(`^["“'‘]?(?:(?:the|these|those|all|any|all the|all of the|his|her|such|both) )?(?:\\w+ )?(?:${ALLEGATION})s?(?: (?:against|about) (?:him|her|them|it))?[.,”"'’]*$`, 'i')
const CALLED_FALSE = new RegExp(`\\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Tt]his|[Aa]ll|[Aa]ny|[Ss]uch) (?:[a-z’'-]+ ){0,2}(?:${ALLEGATION})s?\\b (?:is|are|was|were|as|being|to be)\\b[^.;]{0,30}\\b(?:false|untrue|baseless|unfounded|fabricated|lies?|fake|bogus|fiction)\\b`)
const ACCUSING = /\b(?:accus\w+|alleg\w+|claim(?:s|ed|ing)?|blam\w+|charg(?:es?|ed|ing))\b/i
const PASSIVE = /\b(?:is|are|been|be|was|were)\b/i
const REPORTING = /\breport(?:s|ed|ing)?\b/i

/** Why a reader sees that one claim denies what the other says, or null. Symmetric. */
export function denialOf(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, seen: Compared): Denial | null {
  return pointerDenied(a, b, seen) ?? pointerDenied(b, a, seen) ?? contentDenied(vocabulary, a, b, seen) ?? conflicting(vocabulary, a, b, seen)
}

/** Whether a claim denies allegations without saying what they are, or calls them false. */
const pointsAtDenied = ({ claim }: ClaimRow) => (claim.commitment === 'denies' && POINTER.test(claim.text)) || CALLED_FALSE.test(claim.text)

/** Whether a claim alleges something. */
const alleges = ({ claim }: ClaimRow) => claim.commitment === 'asserts' && claim.cue !== null && !PASSIVE.test(claim.cue.exact) && (ACCUSING.test(claim.cue.exact) || REPORTING.test(claim.cue.exact)) && !POINTER.test(claim.text) && !CALLED_FALSE.test(claim.text)

/**
 * Keys by which a denial of `the allegations` meets the allegations: the names of who denies, and the names in what is alleged.
 * Empty for all other claims.
 */
export function denialKeys(row: ClaimRow): readonly string[] {
  if (pointsAtDenied(row)) return row.speakers.flatMap(namesFor).map((name) => `denied ${name}`)
  return alleges(row) ? [...new Set(row.claim.text.match(CAPITALIZED))].map((name) => `denied ${fold(name)}`) : []
}

const CAPITALIZED = /\p{Lu}[\p{L}-]+/gu

/** a denies the allegations; b is an allegation against who denies. */
function pointerDenied(a: JudgedClaim, b: JudgedClaim, { tie }: Compared): Denial | null {
  if ((tie !== 'other' && tie !== 'unknown') || !pointsAtDenied(a.row) || !alleges(b.row)) return null
  if (!ACCUSING.test(b.row.claim.cue!.exact) && !/\b(?:report|stor(?:y|ies))\b/i.test(a.row.claim.text)) return null // a report is no allegation, unless reports are denied
  const accused = new Set(denialKeys(b.row))
  return denialKeys(a.row).some((key) => accused.has(key)) ? { why: `one denies it: ${a.row.claim.text.slice(0, 60)}`, confidence: RIGHT.pointer } : null
}

/** Whether one of two claims denies allegations and the other alleges something. */
export const mayDeny = (a: ClaimRow, b: ClaimRow): boolean => (pointsAtDenied(a) && alleges(b)) || (pointsAtDenied(b) && alleges(a))

/** By what a speaker is named in an allegation: a surname, whom it speaks for. */
const namesFor = ({ surname, speaksFor, standsFor, names }: LinkSpeaker): readonly string[] => [...(surname === null ? names : [surname]), ...speaksFor, ...standsFor].filter((name) => name.length > 2)

/** One denies, by its cue, the proposition that the other asserts. */
function contentDenied(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, { compared, conflict, tie, features }: Compared): Denial | null {
  const [x, y] = [a.row.claim, b.row.claim]
  if ((x.commitment === 'denies') === (y.commitment === 'denies') || tie === 'same' || tie === 'alias' || conflict !== null) return null
  const asserted = x.commitment === 'denies' ? y : x
  if (asserted.commitment !== 'asserts' || STATES_NOTHING.test(asserted.text) || compared.shared.filter((id) => !vocabulary.isName(id)).length < ONE_PROPOSITION.words) return null
  const values = features()
  return values[OF_SHORTER]! >= ONE_PROPOSITION.shorter && values[OF_LONGER]! >= ONE_PROPOSITION.longer ? { why: 'one denies it', confidence: RIGHT.denied } : null
}

const OF_SHORTER = FEATURES.indexOf('shared or related of the shorter')
const OF_LONGER = FEATURES.indexOf('shared or related of the longer')
/** What tells of a denial, or names what is only thought of, states nothing that could be denied. */
const STATES_NOTHING = /\b(?:den(?:y|ies|ied|ial)|refut\w+|dismiss\w+|false|untrue|idea|suggestion|possibility|fears?)\b|^["“]?any\b/i
const OPEN = /\?|^["“'‘]?(?:why|how|whether|which|what|who|if|when|where|should)\b|\b(?:if|unless|whether)\b/i

/** The two say the same but for a negation or a contrary; or, told by different speakers, for a number, a date or a name. */
function conflicting(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, { conflict, tie, compared }: Compared): Denial | null {
  if (conflict === null || conflict.kind === 'roles' || [a, b].some(({ row: { claim } }) => OPEN.test(claim.text) || (claim.commitment !== 'asserts' && claim.commitment !== 'promises'))) return null
  const turned = conflict.kind === 'negation' || conflict.kind === 'contrary'
  if (conflict.kind === 'name' || [a, b].some(({ row: { claim } }) => STATES_NOTHING.test(claim.text)) || (tie === 'other' && speaksOfOneself(a.row.claim.text) && speaksOfOneself(b.row.claim.text))) return null
  const [ofShorter, ofLonger] = conflict.shared
  if (compared.shared.filter((id) => !vocabulary.isName(id)).length < 2 || (!turned && tie !== 'other')) return null
  return ofShorter >= ONE_PROPOSITION.shorter && ofLonger >= (turned ? ONE_PROPOSITION.longer : ONE_PROPOSITION.shorter) ? { why: conflict.why, confidence: RIGHT.conflict } : null
}
