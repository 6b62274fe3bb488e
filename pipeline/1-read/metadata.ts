import * as z from 'zod'
import { yaml } from '../model/packages.ts'
import type { RawProblem } from '../model/problems.ts'
import type { Range } from '../model/span.ts'
import { authorsIn } from './authors.ts'
import { isAmbiguous, isoDate, type Locale } from './dates.ts'
import { NO_METADATA, type Metadata } from './raw.ts'

const text = z.union([z.string(), z.number().transform(String), z.date().transform((d) => d.toISOString().slice(0, 10))]).nullish()

/** One byline, or a list of names. */
const names = z.union([z.string().transform((byline) => authorsIn(byline)), z.array(z.string())]).nullish()

/** A front-matter block or a `.meta.json` file; the second names are what other programs write. */
const blockSchema = z.object({
  title: text,
  published: text,
  date: text,
  outlet: text,
  source: text,
  publisher: text,
  url: text,
  link: text,
  author: names,
  authors: names,
  byline: names,
})

export interface Given {
  readonly metadata: Metadata
  readonly problems: readonly RawProblem[]
}

type Fields = { readonly [field in Exclude<keyof Metadata, 'authors'>]?: string | null | undefined } & { readonly authors?: readonly string[] | null | undefined }

const clean = (value: string | null | undefined) => value?.trim() || null

/** Metadata as an input states it: trimmed, the date in ISO 8601. A date that cannot be read is left out and said. */
export function givenMetadata(fields: Fields, locale: Locale = null): Given {
  const date = clean(fields.published)
  const published = date && isoDate(date, locale)
  const problems: RawProblem[] = []
  if (date && !published) {
    const way = isAmbiguous(date) ? 'may be two days; say whose way of writing it is with --locale en-US or --locale en-GB' : 'was not understood; write it as 2025-02-18'
    problems.push(problem(`the date "${date.slice(0, 40)}" ${way}`))
  }
  const authors = fields.authors?.map((name) => name.trim()).filter(Boolean) ?? []
  return { metadata: { title: clean(fields.title), authors, published, outlet: clean(fields.outlet), url: clean(fields.url) }, problems }
}

const FRONT_MATTER = /^\s*---[ \t]*\r?\n([\s\S]{0,20000}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m

/** The YAML block between `---` lines that the text begins with, if it does, and what it states. */
export function frontMatter(articleText: string, locale: Locale = null): (Given & { readonly range: Range }) | null {
  const match = articleText.slice(0, 200).trimStart().startsWith('---') ? FRONT_MATTER.exec(articleText) : null
  if (!match || match.index !== 0 || !/^[\w-]+:/m.test(match[1]!)) return null
  const start = match[0].length - match[0].trimStart().length
  const range = { start, end: match[0].trimEnd().length }
  try {
    return { ...fromBlock(yaml().parse(match[1]!), locale), range }
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]
    return { metadata: NO_METADATA, problems: [{ ...problem(`the block in front of the article is not YAML: ${reason}`), range }], range }
  }
}

/** What a `<id>.meta.json` file states. */
export function metaFile(json: string, path: string, locale: Locale = null): Given {
  try {
    return fromBlock(JSON.parse(json), locale)
  } catch (error) {
    return unreadMetadata(`${path}: not JSON: ${(error as Error).message}`)
  }
}

/** Metadata that were given, but could not be read. */
export const unreadMetadata = (message: string): Given => ({ metadata: NO_METADATA, problems: [problem(message)] })

function fromBlock(value: unknown, locale: Locale): Given {
  const parsed = blockSchema.safeParse(value)
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'the block').join(', ')
    return { metadata: NO_METADATA, problems: [problem(`metadata of the wrong kind (a text is needed): ${fields}`)] }
  }
  const { title, published, date, outlet, publisher, source, url, link, author, authors, byline } = parsed.data
  return givenMetadata({ title, authors: authors ?? author ?? byline, published: published ?? date, outlet: outlet ?? publisher ?? source, url: url ?? link }, locale)
}

/** Metadata from several places: the first that states a field wins. */
export function overlay(...all: readonly (Metadata | undefined)[]): Metadata {
  const first = (field: Exclude<keyof Metadata, 'authors'>) => all.find((metadata) => metadata?.[field])?.[field] ?? null
  const authors = all.find((metadata) => metadata?.authors.length)?.authors ?? []
  return { title: first('title'), authors, published: first('published'), outlet: first('outlet'), url: first('url') }
}

const problem = (message: string): RawProblem => ({ code: 'read/metadata', message, range: null })
