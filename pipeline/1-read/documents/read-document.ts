import type { Range } from '../../model/span.ts'
import type { Locale } from '../dates.ts'
import type { Format } from '../formats.ts'
import type { Given } from '../metadata.ts'
import { DocumentError } from './document.ts'

/** The text of a document of one of these formats, with its title's place where it is part of the text; null for all other formats. */
export async function readDocument(bytes: Buffer, format: Format, locale: Locale): Promise<{ readonly text: string; readonly given: Given; readonly title: Range | null } | null> {
  if (!['pdf', 'word', 'email', 'mhtml'].includes(format)) return null
  if (bytes.length === 0) throw new DocumentError('the file is empty')
  if (format === 'pdf') return { ...(await (await import('./pdf.ts')).readPdf(bytes)), title: null }
  if (format === 'word') return { ...(await (await import('./word.ts')).readWord(bytes)), title: null }
  const { readEmail, readWebArchive } = await import('./email.ts')
  if (format === 'email') return { ...(await readEmail(bytes, locale)), title: null }
  const { text, given, title, problems } = await readWebArchive(bytes, locale)
  return { text, given: { metadata: given, problems }, title }
}
