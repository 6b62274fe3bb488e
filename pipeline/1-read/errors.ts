import { ERROR_SCHEMA, type ErrorCode } from '../model/problems.ts'
import type { ArticleError } from '../model/schema.ts'

/** Which input an error is about; what is not known is left out. */
export interface Place {
  readonly id?: string | null
  readonly path?: string | null
  readonly line?: number | null
}

/** How an input is called in messages. */
export const fileOf = (path: string | null) => path ?? 'standard input'

/** The answer to an input that could not be read; the message is one line, whatever a library says. */
export function articleError(code: ErrorCode, message: string, { id = null, path = null, line = null }: Place): ArticleError {
  return { schema: ERROR_SCHEMA, id, path, line, code, message: message.replace(/[\r\n\t]+/g, ' ') }
}
