import type { ClaimKind, CommitmentLabel, SpeakerKind, StanceLabel } from '../model/schema.ts'
import type { Range } from '../model/span.ts'

/** What the page and the server of the review tell each other about one article. Places are UTF-16 code units of its text, half open. */

/** What a claim is, as it was found or as a person states it. */
export interface Stated {
  readonly content: readonly Range[]
  readonly mention: Range | null
  readonly cue: Range | null
  readonly speakers: readonly { readonly name: string; readonly kind: SpeakerKind }[]
  readonly kind: ClaimKind
  readonly commitment: CommitmentLabel
  readonly stance: readonly { readonly label: StanceLabel; readonly target: string }[]
}

export const VERDICTS = ['right', 'wrong', 'mended', 'added'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A person's verdict on one claim: by its id, or by a name of its own where it was added. */
export interface Judged {
  readonly claim: string
  readonly verdict: Verdict
  /** What it is, where it was mended or added. */
  readonly stated: Stated | null
}

/** Two claims that a person holds apart. */
export interface Apart {
  readonly claim: string
  readonly other: { readonly article: string; readonly claim: string }
  readonly verdict: 'not-same' | 'not-contradicts'
}

/** Everything that a person said about one article. */
export interface ReviewState {
  readonly judged: readonly Judged[]
  readonly apart: readonly Apart[]
}

export const NOTHING: ReviewState = { judged: [], apart: [] }

/** A claim as it was found. */
export interface FoundClaim {
  readonly id: string
  readonly stated: Stated
  readonly confidence: number
  /** Claims of other articles that are held to be the same or to contradict it. */
  readonly links: readonly { readonly same: boolean; readonly article: string; readonly claim: string; readonly outlet: string; readonly words: string }[]
}

export interface ReviewArticle {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly found: readonly FoundClaim[]
  /** Names that the article's speakers go by. */
  readonly speakers: readonly { readonly name: string; readonly kind: SpeakerKind }[]
  readonly state: ReviewState
  /** Corrections of before that fit nothing any more. */
  readonly lost: number
}

export interface ReviewListing {
  readonly id: string
  readonly title: string
  readonly claims: number
  readonly judged: number
}
