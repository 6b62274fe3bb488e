import type { LinkClaim } from './input.ts'
import type { Comparison } from './compare.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { Link } from '../model/schema.ts'

/** One claim as it is related to others: with its speakers' ids in the registry and what they speak for. */
export interface Side {
  readonly claim: LinkClaim
  readonly article: string
  readonly speakers: readonly string[]
  /** Countries and organizations that the speakers are, or speak for by their office. */
  readonly kin: readonly string[]
  /** Whether all the speakers are unnamed. */
  readonly anonymous: boolean
  /** Day of publication since 1970, or null where it is not known. */
  readonly day: number | null
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
  copyJaccard: 0.5, copyContained: 0.75, copyShared: 3, copyNeighbours: 0.3,
  utterance: 0.45, claimSameSpeaker: 0.5, claimKin: 0.5, claimOther: 0.62, proposition: 0.55,
} as const
/** One utterance is reported within this many days. */
const SAME_UTTERANCE_DAYS = 7

/** How two claims of different articles are related by their words, speakers, stance and time, or null. */
export function relate(vocabulary: Vocabulary, a: Side, b: Side, words: Comparison): Relation | null {
  const tie = speakerTie(a, b)
  const near = a.day === null || b.day === null || Math.abs(a.day - b.day) <= SAME_UTTERANCE_DAYS
  const meaning = meaningOf(words)
  const why = reasonsOf(vocabulary, a, b, words, tie)
  const contrary = contraryOf(vocabulary, a, b, words)
  const otherYear = yearsDiffer(vocabulary, words)
  const copy = isCopy(words)
  if (otherYear) return null
  const say = (type: Link['type'], score: number, more: readonly string[] = []): Relation => ({ type, score: round(score), why: [...more, ...why] })

  if (copy && a.claim.quoted && b.claim.quoted && (tie === 'same' || (tie === 'unknown' && words.shared >= 5))) {
    if (near && (!contrary || words.jaccard >= 0.7)) return say('same-quote', Math.max(words.jaccard, words.contained * 0.9))
  }
  if (contrary && meaning >= AT_LEAST.proposition && words.shared >= 2) return say('contradicts', meaning, [contrary])
  if (contrary) return null
  if (tie === 'same' && meaning >= AT_LEAST.utterance && words.shared >= 2) return say(near ? 'same-utterance' : 'same-claim', meaning)
  const stance = sharedStance(a, b)
  if (stance && tie === 'same' && near && (isSummary(words, a, b))) return say('same-utterance', 0.5, [stance])
  if (stance && (tie === 'same' || tie === 'kin')) return say('same-claim', 0.5, [stance])
  if (firstPerson(a) || firstPerson(b)) return null
  if (tie === 'kin' && meaning >= AT_LEAST.claimKin && words.shared >= 2) return say('same-claim', meaning)
  if (meaning >= AT_LEAST.claimOther && words.shared >= 3) return say('same-claim', meaning)
  return null
}

/** How far two texts say the same: the harmonic mean of what each covers of the other. */
export function meaningOf({ coveredA, coveredB }: Comparison): number {
  return coveredA + coveredB ? (2 * coveredA * coveredB) / (coveredA + coveredB) : 0
}

function isCopy(words: Comparison): boolean {
  const enough = words.shared >= AT_LEAST.copyShared && words.neighbours >= AT_LEAST.copyNeighbours
  return enough && (words.jaccard >= AT_LEAST.copyJaccard || (words.contained >= AT_LEAST.copyContained && words.shared >= 4))
}

/** Whether the speakers are the same, speak for the same country or body, are not known, or differ. */
export function speakerTie(a: Side, b: Side): SpeakerTie {
  if (a.speakers.some((id) => b.speakers.includes(id))) return 'same'
  if (a.kin.some((key) => b.kin.includes(key))) return 'kin'
  return a.speakers.length === 0 || b.speakers.length === 0 || a.anonymous || b.anonymous ? 'unknown' : 'different'
}

/** Why two claims with the same words cannot both hold, or null: other polarity, another number, contrary words. */
function contraryOf(vocabulary: Vocabulary, a: Side, b: Side, words: Comparison): string | null {
  const denied = (side: Side) => side.claim.commitment === 'denies' || side.claim.commitment === 'doubts'
  const odd = words.oddNegation !== (denied(a) !== denied(b))
  if (odd) return 'one is negated'
  if (words.numbers[0].length > 0 && words.numbers[1].length > 0) {
    const list = (ids: readonly number[]) => ids.map((id) => vocabulary.words[id]).join(', ')
    return `other numbers: ${list(words.numbers[0])} and ${list(words.numbers[1])}`
  }
  return null
}

const isYear = (word: string) => /^(?:19|20)\d\d$/.test(word)

/** Whether each names a year that the other does not: then they speak of different things. */
function yearsDiffer({ words }: Vocabulary, { numbers }: Comparison): boolean {
  return numbers.every((ids) => ids.some((id) => isYear(words[id]!)))
}

const ATTITUDE: Readonly<Record<string, string>> = { support: 'for', conditional: 'for', open: 'for', oppose: 'against' }

function sharedStance(a: Side, b: Side): string | null {
  for (const s of a.claim.stance) for (const t of b.claim.stance) {
    const same = s.topic !== null ? s.topic === t.topic : s.target.toLowerCase() === t.target.toLowerCase()
    if (same && ATTITUDE[s.label] === ATTITUDE[t.label]) return `both ${ATTITUDE[s.label]} ${s.target}`
  }
  return null
}

/** Whether one of the texts has too few words of its own to be compared (`the idea`). */
function isSummary(words: Comparison, a: Side, b: Side): boolean {
  return Math.min(a.claim.text.split(/\s+/).length, b.claim.text.split(/\s+/).length) <= 3 || words.shared >= 1
}

const firstPerson = ({ claim }: Side) => claim.quoted && /\b(?:I|we|my|our|me|us|mine|ours)\b/.test(claim.text)

function reasonsOf(vocabulary: Vocabulary, a: Side, b: Side, words: Comparison, tie: SpeakerTie): readonly string[] {
  const name = (id: number) => vocabulary.words[id]!
  const why: string[] = []
  if (words.rarest.length) why.push(`shared words: ${words.rarest.map(name).join(', ')}`)
  if (words.related.length) why.push(`related words: ${words.related.slice(0, 4).map(([x, y]) => `${name(x)} / ${name(y)}`).join(', ')}`)
  if (tie === 'same') why.push('same speaker')
  if (tie === 'kin') why.push(`both speak for ${a.kin.find((key) => b.kin.includes(key))}`)
  if (a.day !== null && b.day !== null) why.push(a.day === b.day ? 'same day' : `${Math.abs(a.day - b.day)} days apart`)
  return why
}

const round = (x: number) => Math.round(Math.min(1, Math.max(0, x)) * 1000) / 1000
