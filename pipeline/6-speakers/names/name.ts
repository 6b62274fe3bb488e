import type { Range } from '../../model/span.ts'

export type Sex = 'male' | 'female'

/** A name as it stands in the text. The range covers the name with an honorific, without other titles. */
export interface NameMention extends Range {
  readonly firstToken: number
  readonly endToken: number
  /** The words of the name itself: no titles, no honorifics. */
  readonly words: readonly string[]
  /** The same, folded and joined by spaces. */
  readonly folded: string
  readonly kind: 'person' | 'organization' | 'country' | 'place' | 'publication' | 'unknown'
  /** Token at which the phrase with its titles begins; the same as `firstToken` where there are none. */
  readonly phraseToken: number
  /** Titles and description in front, as a token range, or null. */
  readonly titles: readonly [first: number, end: number] | null
  /** The last word of the titles, in lower case without a full stop, or empty. */
  readonly title: string
  readonly honorific: string | null
  /** What the text itself says by honorific or title. */
  readonly sex: Sex | null
  readonly possessive: boolean
}
