import { WARCParser } from 'warcio'
import type { ArticleError } from '../../model/schema.ts'
import { decode } from '../../text/decode.ts'
import type { InputForm } from '../form.ts'
import { extractPage } from '../html.ts'
import { MAX_ARTICLE_BYTES, type RawArticle } from '../raw.ts'
import { extractedArticle, tooLong } from '../tables/row-article.ts'
import type { RowSource } from '../tables/rows.ts'
import { DocumentError } from './document.ts'

/** The pages of a web archive (`.warc`, unpacked): every HTML response with status 200, record by record in the memory of one. */
export async function* readWarc(stream: AsyncIterable<Uint8Array>, { path, name }: RowSource, { locale }: InputForm): AsyncGenerator<RawArticle | ArticleError> {
  let number = 0
  let any = false
  try {
    for await (const record of WARCParser.iterRecords(stream)) {
      if (!record.warcHeaders.statusline.startsWith('WARC/')) break
      any = true
      number++
      const type = record.httpHeaders?.headers.get('content-type') ?? ''
      if (record.warcType !== 'response' || !/html/i.test(type) || record.httpHeaders?.statusCode !== 200) {
        await record.skipFully()
        continue
      }
      const url = record.warcTargetURI ?? null
      const at = { path, line: number, id: `${name}-${number}` }
      const bytes = await content(record)
      if (bytes === null) yield tooLong(MAX_ARTICLE_BYTES, at)
      else yield pageArticle(bytes, url, at, locale)
    }
  } catch (error) {
    throw new DocumentError(`the web archive is damaged or cut off after record ${number} (${(error as Error).message})`)
  }
  if (!any) throw new DocumentError('no web archive: it holds no record')
}

/** The payload of a record, decoded from its transfer encodings; null where it is longer than one article may be. */
async function content(record: AsyncIterable<Uint8Array> & { skipFully(): Promise<unknown> }): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of record) {
    length += chunk.length
    if (length <= MAX_ARTICLE_BYTES) parts.push(chunk)
  }
  return length > MAX_ARTICLE_BYTES ? null : Buffer.concat(parts)
}

function pageArticle(bytes: Buffer, url: string | null, at: { readonly path: string | null; readonly line: number; readonly id: string }, locale: InputForm['locale']): RawArticle | ArticleError {
  const { text, encoding } = decode(bytes)
  const page = extractPage(text, locale)
  const article = extractedArticle(page.text, at, { metadata: { ...page.given, url: page.given.url ?? url }, problems: page.problems }, encoding)
  return 'code' in article ? article : { ...article, title: page.title }
}
