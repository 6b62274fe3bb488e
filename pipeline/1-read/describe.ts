import { dirname, resolve, sep } from 'node:path'
import { outletOfHost } from '../lexicon/outlets.ts'
import type { Article } from '../model/article.ts'
import type { Config } from '../model/config.ts'
import { contains, type Range } from '../model/span.ts'
import { findBoilerplate } from './boilerplate.ts'
import { findHead } from './head.ts'
import { inspect } from './inspect.ts'
import { textLines } from './paragraphs.ts'
import type { GivenArticle } from './raw.ts'

/**
 * A raw input as an article. What the input says about itself comes first, then the configuration, then what is found in the text.
 * Boilerplate is marked, never cut.
 */
export function describe(raw: GivenArticle, config: Config): Article {
  const { id, textPath, text, given } = raw
  const front = raw.frontMatter
  const lines = textLines(text).filter((line) => !front || line.start >= front.end)
  const body = findBoilerplate(lines)
  const starts = new Set(body.ranges.map(({ start }) => start))
  const head = findHead(lines, (line) => starts.has(line.start), given.title)
  const title = raw.title ?? head.title
  const outlet = given.outlet ?? configuredOutlet(raw, config) ?? hostOutlet(given.url)
  return {
    id,
    path: raw.path,
    textPath,
    text,
    sha256: raw.sha256,
    bytes: raw.bytes,
    encoding: raw.encoding,
    title: given.title ?? (title && text.slice(title.start, title.end)),
    authors: given.authors.length ? given.authors : head.authors,
    published: given.published ?? head.published?.value ?? null,
    outlet: outlet ?? head.outlet?.value ?? null,
    url: given.url,
    found: {
      title,
      published: given.published ? null : (head.published?.range ?? null),
      outlet: outlet ? null : (head.outlet?.range ?? null),
    },
    credits: inOrder([...head.credits, ...body.credits]),
    boilerplate: inOrder([...(front ? [front] : []), ...head.boilerplate, ...body.ranges]),
    problems: [...raw.problems, ...inspect(text).filter(({ code }) => code !== 'read/encoding' || !raw.problems.some((said) => said.code === code))],
  }
}

/** Sorted by start; a range inside another is left out. */
function inOrder(ranges: readonly Range[]): readonly Range[] {
  const kept: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) if (!kept.length || !contains(kept.at(-1)!, range)) kept.push(range)
  return kept
}

function hostOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname : null
}

function hostOutlet(url: string | null): string | null {
  const host = hostOf(url)
  return host && (outletOfHost(host)?.name ?? null)
}

/** The outlet that the user's configuration gives to the nearest folder around the file, or to the URL's host. */
export function configuredOutlet(raw: Pick<GivenArticle, 'given' | 'path'>, { outlets }: Config): string | null {
  if (Object.keys(outlets).length === 0) return null
  const host = hostOf(raw.given.url)
  for (const [key, name] of Object.entries(outlets)) if (host && (host === key || host.endsWith(`.${key}`))) return name
  if (!raw.path) return null
  const folder = resolve(dirname(raw.path))
  const around = Object.keys(outlets).filter((key) => folder === resolve(key) || folder.startsWith(resolve(key) + sep))
  const nearest = around.sort((a, b) => resolve(b).length - resolve(a).length)[0]
  return nearest === undefined ? null : outlets[nearest]!
}
