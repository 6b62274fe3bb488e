import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { causeOf } from '../model/cause.ts'
import { sha256 } from '../model/id.ts'
import type { RawProblem } from '../model/problems.ts'
import type { ArticleError } from '../model/schema.ts'
import { decode } from '../text/decode.ts'
import { binaryKind, chunks, collect, formatOfBytes } from './bytes.ts'
import { readDocument } from './documents/read-document.ts'
import { DocumentError } from './documents/document.ts'
import { articleError } from './errors.ts'
import type { InputForm } from './form.ts'
import { formatOf, type Format } from './formats.ts'
import { gunzip } from './gunzip.ts'
import { frontMatter, metaFile, overlay, type Given } from './metadata.ts'
import { MAX_ARTICLE_BYTES, MAX_ROW_BYTES, type RawArticle } from './raw.ts'
import { readJson } from './tables/json.ts'
import { readRows, type RowSource } from './tables/rows.ts'

type Answers = AsyncGenerator<RawArticle | ArticleError>

/** A stream of bytes with a format, from a file or from standard input. */
export interface Input extends RowSource {
  readonly stream: AsyncIterable<Uint8Array>
  readonly format: Format
  /** The bytes were unpacked: the text is no file of its own. */
  readonly packed: boolean
}

/** The articles of one file: one, or as many as it has rows. Whatever is wrong with it is an error, never thrown. */
export async function* readFileArticles(path: string, form: InputForm, onBytes?: (bytes: number) => void): Answers {
  const format = formatOf(path)
  if (format === null) return yield wrongKind(path)
  const packed = /\.gz$/i.test(path)
  const bytes = chunks(path, onBytes)
  yield* readInput({ stream: packed ? gunzip(bytes) : bytes, path, name: idOf(path), format, packed }, form)
}

/** The articles of an input. */
export async function* readInput(input: Input, form: InputForm): Answers {
  const { stream, path, name } = input
  try {
    if (input.format === 'jsonl') yield* readRows(stream, input, form)
    else if (input.format === 'csv') yield* (await import('./tables/csv.ts')).readCsv(stream, input, form)
    else if (input.format === 'warc') yield* (await import('./documents/web-archive.ts')).readWarc(stream, input, form)
    else yield* readWhole(input, form)
  } catch (error) {
    const file = path ?? 'standard input'
    if (error instanceof DocumentError) yield articleError('read/document', `${file}: ${error.message}`, { id: name, path })
    else yield articleError('read/unreadable', `${file}: cannot be read: ${causeOf(error)}`, { id: path === null ? null : name, path })
  }
}

async function* readWhole(input: Input, form: InputForm): Answers {
  const { path, name } = input
  const limit = input.format === 'text' || input.format === 'html' ? MAX_ARTICLE_BYTES : MAX_ROW_BYTES
  const bytes = await collect(input.stream, limit)
  if (input.format === 'json') return yield* readJson(bytes, input, form)
  if (bytes === null) {
    const message = `${path ?? 'standard input'}: longer than ${limit / 1e6} MB, too much for one article; split it, or write one article per line as .jsonl`
    return yield articleError('read/too-large', message, { id: name, path })
  }
  const format = formatOfBytes(bytes) ?? input.format
  if (format === 'feed') yield* (await import('./documents/feed.ts')).readFeed(bytes, input, form)
  else yield await readOne(bytes, format, input, form)
}

async function readOne(bytes: Buffer, format: Format, { path, name: id, packed }: Input, { locale }: InputForm): Promise<RawArticle | ArticleError> {
  const beside = path === null ? null : await metadataBeside(path, id, locale)
  const source = { id, path, sha256: sha256(bytes), bytes: bytes.length }
  const document = await readDocument(bytes, format, locale)
  if (document !== null) {
    const given = overlay(beside?.metadata, document.given.metadata)
    const problems = [...(beside?.problems ?? []), ...document.given.problems]
    if (Buffer.byteLength(document.text) > MAX_ARTICLE_BYTES) return articleError('read/too-large', `${path}: its text is longer than ${MAX_ARTICLE_BYTES / 1e6} MB; split it`, { id, path })
    return { ...source, encoding: 'utf-8', text: document.text, extracted: true, given, frontMatter: null, title: document.title, problems }
  }
  const kind = binaryKind(bytes)
  if (kind) return articleError('read/binary', `${path ?? 'standard input'}: ${kind}, not text; save its text as .txt`, { id, path })
  const { text, encoding, invalidAt } = decode(bytes)
  const problems: RawProblem[] = []
  if (invalidAt !== null) problems.push({ code: 'read/encoding', message: `not valid UTF-8 at byte ${invalidAt}; read as Windows-1252`, range: null })
  if (format === 'html') {
    try {
      const { extractPage } = await import('./html.ts') // slow to load, and most runs read no HTML
      const page = extractPage(text, locale)
      const given = overlay(beside?.metadata, page.given)
      return { ...source, encoding, text: page.text, extracted: true, given, frontMatter: null, title: page.title, problems: [...problems, ...(beside?.problems ?? []), ...page.problems] }
    } catch (error) {
      return articleError('read/html', `${path}: the HTML cannot be parsed (${(error as Error).message}); save its text as .txt`, { id, path })
    }
  }
  const front = frontMatter(text, locale)
  problems.push(...(beside?.problems ?? []), ...(front?.problems ?? []))
  const given = overlay(beside?.metadata, front?.metadata)
  return { ...source, encoding, text, extracted: packed || path === null, given, frontMatter: front?.range ?? null, title: null, problems }
}

async function metadataBeside(path: string, id: string, locale: InputForm['locale']): Promise<Given | null> {
  const beside = join(dirname(path), `${id}.meta.json`)
  const json = await readFile(beside, 'utf8').catch(() => null)
  return json === null ? null : metaFile(json, beside, locale)
}

function idOf(path: string): string {
  const name = basename(path).replace(/(?<=.)\.gz$/i, '')
  return basename(name, extname(name)) || name
}

function wrongKind(path: string): ArticleError {
  return articleError('read/format', `${path}: ${extname(path)} holds no article; docs/inputs.md lists what claimtrace reads`, { id: idOf(path), path })
}
