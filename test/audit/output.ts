import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '../../pipeline/model/article.ts'
import { LINK_ROW_NAMES, linksPath, runOf } from '../../pipeline/model/links-folder.ts'
import { LINKS_SCHEMA, type AnnotatedArticle, type Links } from '../../pipeline/model/schema.ts'
import { annotated, marked } from '../support/annotated.ts'

export const NO_LINKS: Links = { speakers: [], origins: [], links: [], groups: [] }

/** A run's output of articles given as marked texts, with their sources beside it, in a folder of its own. */
export function writeOutput(
  articles: Readonly<Record<string, { readonly source: string; readonly about?: Partial<Article> }>>,
  links: (claims: ReadonlyMap<string, readonly string[]>) => Links | null = () => NO_LINKS,
): { folder: string; sourceOf: (id: string) => string; articles: readonly AnnotatedArticle[] } {
  const root = mkdtempSync(join(tmpdir(), 'audit-'))
  const folder = join(root, 'output')
  const sourceOf = (id: string) => join(root, `${id}.txt`)
  mkdirSync(join(folder, 'articles'), { recursive: true })
  const written = Object.entries(articles).map(([id, { source, about }]) => {
    const article = annotated(source, { id, path: sourceOf(id), ...about })
    writeFileSync(sourceOf(id), marked(source).text)
    writeFileSync(join(folder, 'articles', `${id}.json`), JSON.stringify(article))
    return article
  })
  const made = links(new Map(written.map(({ source, claims }) => [source.id, claims.map(({ id }) => id)])))
  if (made !== null) writeLinksSync(join(folder, 'links'), made, written)
  return { folder, sourceOf, articles: written }
}

function writeLinksSync(folder: string, links: Links, articles: readonly AnnotatedArticle[]): void {
  mkdirSync(folder)
  for (const name of LINK_ROW_NAMES) writeFileSync(linksPath(folder, name), links[name].map((row) => `${JSON.stringify(row)}\n`).join(''))
  const rows = Object.fromEntries(LINK_ROW_NAMES.map((name) => [name, links[name].length]))
  const files = Object.fromEntries(LINK_ROW_NAMES.map((name) => [name, { bytes: 0, sha256: '' }]))
  const manifest = { schema: LINKS_SCHEMA, claimtrace: '0', inputs: '', cut: 0, files, run: runOf(articles.map(({ source }) => source)), articles: articles.length, rows }
  writeFileSync(linksPath(folder, 'manifest'), JSON.stringify(manifest))
}
