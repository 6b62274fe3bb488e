import PostalMime, { type Email } from 'postal-mime'
import type { Locale } from '../dates.ts'
import { extractPage, type ExtractedPage } from '../html.ts'
import { givenMetadata } from '../metadata.ts'
import { blockText, parsePage } from '../page/dom.ts'
import { DocumentError, tidyText, type Document } from './document.ts'

/** More parts inside one another are no message that a person wrote. */
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 1_000_000 } as const

/** A message (`.eml`): its plain text, else the text of its HTML; subject, sender and date. */
export async function readEmail(bytes: Uint8Array, locale: Locale): Promise<Document> {
  const mail = await parse(bytes)
  const text = mail.text?.trim() ? tidyText(mail.text) : textOfHtml(mail.html ?? '')
  if (!text && !mail.headers.length) throw new DocumentError('no message: it has no headers')
  const sender = mail.from?.name?.trim()
  return { text, given: givenMetadata({ title: mail.subject, authors: sender ? [sender] : [], published: mail.date }, locale) }
}

/** A page saved with its pictures (`.mhtml`). */
export async function readWebArchive(bytes: Uint8Array, locale: Locale): Promise<ExtractedPage> {
  const mail = await parse(bytes)
  if (!mail.html) throw new DocumentError('no saved page: it holds no HTML')
  const page = extractPage(mail.html, locale)
  const url = mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value ?? null
  return { ...page, given: { ...page.given, url: page.given.url ?? url } }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, LIMITS)
  } catch (error) {
    throw new DocumentError(`the message cannot be parsed (${(error as Error).message})`)
  }
}

function textOfHtml(html: string): string {
  const page = parsePage(html)
  return blockText(page.body ?? page.documentElement)
}
