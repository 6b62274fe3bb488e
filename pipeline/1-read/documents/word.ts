import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { givenMetadata } from '../metadata.ts'
import { DocumentError, tidyText, type Document } from './document.ts'

/** The text of a Word document (`.docx`) of at most so many bytes unpacked, a paragraph per paragraph, its title and author where they are filled in. */
export async function readWord(bytes: Uint8Array, limit: number): Promise<Document> {
  const core = unpack(bytes, limit)['docProps/core.xml']
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
    const property = (name: string) => (core ? new RegExp(`<${name}>([^<]*)<`).exec(Buffer.from(core).toString('utf8'))?.[1] : null)
    const author = property('dc:creator')?.trim()
    return { text: tidyText(value), given: givenMetadata({ title: property('dc:title'), authors: author ? [author] : [] }), encoding: 'utf-8', title: null }
  } catch (error) {
    throw new DocumentError(`the Word document cannot be read (${(error as Error).message})`)
  }
}

/** Unpacks every entry once into a buffer of the size that it claims, so that none can be larger, and all together only so large. */
function unpack(bytes: Uint8Array, limit: number): Readonly<Record<string, Uint8Array>> {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize
        if (total > limit) throw new DocumentError(`it unpacks to more than ${limit / 1e6} MB; save its text as .txt`)
        return true
      },
    })
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError(`the Word document is damaged or cut off (${(error as Error).message})`)
  }
}
