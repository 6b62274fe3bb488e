import { isError } from '../1-read/read.ts'
import { checked } from '../9-output/json.ts'
import { annotateAll } from '../annotate.ts'
import { applyCorrections } from '../corrections/apply.ts'
import type { CorrectionsReader } from '../corrections/read.ts'
import type { Article } from '../model/article.ts'
import type { Config } from '../model/config.ts'
import type { ProblemCode } from '../model/problems.ts'
import { annotatedArticleSchema, type AnnotatedArticle, type ArticleError } from '../model/schema.ts'
import { namedTopic } from '../text/named-topic.ts'
import { failure } from './failure.ts'
import type { Input } from './groups.ts'

export interface AnswerOptions {
  readonly topics: Config['topics']
  /** Where corrections lie; absent: none are applied. */
  readonly corrections?: CorrectionsReader
}

/**
 * The answer to each input, in order, checked against the schema; an input that is an error answers itself. A failure of claimtrace costs
 * its article only.
 */
export function answers(inputs: readonly Input[], options: AnswerOptions = { topics: [] }): readonly (AnnotatedArticle | ArticleError)[] {
  const articles = inputs.filter((input): input is Article => !isError(input))
  const done = annotated(articles, options)[Symbol.iterator]()
  return inputs.map((input) => (isError(input) ? input : done.next().value!))
}

function annotated(articles: readonly Article[], options: AnswerOptions): readonly (AnnotatedArticle | ArticleError)[] {
  if (articles.length === 0) return [] // the model is not loaded for nothing
  try {
    return annotateAll(articles, options.topics).map((answer, i) => checked(annotatedArticleSchema, corrected(answer, articles[i]!, options)))
  } catch (error) {
    return articles.length === 1 ? [failure(articles[0]!, error as Error)] : articles.flatMap((article) => annotated([article], options))
  }
}

/** The answer with what a person put right, if anybody did. */
function corrected(answer: AnnotatedArticle, article: Article, { topics, corrections }: AnswerOptions): AnnotatedArticle {
  const found = corrections?.of(article)
  if (!found) return answer
  const read = { ...answer, source: { ...answer.source, corrections: found.hash } }
  if (found.corrections !== null) return applyCorrections(read, article.text, found.corrections, (target) => namedTopic(target, topics))
  const problem = { code: 'corrections/malformed' satisfies ProblemCode, message: found.fault ?? '', span: null }
  return { ...read, problems: [...read.problems, problem] }
}
