import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { RawProblem } from '../model/problems.ts'
import type { Range } from '../model/span.ts'
import { givenMetadata } from './metadata.ts'
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
 * @throws whatever the parser throws on markup that it cannot take (thousands of nested elements).
 */
export function extractPage(html: string): ExtractedPage {
  const page = withQuotationMarks(parse(html))
  const own = pageMetadata(page)
  const found = new Readability(withQuotationMarks(parse(html)) as never, { charThreshold: 200 }).parse()
  const body = found?.content ? parse(found.content) : null
  const main = body ? blockText(body.body ?? body.documentElement) : ''
  const text = main || blockText(page.body ?? page.documentElement)
  const title = (own.title ?? found?.title ?? '').replace(/\s+/g, ' ').trim()
  const { metadata, problems } = givenMetadata({
    title,
    published: own.published ?? found?.publishedTime,
    outlet: own.outlet ?? found?.siteName,
    url: own.url,
  })
  return {
    ...(title && main && !text.startsWith(title)
      ? { text: `${title}\n\n${text}`, title: { start: 0, end: title.length } }
      : { text, title: title && text.startsWith(title) ? { start: 0, end: title.length } : null }),
    given: metadata,
    problems: main ? problems : [...problems, { code: 'read/html', message: '', range: null }],
  }
}

/** As much of the DOM as is used here; the compiler knows no browser. */
interface Node {
  readonly nodeType: number
  readonly tagName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<Node>
  getAttribute(name: string): string | null
}
interface Page {
  readonly body: Node | null
  readonly documentElement: Node
  querySelector(selector: string): Node | null
}

/** A document with a body, also for a fragment. */
function parse(html: string): Page {
  const body = /<body[\s>]/i.test(html) ? html : `<body>${html}</body>`
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html>${body}</html>`
  return parseHTML(whole).document as unknown as Page
}

function pageMetadata(page: Page): { title: string | null; published: string | null; outlet: string | null; url: string | null } {
  const content = (selector: string) => page.querySelector(selector)?.getAttribute('content')?.trim() || null
  return {
    title: content('meta[property="og:title"]') ?? (page.querySelector('h1')?.textContent || null),
    published:
      content('meta[property="article:published_time"]') ??
      content('meta[name="date"]') ??
      content('meta[itemprop="datePublished"]') ??
      page.querySelector('time[datetime]')?.getAttribute('datetime')?.trim() ??
      null,
    outlet: content('meta[property="og:site_name"]'),
    url: page.querySelector('link[rel="canonical"]')?.getAttribute('href')?.trim() || content('meta[property="og:url"]'),
  }
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(' '),
)
/** Characters without a width, which split words that a reader sees whole: soft hyphen, zero-width space and joiners, word joiner. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g
const LEFT_OUT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG BUTTON IFRAME HEAD'.split(' '))

/** The text of an element as a browser would lay it out: white space collapsed, blocks apart, `<br>` as a line end. */
function blockText(root: Node): string {
  const blocks: string[] = []
  let current = ''
  const flush = () => {
    const text = current.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').trim()
    if (text) blocks.push(text)
    current = ''
  }
  const visit = (node: Node) => {
    if (node.nodeType === 3) current += (node.textContent ?? '').replace(INVISIBLE, '').replace(/\s+/g, ' ')
    if (node.nodeType !== 1) return
    const name = node.tagName.toUpperCase()
    if (LEFT_OUT.has(name)) return
    if (name === 'BR') current += '\n'
    const block = BLOCKS.has(name)
    if (block) flush()
    for (const child of node.childNodes) visit(child)
    if (block) flush()
  }
  visit(root)
  flush()
  return blocks.join('\n\n')
}
