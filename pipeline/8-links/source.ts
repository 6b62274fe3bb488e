import type { Speaker } from '../model/schema.ts'
import type { Span } from '../model/span.ts'
import type { HeldApart, LinkClaim, LinkInput, ReadArticle } from './input.ts'

/** The outlet and the claims of an article, of these each read when it is asked for by its place. */
export interface ClaimsRead {
  readonly outlet: string | null
  readonly at: (place: number) => LinkClaim
}

/** An article that is to be linked; what is in it is read where it is asked for. */
export interface LinkSource {
  readonly article: string
  /** Tells all that is linked of the article from anything else; null where that is not known. */
  readonly content: () => string | null
  readonly read: () => ReadArticle
  /** Its outlet and claims alone. */
  readonly claims: () => ClaimsRead
  /** Claims that a person holds apart from others. */
  readonly apart: () => readonly HeldApart[]
  /** Its speakers alone. */
  readonly speakers: () => readonly Speaker[]
  /** Of its passages the hashes alone, and the passages; see {@link LinkInput}. */
  readonly passageHashes: () => readonly number[]
  readonly passages: () => readonly Span[]
}

/** An article that is at hand. */
export const sourceOf = (input: LinkInput): LinkSource => ({
  article: input.article,
  content: () => null,
  read: () => input,
  claims: () => ({ outlet: input.outlet, at: (place) => input.claims[place]! }),
  apart: () => input.apart ?? [],
  speakers: () => input.speakers,
  passageHashes: () => input.passageHashes,
  passages: () => input.passages,
})
