import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '../../pipeline/model/article.ts'
import { LINKS_SCHEMA, type AnnotatedArticle, type Links } from '../../pipeline/model/schema.ts'
import { annotated, marked } from '../support/annotated.ts'

export const NO_LINKS: Links = { schema: LINKS_SCHEMA, speakers: [], origins: [], links: [], groups: [] }

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
  if (made !== null) writeFileSync(join(folder, 'links.json'), JSON.stringify(made))
  return { folder, sourceOf, articles: written }
}
