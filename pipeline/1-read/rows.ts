import { z } from 'zod'
import { sha256 } from '../model/id.ts'
import type { RawProblem } from '../model/problems.ts'
import type { ArticleError } from '../model/schema.ts'
import { decode } from '../text/decode.ts'
import { articleError, type Place } from './errors.ts'
import { lines } from './lines.ts'
import { givenMetadata } from './metadata.ts'
import { MAX_ARTICLE_BYTES, MAX_ROW_BYTES, type RawArticle } from './raw.ts'

/** One row of JSONL. Other fields are left alone. */
const rowSchema = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)], 'a text or a number is needed'),
  text: z.string(),
  title: z.string().nullish(),
  outlet: z.string().nullish(),
  published: z.string().nullish(),
  url: z.string().nullish(),
})

/**
 * The articles of a stream of JSONL, as they come. A line that is no article is an error with its number; blank lines are skipped.
 * `path` is null for standard input.
 */
export async function* readRows(stream: AsyncIterable<Uint8Array>, path: string | null): AsyncGenerator<RawArticle | ArticleError> {
  for await (const { number, bytes } of lines(stream, MAX_ROW_BYTES)) {
    if (bytes === null) yield tooLong(MAX_ROW_BYTES, { path, line: number })
    else if (!isBlank(bytes)) yield readRow(bytes, path, number)
  }
}

function readRow(bytes: Buffer, path: string | null, line: number): RawArticle | ArticleError {
  const { text: json, encoding } = decode(bytes)
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return articleError('read/json', `${place(path, line)}: not JSON: ${(error as Error).message}; one article per line, {"id", "text"}`, { path, line })
  }
  const parsed = rowSchema.safeParse(value)
  if (!parsed.success) {
    const id = (value as { id?: unknown } | null)?.id
    const message = `${place(path, line)}: not an article: ${issuesOf(parsed.error)}`
    return articleError('read/row', message, { id: typeof id === 'string' ? id : null, path, line })
  }
  const { id, text, title, outlet, published, url } = parsed.data
  if (Buffer.byteLength(text) > MAX_ARTICLE_BYTES) return tooLong(MAX_ARTICLE_BYTES, { id, path, line })
  const given = givenMetadata({ title, outlet, published, url })
  const problems: RawProblem[] = [...given.problems]
  if (encoding === 'windows-1252')
    problems.push({ code: 'read/encoding', message: `${place(path, line)}: not valid UTF-8; read as Windows-1252`, range: null })
  return {
    id,
    path,
    text,
    extracted: true,
    sha256: sha256(text),
    bytes: Buffer.byteLength(text),
    encoding: encoding === 'windows-1252' ? encoding : 'utf-8',
    given: given.metadata,
    frontMatter: null,
    title: null,
    problems,
  }
}

/** What zod found wrong, in one line: `text: expected string, received number`. */
export function issuesOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.map(String).join('.') || 'the value'}: ${issue.message.replace(/^Invalid input: /, '')}`).join('; ')
}

function tooLong(limit: number, at: Place): ArticleError {
  const message = `${place(at.path ?? null, at.line ?? 0)}: longer than ${limit / 1e6} MB; split the article into several rows`
  return articleError('read/too-large', message, at)
}

const place = (path: string | null, line: number) => `${path ?? 'standard input'}:${line}`

const isBlank = (bytes: Buffer) => bytes.length < 1000 && !bytes.toString('latin1').trim()
