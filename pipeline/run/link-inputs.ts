import { readFileSync } from 'node:fs'
import { linkInput, type LinkInput } from '../8-links/input.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { decode } from '../text/decode.ts'

/** Reads back what was written about each article, one at a time, and keeps of it what linking needs. */
export function* linkInputs(files: readonly string[]): Generator<LinkInput> {
  for (const file of files) {
    const article = JSON.parse(readFileSync(file, 'utf8')) as AnnotatedArticle
    yield linkInput(article, textOf(article))
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
