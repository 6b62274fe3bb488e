import { articleError } from '../1-read/errors.ts'
import { checked } from '../8-output/json.ts'
import { annotate } from '../annotate.ts'
import type { Article } from '../model/article.ts'
import type { Config } from '../model/config.ts'
import { annotatedArticleSchema, type AnnotatedArticle, type ArticleError } from '../model/schema.ts'

/** One article's answer, checked against the schema. A failure of claimtrace itself costs this article only. */
export function answer(article: Article, topics: Config['topics'] = []): AnnotatedArticle | ArticleError {
  try {
    return checked(annotatedArticleSchema, annotate(article, topics))
  } catch (error) {
    const message = `${[article.path, article.id].filter(Boolean).join(': ')}: could not be annotated (${(error as Error).message}); this is a bug, please report it`
    return articleError('annotate/failed', message, { id: article.id, path: article.path })
  }
}
