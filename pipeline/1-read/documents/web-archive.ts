import { WARCParser, type WARCRecord } from 'warcio'
import type { ArticleError } from '../../model/schema.ts'
import { articleError } from '../errors.ts'
import type { InputForm } from '../form.ts'
import type { RawArticle } from '../raw.ts'
import { headerEncoding } from '../stated-encoding.ts'
import { extractedArticle, placeOf, tooLong, type RowPlace } from '../tables/row-article.ts'
import type { RowSource } from '../tables/rows.ts'
import { cutOff, DocumentError } from './document.ts'
import { readPage } from './web-page.ts'
import { collect } from '../bytes.ts'

/** The pages of a web archive (`.warc`, unpacked): every HTML response with status 200, record by record in the memory of one. */
export async function* readWarc(stream: AsyncIterable<Uint8Array>, { path, name }: RowSource, form: InputForm): AsyncGenerator<RawArticle | ArticleError> {
  let number = 0
  let any = false
  const end = () => new DocumentError(`the web archive is cut off in record ${number}, which was left out; fetch it again`)
  try {
    const parser = new WARCParser(stream)
    for await (const record of parser) {
      if (!record.warcHeaders.statusline.startsWith('WARC/')) break
      any = true
      number++
      if (record.warcHeader('Content-Length') === null) throw end()
      const block = record.reader
      const type = record.httpHeaders?.headers.get('content-type') ?? ''
      const at = { path, line: number, id: `${name}-${number}` }
      const isPage = record.warcType === 'response' && /html/i.test(type) && record.httpHeaders?.statusCode === 200
      const bytes = isPage ? await content(record, form.limits.article) : null
      for await (const _ of block); // to its end: the library waits for ever where that is missing
      if (((block as { readonly limit?: number }).limit ?? 0) > 0) throw end()
      if (await hasMore(parser)) throw new DocumentError(`the web archive is damaged: record ${number} is longer than it says, and was left out with all after it`)
      if (isPage) yield bytes === null ? tooLong(form.limits.article, at) : pageArticle(bytes, record, at, form)
    }
  } catch (error) {
    if (error instanceof DocumentError) throw error
    throw new DocumentError(`the web archive is damaged or cut off after record ${number} (${(error as Error).message})`)
  }
  if (!any) throw new DocumentError('no web archive: it holds no record')
}

/** Whether something other than an empty line, or the end, follows a record: the library would print a warning and go on. */
async function hasMore({ _reader: reader }: WARCParser): Promise<boolean> {
  const line = await reader.readlineRaw()
  return line !== null && !/^[\r\n]*$/.test(Buffer.from(line).toString('latin1'))
}

/** The payload of a record, decoded from its transfer encodings; null where it is longer than one article may be. */
function content(record: WARCRecord, limit: number): Promise<Buffer | null> {
  const chunks = record[Symbol.asyncIterator]()
  return collect({ [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }, limit) // cannot be closed, which would close the archive's stream
}

function pageArticle(bytes: Buffer, record: WARCRecord, at: RowPlace, form: InputForm): RawArticle | ArticleError {
  try {
    const { text, given, encoding, title } = readPage(bytes, form.locale, headerEncoding(record.httpHeaders?.headers.get('content-type') ?? ''))
    const cut = record.warcHeader('WARC-Truncated')
    const problems = [...(cut === null ? [] : [cutOff(`the page was cut when it was fetched (${cut})`)]), ...given.problems]
    const article = extractedArticle(text, at, { metadata: { ...given.metadata, url: given.metadata.url ?? record.warcTargetURI ?? null }, problems }, form)
    return 'code' in article ? article : { ...article, encoding, title }
  } catch (error) {
    if (error instanceof DocumentError) return articleError(error.code, `${placeOf(at)}: ${error.message}`, at)
    throw error
  }
}
