import { isError, read, type ReadOptions } from '../1-read/read.ts'
import { select, type Selection } from '../9-output/select.ts'
import { CorrectionsReader } from '../corrections/read.ts'
import type { Config } from '../model/config.ts'
import type { AnnotatedArticle, ArticleError } from '../model/schema.ts'
import { answers } from './answer.ts'
import { workedOn } from './crew.ts'
import { inGroups, type Input } from './groups.ts'

/**
 * The answers to all inputs, in input order, one at a time: an annotated article each, or the error that stands in its place.
 * @example
 * const options = { config: NO_CONFIG, textPathOf: () => null, stdin: process.stdin, minConfidence: 0, attitudes: true }
 * for await (const answer of extract(['articles/', 'news.csv'], options)) lines.push(JSON.stringify(answer))
 */
export async function* extract(paths: readonly string[], options: ReadOptions & Selection): AsyncGenerator<AnnotatedArticle | ArticleError> {
  const corrections = new CorrectionsReader()
  for await (const group of inGroups(read(paths, options))) yield* selected(group, { ...options, topics: options.config.topics }, corrections)
}

/** What a line needs to be told; plain data. */
export interface LineOptions extends Selection {
  readonly topics: Config['topics']
}

/** An answer as JSON; of an error its message as well. */
export interface Line {
  readonly json: string
  readonly error: string | null
}

/** As {@link extract}, written as JSON, by `workers` threads. */
export function extractLines(paths: readonly string[], { workers, ...options }: ReadOptions & Selection & { readonly workers?: number | undefined }): AsyncGenerator<Line> {
  const corrections = new CorrectionsReader()
  const lineOptions: LineOptions = { topics: options.config.topics, minConfidence: options.minConfidence, attitudes: options.attitudes }
  return workedOn(inGroups(read(paths, options)), workers, {
    name: 'lines',
    options: lineOptions,
    here: (group) => Promise.resolve(linesOf(group, lineOptions, corrections)),
    failed: lineOf,
    abreast: 1,
  })
}

/** The line of each input, in order. */
export function linesOf(group: readonly Input[], options: LineOptions, corrections: CorrectionsReader): readonly Line[] {
  return selected(group, options, corrections).map(lineOf)
}

function selected(group: readonly Input[], options: LineOptions, corrections: CorrectionsReader): readonly (AnnotatedArticle | ArticleError)[] {
  return answers(group, { topics: options.topics, corrections }).map((answer) => (isError(answer) ? answer : select(answer, options)))
}

const lineOf = (answer: AnnotatedArticle | ArticleError): Line => ({ json: JSON.stringify(answer), error: isError(answer) ? answer.message : null })
