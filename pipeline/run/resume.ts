import { articleOf } from '../1-read/article-of.ts'
import { annotate } from '../annotate.ts'
import type { Article } from '../model/article.ts'
import type { Config } from '../model/config.ts'
import type { Written } from '../9-output/files.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { namedTopic } from '../text/named-topic.ts'

/** What this claimtrace writes into every article about itself: told by the answer to an empty one. */
export function now(): Version {
  known ??= annotate(articleOf('', { id: 'empty' }))
  return known
}
let known: Version | null = null

interface Version {
  readonly claimtrace: string
  readonly model: string
}

/** Whether what was written before is what would be written now: same claimtrace, same model, same source, same topics, same corrections (by their hash). */
export function isCurrent(before: Written, article: Article, version: Version, topics: Config['topics'], corrections: string | null = null): before is AnnotatedArticle {
  if (!('source' in before) || before.claimtrace !== version.claimtrace || before.model !== version.model) return false
  const { source } = before
  const fields = ['path', 'textPath', 'sha256', 'bytes', 'encoding', 'title', 'published', 'outlet', 'url'] as const
  const named = before.claims.every(({ stance }) => stance.every(({ target }) => target.topic === namedTopic(target.text, topics)))
  return named && source.corrections === corrections && source.length === article.text.length && source.authors.join('\n') === article.authors.join('\n') && fields.every((field) => source[field] === article[field])
}
