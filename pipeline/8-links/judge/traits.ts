import { isIrregular } from '../../lexicon/synonyms.ts'
import type { CommitmentLabel } from '../../model/schema.ts'
import { alleges, deniedBy } from './denied.ts'

/** What a claim's text, cue and commitment tell by themselves, as bits: read once for each claim, asked for each pair. */
export const TRAIT = {
  /** Its subject is a pronoun, so that it is of another where another says it (`it had fired`, `she would run`). */
  ofOneself: 1,
  /** It denies what it does not say over again: `the allegations`, `it is a lie`. */
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
  /** It denies a proposition that it says over again. */
  deniesWords: 256,
  /** See {@link isSentence}. */
  sentence: 512,
  /** Its speaker stands by it: asserts or promises it. */
  stated: 1024,
  /** It is quoted, or a part of it is. */
  quoted: 2048,
} as const

const ONESELF = /^["“”'‘ .…]*(?:that |if |when )?(?:I|[Ww]e|[Mm]y|[Oo]ur|[Ii]t|[Ii]ts|[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir)(?:['’]\p{L}+)?\b/u
const FIRST_PERSON = /["“][^”"“]*\b(?:I|[Mm]y|[Mm]yself)\b/

const STATES_NOTHING = /\b(?:den(?:y|ies|ied|ial)|refut\w+|dismiss\w+|false|untrue|incorrect|unfounded|baseless|fake|hoax|idea|suggestion|possibility|fears?)\b|^["“]?any\b/i
/** Cues that do not state what follows. */
const UNSURE = /\b(?:fear|hope|doubt|retract|question|wonder|wish|worr|investigat|verif)\w*/i
/** What may be a finite verb (`-s` before what may be its object), or the subject of one: without either, a text is a phrase and states nothing. */
export const VERBAL = /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must|I|you|we|he|she|it|they|there|\p{Ll}+ed|\p{Ll}+[^s\W]s(?= (?:the|an?|his|her|its|their|no|\d+|\p{Lu}\p{L}*)\b))\b|n['’]t\b|['’](?:ll|re|ve|d)\b/u
const RELATIVE = /\b(?:who|which|whose)\b[^,;.]*/g
const OPEN = /\?|^["“'‘]?(?:why|how|whether|which|what|who|if|when|where|should)\b|\b(?:if|unless|whether)\b/i
const CONTRAST = /, (?:and |but |only )*not (?!yet|even)[^,]+(?:,|$)|(?:\bnot|n['’]t) (?:only|just|merely)\b|\([^()]*(?:\bnot|\bnever|n['’]t)\b|\byet to\b|\b(?:non|ex)-/i
/** Frames that say of what follows that it is not so. */
const FALSE_FRAME = /\b(?:wrong|false|untrue|incorrect|a lie|a myth|misleading|nonsense) (?:to (?:say|claim|suggest|think|believe)|that|if)\b|\b(?:nobody|no one) (?:should|can|could|must|may) (?:think|believe|say|claim|imagine|pretend)\b|\b(?:do not|don['’]t) (?:think|believe|imagine|pretend) that\b/i
export const TIME = /(?<=[\p{L}\p{N},] )(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b/gu

/** Whether a text states something: has a finite verb outside of its relative clauses. */
export function isSentence(text: string): boolean {
  const main = text.includes(' wh') ? text.replace(RELATIVE, '') : text
  return VERBAL.test(main) || (main.toLowerCase().match(/\p{L}+/gu) ?? []).some(isIrregular)
}

const STATED: ReadonlySet<CommitmentLabel> = new Set(['asserts', 'promises'])

interface Told {
  readonly text: string
  readonly cue: { readonly exact: string } | null
  readonly commitment: CommitmentLabel
  readonly quoted: boolean
  readonly traits?: number
}

/** The traits of a claim, worked out where they are not known. Pure. */
export function traitsOf({ claim }: { readonly claim: Told }): number {
  const { text, traits } = claim
  if (traits !== undefined) return traits
  const cue = claim.cue?.exact ?? ''
  const denied = deniedBy(text, cue, claim.commitment)
  const points = denied !== null && denied.by !== 'words'
  const sentence = isSentence(text)
  const holds = [
    ONESELF.test(text) || FIRST_PERSON.test(text), points, !points && alleges(text, cue, claim.commitment),
    STATES_NOTHING.test(text) || UNSURE.test(cue) || !sentence, OPEN.test(text), FALSE_FRAME.test(text), CONTRAST.test(text), text.search(TIME) >= 0, denied?.by === 'words', sentence,
    STATED.has(claim.commitment), claim.quoted,
  ]
  return holds.reduce((bits, is, i) => (is ? bits | (1 << i) : bits), 0)
}

/** Whether a claim has a trait. */
export const has = ({ traits }: { readonly traits: number }, trait: number): boolean => (traits & trait) !== 0
