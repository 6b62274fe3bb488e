import { sha256 } from '../../model/id.ts'
import type { ArticleError } from '../../model/schema.ts'
import { isAscii, type Decoded } from '../../text/decode.ts'
import { authorsIn } from '../authors.ts'
import { encodingProblem } from '../documents/document.ts'
import { articleError, fileOf } from '../errors.ts'
import type { InputForm } from '../form.ts'
import { givenMetadata, type Given } from '../metadata.ts'
import type { RawArticle } from '../raw.ts'
import { missingColumn, type Columns } from './columns.ts'

/** Where a row stands: its file (null for standard input), its line or number, and the id that it gets where it has none. */
export interface RowPlace {
  readonly path: string | null
  readonly line: number
  readonly id: string
}

/** `news.csv:12`, for messages. */
export const placeOf = ({ path, line }: { readonly path: string | null; readonly line: number }) => `${fileOf(path)}:${line}`

type Row = Readonly<Record<string, unknown>>

/** A promise only where it has to be waited for. */
export type Awaitable<T> = T | Promise<T>

/** A text that begins with an element of a page, or has two ends of its paragraphs. */
const MARKUP = /^\s*<(?:!doctype\s|(?:html|body|article|section|div|p|h[1-6]|figure|ul|ol|table|blockquote)\b[^<>]*>)|(?:<\/(?:p|div|li|h[1-6]|blockquote)>|<br\s*\/?>)[^]*?(?:<\/(?:p|div|li|h[1-6]|blockquote)>|<br\s*\/?>)/i

/** The text of a cell that holds HTML, as many programs export articles. */
async function withoutMarkup(text: string): Promise<string> {
  if (/<html[\s>]/i.test(text)) return (await import('../html.ts')).extractPage(text).text
  const { pageText, parsePage } = await import('../page/dom.ts')
  return pageText(parsePage(text))
}

/** The article of a row whose columns are known; HTML is read as its text. Numbers count as text; a field of another kind is left out, the text excepted. */
export function rowArticle(row: Row, columns: Columns, at: RowPlace, form: InputForm): Awaitable<RawArticle | ArticleError> {
  const value = (column: string | null) => {
    const field = column === null || !Object.hasOwn(row, column) ? null : row[column]
    return typeof field === 'number' ? String(field) : typeof field === 'string' ? field : null
  }
  const id = value(columns.id)?.trim() || at.id
  const text = columns.text === null ? undefined : row[columns.text]
  if (typeof text !== 'string') {
    const why = missingColumn(Object.keys(row), columns, form) ?? `${columns.text}: a text is needed`
    return articleError('read/row', `${placeOf(at)}: not an article: ${why}`, { id, path: at.path, line: at.line })
  }
  const author = columns.author === null ? null : row[columns.author]
  const authors = Array.isArray(author) ? author.filter((name) => typeof name === 'string') : typeof author === 'string' ? authorsIn(author) : []
  const given = givenMetadata({ title: value(columns.title), authors, published: value(columns.date), outlet: value(columns.outlet), url: value(columns.url) }, form.locale)
  const place = { id, path: at.path, line: at.line }
  if (!text.includes('<') || !MARKUP.test(text)) return extractedArticle(text, place, given, form)
  return withoutMarkup(text).then((shown) => extractedArticle(shown, place, given, form, text))
}

/** An article that is a part of a file: its text, of what stands there, is written beside the result. An error where it is too long. */
export function extractedArticle(text: string, at: RowPlace, { metadata, problems }: Given, { limits }: InputForm, source = text): RawArticle | ArticleError {
  const bytes = Buffer.byteLength(text)
  if (bytes > limits.article) return tooLong(limits.article, at)
  const verbatim = source === text
  return { id: at.id, path: at.path, text, extracted: true, sha256: sha256(source), verbatim, bytes: verbatim ? bytes : Buffer.byteLength(source), encoding: 'utf-8', given: metadata, frontMatter: null, title: null, problems }
}

/** The answer to a row or an article in a file that is longer than the limit. */
export function tooLong(limit: number, at: { readonly id?: string; readonly path: string | null; readonly line: number }): ArticleError {
  return articleError('read/too-large', `${placeOf(at)}: longer than ${limit / 1e6} MB; split the article into several rows`, at)
}

/** The article of a row or an item whose bytes were decoded so. What was guessed or lost is said, unless the text has nothing of it. */
export function decodedArticle(article: RawArticle | ArticleError, { encoding, problem }: Decoded, where: string): RawArticle | ArticleError {
  if ('code' in article || (encoding === article.encoding && problem === null)) return article
  const said = problem === null || isAscii(article.text) ? [] : encodingProblem(`${where}: ${problem}`)
  return { ...article, encoding, problems: [...said, ...article.problems] }
}
