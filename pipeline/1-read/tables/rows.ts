import type { ArticleError } from '../../model/schema.ts'
import { decode } from '../../text/decode.ts'
import { articleError } from '../errors.ts'
import type { InputForm } from '../form.ts'
import type { RawArticle } from '../raw.ts'
import { columnsOf } from './columns.ts'
import { lines } from './lines.ts'
import { decodedArticle, placeOf, rowArticle, tooLong, type RowPlace } from './row-article.ts'

/** Which file rows come from (null: standard input), and what ids begin with where rows have none. */
export interface RowSource {
  readonly path: string | null
  readonly name: string
}

/**
 * The articles of a stream of JSONL, as they come. A line that is no article is an error with its number; blank lines are skipped.
 */
export async function* readRows(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, { path, name }: RowSource, form: InputForm): AsyncGenerator<RawArticle | ArticleError> {
  for await (const { number, bytes } of lines(stream, form.limits.row)) {
    if (bytes === null) yield tooLong(form.limits.row, { path, line: number })
    else if (!isBlank(bytes)) yield await readRow(bytes, { path, line: number, id: `${name}-${number}` }, form)
  }
}

async function readRow(bytes: Buffer, at: RowPlace, form: InputForm): Promise<RawArticle | ArticleError> {
  const decoded = decode(bytes)
  let value: unknown
  try {
    value = JSON.parse(decoded.text)
  } catch (error) {
    const message = `${placeOf(at)}: not JSON: ${(error as Error).message}; one article per line, {"id", "text"}`
    return articleError('read/json', message, { path: at.path, line: at.line })
  }
  return decodedArticle(await valueArticle(value, at, form), decoded, placeOf(at))
}

/** The article of a JSON value. */
export async function valueArticle(value: unknown, at: RowPlace, form: InputForm): Promise<RawArticle | ArticleError> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return articleError('read/row', `${placeOf(at)}: not an article: an object is needed, {"id", "text"}`, { path: at.path, line: at.line })
  return rowArticle(value as Record<string, unknown>, columnsOf(Object.keys(value), form), at, form)
}

const isBlank = (bytes: Buffer) => bytes.length < 1000 && !bytes.toString('latin1').trim()
