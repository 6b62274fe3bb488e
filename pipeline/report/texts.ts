import { readFileSync } from 'node:fs'
import { regular } from '../model/regular.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { decode } from '../text/decode.ts'

/** The text that an article's offsets point into; null where its file is gone, or holds another text than it did. */
export function textOf({ source, claims }: AnnotatedArticle): string | null {
  const path = source.textPath ?? source.path
  if (path === null) return null
  try {
    const { text } = decode(readFileSync(regular(path)))
    const holds = text.length === source.length && claims.every(({ content }) => content.every(({ start, end, exact }) => text.slice(start, end) === exact))
    return holds ? text : null
  } catch {
    return null
  }
}
