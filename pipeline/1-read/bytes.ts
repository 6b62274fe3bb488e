import { createReadStream } from 'node:fs'
import { regular } from '../model/regular.ts'

/** Bytes that are read at once, of a file that may be long and of any other. */
const CHUNK = { long: 1 << 18, any: 1 << 16 } as const

/** The bytes of a file as they are read, each chunk counted. Rejects with the system's error where the file cannot be read. */
export async function* chunks(path: string, size: keyof typeof CHUNK, onBytes?: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(regular(path), { highWaterMark: CHUNK[size] }) as AsyncIterable<Buffer>) {
    onBytes?.(chunk.length)
    yield chunk
  }
}

/** All bytes of a stream, up to `limit`; null where it is longer: the size of pipes and packed files is not known before. */
export async function collect(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > limit) return null
    parts.push(chunk)
  }
  return Buffer.concat(parts, length)
}

/** What kind of file the bytes are that is no text, in words, and what to do with it. */
export type BinaryKind = readonly [kind: string, remedy: string]

const AS_TEXT = 'save its text as .txt'
const TO_TEXT = 'run text recognition (OCR) over it and save the text as .txt'
const UNPACK = 'unpack it and give the files'

/** First bytes of common files that are not text. */
const MAGIC: readonly (readonly [mark: string, ...kind: BinaryKind])[] = [
  ['{\\rtf', 'a rich text document (RTF)', 'save it as .docx or .txt'],
  ['\u00d0\u00cf\u0011\u00e0', 'a document of old Office (.doc, .xls, .ppt) or Outlook (.msg)', 'save it as .docx, .csv, .txt or .eml'],
  ['II*\u0000', 'a TIFF image', TO_TEXT],
  ['MM\u0000*', 'a TIFF image', TO_TEXT],
  ['\u0089PNG', 'a PNG image', TO_TEXT],
  ['GIF8', 'a GIF image', TO_TEXT],
  ['\u00ff\u00d8\u00ff', 'a JPEG image', TO_TEXT],
  ['RIFF', 'a WebP image or a recording', AS_TEXT],
  ['PAR1', 'a Parquet file', 'save it as .csv or .jsonl'],
  ['SQLite format 3', 'a SQLite database', 'save its table of articles as .csv or .jsonl'],
  ['bplist00', 'a Safari web archive or property list', 'save the page as .html'],
  ['7z\u00bc\u00af', 'a 7z archive', UNPACK],
  ['Rar!', 'a RAR archive', UNPACK],
  ['BZh', 'a bzip2 archive', UNPACK],
  ['\u00fd7zXZ', 'an xz archive', UNPACK],
  ['(\u00b5/\u00fd', 'a zstd archive', UNPACK],
]

/** What a ZIP archive is, by a part's name or its beginning; Word documents are read. */
const ZIPS: readonly (readonly [part: string, ...kind: BinaryKind])[] = [
  ['xl/workbook', 'an Excel workbook', 'save the sheet as .csv'],
  ['ppt/presentation', 'a PowerPoint presentation', AS_TEXT],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file', 'save it as .docx, .csv or .txt'],
  ['application/epub', 'an EPUB book', AS_TEXT],
  ['Index/', 'a Pages, Numbers or Keynote document', 'save it as .docx, .csv or .txt'],
]

/** More control characters than this, and it is no text. */
const MAX_CONTROL_SHARE = 0.02

const SIXTEEN_BITS: BinaryKind = ['UTF-16 without a byte order mark', 'save it as UTF-8']

/** What kind of file the bytes are where they cannot be text; null where they may be, or are a Word document. Text is told by its first 64 KB. */
export function binaryKind(bytes: Buffer): BinaryKind | null {
  const magic = MAGIC.find(([mark]) => startsWith(bytes, mark))
  if (magic) return [magic[1], magic[2]]
  if (startsWith(bytes, 'PK\u0003\u0004')) return zipKind(bytes)
  const head = bytes.subarray(0, 65_536)
  if (/^(?:fffe|feff)/.test(head.toString('hex', 0, 2))) return null
  let control = 0
  const nuls: [even: number, odd: number] = [0, 0]
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!
    if (byte === 0) nuls[i % 2 as 0 | 1]++
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) control++
  }
  if (control <= Math.max(8, head.length * MAX_CONTROL_SHARE)) return null
  return Math.max(...nuls) > head.length * 0.3 && Math.min(...nuls) < head.length * 0.05 ? SIXTEEN_BITS : ['a binary file', AS_TEXT]
}

function zipKind(bytes: Buffer): BinaryKind | null {
  if (bytes.includes('word/')) return null
  const known = ZIPS.find(([part]) => bytes.includes(part))
  return known ? [known[1], known[2]] : ['a ZIP archive', UNPACK]
}

const startsWith = (bytes: Buffer, mark: string) => bytes.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1'))
