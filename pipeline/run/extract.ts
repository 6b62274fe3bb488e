import { isError, read, type ReadOptions } from '../1-read/read.ts'
import { select, type Selection } from '../9-output/select.ts'
import { CorrectionsReader } from '../corrections/read.ts'
import type { AnnotatedArticle, ArticleError } from '../model/schema.ts'
import { answers } from './answer.ts'
import { inGroups } from './groups.ts'

/**
 * The answers to all inputs, in input order, one at a time: an annotated article each, or the error that stands in its place.
 * @example
 * const options = { config: NO_CONFIG, textPathOf: () => null, stdin: process.stdin, minConfidence: 0, attitudes: true }
 * for await (const answer of extract(['articles/', 'news.csv'], options)) lines.push(JSON.stringify(answer))
 */
export async function* extract(paths: readonly string[], options: ReadOptions & Selection): AsyncGenerator<AnnotatedArticle | ArticleError> {
  const corrections = new CorrectionsReader()
  for await (const group of inGroups(read(paths, options))) {
    for (const answer of answers(group, { topics: options.config.topics, corrections })) yield isError(answer) ? answer : select(answer, options)
  }
}
