import { readFileSync } from 'node:fs'
import { linkInput, type LinkInput } from '../8-links/input.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { decode } from '../text/decode.ts'
import { heldApart } from './apart.ts'

/** What linking needs of a written article, and which text it was. */
export interface ReadBack {
  readonly input: LinkInput
  readonly source: { readonly id: string; readonly sha256: string }
}

/** Reads back what was written about each article, one at a time, and keeps of it what linking needs. */
export function readBack(files: readonly string[]): readonly ReadBack[] {
  return Array.from(writtenArticles(files), (article, i) => {
    const { id, sha256 } = article.source
    const apart = heldApart(article, files[i]!, textOf)
    const input = linkInput(article, textOf(article))
    return { input: apart.length === 0 ? input : { ...input, apart }, source: { id, sha256 } }
  })
}

/** Reads back what was written about each article, one at a time. */
export function* writtenArticles(files: readonly string[]): Generator<AnnotatedArticle> {
  for (const file of files) yield JSON.parse(readFileSync(file, 'utf8')) as AnnotatedArticle
}

/** The article's text; empty where its file went away since it was annotated, which costs the search for copied passages only. */
function textOf({ source }: AnnotatedArticle): string {
  try {
    return decode(readFileSync(source.textPath ?? source.path ?? '')).text
  } catch {
    return ''
  }
}
