import type { LinkClaim } from './input.ts'
import type { Link, SpeakerKind } from '../model/schema.ts'
import type { Span } from '../model/span.ts'

/** A speaker of the registry, with what ties it to others without being them. Every list is of folded names. */
export interface LinkSpeaker {
  /** Id in the registry. */
  readonly id: string
  readonly kind: SpeakerKind
  readonly name: string
  /** All names in full that it goes by; a person's surname is not among them. */
  readonly names: readonly string[]
  /** Surname of a person, else null. */
  readonly surname: string | null
  /** Whom it speaks for: `a spokesman for Vera Nolan` -> `vera nolan`. */
  readonly speaksFor: readonly string[]
  /** Bodies, countries and people that it stands for by office or is named after: `the Kremlin`, `the Nolan campaign` -> `nolan`. */
  readonly standsFor: readonly string[]
}

/** An outlet or agency through which a claim came, by its article. */
export interface Carrier {
  readonly kind: 'report' | 'wire'
  readonly name: string
  /** What its names have in common. */
  readonly key: string
  /** One report or credit of one article has one id in all claims that it reaches. */
  readonly id: string
  /** Where the article says so. */
  readonly evidence: readonly Span[]
}

/** One claim as linking and counting see it: the row that is keyed, paired, judged and grouped. */
export interface ClaimRow {
  readonly article: string
  readonly outlet: string | null
  /** Day of publication since 1970, or null where it is not known. */
  readonly day: number | null
  readonly claim: LinkClaim
  /** In the order of their ids in the registry; empty where nobody is named or found. */
  readonly speakers: readonly LinkSpeaker[]
  readonly carriers: readonly Carrier[]
  /** Whom its own text names for most of what it says (`the police said that ...`); left out where nobody is. */
  readonly passesOn?: readonly string[]
}

/** Of a row what is judged: the claim, and who says it. */
export type SpokenClaim = Pick<ClaimRow, 'article' | 'claim' | 'speakers'>

/** What is judged of two claims of different articles; null in place of it: not related. */
export interface Judgement {
  readonly type: Link['type']
  /** Probability that the type is right. */
  readonly confidence: number
  readonly why: readonly string[]
}

/** A judged pair, claims by number, a before b. */
export interface JudgedPair extends Omit<Judgement, 'why'> {
  readonly a: number
  readonly b: number
  /** The number of its line where it was written before, see {@link Memory}. */
  readonly written?: number | undefined
}
