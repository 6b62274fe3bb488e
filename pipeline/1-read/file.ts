import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { causeOf } from '../model/cause.ts'
import { sha256 } from '../model/id.ts'
import { regular } from '../model/regular.ts'
import type { ArticleError } from '../model/schema.ts'
import { decode } from '../text/decode.ts'
import { binaryKind, chunks, collect, type BinaryKind } from './bytes.ts'
import { formatOfContent, isGzip, peek } from './content.ts'
import { readDocument } from './documents/read-document.ts'
import { DocumentError, encodingProblem } from './documents/document.ts'
import { articleError, fileOf } from './errors.ts'
import type { InputForm } from './form.ts'
import { formatOf, type Format } from './formats.ts'
import { gunzip } from './gunzip.ts'
import { frontMatter, metaFile, overlay, unreadMetadata, type Given } from './metadata.ts'
import type { RawArticle } from './raw.ts'
import { readJson } from './tables/json.ts'
import { readRows, type RowSource } from './tables/rows.ts'

/** As many at once as came. */
type Answers = AsyncGenerator<readonly (RawArticle | ArticleError)[]>

/** A stream of bytes, from a file or from standard input, and the format that its name tells (null on standard input). */
export interface Input extends RowSource {
  readonly stream: AsyncIterable<Uint8Array>
  readonly format: Format | null
}

/** An input whose format is known; where its bytes were packed or came through standard input, the text is no file of its own. */
interface Known extends Input {
  readonly format: Format
  readonly extracted: boolean
}

/** The articles of one file: one, or as many as it has rows. Whatever is wrong with it is an error, never thrown. */
export function readFileArticles(path: string, form: InputForm, onBytes?: (bytes: number) => void): AsyncIterable<readonly (RawArticle | ArticleError)[]> | Iterable<readonly ArticleError[]> {
  const format = formatOf(path)
  return format === null ? [[wrongKind(path)]] : readInput({ stream: chunks(path, format === 'jsonl' || format === 'csv' ? 'long' : 'any', onBytes), path, name: idOf(path), format }, form)
}

/** The articles of an input, read as what its bytes are, whatever it is called. */
export async function* readInput(input: Input, form: InputForm): Answers {
  const { path, name } = input
  try {
    let { head, all } = await peek(input.stream)
    const packed = isGzip(head)
    if (packed) ({ head, all } = await peek(gunzip(all)))
    const known: Known = { ...input, stream: all, format: formatOfContent(head, input.format), extracted: packed || path === null }
    if (known.format === 'jsonl' || known.format === 'csv') {
      const kind = binaryKind(head)
      if (kind) yield [binary(kind, known)]
      else if (known.format === 'jsonl') yield* readRows(all, known, form)
      else yield* oneByOne((await import('./tables/csv.ts')).readCsv(all, known, form))
    } else if (known.format === 'warc') yield* oneByOne((await import('./documents/web-archive.ts')).readWarc(all, known, form))
    else yield* oneByOne(readWhole(known, form))
  } catch (error) {
    if (error instanceof DocumentError) yield [articleError(error.code, `${fileOf(path)}: ${error.message}`, { id: name, path })]
    else yield [articleError('read/unreadable', `${fileOf(path)}: cannot be read: ${path?.includes('\ufffd') ? 'its name is not UTF-8; rename it' : causeOf(error)}`, { id: path === null ? null : name, path })]
  }
}

async function* oneByOne(answers: AsyncIterable<RawArticle | ArticleError>): Answers {
  for await (const answer of answers) yield [answer]
}

async function* readWhole(input: Known, form: InputForm): AsyncGenerator<RawArticle | ArticleError> {
  const { path, name, format } = input
  const limit = format === 'text' || format === 'html' ? form.limits.article : form.limits.row
  const bytes = await collect(input.stream, limit)
  if (format === 'json') return yield* readJson(bytes, input, form)
  if (bytes === null) {
    const message = `${fileOf(path)}: longer than ${limit / 1e6} MB, too much for one article; split it, or write one article per line as .jsonl`
    return yield articleError('read/too-large', message, { id: name, path })
  }
  const kind = format === 'pdf' ? null : binaryKind(bytes)
  if (kind) yield binary(kind, input)
  else if (format === 'feed') yield* (await import('./documents/feed.ts')).readFeed(bytes, input, form)
  else yield await readOne(bytes, input, form)
}

async function readOne(bytes: Buffer, { format, path, name: id, extracted }: Known, form: InputForm): Promise<RawArticle | ArticleError> {
  const beside = path === null ? null : await metadataBeside(path, id, form.locale)
  const source = { id, path, sha256: sha256(bytes), bytes: bytes.length }
  const found = await readDocument(bytes, format, form)
  if (found !== null) {
    if (Buffer.byteLength(found.text) > form.limits.article) return articleError('read/too-large', `${fileOf(path)}: its text is longer than ${form.limits.article / 1e6} MB; split it`, { id, path })
    const problems = [...(beside?.problems ?? []), ...found.given.problems]
    return { ...source, encoding: found.encoding, text: found.text, extracted: true, given: overlay(beside?.metadata, found.given.metadata), frontMatter: null, title: found.title, problems }
  }
  const { text, encoding, problem } = decode(bytes)
  const front = frontMatter(text, form.locale)
  const problems = [...encodingProblem(problem), ...(beside?.problems ?? []), ...(front?.problems ?? [])]
  return { ...source, encoding, text, extracted, given: overlay(beside?.metadata, front?.metadata), frontMatter: front?.range ?? null, title: null, problems }
}

/** The answer to an input that is no text, with what to do about it. */
function binary([kind, remedy]: BinaryKind, { path, name }: Known): ArticleError {
  return articleError('read/binary', `${fileOf(path)}: ${kind}, not text; ${remedy}`, { id: name, path })
}

async function metadataBeside(path: string, id: string, locale: InputForm['locale']): Promise<Given | null> {
  const beside = join(dirname(path), `${id}.meta.json`)
  try {
    return metaFile(await readFile(regular(beside), 'utf8'), beside, locale)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENAMETOOLONG' ? null : unreadMetadata(`${beside}: cannot be read: ${causeOf(error)}`)
  }
}

function idOf(path: string): string {
  const name = basename(path).replace(/(?<=.)\.gz$/i, '')
  return basename(name, extname(name)) || name
}

function wrongKind(path: string): ArticleError {
  return articleError('read/format', `${path}: ${extname(path)} holds no article; docs/inputs.md lists what claimtrace reads`, { id: idOf(path), path })
}
