import type { Range } from './span.ts'

/** Everything that can be wrong with an input or was left undecided, and what it means to a reader. */
export const PROBLEM_CODES = {
  'read/encoding': 'the bytes are not valid in UTF-8 or the encoding that the input states, or the text shows that they once were not',
  'read/cut-off': 'the input ends before its end: it was read as far as it goes',
  'read/control-characters': 'the text holds NUL or other control characters',
  'read/lone-surrogate': 'the text holds half a surrogate pair',
  'read/not-english': 'the text does not look English; the rules and the model know English only',
  'read/empty': 'the article holds no text',
  'read/metadata': 'the metadata beside or in front of the article is malformed and was ignored',
  'read/duplicate-id': 'another article before this one has the same id; this one was given a suffix',
  'read/html': 'no main text was found in the HTML; the text of its body was taken',
  'quotation/unpaired': 'a quotation mark has no partner',
  'quotation/unclosed': 'a quotation is not closed where its paragraph ends, nor taken up again in the next',
  'corrections/lost': 'a correction that a person made cannot be applied: its words do not stand in the text, or are of no claim any more',
  'corrections/malformed': 'the file with a person’s corrections is malformed and was ignored',
  'claims/nested': 'claims lie in so many others that they were left out',
  'claims/many': 'the article holds more claims than are answered with',
} as const
export type ProblemCode = keyof typeof PROBLEM_CODES

/** Everything that keeps one input from being answered. */
const ERROR_CODES = {
  'read/missing': 'there is no such file or folder',
  'read/no-articles': 'nothing in it can be read as an article',
  'read/unreadable': 'the file could not be read',
  'read/binary': 'the file is not text',
  'read/format': 'the file is of a kind that holds no article',
  'read/too-large': 'the article is longer than the limit',
  'read/html': 'the HTML could not be parsed',
  'read/document': 'the document (PDF, Word, e-mail, feed, archive) could not be read',
  'read/json': 'the line is not JSON',
  'read/row': 'the row does not have the fields of an article',
  'annotate/failed': 'the article could not be annotated: a bug in claimtrace',
  'write/failed': 'the result could not be written',
} as const
export type ErrorCode = keyof typeof ERROR_CODES

/** What the line of an input that could not be answered says it is. */
export const ERROR_SCHEMA = 'claimtrace/error/1'

/** A problem as a stage reports it: the place is a range, anchored when the article is assembled. */
export interface RawProblem {
  readonly code: ProblemCode
  readonly message: string
  readonly range: Range | null
}
