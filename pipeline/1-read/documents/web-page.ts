import { decode } from '../../text/decode.ts'
import type { Locale } from '../dates.ts'
import { extractPage } from '../html.ts'
import { statedEncoding } from '../stated-encoding.ts'
import { cutOff, DocumentError, encodingProblem, type Document } from './document.ts'

/**
 * The main text of a page. Its encoding is what the server (`stated`, where that is known) or the page says.
 * @throws DocumentError where the HTML cannot be parsed.
 */
export function readPage(bytes: Uint8Array, locale: Locale, stated: string | null = null): Document {
  const { text: html, encoding, problem } = decode(bytes, stated ?? statedEncoding(bytes))
  const { text, given, title, problems } = pageOf(html, locale)
  return { text, given: { metadata: given, problems: [...encodingProblem(problem), ...problems] }, encoding, title }
}

/** {@link readPage} of a page that is decoded. */
export function pageOf(html: string, locale: Locale): ReturnType<typeof extractPage> {
  try {
    const page = extractPage(html, locale)
    return isCut(html) ? { ...page, problems: [...page.problems, cutOff('the page ends without </html>: it may be cut off')] } : page
  } catch (error) {
    throw new DocumentError(`the HTML cannot be parsed (${(error as Error).message}); save its text as .txt`, 'read/html')
  }
}

/** Whether a whole page was begun and not ended. */
const isCut = (html: string) => /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html) && !/<\/(?:html|body)\s*>/i.test(html)
