import { isError, read, type ReadOptions } from '../1-read/read.ts'
import { articleError } from '../1-read/errors.ts'
import { checked } from '../8-output/json.ts'
import { select, type Selection } from '../8-output/select.ts'
import { annotate } from '../annotate.ts'
import type { Article } from '../model/article.ts'
import { annotatedArticleSchema, type AnnotatedArticle, type ArticleError } from '../model/schema.ts'

/** The answers to all inputs, in input order, one at a time: an annotated article each, or the error that stands in its place. */
export async function* extract(paths: readonly string[], options: ReadOptions & Selection): AsyncGenerator<AnnotatedArticle | ArticleError> {
  for await (const input of read(paths, options)) yield isError(input) ? input : answer(input, options)
}

/** One article's answer. A failure of claimtrace itself costs this article only. */
export function answer(article: Article, selection: Selection): AnnotatedArticle | ArticleError {
  try {
    return checked(annotatedArticleSchema, select(annotate(article), selection))
  } catch (error) {
    const message = `${article.path ?? article.id}: could not be annotated (${(error as Error).message}); this is a bug, please report it`
    return articleError('annotate/failed', message, { id: article.id, path: article.path })
  }
}
