import type { ArticleError } from '../../model/schema.ts'
import { decode } from '../../text/decode.ts'
import { articleError } from '../errors.ts'
import type { InputForm } from '../form.ts'
import type { RawArticle } from '../raw.ts'
import { columnsOfRows, type Columns } from './columns.ts'
import { lines } from './lines.ts'
import { decodedArticle, placeOf, rowArticle, tooLong, type Awaitable, type RowPlace } from './row-article.ts'

/** Which file rows come from (null: standard input), and what ids begin with where rows have none. */
export interface RowSource {
  readonly path: string | null
  readonly name: string
}

/** So many articles at most are given at once. */
const AT_ONCE = 8

/**
 * The articles of a stream of JSONL, as many at once as came. A line that is no article is an error with its number; blank lines are skipped.
 */
export async function* readRows(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, { path, name }: RowSource, form: InputForm): AsyncGenerator<readonly (RawArticle | ArticleError)[]> {
  const columnsOf = columnsOfRows(form)
  for await (const some of lines(stream, form.limits.row)) {
    let articles: (RawArticle | ArticleError)[] = []
    for (const { number, bytes } of some) {
      const article = bytes === null ? tooLong(form.limits.row, { path, line: number }) : isBlank(bytes) ? null : readRow(bytes, { path, line: number, id: `${name}-${number}` }, columnsOf, form)
      if (article === null) continue
      if (article instanceof Promise || articles.length === AT_ONCE) {
        yield articles
        articles = []
      }
      articles.push(article instanceof Promise ? await article : article)
    }
    yield articles
  }
}

type ColumnsOf = (names: readonly string[]) => Columns

function readRow(bytes: Buffer, at: RowPlace, columnsOf: ColumnsOf, form: InputForm): Awaitable<RawArticle | ArticleError> {
  const decoded = decode(bytes)
  let value: unknown
  try {
    value = JSON.parse(decoded.text)
  } catch (error) {
    const message = `${placeOf(at)}: not JSON: ${(error as Error).message}; one article per line, {"id", "text"}`
    return articleError('read/json', message, { path: at.path, line: at.line })
  }
  const article = valueArticle(value, at, columnsOf, form)
  return article instanceof Promise ? article.then((one) => decodedArticle(one, decoded, placeOf(at))) : decodedArticle(article, decoded, placeOf(at))
}

/** The article of a JSON value. */
export function valueArticle(value: unknown, at: RowPlace, columnsOf: ColumnsOf, form: InputForm): Awaitable<RawArticle | ArticleError> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return articleError('read/row', `${placeOf(at)}: not an article: an object is needed, {"id", "text"}`, { path: at.path, line: at.line })
  return rowArticle(value as Record<string, unknown>, columnsOf(Object.keys(value)), at, form)
}

const isBlank = (bytes: Buffer) => bytes.length < 1000 && !bytes.toString('latin1').trim()
