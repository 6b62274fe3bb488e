import { constants, inflateSync } from 'node:zlib'
import { DocumentError } from './document.ts'

/** More filters, one around the other, nobody needs. */
const MAX_FILTERS = 5

/**
 * Makes sure that the packed streams of a PDF unpack to no more than so many bytes together: its reader unpacks them in memory, whatever
 * they come to. Images are left out, which a reader of text never unpacks.
 * @throws DocumentError where they are more.
 */
export function refuseSwollen(pdf: Buffer, limit: number): void {
  let left = limit
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    const before = pdf.toString('latin1', Math.max(0, at - 1_000), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (before.endsWith('end') || !/\/Fl(?:ateDecode)?\b/.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue
    const start = at + (pdf[at + 6] === 13 ? 8 : 7)
    const end = pdf.indexOf('endstream', start)
    let bytes = pdf.subarray(start, end < 0 ? pdf.length : end)
    for (let depth = 0; depth < MAX_FILTERS && bytes[0] !== undefined && (bytes[0] & 15) === 8; depth++) {
      const unpacked = inflate(bytes, left)
      if (unpacked === null) break
      left -= unpacked.length
      bytes = unpacked
    }
  }
}

/** The bytes unpacked; null where they are damaged or no such data, which the reader of the PDF finds out. */
function inflate(bytes: Buffer, limit: number): Buffer | null {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, limit), finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new DocumentError('the PDF unpacks to more than is read of one file; save its text as .txt')
    return null
  }
}
