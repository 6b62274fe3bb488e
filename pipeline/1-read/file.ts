import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { causeOf } from '../model/cause.ts'
import { sha256 } from '../model/id.ts'
import type { RawProblem } from '../model/problems.ts'
import type { ArticleError } from '../model/schema.ts'
import { decode } from '../text/decode.ts'
import { binaryKind, chunks, readBytes } from './bytes.ts'
import { articleError } from './errors.ts'
import { frontMatter, metaFile, overlay, type Given } from './metadata.ts'
import { MAX_ARTICLE_BYTES, type RawArticle } from './raw.ts'
import { readRows } from './rows.ts'

type OnBytes = (bytes: number) => void

const NO_ARTICLE = new Set(['.json', '.csv', '.xml', '.yaml', '.yml'])

/** The articles of one file: one, or as many as it has rows. Whatever is wrong with it is an error, never thrown. */
export async function* readFileArticles(path: string, onBytes?: OnBytes): AsyncGenerator<RawArticle | ArticleError> {
  try {
    const extension = extname(path).toLowerCase()
    if (extension === '.jsonl') yield* readRows(chunks(path, onBytes), path)
    else if (NO_ARTICLE.has(extension)) yield wrongKind(path, extension)
    else yield await readOne(path, extension, onBytes)
  } catch (error) {
    yield articleError('read/unreadable', `${path}: cannot be read: ${causeOf(error)}`, { id: idOf(path), path })
  }
}

/** The articles of JSONL on standard input. */
export async function* readStandardInput(stdin: AsyncIterable<Uint8Array>): AsyncGenerator<RawArticle | ArticleError> {
  try {
    yield* readRows(stdin, null)
  } catch (error) {
    yield articleError('read/unreadable', `standard input: cannot be read: ${causeOf(error)}`, {})
  }
}

async function readOne(path: string, extension: string, onBytes?: OnBytes): Promise<RawArticle | ArticleError> {
  const id = idOf(path)
  const bytes = await readBytes(path, MAX_ARTICLE_BYTES, onBytes)
  if (bytes === null) {
    const message = `${path}: longer than ${MAX_ARTICLE_BYTES / 1e6} MB, too much for one article; split it, or write one article per line as .jsonl`
    return articleError('read/too-large', message, { id, path })
  }
  const kind = binaryKind(bytes)
  if (kind) return articleError('read/binary', `${path}: ${kind}, not text; save its text as .txt`, { id, path })
  const { text: decoded, encoding, invalidAt } = decode(bytes)
  const problems: RawProblem[] = []
  if (invalidAt !== null)
    problems.push({ code: 'read/encoding', message: `not valid UTF-8 at byte ${invalidAt}; read as Windows-1252`, range: null })
  const source = { id, path, sha256: sha256(bytes), bytes: bytes.length, encoding }
  const beside = await metadataBeside(path, id)
  if (extension !== '.html' && extension !== '.htm') {
    const front = frontMatter(decoded)
    problems.push(...(beside?.problems ?? []), ...(front?.problems ?? []))
    const given = overlay(beside?.metadata, front?.metadata)
    return { ...source, text: decoded, extracted: false, given, frontMatter: front?.range ?? null, title: null, problems }
  }
  try {
    const { extractPage } = await import('./html.ts') // slow to load, and most runs read no HTML
    const page = extractPage(decoded)
    problems.push(...(beside?.problems ?? []), ...page.problems)
    return { ...source, text: page.text, extracted: true, given: overlay(beside?.metadata, page.given), frontMatter: null, title: page.title, problems }
  } catch (error) {
    return articleError('read/html', `${path}: the HTML cannot be parsed (${(error as Error).message}); save its text as .txt`, { id, path })
  }
}

async function metadataBeside(path: string, id: string): Promise<Given | null> {
  const beside = join(dirname(path), `${id}.meta.json`)
  const json = await readFile(beside, 'utf8').catch(() => null)
  return json === null ? null : metaFile(json, beside)
}

const idOf = (path: string) => basename(path, extname(path)) || basename(path)

function wrongKind(path: string, extension: string): ArticleError {
  return articleError('read/format', `${path}: ${extension} holds no article; claimtrace reads .txt, .md, .html and .jsonl`, { id: idOf(path), path })
}
