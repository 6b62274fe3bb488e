import type { RawProblem } from '../model/problems.ts'
import type { Range } from '../model/span.ts'
import type { Locale } from './dates.ts'
import { givenMetadata } from './metadata.ts'
import { describePage } from './page/describe-page.ts'
import { pageText, parsePage } from './page/dom.ts'
import { mainText } from './page/main-text.ts'
import { withQuotationMarks } from './quoting.ts'
import type { Metadata } from './raw.ts'

export interface ExtractedPage {
  readonly text: string
  readonly given: Metadata
  /** The headline, where it was put in front of the text. */
  readonly title: Range | null
  readonly problems: readonly RawProblem[]
}

/**
 * The main text of a page, one paragraph per block with an empty line between, the headline first; and what the page says about
 * itself. Where no main text is found, the text of the whole body.
 * @throws whatever the parser throws on markup that it cannot take.
 */
export function extractPage(html: string, locale: Locale = null): ExtractedPage {
  const page = withQuotationMarks(parsePage(html))
  const description = describePage(page, locale)
  const whole = pageText(page)
  const main = mainText(page)
  const text = main ?? whole
  const { metadata, problems } = givenMetadata(description, locale)
  const title = metadata.title ?? ''
  return {
    ...(title && main && !text.startsWith(title)
      ? { text: `${title}\n\n${text}`, title: { start: 0, end: title.length } }
      : { text, title: title && text.startsWith(title) ? { start: 0, end: title.length } : null }),
    given: metadata,
    problems: main ? problems : [...problems, { code: 'read/html', message: '', range: null }],
  }
}
