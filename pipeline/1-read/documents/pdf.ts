import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { givenMetadata } from '../metadata.ts'
import { type Document, DocumentError, tidyText } from './document.ts'
import { constants, inflateSync } from 'node:zlib'

/** More pages are a book. */
const MAX_PAGES = 2_000

/** How much larger than the longest file all its packed streams may be. */
const MAX_SWELLING = 4

/** The text layer of a PDF, page after page; a scan has none and is refused, and so is what unpacks to more than four times so many bytes. */
export async function readPdf(bytes: Buffer, limit: number): Promise<Document> {
  refuseSwollen(bytes, limit * MAX_SWELLING)
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    if (pdf.numPages > MAX_PAGES) throw new DocumentError(`it has ${pdf.numPages} pages; claimtrace reads up to ${MAX_PAGES}, split it`)
    const { text } = await extractText(pdf, { mergePages: false })
    const whole = tidyText(text.map(paragraphs).join('\n\n'))
    if (!whole) throw new DocumentError('a PDF without a text layer (a scan); run text recognition (OCR) over it first')
    const { info } = (await getMeta(pdf)) as { readonly info: Readonly<Record<string, unknown>> }
    const stated = (name: string) => (typeof info[name] === 'string' ? (info[name] as string) : null)
    const author = stated('Author')?.trim()
    return { text: whole, given: givenMetadata({ title: stated('Title'), authors: author ? [author] : [] }), encoding: 'utf-8', title: null }
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError(`the PDF cannot be read (${(error as Error).message})`)
  }
}

/** A page's lines joined to paragraphs: a line that ends a sentence short of the page's width ends one. */
function paragraphs(page: string): string {
  const lines = page.split('\n').map((line) => line.trim())
  const width = Math.max(...lines.map((line) => line.length))
  return lines
    .map((line, i) => {
      if (!line) return '\n\n'
      const ends = /[.!?:]["”’)]*$/.test(line) && line.length < width * 0.8
      return i === lines.length - 1 ? line : ends ? `${line}\n\n` : /\p{L}-$/u.test(line) && /^\p{Ll}/u.test(lines[i + 1]!) ? line.slice(0, -1) : `${line} `
    })
    .join('')
}

/** More filters, one around the other, nobody needs. */
const MAX_FILTERS = 5

/**
 * Makes sure that the packed streams of a PDF unpack to no more than so many bytes together: its reader unpacks them in memory, whatever
 * they come to. Images are left out, which a reader of text never unpacks.
 * @throws DocumentError where they are more.
 */
function refuseSwollen(pdf: Buffer, limit: number): void {
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
