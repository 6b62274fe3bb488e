import { outletOfHost } from '../../lexicon/outlets.ts'
import { authorsIn } from '../authors.ts'
import { isoDate, type Locale } from '../dates.ts'
import type { Node, Page } from './dom.ts'
import { structuredData } from './structured-data.ts'

/** What a page says about itself, as it says it. */
export interface PageDescription {
  readonly title: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly outlet: string | null
  readonly url: string | null
}

/** Reads JSON-LD, meta elements, microdata and visible bylines; where they disagree, see each field. */
export function describePage(page: Page, locale: Locale): PageDescription {
  const data = structuredData(page)
  const meta = metaReader(page)
  const outlet = meta('og:site_name') ?? data.publisher ?? meta('application-name')
  const url = absolute(page.querySelector('link[rel="canonical"]')?.getAttribute('href')) ?? absolute(meta('og:url'))
  return {
    title: titleOf(page, data.headline, meta, outlet),
    authors: authorsOf(page, data.authors, meta, outlet),
    published: dateOf(page, data.published, meta, locale, url),
    outlet: outlet ?? (url && (outletOfHost(new URL(url).hostname)?.name ?? null)),
    url,
  }
}

type Meta = (...names: readonly string[]) => string | null

/** The content of the first meta element with one of these names, whatever attribute names it. */
function metaReader(page: Page): Meta {
  const contents = new Map<string, string>()
  for (const element of page.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase()
      if (name && !contents.has(name)) contents.set(name, content)
    }
  }
  return (...names) => names.map((name) => contents.get(name)).find((content) => content !== undefined) ?? null
}

const tidy = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim() || null
const wordsOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

const SEPARATOR = /\s+(?:[|»·•—–:]|-{1,2})\s+|\s*[|»]\s*/u

/**
 * The title that most places agree on: JSON-LD, og:title, `<title>` and the first `h1`s, each with and without the site's name at its
 * ends. Among equals the earlier place counts.
 */
function titleOf(page: Page, headline: string | null, meta: Meta, outlet: string | null): string | null {
  const headings = [...page.querySelectorAll('h1')].filter((element) => !isLogo(element)).slice(0, 3).map((element) => tidy(element.textContent))
  const places = [headings, [tidy(headline)], [tidy(meta('og:title'))], [tidy(meta('twitter:title', 'dc.title', 'parsely-title'))], [tidy(page.querySelector('title')?.textContent)]].map((titles) =>
    titles.filter((title) => title !== null).flatMap((title) => variants(title, outlet)),
  )
  const votes = new Map<string, { readonly title: string; count: number }>()
  for (const place of places)
    for (const title of new Map(place.map((each) => [wordsOf(each), each])).values()) {
      const known = votes.get(wordsOf(title))
      if (known) known.count++
      else if (wordsOf(title)) votes.set(wordsOf(title), { title, count: 1 })
    }
  const site = outlet ? wordsOf(outlet) : ''
  const candidates = [...votes.values()].filter(({ title }) => wordsOf(title) !== site)
  const best = candidates.reduce<{ readonly title: string; count: number } | null>((most, each) => (most === null || each.count > most.count ? each : most), null)
  return best?.title ?? outlet
}

/** Whether a heading is the site's name, as its classes or its link to the front page tell: older pages have it as their first `h1`. */
function isLogo(heading: Node): boolean {
  const names = [heading, heading.closest('div, header, a')].map((element) => `${element?.getAttribute('class') ?? ''} ${element?.getAttribute('id') ?? ''}`).join(' ')
  if (/\b(?:site-?(?:title|name|logo)|logo|blog-?title|masthead)\b/i.test(names)) return true
  return [...heading.querySelectorAll('a')].some((link) => /^(?:https?:\/\/[^/]+)?\/?$/i.test(link.getAttribute('href') ?? '#'))
}

/** A title, and what is left of it without the site's name or section behind or before a separator. */
function variants(title: string, outlet: string | null): readonly string[] {
  const parts = title.split(SEPARATOR).filter(Boolean)
  if (parts.length < 2) return [title]
  const separators = [...title.matchAll(new RegExp(SEPARATOR, 'gu'))]
  const first = title.slice(0, separators.at(-1)!.index).trim()
  const rest = title.slice(separators[0]!.index + separators[0]![0].length).trim()
  const site = outlet ? wordsOf(outlet) : null
  const without = parts.filter((part) => wordsOf(part) !== site)
  if (site && without.length === 1) return [without[0]!, title]
  return [title, first, parts[0]!, rest]
}

/** JSON-LD's people, else meta elements, else what is marked as the author, else the first visible byline. */
function authorsOf(page: Page, stated: readonly string[], meta: Meta, outlet: string | null): readonly string[] {
  const site = outlet ? wordsOf(outlet) : null
  const named = (bylines: readonly (string | null | undefined)[]) =>
    bylines.flatMap((byline) => (byline ? authorsIn(byline) : [])).filter((name, i, all) => wordsOf(name) !== site && all.indexOf(name) === i)
  const marked = (selector: string) => outsideComments(page, selector).slice(0, 3).map((element) => tidy(element.textContent))
  const sources = [
    () => stated,
    () => [meta('author', 'article:author', 'dc.creator', 'dcterms.creator', 'byl', 'parsely-author', 'sailthru.author', 'cxenseparse:author')],
    () => marked('[itemprop="author"] [itemprop="name"], [itemprop~="author"], [rel~="author"]'),
    () => marked('[class~="byline"], [class~="author"], [class~="author-name"], [class*="byline-name"], [class*="author__name"], [class~="article-author"], [class~="post-author"], [class~="fn"]').slice(0, 1),
  ]
  for (const source of sources) {
    const names = named(source())
    if (names.length) return names
  }
  return []
}

/** The first elements that a selector finds, but not in comments, in lists of other articles or at the page's edges. */
function outsideComments(page: Page, selector: string): readonly Node[] {
  return [...page.querySelectorAll(selector)].slice(0, 20).filter((element) => element.closest('[class*="comment"], [id*="comment"], [class*="related"], aside, nav, footer') === null)
}

/** The ways in which an element may say a date. */
const valueOf = (element: Node) => [element.getAttribute('datetime'), element.getAttribute('content'), element.getAttribute('title'), tidy(element.textContent)]

/** JSON-LD, then meta elements, the date in the address, `<time>` and marked dates of the article; at the head of a page stands today's date. What cannot be read is passed over. */
function dateOf(page: Page, stated: string | null, meta: Meta, locale: Locale, url: string | null): string | null {
  const times = outsideComments(page, 'time').filter(isOfArticle).slice(0, 1)
  const marked = outsideComments(page, '[itemprop="datePublished"], [class~="published"], [class~="entry-date"], [class~="post-date"], [class~="date-published"], [class~="article-date"], [class~="dateline"], [class~="timestamp"], [class~="date"]').filter(isOfArticle).slice(0, 2)
  const written = [
    stated,
    meta('article:published_time', 'og:article:published_time', 'datepublished'),
    meta('pubdate', 'pdate', 'publishdate', 'publish-date', 'publication_date', 'date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'sailthru.date', 'parsely-pub-date', 'cxenseparse:recs:publishtime'),
    url && dateInAddress(url),
    ...times.flatMap(valueOf),
    ...marked.flatMap(valueOf),
  ]
  for (const date of written) if (date && isoDate(date, locale)) return date
  return written.find((date) => date) ?? null
}

/** `/2021/03/04/`, `/2021/mar/04/`, `/2021-03-04/`. */
function dateInAddress(url: string): string | null {
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/_-]|$)/i.exec(url) ?? []
  if (year === undefined) return null
  return /\d/.test(month!) ? [year, month!.padStart(2, '0'), day!.padStart(2, '0')].join('-') : `${day} ${month} ${year}`
}

const isOfArticle = (element: Node) => element.closest('article, main') !== null || element.closest('header, [id="header"], [class~="header"], [id*="masthead"], [class*="masthead"], [class*="topbar"]') === null

function absolute(url: string | null | undefined): string | null {
  return url && URL.canParse(url.trim()) && /^https?:/i.test(url.trim()) ? url.trim() : null
}
