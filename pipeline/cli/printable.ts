import { COLOURED } from './colors.ts'

/** What a terminal would act on instead of showing it: control characters but tab and line ends, and controls of direction. */
// oxlint-disable-next-line no-control-regex
const ACTED_ON = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g
/** The sequences that our own colours are made of; concealment (8) is none of them. */
// oxlint-disable-next-line no-control-regex
const OWN_COLOUR = /^\u001b\[(?:0|[1-479]|2[2-79]|3\d|4\d|9[0-7]|10[0-7])m/

/**
 * Text as it may go to a terminal, whatever an article, an id or a path holds: each character that a terminal acts on becomes its escape
 * (`\u001b`), which inside JSON is the same value. Our own colours stay.
 */
export function printable(text: string, coloured: boolean = COLOURED): string {
  return text.replace(ACTED_ON, (unit, at: number) =>
    coloured && unit === '\u001b' && OWN_COLOUR.test(text.slice(at, at + 8)) ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
