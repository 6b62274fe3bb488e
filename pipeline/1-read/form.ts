import type { Locale } from './dates.ts'

/** The columns of a table that an article is read from. */
export const FIELDS = ['text', 'id', 'title', 'date', 'outlet', 'url'] as const
export type Field = (typeof FIELDS)[number]

/** The longest inputs that are taken, in bytes. Files of rows may be of any length. */
export interface Limits {
  /** Of one article's text, or page: three books. Tokens and features of more than that do not fit in memory everywhere. */
  readonly article: number
  /** Of a row, which may carry fields beside its text, and of what is read whole: documents, feeds, JSON. */
  readonly row: number
}

/** The limits that hold outside of tests. */
export const LIMITS: Limits = { article: 6_000_000, row: 64_000_000 }

/** What only the user knows about how the inputs are written. */
export interface InputForm {
  /** Whose order of day and month counts in dates such as `02/07/2010`; null where nobody said. */
  readonly locale: Locale
  /** Columns by name; those that are not named are guessed. */
  readonly columns: { readonly [field in Field]?: string | undefined }
  readonly limits: Limits
}

/** Nothing is known: columns are guessed, ambiguous dates are problems. */
export const ANY_FORM: InputForm = { locale: null, columns: {}, limits: LIMITS }
