import { ENDORSING, ONES_OWN, UTTERANCE_NOUN } from '../lexicon/endorsing.ts'
import type { Claim, Speaker } from '../model/schema.ts'

const AUXILIARY = '(?:has|have|had|is|are|was|were|be|been|being|also|both|all|later|too|again|now|and|(?!part|hard|bare|scarce|reported|alleged|supposed)[a-z]+ly)'
const CUE = new RegExp(String.raw`^(?:${AUXILIARY} )*(${ENDORSING})(?: ${AUXILIARY})*(?: by)?$`, 'i')
/** `her own grim assessment`, `the harbour master's account of the storm`. */
const PHRASE = new RegExp(
  String.raw`^["“'‘]?((?:that|this|the|his|her|their)(?= )|(?:the |an? )?(?:[\p{L}\d.’'-]+ ){0,4}?[\p{L}\d.’'-]+(?:['’]s|s['’]))(?: own)? (?:[\p{L}’'-]+ ){0,2}?((?:${UTTERANCE_NOUN})s?)(?: and (?:[\p{L}-]+ )?(?:${UTTERANCE_NOUN})s?)?(?: (?:on|in|during|at|earlier|last|this) [^,]{1,30})?[.,”"'’]*$`,
  'iu',
)
const ABOUT_AN_UTTERANCE = new RegExp(String.raw`\b(?:${UTTERANCE_NOUN})s?\b`, 'i')
const PRONOUN = /^(?:his|her|their)$/i
const POINTING = /^(?:that|this|the)$/i

/** What is echoed is found with this probability, and says something: in so many words. */
const LEAST = { confidence: 0.6, words: 4 } as const

/** The article as echoes are led back in it. */
interface Told {
  readonly claims: readonly Claim[]
  readonly speakers: readonly Speaker[]
  /** The number of the sentence and of the paragraph at an offset. */
  readonly sentenceAt: (offset: number) => number
  readonly paragraphAt: (offset: number) => number
}

/**
 * For each claim that makes another's utterance its speaker's own, and says nothing else (`agreed with Ms. Rhee's assessment`), the claim of
 * the same article that is meant. Where several may be, none.
 */
export function echoesOf(told: Told): ReadonlyMap<Claim, Claim> {
  const found = new Map<Claim, Claim>()
  for (const claim of told.claims) {
    const whose = echoIn(claim)
    const echoed = whose === null ? undefined : meantBy(told, claim, whose)
    if (echoed !== undefined) found.set(claim, echoed)
  }
  return found
}

/** Whose utterance a claim makes its own, as it says (`Ms. Rhee's`, `her`, `that`), or null. */
function echoIn(claim: Claim): string | null {
  const { cue, commitment } = claim
  const verb = cue === null || commitment.label !== 'asserts' ? null : CUE.exec(cue.exact)
  const [, whose, noun] = (verb === null ? null : PHRASE.exec(textOf(claim))) ?? []
  if (verb === null || whose === undefined || (PRONOUN.test(whose) && ONES_OWN.test(verb[1]!))) return null
  return POINTING.test(whose) && noun!.endsWith('s') ? null : whose // the comments: of which of all?
}

/** The words of a claim. */
export const textOf = ({ content }: Claim) => content.map(({ exact }) => exact).join(' ')
const startOf = ({ content }: Claim) => content[0]!.start
const endOf = ({ content }: Claim) => content.at(-1)!.end - 1

/** Whether a claim says something that can be taken up: no question, and not itself about an utterance. */
function isTold(claim: Claim): boolean {
  const text = textOf(claim)
  return text.split(/\s+/).length >= LEAST.words && !/\?["”'’]*$/.test(text) && !ABOUT_AN_UTTERANCE.test(text)
}

/** The claim that is meant: the last that whoever is named made, or that somebody else made in the sentence before; the last of its sentence. */
function meantBy(told: Told, claim: Claim, whose: string): Claim | undefined {
  const own = new Set(claim.speaker.ids)
  const before = told.claims.filter((other) => endOf(other) < startOf(claim) && other.confidence >= LEAST.confidence && other.speaker.ids.length > 0 && !other.speaker.ids.some((id) => own.has(id)))
  const maker = PRONOUN.test(whose) || POINTING.test(whose) ? makerJustHeard(told, claim, before) : makerIn(told, claim, whose)
  if (maker === undefined) return undefined
  return onlyOne(told, before.filter(({ speaker }) => speaker.ids.join() === maker))
}

/** Who is named as whose utterance it is. */
function makerIn({ speakers }: Told, claim: Claim, whose: string): string | undefined {
  const named = speakers.filter(({ mentions }) => mentions.some(({ start, end }) => startOf(claim) <= start && end <= startOf(claim) + whose.length + 1))
  return named.length === 1 ? named[0]!.id : undefined
}

/** Who alone is heard in the sentence before, or in the same before the claim. */
function makerJustHeard({ sentenceAt }: Told, claim: Claim, before: readonly Claim[]): string | undefined {
  const sentence = sentenceAt(startOf(claim))
  const near = before.filter((other) => sentence - sentenceAt(endOf(other)) <= 1)
  const makers = new Set(near.map(({ speaker }) => speaker.ids.join()))
  return makers.size === 1 ? [...makers][0] : undefined
}

/** Of the claims of one speaker the last, if those of its paragraph and of the one before, besides the headline, are told in one sentence. */
function onlyOne({ sentenceAt, paragraphAt }: Told, claims: readonly Claim[]): Claim | undefined {
  const last = claims.at(-1)
  if (last === undefined || !isTold(last)) return undefined
  const place = paragraphAt(startOf(last))
  const near = claims.map(startOf).filter((start) => paragraphAt(start) === place || (paragraphAt(start) === place - 1 && place > 1))
  return near.every((start) => sentenceAt(start) === sentenceAt(startOf(last))) ? last : undefined
}
