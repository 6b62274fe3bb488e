import type { SpeakerTie } from '../speakers/tie.ts'
import type { JudgedClaim } from './claim.ts'
import type { Compared } from './pair.ts'
import { has, TRAIT } from './traits.ts'

// How much two claims must share to be one, by who says them and how many days lie between.

/** One utterance is reported within this many days; later, the same words are said again. */
const ONE_UTTERANCE_DAYS = 7
const NEXT_DAY = 1
/**
 * One speaker alone, within some days, makes no proposition: so much of the shorter is in the other, by words that are the same or related; and more where the
 * model takes them for less likely one than not.
 */
const TIED = { shorter: 0.2, probability: 0.5, unlikely: 0.35 } as const
/**
 * Where nothing ties the speakers, articles of another event may share the same names, and after some days one speaker speaks of another event too: the two must be
 * likelier one, and hold most of one another. Phrases that make no sentence (`the former governor`) are in many claims: they hold nearly all of one another.
 */
const PHRASES = { longer: 0.8, words: 3 } as const
const UNTIED = { probability: 0.6, shorter: 0.6, longer: 0.4 } as const
/**
 * More than a week apart, few words are the same event's: what one speaker, or two that are tied, say must be sentences that hold most of one another, or share many
 * words; what others say is of another event (of 16 groups of two such sources that PolNeAR showed 2 were right).
 */
const LATE = { longer: 0.6, words: 6 } as const
/**
 * Or, in other words, they must be likelier still, told within some days, and have some words side by side: then they are one proposition, no one
 * utterance. Of 24 such links between .7 and .75 drawn from 1,680 articles about rumours 20 were right, of 24 between .75 and .8 17, of 26 between .66 and .7 21;
 * of 26 from .62 to .66 15.
 */
const OTHER_WORDS = { probability: 0.66, shorter: 0.35, longer: 0.25, neighbours: 0.25, days: 3 } as const
const TIES_OF_ONE: ReadonlySet<SpeakerTie> = new Set(['same', 'alias', 'spokesperson', 'metonym'])

/** Claims of tied speakers that contradict each other, or are a long copy, share so many words at least. */
const LEAST_SHARED = 3

/** Whether articles are so many days apart that one utterance is no longer reported. */
export const isLate = (apart: number | null): boolean => apart !== null && apart > ONE_UTTERANCE_DAYS

/** Whether the speakers of two claims are one, or one speaks for the other. */
export const areOne = ({ tie }: Compared): boolean => TIES_OF_ONE.has(tie)

/** Whether two claims of tied speakers share so little that neither links nor contradictions are looked for: most pairs, so that it is told first. */
export const isHopeless = (seen: Compared): boolean => !seen.bothDeny && ((seen.compared.shared.length < LEAST_SHARED && !sharesEnough(seen, 0)) || !seen.telling)

/**
 * Whether one speaker, or two that are tied, speak within some days, as far as is known. One word or two in common are the topic's unless the articles are of one day
 * or the next: of 25 such links up to a week apart 9 were right, of 30 drawn from undated articles 11, of 30 with three words there 20.
 */
export function areTied(seen: Compared, apart: number | null): boolean {
  return areOne(seen) && (seen.compared.shared.length >= LEAST_SHARED ? (apart ?? 0) <= ONE_UTTERANCE_DAYS : apart !== null && apart <= NEXT_DAY)
}

/** Whether two claims of untied speakers are phrases that share too little to be more than the topic's. */
export const arePhrasesOfTopic = (seen: Compared, apart: number | null, a: JudgedClaim, b: JudgedClaim): boolean =>
  !areTied(seen, apart) && (isLate(apart) || seen.shares.ofLonger < PHRASES.longer || seen.compared.shared.length < PHRASES.words) && arePhrases(a, b)

const arePhrases = (a: JudgedClaim, b: JudgedClaim) => !has(a, TRAIT.sentence) || !has(b, TRAIT.sentence)

/** Whether two claims share as much as the least likely link, of speakers who may speak of one event: told before their features are worked out. */
export function sharesEnough(seen: Compared, apart: number | null): boolean {
  if (isLate(apart) && !areOne(seen)) return false
  const { ofShorter, ofLonger } = seen.shares
  return areTied(seen, apart) ? ofShorter >= TIED.shorter : ofShorter >= OTHER_WORDS.shorter && ofLonger >= OTHER_WORDS.longer
}

/** Whether two claims that share enough are one proposition, as likely as the model has it, in much the same words or in other words; null: neither. */
export function sharingOf(seen: Compared, same: number, apart: number | null): 'words' | 'other words' | null {
  const { shares: { ofShorter, ofLonger }, compared } = seen
  if (areTied(seen, apart)) return ofShorter >= (same < TIED.probability ? TIED.unlikely : TIED.shorter) ? 'words' : null
  const longer = isLate(apart) && compared.shared.length < LATE.words ? LATE.longer : UNTIED.longer
  if (same >= UNTIED.probability && ofShorter >= UNTIED.shorter && ofLonger >= longer) return 'words'
  return same >= OTHER_WORDS.probability && compared.neighbours >= OTHER_WORDS.neighbours && (apart ?? 0) <= OTHER_WORDS.days ? 'other words' : null
}
