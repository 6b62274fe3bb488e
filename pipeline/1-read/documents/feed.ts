import { parseFeed } from 'feedsmith'
import type { ArticleError } from '../../model/schema.ts'
import { decode } from '../../text/decode.ts'
import type { InputForm } from '../form.ts'
import { givenMetadata } from '../metadata.ts'
import { pageText, parsePage } from '../page/dom.ts'
import type { RawArticle } from '../raw.ts'
import { statedEncoding } from '../stated-encoding.ts'
import { decodedArticle, extractedArticle } from '../tables/row-article.ts'
import type { RowSource } from '../tables/rows.ts'
import { DocumentError } from './document.ts'
import { fileOf } from '../errors.ts'

/** As much of RSS and Atom as is used, whichever it is. */
interface Entry {
  readonly id?: string
  readonly guid?: { readonly value?: string }
  readonly title?: string | { readonly value?: string }
  readonly link?: string
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[]
  readonly pubDate?: string
  readonly published?: string
  readonly updated?: string
  readonly authors?: readonly (string | { readonly name?: string })[]
  readonly dc?: { readonly creators?: readonly string[]; readonly dates?: readonly string[] }
  readonly content?: { readonly encoded?: string; readonly value?: string }
  readonly description?: string
  readonly summary?: { readonly value?: string }
}

/**
 * The articles of a feed (RSS, Atom, RDF), one per item: its full text where the feed has it, else its summary.
 * @throws DocumentError where the bytes are no feed.
 */
export function* readFeed(bytes: Uint8Array, { path, name }: RowSource, form: InputForm): Generator<RawArticle | ArticleError> {
  const decoded = decode(bytes, statedEncoding(bytes))
  const xml = decoded.text
  if (/<!ENTITY/i.test(xml)) throw new DocumentError('it declares entities of its own, which no feed needs; take them out')
  let feed: { readonly title?: unknown; readonly items?: readonly Entry[]; readonly entries?: readonly Entry[] }
  try {
    feed = parseFeed(xml).feed as typeof feed
  } catch (error) {
    throw new DocumentError(`no feed that can be read: RSS and Atom are (${(error as Error).message})`)
  }
  const outlet = plain(feed.title)
  for (const [i, entry] of (feed.items ?? feed.entries ?? []).entries()) {
    const html = entry.content?.encoded ?? entry.content?.value ?? entry.description ?? entry.summary?.value ?? ''
    const authors = (entry.authors ?? entry.dc?.creators ?? []).flatMap((author) => (typeof author === 'string' ? author : (author.name ?? [])))
    const given = givenMetadata(
      {
        title: plain(entry.title),
        authors,
        published: entry.pubDate ?? entry.published ?? entry.dc?.dates?.[0] ?? entry.updated,
        outlet,
        url: entry.link ?? entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
      },
      form.locale,
    )
    const at = { id: entry.guid?.value?.trim() || entry.id?.trim() || `${name}-${i + 1}`, path, line: i + 1 }
    yield decodedArticle(extractedArticle(pageText(parsePage(html)), at, given, form), decoded, fileOf(path))
  }
}

/** A title, which may hold HTML, as text. */
function plain(title: unknown): string | null {
  const written = typeof title === 'string' ? title : ((title as { readonly value?: string } | undefined)?.value ?? null)
  return written === null || !/[<&]/.test(written) ? written : pageText(parsePage(written))
}
