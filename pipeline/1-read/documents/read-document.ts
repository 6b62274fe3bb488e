import type { InputForm } from '../form.ts'
import type { Format } from '../formats.ts'
import { DocumentError, type Document } from './document.ts'

/**
 * The text of a document of one of these formats; null for all other formats.
 * @throws DocumentError where it cannot be read.
 */
export async function readDocument(bytes: Buffer, format: Format, { locale, limits }: InputForm): Promise<Document | null> {
  // each loaded where it is needed: most runs read none of them
  if (format === 'html') return (await import('./web-page.ts')).readPage(bytes, locale)
  if (!['pdf', 'word', 'email', 'mhtml'].includes(format)) return null
  if (bytes.length === 0) throw new DocumentError('the file is empty')
  if (format === 'pdf') return (await import('./pdf.ts')).readPdf(bytes, limits.row)
  if (format === 'word') return (await import('./word.ts')).readWord(bytes, limits.row)
  const { readEmail, readSavedPage } = await import('./email.ts')
  return format === 'email' ? readEmail(bytes, locale) : readSavedPage(bytes, locale)
}
