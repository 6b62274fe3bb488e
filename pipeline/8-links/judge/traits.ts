import { isIrregular } from '../../lexicon/synonyms.ts'
import type { ClaimRow } from '../row.ts'

/** What a claim's text, cue and commitment tell by themselves, as bits: read once for each claim, asked for each pair. */
export const TRAIT = {
  /** Its subject is a pronoun, so that it is of another where another says it (`it had fired`, `she would run`). */
  ofOneself: 1,
  /** It denies allegations without saying what they are, or calls them false. */
  pointsAtDenied: 2,
  /** It alleges something. */
  alleges: 4,
  /** It tells of a denial, or names what is only thought of, and so states nothing that could be denied. */
  statesNothing: 8,
  /** It asks, or holds under a condition. */
  open: 16,
  /** It says of what follows that it is not so. */
  framedAsFalse: 32,
  /** It negates a part of what it says to set another part against it, in brackets, or without a negator (`yet to`, `non-`). */
  contrasts: 64,
  /** It names a month or a year. */
  timed: 128,
} as const

const ONESELF = /^["“”'‘ .…]*(?:that |if |when )?(?:I|[Ww]e|[Mm]y|[Oo]ur|[Ii]t|[Ii]ts|[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir)(?:['’]\p{L}+)?\b/u
const FIRST_PERSON = /["“][^”"“]*\b(?:I|[Mm]y|[Mm]yself)\b/

/** What a denial points at when it names no content: `the allegations`, `these rumours`. */
const ALLEGATION = 'allegation|accusation|claim|charge|rumou?r|report|story|stories|suggestion'
const POINTER = new RegExp(`^["“'‘]?(?:(?:the|these|those|all|any|all the|all of the|his|her|such|both) )?(?:\\w+ )?(?:${ALLEGATION})s?(?: (?:against|about) (?:him|her|them|it))?[.,”"'’]*$`, 'i')
const FALSE = /\b(?:false|untrue|baseless|unfounded|fabricated|lies?|fake|bogus|fiction)\b/
const CALLED_FALSE = new RegExp(`\\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Tt]his|[Aa]ll|[Aa]ny|[Ss]uch) (?:[a-z’'-]+ ){0,2}(?:${ALLEGATION})s?\\b (?:is|are|was|were|as|being|to be)\\b[^.;]{0,30}${FALSE.source}`)
export const ACCUSING = /\b(?:accus\w+|alleg\w+|claim(?:s|ed|ing)?|blam\w+|charg(?:es?|ed|ing))\b/i
const PASSIVE = /\b(?:is|are|been|be|was|were)\b/i
const REPORTING = /\breport(?:s|ed|ing)?\b/i
const STATES_NOTHING = /\b(?:den(?:y|ies|ied|ial)|refut\w+|dismiss\w+|false|untrue|incorrect|unfounded|baseless|fake|hoax|idea|suggestion|possibility|fears?)\b|^["“]?any\b/i
/** Cues that do not state what follows. */
const UNSURE = /\b(?:fear|hope|doubt|retract|question|wonder|wish|worr)\w*/i
/** What may be a verb (`-s` before another word too), or the subject of one: without either, a text is a phrase and states nothing. */
const VERBAL = /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must|to|I|you|we|he|she|it|they|who|there|\p{L}+(?:ed|ing)|\p{L}{2,}[^s\W]s(?= ))\b|n['’]t\b|['’](?:ll|re|ve|d)\b/iu
const OPEN = /\?|^["“'‘]?(?:why|how|whether|which|what|who|if|when|where|should)\b|\b(?:if|unless|whether)\b/i
const CONTRAST = /, (?:and |but |only )*not (?!yet|even)[^,]+(?:,|$)|(?:\bnot|n['’]t) (?:only|just|merely)\b|\([^()]*(?:\bnot|\bnever|n['’]t)\b|\byet to\b|\b(?:non|ex)-/i
/** Frames that say of what follows that it is not so. */
const FALSE_FRAME = /\b(?:wrong|false|untrue|incorrect|a lie|a myth|misleading|nonsense) (?:to (?:say|claim|suggest|think|believe)|that|if)\b/i
export const TIME = /(?<=[\p{L}\p{N},] )(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b/gu

const isSentence = (text: string) => VERBAL.test(text) || (text.toLowerCase().match(/\p{L}+/gu) ?? []).some(isIrregular)

/** The traits of a claim. Pure. */
export function traitsOf({ claim }: Pick<ClaimRow, 'claim'>): number {
  const { text } = claim
  const cue = claim.cue === null || PASSIVE.test(claim.cue.exact) ? '' : claim.cue.exact
  const points = (claim.commitment === 'denies' && POINTER.test(text)) || (FALSE.test(text) && CALLED_FALSE.test(text))
  const holds = [
    ONESELF.test(text) || FIRST_PERSON.test(text), points, claim.commitment === 'asserts' && !points && (ACCUSING.test(cue) || REPORTING.test(cue)) && !POINTER.test(text),
    STATES_NOTHING.test(text) || UNSURE.test(claim.cue?.exact ?? '') || !isSentence(text), OPEN.test(text), FALSE_FRAME.test(text), CONTRAST.test(text), text.search(TIME) >= 0,
  ]
  return holds.reduce((bits, is, i) => (is ? bits | (1 << i) : bits), 0)
}

/** Whether a claim has a trait. */
export const has = ({ traits }: { readonly traits: number }, trait: number): boolean => (traits & trait) !== 0
