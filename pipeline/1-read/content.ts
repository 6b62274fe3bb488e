import { decode } from '../text/decode.ts'
import { ANY_FORM } from './form.ts'
import type { Format } from './formats.ts'
import { columnsOf } from './tables/columns.ts'
import { delimiterOf } from './tables/delimiter.ts'

/** The first bytes of a stream, and the stream from its beginning again. */
export interface Peeked<Chunk> {
  readonly head: Buffer
  readonly all: AsyncIterable<Chunk>
}

/** Enough to tell a format by, in bytes; whoever sends single lines and waits for answers is not kept waiting for more. */
const HEAD_BYTES = 1_024

/** A row of JSON, or two lines of anything else. */
const ENOUGH = /^\s*\{.*\n|\S.*\n\s*\S.*\n/

const isEnough = (head: Buffer) => head.length >= HEAD_BYTES || ENOUGH.test(head.toString('latin1'))

/** Looks at how a stream begins: at least a row of JSON, two lines, or {@link HEAD_BYTES}, where nothing else is enough. Rejects with the error of the stream. */
export async function peek<Chunk extends Uint8Array>(stream: AsyncIterable<Chunk>, enough: (head: Buffer) => boolean = isEnough): Promise<Peeked<Chunk>> {
  const rest = stream[Symbol.asyncIterator]()
  const first: Chunk[] = []
  let length = 0
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    first.push(next.value)
    length += next.value.length
    if (enough(Buffer.concat(first, length))) break
  }
  const all = async function* () {
    yield* first
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  return { head: Buffer.concat(first, length), all: all() }
}

export const isGzip = (head: Uint8Array) => head[0] === 0x1f && head[1] === 0x8b

/** White space, comments and processing instructions in front of a page. */
const BEFORE_MARKUP = /^(?:\s+|<!--[^]*?-->|<\?[^>]*>)*/
/** A message begins with headers, among them one that no person writes by hand. */
const HEADERS = /^(?:[\w-]+:[ \t][^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)*(?:MIME-Version|Message-ID|Received|Return-Path):/i
const SAVED_PAGE = /^(?:From:[ \t]*<?Saved by|Snapshot-Content-Location:)/im

/**
 * The format that the first bytes tell, whatever the name says: a page that is called `.txt`, a feed called `.html`, an array of rows
 * called `.jsonl`. `said` is the format by the name, and the answer where the bytes tell nothing else; null on standard input.
 */
export function formatOfContent(head: Buffer, said: Format | null): Format {
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'word' // or another archive: its parts tell
  const { text } = decode(head)
  if (/^\s*WARC\/[01]\.\d/.test(text)) return 'warc'
  if (HEADERS.test(text)) return SAVED_PAGE.test(text) ? 'mhtml' : said === 'mhtml' ? said : 'email'
  const markup = text.replace(BEFORE_MARKUP, '')
  if (/^<(?:rss|feed|rdf:RDF)[\s>]/i.test(markup)) return 'feed'
  if (/^<(?:!doctype\s+html|html[\s>])/i.test(markup)) return 'html'
  if (said === null && /^<(?:head|body|article|div|p)[\s>]/i.test(markup)) return 'html'
  if (said === 'html' || said === 'feed' || said === 'email') return said
  if (said === null && (markup === '' || /^\{"/m.test(text))) return 'jsonl'
  return json(text, said) ?? (said === 'text' || said === null ? (isTable(text) ? 'csv' : 'text') : said)
}

/** Whether the text is rows of JSON, one a line or all in one array or object; null where it is neither. */
function json(text: string, said: Format | null): Format | null {
  if (/^\s*\[\s*(?:\{|\]\s*$)/.test(text)) return 'json'
  if (!/^\s*\{\s*["}]/.test(text)) return null
  const [first, ...more] = text.trimStart().split('\n')
  if (/^\{\s*$/.test(first!)) return 'json'
  if (said === 'json' && !more.some((line) => line.startsWith('{'))) return 'json'
  return 'jsonl'
}

/** Whether the first line is a table's header: short names, among them one of a text and one of something else. */
function isTable(text: string): boolean {
  const [first, second] = text.split(/\r?\n|\r/, 2)
  if (!first || !second) return false
  const delimiter = delimiterOf(first)
  if (!second.includes(delimiter)) return false
  const names = first.split(delimiter).map((name) => name.replace(/^\s*"|"\s*$/g, '').trim())
  if (names.length < 2 || names.some((name) => name.length > 40 || /[.!?]$/.test(name))) return false
  const { text: column, ...others } = columnsOf(names, ANY_FORM)
  return column !== null && Object.values(others).some((name) => name !== null)
}
