import { isError, read, type ReadOptions } from '../1-read/read.ts'
import { linkInput } from '../8-links/input.ts'
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
  /** Whether a line is three fields that tabs part: the article's id as in JSON, the article, what linking needs of it; for an error the second only. */
  readonly linking?: boolean
}

/** An answer as JSON; of an error its message as well. */
export interface Line {
  readonly json: string
  readonly error: string | null
}

/** As {@link extract}, written as JSON, by `workers` threads. */
export async function* extractLines(paths: readonly string[], { workers, linking = false, ...options }: ReadOptions & Selection & { readonly workers?: number | undefined; readonly linking?: boolean }): AsyncGenerator<Line> {
  const corrections = new CorrectionsReader()
  const lineOptions: LineOptions = { topics: options.config.topics, minConfidence: options.minConfidence, attitudes: options.attitudes, linking }
  const all = workedOn(inGroups(read(paths, options)), workers, {
    name: 'lines',
    apart: false,
    few: 0,
    known: () => null,
    options: lineOptions,
    here: (group) => Promise.resolve(linesOf(group, lineOptions, corrections)),
    failed: (error) => (linking ? linkingLine(error, error) : lineOf(error)),
    abreast: 1,
  })
  for await (const some of all) yield* some
}

/** The line of each input, in order. */
export function linesOf(group: readonly Input[], options: LineOptions, corrections: CorrectionsReader): readonly Line[] {
  return selected(group, options, corrections).map((answer, i) => (options.linking ? linkingLine(answer, group[i]!) : lineOf(answer)))
}

function selected(group: readonly Input[], options: LineOptions, corrections: CorrectionsReader): readonly (AnnotatedArticle | ArticleError)[] {
  return answers(group, { topics: options.topics, corrections }).map((answer) => (isError(answer) ? answer : select(answer, options)))
}

const lineOf = (answer: AnnotatedArticle | ArticleError): Line => ({ json: JSON.stringify(answer), error: isError(answer) ? answer.message : null })

/** A line for linking elsewhere. Which line of standard input an error is about says nothing there: what comes to a process is chance. */
function linkingLine(answer: AnnotatedArticle | ArticleError, input: Input): Line {
  if (!isError(answer) && !isError(input)) return { json: [JSON.stringify(answer.source.id).slice(1, -1), JSON.stringify(answer), JSON.stringify(linkInput(answer, input.text))].join('\t'), error: null }
  const error = answer as ArticleError
  const message = error.message.replace(/^standard input:\d+: /, '')
  return { json: `\t${JSON.stringify({ ...error, line: null, message })}\t`, error: message }
}
