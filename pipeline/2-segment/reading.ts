import { formOf, type WordForm } from '../model/word-form.ts'
import { lowerOf } from './raw-token.ts'
import { mayHoldMore } from './repair.ts'

/** A word as wink reads it, and what follows from that wherever it stands. One object for the many places where it reads it so. */
export interface Reading {
  readonly value: string
  /** Its form as wink reads it: the token's own where it is the same in the text. */
  readonly form: WordForm
  /** Whether the text has it letter for letter: no quotation mark or apostrophe in it, which wink may have been given otherwise. */
  readonly same: boolean
  readonly blank: boolean
  /** Whether it holds one token only, whatever apostrophes the text has in it. */
  readonly whole: boolean
}

/** Punctuation that wink does not know as such: the horizontal bar, corner brackets. */
const UNKNOWN_MARKS = /^[―「」『』]$/

/** What there is to know of a word of wink's. */
export function readingOf(value: string, pos: string, lemma: string | undefined): Reading {
  const whole = value.length === 1 || !(value.includes('"') || mayHoldMore(value))
  const form = formOf(value, lowerOf(value), lemma ?? value.toLowerCase(), UNKNOWN_MARKS.test(value) ? 'PUNCT' : pos)
  return { value, form, same: !/['"]/.test(value), blank: !value.trim(), whole }
}
