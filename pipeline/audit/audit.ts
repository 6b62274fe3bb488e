import { answerOf, type GroupAnswer } from './answer.ts'
import { Corpus, type PlacedGroup } from './corpus.ts'
import type { Output } from './load.ts'
import { select, type Question } from './select.ts'
import { Sources } from './sources.ts'
import { evidenceByArticle, verifyArticle, type ArticleVerification } from './verify.ts'

export interface AuditAnswer {
  readonly groups: readonly GroupAnswer[]
  /** How many groups answer the question; more than `groups` holds where they were limited. */
  readonly found: number
  /** Nothing holds all of the words; these come closest. */
  readonly close: boolean
  /** Claims that are not in the answer because they are less sure than was asked for. */
  readonly leftOut: number
}

/**
 * Which sources support this: the groups of claims that a question asks for, best first, at most `limit` of them, with those of their
 * claims that are at least as sure as `minConfidence`.
 * Reads nothing but what was written and the sources it names.
 * @throws UserError for a question without a word to look for.
 * @example
 * audit(output, { words: 'owls winter', speaker: null, target: null, contested: false, singleSource: false, anonymous: false }, 10).groups[0].support.independent
 */
export function audit(output: Output, question: Question, limit: number, minConfidence = 0): AuditAnswer {
  const corpus = new Corpus(output)
  const sources = new Sources()
  const { groups, close } = select(corpus, question)
  const sure = groups.map((placed): PlacedGroup => ({ ...placed, members: placed.members.filter(({ claim }) => claim.confidence >= minConfidence) }))
  const shown = sure.filter(({ members }) => members.length > 0)
  return {
    groups: shown.slice(0, limit).map((group) => answerOf(group, { corpus, sources, minConfidence })),
    found: shown.length,
    close,
    leftOut: groups.reduce((sum, { members }, i) => sum + members.length - sure[i]!.members.length, 0),
  }
}

/**
 * Anchors every written span again: of all articles, or of those that hold an answer to the question.
 * @example
 * verify(output, null).filter(({ findings }) => findings.length > 0)
 */
export function verify(output: Output, question: Question | null): readonly ArticleVerification[] {
  const sources = new Sources()
  const wanted = question === null ? null : new Set(select(new Corpus(output), question).groups.flatMap(({ members }) => members.map(({ article }) => article)))
  const evidence = evidenceByArticle(output.links)
  return output.articles.filter((article) => wanted?.has(article) ?? true).map((article) => verifyArticle(article, evidence.get(article.source.id) ?? [], sources))
}
