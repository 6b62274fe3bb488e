import { causeOf } from '../model/cause.ts'
import type { ArticleError } from '../model/schema.ts'
import { decode } from '../text/decode.ts'
import { formatOfBytes } from './bytes.ts'
import { articleError } from './errors.ts'
import { readInput } from './file.ts'
import type { InputForm } from './form.ts'
import type { Format } from './formats.ts'
import { gunzip } from './gunzip.ts'
import type { RawArticle } from './raw.ts'

/** What articles without an id are called that came through standard input. */
const NAME = 'stdin'

/** The articles of standard input, told apart by how it begins: JSONL, a JSON array, a page, a feed, a document, or else prose. */
export async function* readStandardInput(stdin: AsyncIterable<Uint8Array>, form: InputForm): AsyncGenerator<RawArticle | ArticleError> {
  const chunks = stdin[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  try {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      first.push(next.value)
      if (decode(next.value).text.trim()) break
    }
  } catch (error) {
    return yield articleError('read/unreadable', `standard input: cannot be read: ${causeOf(error)}`, {})
  }
  const stream = (async function* () {
    yield* first
    yield* { [Symbol.asyncIterator]: () => chunks }
  })()
  const head = Buffer.concat(first)
  const packed = head[0] === 0x1f && head[1] === 0x8b
  yield* readInput({ stream: packed ? gunzip(stream) : stream, path: null, name: NAME, format: packed ? 'jsonl' : formatOfHead(head), packed: true }, form)
}

function formatOfHead(head: Buffer): Format {
  const { text } = decode(head)
  const known = formatOfBytes(head)
  if (known) return known
  if (/^\s*\[\s*[{\]]/.test(text)) return 'json'
  if (/^\s*(?:\{|$)/.test(text) || /^\s*\{"/m.test(text)) return 'jsonl'
  if (/^\s*<(?:\?xml|rss|feed)\b/i.test(text)) return /<html\b/i.test(text) ? 'html' : 'feed'
  return /^\s*<(?:!doctype html|html|head|body|article|div|p)\b/i.test(text) ? 'html' : 'text'
}
