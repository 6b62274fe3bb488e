import { parse, type CsvError } from 'csv-parse'
import { Readable } from 'node:stream'
import type { ArticleError } from '../../model/schema.ts'
import { decode } from '../../text/decode.ts'
import { articleError } from '../errors.ts'
import type { InputForm } from '../form.ts'
import { MAX_ROW_BYTES, type RawArticle } from '../raw.ts'
import { columnsOf, missingColumn } from './columns.ts'
import { utf8 } from './lines.ts'
import { placeOf, rowArticle, wrongEncoding } from './row-article.ts'
import type { RowSource } from './rows.ts'

/** What may stand between the cells; the first is meant where none occurs. */
const DELIMITERS = [',', ';', '\t', '|'] as const

interface Parsed {
  readonly record: readonly Buffer[]
  readonly info: { readonly lines: number }
}

/**
 * The articles of a table with a header, row by row in constant memory: CSV, TSV, with semicolons or bars, any line ends, quoted line
 * ends inside cells. A row with more or fewer cells than the header is an error; so is a quotation mark that is never closed.
 */
export async function* readCsv(stream: AsyncIterable<Uint8Array>, { path, name }: RowSource, form: InputForm): AsyncGenerator<RawArticle | ArticleError> {
  const file = path ?? 'standard input'
  const { delimiter, all } = await sniff(utf8(stream))
  const options = { delimiter, record_delimiter: ['\r\n', '\n', '\r'], bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: MAX_ROW_BYTES }
  const source = Readable.from(all, { objectMode: false })
  const parser = parse({ ...options, encoding: null })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let header: readonly string[] | null = null
  let columns: ReturnType<typeof columnsOf> | null = null
  let number = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (header === null || columns === null) {
        header = record.map((cell) => decode(cell).text.trim())
        columns = columnsOf(header, form)
        const missing = missingColumn(header, columns, form)
        if (missing !== null) return yield articleError('read/row', `${file}: ${missing}`, { path })
        continue
      }
      yield readRecord(record, header, columns, { path, line: info.lines, id: `${name}-${++number}` }, form)
    }
  } catch (error) {
    if (!('code' in (error as CsvError)) || !String((error as CsvError).code).startsWith('CSV_')) throw error
    yield articleError('read/row', `${file}: not a table that can be read: ${(error as Error).message}`, { path, line: Number((error as CsvError)['lines']) || null })
  } finally {
    source.destroy()
  }
  if (header === null) yield articleError('read/row', `${file}: empty; a header and rows are needed`, { path })
}

function readRecord(
  record: readonly Buffer[],
  header: readonly string[],
  columns: ReturnType<typeof columnsOf>,
  at: { readonly path: string | null; readonly line: number; readonly id: string },
  form: InputForm,
): RawArticle | ArticleError {
  if (record.length !== header.length) {
    const message = `${placeOf(at)}: ${record.length} cells where the header has ${header.length}; put cells with commas or line ends in quotation marks`
    return articleError('read/row', message, { path: at.path, line: at.line })
  }
  const cells = record.map((cell) => decode(cell))
  const article = rowArticle(Object.fromEntries(header.map((column, i) => [column, cells[i]!.text])), columns, at, form)
  if ('code' in article || cells.every(({ encoding }) => encoding !== 'windows-1252')) return article
  return { ...article, encoding: 'windows-1252', problems: [...article.problems, wrongEncoding(at)] }
}

/** What stands between the cells of the first line, and the stream from its beginning again. */
async function sniff(stream: AsyncGenerator<Buffer>): Promise<{ readonly delimiter: string; readonly all: AsyncIterable<Buffer> }> {
  const first: Buffer[] = []
  for (let next = await stream.next(); !next.done; next = await stream.next()) {
    first.push(next.value)
    if (next.value.includes(10) || next.value.includes(13) || first.length > 64) break
  }
  const line = Buffer.concat(first).toString('latin1').split(/[\r\n]/, 1)[0]!.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((mark) => line.split(mark).length)
  const all = async function* () {
    yield* first
    yield* stream
  }
  return { delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))]!, all: all() }
}
