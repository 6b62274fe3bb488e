import { readFileSync } from 'node:fs'
import type { OutputFolder } from '../9-output/files.ts'
import type { Journal } from '../9-output/journal.ts'
import { regular } from '../model/regular.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import type { ToIndex } from '../store/index-articles.ts'
import { indexedArticle } from '../store/indexed.ts'
import { indexedOf } from './link-inputs.ts'
import type { About } from './summary.ts'

/** What is to be indexed of a written article, from the journal; where that is damaged, from the article itself. */
export function toIndexOf(id: string, out: OutputFolder, journal: Journal<About>): ToIndex {
  const read = () => indexedOf(id, journal) ?? indexedArticle(JSON.parse(readFileSync(regular(out.articlePath(id)), 'utf8')) as AnnotatedArticle)
  return { id, mark: journal.mark(id), read }
}
