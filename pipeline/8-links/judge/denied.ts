/**
 * What a claim says is not so. Either in words: the proposition itself. Or by pointing at it: by a noun (`denied the allegations`,
 * `Norby's report is false`), by a pronoun (`it is a lie`), or as one's own innocence (`I had nothing to do with it`).
 */
export type Denied = { readonly by: 'words'; readonly text: string } | Pointer

/** A denial that does not say over again what it denies. */
export interface Pointer {
  readonly by: 'noun' | 'pronoun' | 'innocence'
  /** The noun with the words around it that tell which it is: `the fraud claims`, `the Courier story`; else empty. */
  readonly phrase: string
}

/** Nouns by which a denial points at what it denies, as alternatives of a pattern; most make their plural with -s. */
export const NOUN = 'allegation|accusation|claim|charge|rumou?r|report|story|stories|article|assertion'
const NAME = String.raw`\p{Lu}[\p{L}.’'-]*`
const BEFORE = String.raw`(?:(?:any|all|both|some) of )?(?:(?:the|these|those|this|that|all|any|his|her|their|such|both|all the|${NAME}(?: ${NAME}){0,3}['’]s?) )?(?:[\p{L}’'-]+ ){0,2}?`
const BEHIND = String.raw`(?: (?:against|about|of|from|by|made by|brought by|in) (?:[\p{L}\d’'-]+ ?){1,3}?)?`
const PHRASE = String.raw`${BEFORE}(?:${NOUN})s?${BEHIND}`
const FALSE = String.raw`(?:\b(?:false|untrue|baseless|unfounded|fabricat\w+|(?:a |complete |utter |total |pack of |all )lies?|fake|bogus|fiction|hoax|garbage|nonsense|rubbish)\b|\bnot true\b)`
const IS = '(?:is|are|was|were|as|being|to be)'

const BARE = new RegExp(String.raw`^["“'‘]?(?!(?:${NOUN})\b(?!s))(${PHRASE})(?: as .{1,60})?[.,”"'’]*$`, 'iu')
const NOUN_IS_FALSE = new RegExp(String.raw`(?:^|[\s“"'‘])((?:[Tt]he|[Tt]hese|[Tt]hose|[Tt]his|[Aa]ll|[Aa]ny|[Ss]uch|${NAME}['’]s) (?:[\p{L}’'-]+ ){0,3}?(?:${NOUN})s?${BEHIND}),? ${IS}\b[^.;]{0,30}?${FALSE}`, 'u')
const NO_TRUTH = new RegExp(String.raw`\bno truth (?:to|in|behind) (${PHRASE})[.,”"'’]*$`, 'iu')
const IT_IS_FALSE = new RegExp(String.raw`^["“'‘]?(?:[Ii]t|[Tt]his|[Tt]hat|[Tt]hey|[Tt]hese)(?:['’](?:s|re)| is| are| was| were)\b[^.;]{0,30}?${FALSE}`, 'u')
const INNOCENT = /\bI(?: have|['’]ve| had)? (?:absolutely |had )?(?:nothing to do with (?:it|this|that)\b|no (?:part|role|involvement) in\b)|\bI(?: have|['’]ve)? (?:did|done) (?:absolutely )?nothing wrong\b|\bI(?: am|['’]m) (?:innocent|not guilty)\b|\bI (?:did not|didn['’]t|never) d(?:o|id) (?:it|this|that)\b/
const DENYING = /\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|refut\w+|rebut\w*|disput\w+|debunk\w*)\b/i
/** `reports in the local press that`, before what is denied. */
const FRAME = new RegExp(String.raw`^["“'‘]?(?:[\p{L}’'.-]+ ){0,4}?(?:${NOUN}|suggestion|speculation|idea|notion)s?(?: [\p{L}’'.-]+){0,6}? (?:that|of) `, 'iu')
const WORDS_ARE_FALSE = new RegExp(String.raw`^["“'‘]?(?:[\p{L}’'.-]+ ){0,4}?(?:${NOUN}|suggestion|speculation|idea|notion)s?(?: [\p{L}’'.-]+){0,4}? (?:that|of) (.*?),? ${IS}\b[^.;]{0,30}?${FALSE}`, 'iu')

/** Without one of these words none of the patterns on what is false can match. */
const MAY_BE_FALSE = /\b(?:false|untrue|baseless|unfounded|fabricat|lies?\b|fake|bogus|fiction|hoax|garbage|nonsense|rubbish|true|truth)/

/** What a claim denies by its words, the words of its cue and its commitment, or null. */
export function deniedBy(text: string, cue: string, commitment: string): Denied | null {
  const denies = commitment === 'denies' || (commitment === 'asserts' && DENYING.test(cue))
  const bare = denies ? BARE.exec(text) : null
  if (bare !== null) return { by: 'noun', phrase: bare[1]! }
  const mayBeFalse = MAY_BE_FALSE.test(text)
  const words = mayBeFalse ? WORDS_ARE_FALSE.exec(text) : null
  if (words !== null) return { by: 'words', text: words[1]! }
  const noun = mayBeFalse ? (NOUN_IS_FALSE.exec(text) ?? NO_TRUTH.exec(text)) : null
  if (noun !== null) return { by: 'noun', phrase: noun[1]! }
  if (commitment === 'denies' || (denies && FRAME.test(text))) return { by: 'words', text: text.replace(FRAME, '') }
  if (mayBeFalse && IT_IS_FALSE.test(text)) return { by: 'pronoun', phrase: '' }
  return INNOCENT.test(text) ? { by: 'innocence', phrase: '' } : null
}

/** Cues that reproach somebody with something. */
export const ACCUSING = /\b(?:accus\w+|alleg\w+|claim(?:s|ed|ing)?|blam\w+|charg(?:es?|ed|ing))\b/i
const REPORTING = /\breport(?:s|ed|ing)?\b/i
/** Cues that somebody else reproaches, or that do not. */
const NO_ALLEGATION = /\b(?:is|are|been|be|was|were|not|never|hardly|nor)\b|n['’]t\b/i

/** Whether a claim alleges something by its cue: reproaches somebody with it, or reports it. */
export const alleges = (text: string, cue: string, commitment: string): boolean =>
  commitment === 'asserts' && !NO_ALLEGATION.test(cue) && (ACCUSING.test(cue) || REPORTING.test(cue)) && !BARE.test(text)
