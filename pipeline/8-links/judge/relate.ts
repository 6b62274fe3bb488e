import type { LinkClaim } from '../input.ts'
import type { ClaimRow } from '../row.ts'
import { compareTexts, longestRun, meaningOf, type Comparison, type Words } from './compare.ts'
import { FUNCTION, type Vocabulary } from './vocabulary.ts'
import type { Link } from '../../model/schema.ts'
import { contraryOf, datesDiffer, haveContraries, states } from './contrary.ts'

/** One stance of a claim with the words of its target. */
export type Wanted = LinkClaim['stance'][number] & { readonly words: Words }

/** One claim as it is related to others: with its speakers' ids in the registry and what they speak for. */
export interface Side {
  readonly row: ClaimRow
  readonly claim: LinkClaim
  readonly article: string
  readonly speakers: readonly string[]
  /** Countries and organizations that the speakers are, or speak for by their office. */
  readonly kin: readonly string[]
  /** Whether all the speakers are unnamed. */
  readonly anonymous: boolean
  /** Whether the speakers are people or bodies that speak, rather than countries or publications. */
  readonly person: boolean
  /** Whether one of the speakers is a country or an organization. */
  readonly body: boolean
  /** Day of publication since 1970, or null where it is not known. */
  readonly day: number | null
}

/** A side with its words and the words of what it wants. */
export interface Related extends Side {
  readonly words: Words
  readonly stances: readonly Wanted[]
}

export type SpeakerTie = 'same' | 'kin' | 'unknown' | 'different'
export interface Relation {
  readonly type: Link['type']
  readonly score: number
  readonly why: readonly string[]
}

/**
 * Thresholds of the relations, on what {@link compareTexts} measures. Chosen on pairs of claims of news articles; a
 * quotation needs the same words, one utterance told in other words needs the same speaker, another speaker needs more.
 */
const AT_LEAST = {
  copyJaccard: 0.5, copyContained: 0.75, copyShared: 4, copyNeighbours: 0.45,
  shortCopyContained: 0.9, shortCopyShared: 3, shortCopyNeighbours: 0.7, verbatim: 0.85,
  utteranceByStance: 0.15, target: 0.5,
} as const
/** How much of the meaning must be shared, by how many words are shared or related: the fewer, the more. */
const MEANING: Readonly<Record<'sameSpeaker' | 'toldAgain' | 'otherSpeaker' | 'noSpeaker' | 'quoted', readonly (readonly [words: number, share: number])[]>> = {
  sameSpeaker: [[5, 0.45], [3, 0.6], [2, 0.7]],
  toldAgain: [[4, 0.38], [3, 0.5], [2, 0.6]],
  otherSpeaker: [[5, 0.62], [4, 0.7]],
  noSpeaker: [[4, 0.8]],
  quoted: [[5, 0.55], [3, 0.62]],
}
/** What of the shorter claim the longer one must hold, where one speaker's words are told at length here and in brief there. */
const HELD: readonly (readonly [words: number, share: number])[] = [[5, 0.48], [3, 0.65], [2, 0.7]]
/** One utterance is reported within this many days. */
const SAME_UTTERANCE_DAYS = 7

/** How two claims of different articles are related by their words, speakers, stance and time, or null. */
export function relate(vocabulary: Vocabulary, a: Related, b: Related, words: Comparison): Relation | null {
  if (datesDiffer(vocabulary, words)) return null
  const tie = speakerTie(a, b)
  const near = a.day === null || b.day === null || Math.abs(a.day - b.day) <= SAME_UTTERANCE_DAYS
  const meaning = meaningOf(words)
  const say = (type: Link['type'], score: number, more: readonly string[] = []): Relation => ({
    type, score: round(score), why: [...more, ...reasonsOf(vocabulary, a, b, words, tie)],
  })
  if (isCopy(words) && a.claim.quoted && b.claim.quoted && near && (tie === 'same' || (tie === 'unknown' && isLongCopy(a, b, words))))
    return say('same-quote', Math.max(words.jaccard, words.contained * 0.9))
  const stance = sharedStance(vocabulary, a, b)
  const told = words.shared + words.related.length
  const bothState = states(a.claim) && states(b.claim)
  if (!stance) {
    const contrary = contraryOf(vocabulary, a, b, words)
    if (contrary) return say('contradicts', Math.max(meaning, 0.5), [contrary])
  }
  if (opposed(vocabulary, a, b)) return null
  const utterance = near && bothState && a.person && b.person && a.speakers.join() === b.speakers.join()
  if (tie === 'same' && words.sharedNoNames + words.related.length >= 1 && enough(bothState ? 'sameSpeaker' : 'otherSpeaker', told, meaning)) return say(utterance ? 'same-utterance' : 'same-claim', meaning)
  const again = tie === 'same' && near && bothState && words.sharedNoNames + words.related.length >= 1 && !differ(vocabulary, words)
  if (again && (enough('toldAgain', told, meaning) || holds(words, told))) return say(utterance ? 'same-utterance' : 'same-claim', meaning)
  if (stance && (tie === 'same' || (tie === 'kin' && (a.body || b.body))) && (told >= 2 || isShort(a) || isShort(b))) {
    const one = tie === 'same' && utterance && stance.exactly && meaning >= AT_LEAST.utteranceByStance
    return say(one ? 'same-utterance' : 'same-claim', Math.max(0.5, meaning), [stance.reason])
  }
  if (tie === 'unknown' && a.claim.quoted && b.claim.quoted && near && enough('quoted', words.shared, meaning)) return say('same-claim', meaning)
  if (!bothState || firstPerson(a) || firstPerson(b)) return null
  if (tie === 'kin') return enough('sameSpeaker', told, meaning) ? say('same-claim', meaning) : null
  if (isLongRun(vocabulary, a.words, b.words, words)) return say('same-claim', meaning)
  return enough(tie === 'different' ? 'otherSpeaker' : 'noSpeaker', words.sharedNoNames, meaning) ? say('same-claim', meaning) : null
}

const enough = (speaker: keyof typeof MEANING, words: number, meaning: number) => MEANING[speaker].some(([least, share]) => words >= least && meaning >= share)

/** Whether what one says is for the most part in what the other says. */
const holds = ({ coveredA, coveredB }: Comparison, told: number) => HELD.some(([least, share]) => told >= least && Math.max(coveredA, coveredB) >= share)

/** Whether each names a number, or one of two contrary words, that the other does not: then it may be about something else. */
const differ = (vocabulary: Vocabulary, words: Comparison) => words.numbers.every((ids) => ids.length > 0) || haveContraries(vocabulary, words)

/** A run of words that two speakers will not have hit upon by chance: so many words, of them no names, and this much of the shorter claim. */
const LONG_RUN = { words: 6, content: 4, share: 0.5 } as const

function isLongRun(vocabulary: Vocabulary, a: Words, b: Words, { sharedNoNames }: Comparison): boolean {
  if (sharedNoNames < LONG_RUN.content) return false
  const run = longestRun(a.order, b.order)
  const content = new Set(run.filter((id) => !(vocabulary.kinds[id]! & FUNCTION) && !vocabulary.isName(id)))
  return run.length >= LONG_RUN.words && content.size >= LONG_RUN.content && run.length >= LONG_RUN.share * Math.min(a.order.length, b.order.length)
}

function isCopy({ shared, jaccard, contained, neighbours }: Comparison): boolean {
  if (shared >= AT_LEAST.copyShared && neighbours >= AT_LEAST.copyNeighbours && (jaccard >= AT_LEAST.copyJaccard || contained >= AT_LEAST.copyContained)) return true
  if (shared >= 2 && neighbours >= AT_LEAST.verbatim) return true
  return shared >= AT_LEAST.shortCopyShared && neighbours >= AT_LEAST.shortCopyNeighbours && contained >= AT_LEAST.shortCopyContained
}

/** Whether a copy is so long that nobody else will have said it so: where the speaker is not known. */
function isLongCopy(a: Related, b: Related, { shared, neighbours }: Comparison): boolean {
  return shared >= 5 || (shared >= 3 && neighbours >= AT_LEAST.shortCopyNeighbours && Math.min(a.words.order.length, b.words.order.length) >= LONG_COPY)
}

const LONG_COPY = 6

/** Whether the speakers are the same, speak for the same country or body, are not known, or differ. */
export function speakerTie(a: Side, b: Side): SpeakerTie {
  if (a.speakers.some((id) => b.speakers.includes(id))) return 'same'
  if (a.kin.some((key) => b.kin.includes(key))) return 'kin'
  return a.speakers.length === 0 || b.speakers.length === 0 || a.anonymous || b.anonymous ? 'unknown' : 'different'
}

const ATTITUDE: Readonly<Record<string, string>> = { support: 'for', conditional: 'for', open: 'open', oppose: 'against' }

/** A stance that both hold, and whether by the same label. */
function sharedStance(vocabulary: Vocabulary, a: Related, b: Related): { readonly reason: string; readonly exactly: boolean } | null {
  for (const s of a.stances) for (const t of b.stances)
    if (ATTITUDE[s.label] === ATTITUDE[t.label] && sameTarget(vocabulary, s, t))
      return { reason: `both ${ATTITUDE[s.label]} ${s.target}`, exactly: s.label === t.label }
  return null
}

/** Whether the speakers want contrary things of one target. */
function opposed(vocabulary: Vocabulary, a: Related, b: Related): boolean {
  return a.stances.some((s) => b.stances.some((t) => (s.label === 'oppose') !== (t.label === 'oppose') && sameTarget(vocabulary, s, t)))
}

/** Whether two stances are towards the same: one topic, or targets of mostly the same words. People alone are no course of action. */
function sameTarget(vocabulary: Vocabulary, s: Wanted, t: Wanted): boolean {
  const tells = ({ words }: Wanted) => words.content.length >= 2 && words.content.some((id) => !vocabulary.isName(id))
  if (!tells(s) || !tells(t)) return false
  return (s.topic !== null && s.topic === t.topic) || meaningOf(compareTexts(vocabulary, s.words, t.words)) >= AT_LEAST.target
}

const POINTER = /\b(?:such|this|these|that|the) (?:\p{L}+ )?(?:idea|proposal|plan|initiative|move|measure|step|scenario|issue|matter|suggestion|thing|deal|project)s?\b/iu
const POINTER_WORDS = 8
const SHORT = 4

/** Whether a claim's words tell little by themselves (`sending their troops`) or point to what was said before (`the idea`, `it had no plans to pursue such initiatives`). */
function isShort({ words, claim }: Related): boolean {
  return words.content.length <= SHORT || (words.order.length <= POINTER_WORDS && POINTER.test(claim.text))
}

const firstPerson = ({ claim }: Side) => claim.quoted && /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us|[Mm]ine|[Oo]urs)\b/.test(claim.text)

function reasonsOf(vocabulary: Vocabulary, a: Side, b: Side, words: Comparison, tie: SpeakerTie): readonly string[] {
  const name = (id: number) => vocabulary.words[id]!
  const why: string[] = []
  if (words.rarest.length) why.push(`shared words: ${words.rarest.map(name).join(', ')}`)
  if (words.sharedNumbers.length) why.push(`same numbers: ${words.sharedNumbers.map(name).join(', ')}`)
  if (words.related.length) why.push(`related words: ${words.related.slice(0, 4).map(([x, y]) => `${name(x)} / ${name(y)}`).join(', ')}`)
  if (tie === 'same') why.push('same speaker')
  if (tie === 'kin') why.push(`both speak for ${a.kin.find((key) => b.kin.includes(key))}`)
  if (a.day !== null && b.day !== null) why.push(a.day === b.day ? 'same day' : `${Math.abs(a.day - b.day)} days apart`)
  return why
}

const round = (x: number) => Math.round(Math.min(1, Math.max(0, x)) * 1000) / 1000
