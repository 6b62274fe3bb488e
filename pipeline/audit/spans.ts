import type { AnnotatedArticle } from '../model/schema.ts'
import type { Span } from '../model/span.ts'

/** A written span and where it stands in the output. */
export interface WrittenSpan {
  /** Where in the article's JSON: `claims.3.cue`. */
  readonly field: string
  readonly span: Span
}

/** Every span of an article's JSON, wherever it stands in it. */
export function spansOf(article: AnnotatedArticle): readonly WrittenSpan[] {
  const found: WrittenSpan[] = []
  const walk = (value: unknown, field: string): void => {
    if (typeof value !== 'object' || value === null) return
    if (isSpan(value)) found.push({ field, span: value })
    else for (const [key, inner] of Object.entries(value)) walk(inner, field === '' ? key : `${field}.${key}`)
  }
  walk(article, '')
  return found
}

/** The same spans without their places, found once they are asked for. */
export function* spansIn(article: AnnotatedArticle): Generator<Span> {
  for (const { span } of spansOf(article)) yield span
}

function isSpan(value: object): value is Span {
  return 'exact' in value && 'start' in value && 'end' in value
}
