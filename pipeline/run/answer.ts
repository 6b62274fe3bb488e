import { articleError } from '../1-read/errors.ts'
import { isError } from '../1-read/read.ts'
import { checked } from '../9-output/json.ts'
import { annotateAll } from '../annotate.ts'
import type { Article } from '../model/article.ts'
import type { Config } from '../model/config.ts'
import { annotatedArticleSchema, type AnnotatedArticle, type ArticleError } from '../model/schema.ts'
import type { Input } from './groups.ts'

/**
 * The answer to each input, in order, checked against the schema; an input that is an error answers itself. A failure of claimtrace costs
 * its article only.
 */
export function answers(inputs: readonly Input[], topics: Config['topics'] = []): readonly (AnnotatedArticle | ArticleError)[] {
  const articles = inputs.filter((input): input is Article => !isError(input))
  const done = annotated(articles, topics)[Symbol.iterator]()
  return inputs.map((input) => (isError(input) ? input : done.next().value!))
}

function annotated(articles: readonly Article[], topics: Config['topics']): readonly (AnnotatedArticle | ArticleError)[] {
  try {
    return annotateAll(articles, topics).map((article) => checked(annotatedArticleSchema, article))
  } catch (error) {
    return articles.length === 1 ? [failure(articles[0]!, error as Error)] : articles.flatMap((article) => annotated([article], topics))
  }
}

function failure({ path, id }: Article, { message }: Error): ArticleError {
  const where = [path, id].filter(Boolean).join(': ')
  return articleError('annotate/failed', `${where}: could not be annotated (${message}); this is a bug, please report it`, { id, path })
}
