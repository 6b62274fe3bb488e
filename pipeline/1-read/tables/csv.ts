import { parse } from 'csv-parse/sync'
import type { ArticleError } from '../../model/schema.ts'
import { decode } from '../../text/decode.ts'
import { peek } from '../content.ts'
import { articleError, fileOf } from '../errors.ts'
import type { InputForm } from '../form.ts'
import type { RawArticle } from '../raw.ts'
import { columnsOf, missingColumn, type Columns } from './columns.ts'
import { csvRows } from './csv-rows.ts'
import { delimiterOf } from './delimiter.ts'
import { utf8 } from './lines.ts'
import { decodedArticle, placeOf, rowArticle, tooLong, type RowPlace } from './row-article.ts'
import type { RowSource } from './rows.ts'

interface Header {
  readonly names: readonly string[]
  readonly columns: Columns
  readonly delimiter: string
}

/**
 * The articles of a table with a header, row by row in constant memory: CSV, TSV, with semicolons or bars, any line ends, quoted line
 * ends inside cells. A row with more or fewer cells than the header is an error, so is one that is too long, or whose quotation mark is
 * never closed.
 */
export async function* readCsv(stream: AsyncIterable<Uint8Array>, { path, name }: RowSource, form: InputForm): AsyncGenerator<RawArticle | ArticleError> {
  const file = fileOf(path)
  const { head, all } = await peek(utf8(stream), (bytes) => firstLine(bytes) !== null || bytes.length > MOST_OF_LINE)
  const delimiter = delimiterOf(firstLine(head) ?? head.toString('latin1'))
  let header: Header | null = null
  let number = 0
  for await (const { number: line, bytes } of csvRows(all, delimiter, form.limits.row)) {
    if (bytes === null) yield tooLong(form.limits.row, { path, line })
    else if (header !== null) yield await readRow(bytes, header, { path, line, id: `${name}-${++number}` }, form)
    else {
      const names = cellsOf(decode(bytes).text, delimiter)?.map((cell) => cell.trim()) ?? []
      header = { names, columns: columnsOf(names, form), delimiter }
      const missing = missingColumn(names, header.columns, form)
      if (missing !== null) return yield articleError('read/row', `${file}: ${missing}`, { path })
    }
  }
  if (header === null) yield articleError('read/row', `${file}: empty; a header and rows are needed`, { path })
}

async function readRow(bytes: Buffer, { names, columns, delimiter }: Header, at: RowPlace, form: InputForm): Promise<RawArticle | ArticleError> {
  const decoded = decode(bytes)
  const cells = cellsOf(decoded.text, delimiter)
  const odd =
    cells === null
      ? 'a quotation mark that opens in this row is never closed'
      : cells.length === names.length
        ? null
        : `${cells.length} cells where the header has ${names.length}; put cells with commas or line ends in quotation marks`
  if (cells === null || odd !== null) return articleError('read/row', `${placeOf(at)}: not a row that can be read: ${odd}`, { path: at.path, line: at.line })
  return decodedArticle(await rowArticle(Object.fromEntries(names.map((column, i) => [column, cells[i]])), columns, at, form), decoded, placeOf(at))
}

/** The cells of one row; null where a quotation mark is not closed. */
function cellsOf(row: string, delimiter: string): readonly string[] | null {
  try {
    return (parse(row, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true }) as string[][])[0] ?? []
  } catch {
    return null
  }
}

/** A header longer than this is looked at no further. */
const MOST_OF_LINE = 4_000_000

/** The first line that holds anything; null where it has no end yet. */
const firstLine = (head: Buffer): string | null => /^\s*(\S[^\r\n]*)[\r\n]/.exec(head.toString('latin1'))?.[1] ?? null
