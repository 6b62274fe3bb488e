import { readFileSync } from 'node:fs'
import { linkInput, type LinkInput } from '../8-links/input.ts'
import type { Progress } from '../model/progress.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { decode } from '../text/decode.ts'
import { heldApart } from './apart.ts'

/** What linking needs of a written article, and which text it was. */
export interface ReadBack {
  readonly input: LinkInput
  readonly source: { readonly id: string; readonly sha256: string }
}

/** Called with a file that cannot be read back: it went away since it was written. */
type OnLost = (file: string, error: unknown) => void

/** Reads back what was written about each article, one at a time, and keeps of it what linking needs. */
export function readBack(files: readonly string[], progress: Progress, onLost: OnLost): readonly ReadBack[] {
  return files.flatMap((file) => {
    progress.add(1)
    const article = readArticle(file, onLost)
    if (article === null) return []
    const { id, sha256 } = article.source
    const apart = heldApart(article, file, textOf)
    const input = linkInput(article, textOf(article))
    return { input: apart.length === 0 ? input : { ...input, apart }, source: { id, sha256 } }
  })
}

/** Reads back what was written about each article, one at a time; what went away is left out. */
export function* writtenArticles(files: readonly string[], progress: Progress): Generator<AnnotatedArticle> {
  for (const file of files) {
    progress.add(1)
    const article = readArticle(file, () => {})
    if (article !== null) yield article
  }
}

function readArticle(file: string, onLost: OnLost): AnnotatedArticle | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AnnotatedArticle
  } catch (error) {
    onLost(file, error)
    return null
  }
}

/** The article's text; empty where its file went away since it was annotated, which costs the search for copied passages only. */
function textOf({ source }: AnnotatedArticle): string {
  try {
    return decode(readFileSync(source.textPath ?? source.path ?? '')).text
  } catch {
    return ''
  }
}
