import { createReadStream } from 'node:fs'
import type { Format } from './formats.ts'

/** The bytes of a file as they are read, each chunk counted. Rejects with the system's error where the file cannot be read. */
export async function* chunks(path: string, onBytes?: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
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

/** The format that the bytes themselves tell, whatever the file is called: PDF and Word; null for all others. */
export function formatOfBytes(bytes: Buffer): Format | null {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? 'pdf' : null
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' && bytes.includes('word/document.xml') ? 'word' : null
}

/** First bytes of common files that are not text. */
const MAGIC: readonly (readonly [kind: string, bytes: string])[] = [
  ['a ZIP archive (EPUB, OpenDocument)', 'PK\u0003\u0004'],
  ['a rich text document (RTF)', '{\\rtf'],
  ['a TIFF image', 'II*\u0000'],
  ['a TIFF image', 'MM\u0000*'],
  ['a WebP image or a recording', 'RIFF'],
  ['a gzip archive', '\u001f\u008b'],
  ['a PNG image', '\u0089PNG'],
  ['a GIF image', 'GIF8'],
  ['a JPEG image', '\u00ff\u00d8\u00ff'],
  ['an old Word document', '\u00d0\u00cf\u0011\u00e0'],
]

/** More control characters than this, and it is no text. */
const MAX_CONTROL_SHARE = 0.02

/** What kind of binary file the bytes are, in words; null where they may be text. Looks at the first 64 KB. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536))
  const magic = MAGIC.find(([, mark]) => head.subarray(0, mark.length).equals(Buffer.from(mark, 'latin1')))
  if (magic) return magic[0]
  const mark = head.length > 1 ? head.readUInt16BE(0) : 0
  if (mark === 0xfffe || mark === 0xfeff) return null
  let control = 0
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control++
  return control > Math.max(8, head.length * MAX_CONTROL_SHARE) ? 'a binary file' : null
}
