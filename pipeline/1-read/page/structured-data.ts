import type { Page } from './dom.ts'

/** What a page's JSON-LD says about its article; each field is null or empty where it says nothing. */
export interface StructuredData {
  readonly headline: string | null
  readonly published: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
}

type Item = Readonly<Record<string, unknown>>

/** Types of schema.org that are an article. */
const ARTICLE = /(?:Article|BlogPosting|Report|Posting|Review|Recipe|CreativeWork)$/

/** Reads the JSON-LD of a page: of its articles the first that states a field counts, of other items (the web page) the rest. */
export function structuredData(page: Page): StructuredData {
  const items = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => itemsOf(parse(script.textContent ?? '')))
  const articles = items.filter((item) => typesOf(item).some((type) => ARTICLE.test(type)))
  const pages = items.filter((item) => typesOf(item).includes('WebPage'))
  const stated = <Value>(read: (item: Item) => Value | null) => [...articles, ...pages].map(read).find((value) => value !== null) ?? null
  return {
    headline: articles.map((item) => text(item['headline'])).find((value) => value !== null) ?? null,
    published: stated((item) => text(item['datePublished']) ?? text(item['dateCreated'])),
    authors: stated((item) => people(item, items)) ?? [],
    publisher: stated((item) => nameOf(item['publisher'], items)),
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/g, '').replace(/[\n\r\t]+/g, ' '))
  } catch {
    return null
  }
}

/** Items and those of their `@graph`, to a depth that pages have. */
function itemsOf(value: unknown, depth = 0): readonly Item[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.slice(0, 500).flatMap((each) => itemsOf(each, depth + 1))
  const item = value as Item
  return [item, ...itemsOf(item['@graph'], depth + 1), ...itemsOf(item['mainEntity'], depth + 1)]
}

const typesOf = (item: Item) => [item['@type']].flat().filter((type): type is string => typeof type === 'string')

function text(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() ? first.trim() : null
}

/** Names of the authors that are people, or nothing more is known of; null where none is. */
function people(item: Item, all: readonly Item[]): readonly string[] | null {
  const authors = [item['author'] ?? item['creator']].flat().filter((author) => typeof author !== 'object' || author === null || !typesOf(author as Item).includes('Organization'))
  const names = authors.flatMap((author) => nameOf(author, all) ?? [])
  return names.length ? names : null
}

/** A name as text, as an item with a name, or as a reference to such an item. */
function nameOf(value: unknown, all: readonly Item[]): string | null {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'object' || first === null) return text(first)
  const item = first as Item
  const named = text(item['name'])
  if (named || typeof item['@id'] !== 'string') return named
  return text(all.find((other) => other['@id'] === item['@id'] && other['name'])?.['name'])
}
