import { UserError } from '../../model/user-error.ts'
import type { Given } from '../metadata.ts'

/** The text of a document that is no plain text, and what the document says about itself. */
export interface Document {
  readonly text: string
  readonly given: Given
}

/** A document that cannot be read, and why, for one line. */
export class DocumentError extends UserError {}

/** Plain text of messages and PDFs: one kind of line end, no white space before it, no more than one empty line. */
export const tidyText = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
