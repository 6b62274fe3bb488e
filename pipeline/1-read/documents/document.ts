import { UserError } from '../../model/user-error.ts'
import type { ErrorCode, RawProblem } from '../../model/problems.ts'
import type { Range } from '../../model/span.ts'
import type { Given } from '../metadata.ts'

/** The text of a document that is no plain text, and what the document says about itself. */
export interface Document {
  readonly text: string
  readonly given: Given
  /** How its bytes were decoded; `utf-8` where the format itself says. */
  readonly encoding: string
  /** The headline, where it is part of the text. */
  readonly title: Range | null
}

/** A document that cannot be read, and why, in a few words: libraries may say a lot. */
export class DocumentError extends UserError {
  readonly code: ErrorCode
  constructor(message: string, code: ErrorCode = 'read/document') {
    super(message.slice(0, 300))
    this.code = code
  }
}

/** What is said of bytes that were decoded by guessing or with losses; nothing where `problem` is null. */
export const encodingProblem = (problem: string | null): readonly RawProblem[] => (problem === null ? [] : [{ code: 'read/encoding', message: problem, range: null }])

/** What is said of an input that ends too early. */
export const cutOff = (message: string): RawProblem => ({ code: 'read/cut-off', message, range: null })

/** Plain text of messages and PDFs: one kind of line end, no white space before it, no more than one empty line. */
export const tidyText = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
