import { lowerOf } from './raw-token.ts'
import { mayHoldMore } from './repair.ts'

/** A word as wink reads it, and what follows from that wherever it stands. One object for the many places where it reads it so. */
export interface Reading {
  readonly value: string
  readonly pos: string
  readonly lemma: string
  readonly lower: string
  readonly blank: boolean
  /** Whether the text has it letter for letter: no quotation mark or apostrophe in it, which wink may have been given otherwise. */
  readonly same: boolean
  /** Whether it holds one token only, whatever apostrophes the text has in it. */
  readonly whole: boolean
}

/** What there is to know of a word of wink's. */
export function readingOf(value: string, pos: string, lemma: string | undefined): Reading {
  const whole = value.length === 1 || !(value.includes('"') || mayHoldMore(value))
  return { value, pos, lemma: lemma ?? value.toLowerCase(), lower: lowerOf(value), blank: !value.trim(), same: !/['"]/.test(value), whole }
}
