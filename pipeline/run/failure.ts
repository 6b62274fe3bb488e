import { articleError } from '../1-read/errors.ts'
import type { Article } from '../model/article.ts'
import type { ArticleError } from '../model/schema.ts'

/** The answer to an article that could not be annotated. */
export function failure({ path, id }: Pick<Article, 'path' | 'id'>, { message }: Error): ArticleError {
  const where = [path, id].filter(Boolean).join(': ')
  return articleError('annotate/failed', `${where}: could not be annotated (${message}); this is a bug, please report it`, { id, path })
}
