import type { Locale } from './dates.ts'

/** The columns of a table that an article is read from. */
export const FIELDS = ['text', 'id', 'title', 'date', 'outlet', 'url'] as const
export type Field = (typeof FIELDS)[number]

/** What only the user knows about how the inputs are written. */
export interface InputForm {
  /** Whose order of day and month counts in dates such as `02/07/2010`; null where nobody said. */
  readonly locale: Locale
  /** Columns by name; those that are not named are guessed. */
  readonly columns: { readonly [field in Field]?: string | undefined }
}

/** Nothing is known: columns are guessed, ambiguous dates are problems. */
export const ANY_FORM: InputForm = { locale: null, columns: {} }
