import PostalMime, { type Email } from 'postal-mime'
import type { RawProblem } from '../../model/problems.ts'
import { encodingOf, isAscii } from '../../text/decode.ts'
import type { Locale } from '../dates.ts'
import { givenMetadata } from '../metadata.ts'
import { pageText, parsePage } from '../page/dom.ts'
import { cutOff, DocumentError, encodingProblem, tidyText, type Document } from './document.ts'
import { pageOf } from './web-page.ts'

/** More parts inside one another are no message that a person wrote. */
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 1_000_000 } as const

/** A message (`.eml`): its plain text, else the text of its HTML; subject, sender and date. */
export async function readEmail(bytes: Buffer, locale: Locale): Promise<Document> {
  const mail = await parse(bytes)
  const text = mail.text?.trim() ? tidyText(mail.text) : pageText(parsePage(mail.html ?? ''))
  const sender = mail.from?.name?.trim()
  const { metadata, problems } = givenMetadata({ title: mail.subject, authors: sender ? [sender] : [], published: mail.date }, locale)
  return { text, given: { metadata, problems: [...oddities(bytes, text), ...problems] }, encoding: 'utf-8', title: null }
}

/** A page saved with its pictures (`.mhtml`). */
export async function readSavedPage(bytes: Buffer, locale: Locale): Promise<Document> {
  const mail = await parse(bytes)
  if (!mail.html) throw new DocumentError('no saved page: it holds no HTML')
  const { text, given, title, problems } = pageOf(mail.html, locale)
  const url = given.url ?? mail.headers.find(({ key }) => key === 'snapshot-content-location')?.value ?? null
  return { text, given: { metadata: { ...given, url }, problems: [...oddities(bytes, text), ...problems] }, encoding: 'utf-8', title }
}

const HEADER = /^[\w-]+:(?:\s|$)/

/** Encodings that are not known, where that matters, and parts without an end. */
function oddities(bytes: Buffer, text: string): readonly RawProblem[] {
  const raw = bytes.toString('latin1')
  const labels = [...raw.matchAll(/^(?:content-type:|[ \t]).{0,200}?\bcharset="?([\w.:-]+)/gim)].map(([, label]) => label!)
  const unknown = isAscii(text) ? undefined : labels.find((label) => encodingOf(label) === null)
  const boundary = /^content-type:\s*multipart\/[^;]+;[^]{0,200}?\bboundary="?([^"\r\n;]+)/im.exec(raw)?.[1]
  return [
    ...(unknown === undefined ? [] : encodingProblem(`the encoding "${unknown.slice(0, 40)}" that it states is not known; read as Windows-1252`)),
    ...(boundary === undefined || raw.includes(`--${boundary}--`) ? [] : [cutOff('the message ends before its last part does: it is cut off')]),
  ]
}

async function parse(bytes: Buffer): Promise<Email> {
  const first = bytes.toString('latin1', 0, 200).replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (/^From \S+ /.test(first)) throw new DocumentError('a mailbox of several messages (mbox); save each as .eml')
  if (!HEADER.test(first)) throw new DocumentError('no message: it does not begin with headers (From:, Subject:); if it is plain text, call it .txt')
  try {
    return await PostalMime.parse(bytes, LIMITS)
  } catch (error) {
    throw new DocumentError(`the message cannot be parsed (${(error as Error).message})`)
  }
}
