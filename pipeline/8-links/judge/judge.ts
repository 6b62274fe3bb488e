import type { Judgement } from '../row.ts'
import type { SpeakerTie } from '../speakers/tie.ts'
import type { JudgedClaim } from './claim.ts'
import { denialOf } from './denial.ts'
import { FEATURES } from './features.ts'
import { partsOf, probability, type LinkModel } from './model.ts'
import { compareClaims, type Compared } from './pair.ts'
import { isSentence } from './traits.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One utterance is reported within this many days; later, the same words are said again. */
const ONE_UTTERANCE_DAYS = 7
const NEXT_DAY = 1
/** Quotations that share so long a passage that nobody else will have said it so are one, whoever is named; and those of nearly the same words (34 of 34, cross-validated) are as sure. */
const LONG_PASSAGE = 0.9
/** How likely those who deny allegations within some days deny the same, tied as they are: (right + 1) / (found + 2) of 9 in the development events and in articles about rumours. */
const BOTH_DENY = 0.9

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
 * utterance. Of 24 such links between .7 and .75 drawn from 1,680 articles about rumours 20 were right, of 24 between .75 and .8 17; of 24 from .6 to .7 14.
 */
const OTHER_WORDS = { probability: 0.7, shorter: 0.35, longer: 0.25, neighbours: 0.25, days: 3 } as const
const TIES_OF_ONE: ReadonlySet<SpeakerTie> = new Set(['same', 'alias', 'spokesperson', 'metonym'])

/** Whether two claims of different articles are one utterance, one proposition, or contradict each other; null: neither. Pure and symmetric. */
export function judge(vocabulary: Vocabulary, model: LinkModel, a: JudgedClaim, b: JudgedClaim): Judgement | null {
  const found = judgeTold(vocabulary, model, a, b)
  if (found === null || (a.row.claim.echo ?? b.row.claim.echo) === undefined) return found
  const echoes = [a, b].flatMap(({ row: { claim } }) => claim.echo ?? [])
  const why = found.why.filter((reason) => !Object.values(TIES).includes(reason))
  return { ...found, type: found.type === 'contradicts' ? found.type : 'same-claim', why: [...echoes.map((words) => `one takes it up: ${words}`), ...why] }
}

/** The days between the articles of two claims, or null where one is not known. */
const daysApart = ({ row: { day: x } }: JudgedClaim, { row: { day: y } }: JudgedClaim) => (x === null || y === null ? null : Math.abs(x - y))

const isLate = (apart: number | null) => apart !== null && apart > ONE_UTTERANCE_DAYS

function judgeTold(vocabulary: Vocabulary, model: LinkModel, a: JudgedClaim, b: JudgedClaim): Judgement | null {
  const seen = compareClaims(vocabulary, a, b)
  if (TIES_OF_ONE.has(seen.tie) && isHopeless(seen)) return null
  const denial = denialOf(vocabulary, a, b, seen)
  if (denial !== null) return { type: 'contradicts', confidence: denial.confidence, why: [denial.why, ...reasons(vocabulary, a, b, seen)] }
  const apart = daysApart(a, b)
  const late = isLate(apart)
  const say = (type: Judgement['type'], confidence: number, ...because: readonly string[]): Judgement => ({ type, confidence: round(confidence), why: [...reasons(vocabulary, a, b, seen), ...because] })
  const deny = () => (seen.bothDeny && !late ? say('same-claim', BOTH_DENY, 'both deny it') : null)
  if (seen.passage && !late) return seen.barred !== null ? deny() : say('same-quote', LONG_PASSAGE, 'a long passage')
  if ((late && !TIES_OF_ONE.has(seen.tie)) || !sharesEnough(seen, apart)) return deny()
  const same = probability(model, model.same, seen.features())
  const sharing = sharingOf(seen, same, apart)
  if (sharing === null || same < model.least.same) return deny()
  if (!areTied(seen, apart) && (late || seen.shares.ofLonger < PHRASES.longer || seen.compared.shared.length < PHRASES.words) && arePhrases(a, b)) return deny()
  if (seen.barred !== null) return deny() // it costs most to find
  const one = late || seen.tie === 'other' || sharing === 'other words' ? 0 : same * probability(model, model.utterance, seen.features())
  const strong = strongest(model, seen.features())
  if (one < model.least.utterance) return say('same-claim', same, ...strong)
  return seen.copy ? say('same-quote', Math.max(one, LONG_PASSAGE), ...strong) : say('same-utterance', one, ...strong)
}

/** Whether two claims of tied speakers share so little that neither links nor contradictions are looked for: most pairs, so that it is told first. */
const isHopeless = (seen: Compared) => !seen.bothDeny && (!seen.telling || (seen.compared.shared.length < LEAST_SHARED && !sharesEnough(seen, 0)))

/** Claims of tied speakers that contradict each other, or are a long copy, share so many words at least. */
const LEAST_SHARED = 3

/**
 * Whether one speaker, or two that are tied, speak within some days, as far as is known. One word or two in common are the topic's unless the articles are of one day
 * or the next: of 25 such links up to a week apart 9 were right, of 30 drawn from undated articles 11, of 30 with three words there 20.
 */
function areTied({ tie, compared }: Compared, apart: number | null): boolean {
  return TIES_OF_ONE.has(tie) && (compared.shared.length >= LEAST_SHARED ? (apart ?? 0) <= ONE_UTTERANCE_DAYS : apart !== null && apart <= NEXT_DAY)
}

const arePhrases = (a: JudgedClaim, b: JudgedClaim) => ![a, b].every(({ row }) => isSentence(row.claim.text))

/** Whether two claims share as much as the least likely link: told before their features are worked out. */
function sharesEnough(seen: Compared, apart: number | null): boolean {
  const { ofShorter, ofLonger } = seen.shares
  return areTied(seen, apart) ? ofShorter >= TIED.shorter : ofShorter >= OTHER_WORDS.shorter && ofLonger >= OTHER_WORDS.longer
}

/** Whether two claims that share enough are one proposition, as likely as the model has it, in much the same words or in other words; null: neither. */
function sharingOf(seen: Compared, same: number, apart: number | null): 'words' | 'other words' | null {
  const { shares: { ofShorter, ofLonger }, compared } = seen
  if (areTied(seen, apart)) return ofShorter >= (same < TIED.probability ? TIED.unlikely : TIED.shorter) ? 'words' : null
  const longer = isLate(apart) && compared.shared.length < LATE.words ? LATE.longer : UNTIED.longer
  if (same >= UNTIED.probability && ofShorter >= UNTIED.shorter && ofLonger >= longer) return 'words'
  return same >= OTHER_WORDS.probability && compared.neighbours >= OTHER_WORDS.neighbours && (apart ?? 0) <= OTHER_WORDS.days ? 'other words' : null
}

function reasons(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, { tie, compared }: Compared): readonly string[] {
  const { words, weights } = vocabulary
  const why: string[] = []
  const rarest = firstOf(compared.shared, 4, (x, y) => weights[x]! > weights[y]! || (weights[x] === weights[y] && words[x]! < words[y]!))
  if (rarest.length > 0) why.push(`shared words: ${rarest.map((id) => words[id]).join(', ')}`)
  if (compared.related.length > 0) why.push(`related words: ${compared.related.slice(0, 4).map(([x, y]) => `${words[x]} / ${words[y]}`).join(', ')}`)
  if (holdsOther(compared)) why.push('one holds all words of the other, and says more')
  why.push(TIES[tie])
  const apart = daysApart(a, b)
  if (apart !== null) why.push(apart === 0 ? 'same day' : `${apart} days apart`)
  return why
}

/** So many content words are more than the other says, and no other wording of it. */
const MORE = 2

/** Whether all content words of one claim are in the other, which has more. */
const holdsOther = ({ onlyA, onlyB, shared }: Compared['compared']) => shared.length > 1 && Math.min(onlyA.length, onlyB.length) === 0 && Math.max(onlyA.length, onlyB.length) >= MORE

const TIES: Readonly<Record<SpeakerTie, string>> = {
  same: 'same speaker', alias: 'perhaps the same speaker', spokesperson: 'one speaks for the other', metonym: 'one stands for the other', unknown: 'a speaker is not known', other: 'another speaker',
}

/** The two features that weighed most for the link. */
function strongest(model: LinkModel, features: readonly number[]): readonly string[] {
  const parts = partsOf(model, model.same, features)
  const positive = FEATURES.flatMap((_, i) => (parts[i]! > 0 ? [i] : []))
  return firstOf(positive, 2, (i, j) => parts[i]! > parts[j]!).map((i) => `${FEATURES[i]} (+${parts[i]!.toFixed(1)})`)
}

/** The first few of a list in an order, without sorting the rest; of equals the earlier first. */
function firstOf(list: readonly number[], count: number, isBefore: (x: number, y: number) => boolean): readonly number[] {
  const first: number[] = []
  for (const x of list) {
    if (first.length === count && !isBefore(x, first[count - 1]!)) continue
    if (first.length === count) first.pop()
    let at = first.length
    while (at > 0 && isBefore(x, first[at - 1]!)) at--
    first.splice(at, 0, x)
  }
  return first
}

const round = (x: number) => Math.round(x * 1000) / 1000
