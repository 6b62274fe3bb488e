import type { Output } from '../store/open.ts'
import { answerOf, type GroupAnswer } from './answer.ts'
import { Corpus } from './corpus.ts'
import { select, type Question } from './select.ts'
import { Sources } from './sources.ts'
import { evidenceOf, verifyArticle, type ArticleVerification } from './verify.ts'

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
 * Reads nothing but what was written and the sources it names, and of those only what the answer holds.
 * @throws UserError for a question without a word to look for.
 * @example
 * audit(output, { words: 'owls winter', speaker: null, target: null, contested: false, singleSource: false, anonymous: false }, 10).groups[0].support.independent
 */
export function audit(output: Output, question: Question, limit: number, minConfidence = 0): AuditAnswer {
  const corpus = new Corpus(output)
  const sources = new Sources()
  const { groups, close } = select(output.index, question)
  const counts = output.index.all<{ grp: number; sure: number; unsure: number }>(
    'SELECT grp, sum(confidence >= ?) AS sure, sum(confidence < ?) AS unsure FROM claims WHERE grp IN (SELECT value FROM json_each(?)) GROUP BY grp',
    minConfidence,
    minConfidence,
    JSON.stringify(groups),
  )
  const sure = new Set(counts.flatMap((count) => (count.sure > 0 ? [count.grp] : [])))
  const shown = groups.filter((group) => sure.has(group)).slice(0, limit)
  const answers: GroupAnswer[] = []
  for (const { group, members } of corpus.groups(shown)) {
    const own = members.filter(({ claim }) => claim.confidence >= minConfidence)
    if (own.length > 0) answers.push(answerOf({ group, members: own }, { corpus, sources, minConfidence }))
  }
  sources.close()
  return { groups: answers, found: sure.size, close, leftOut: counts.reduce((sum, { unsure }) => sum + unsure, 0) }
}

/**
 * Anchors every written span again: of all articles, or of those that hold an answer to the question.
 * @example
 * verify(output, null).filter(({ findings }) => findings.length > 0)
 */
export function verify(output: Output, question: Question | null): readonly ArticleVerification[] {
  const wanted = question === null ? null : JSON.stringify(select(output.index, question).groups)
  const articles =
    wanted === null ? output.files.articles : output.index.all<{ name: string }>('SELECT name FROM articles WHERE id IN (SELECT article FROM claims WHERE grp IN (SELECT value FROM json_each(?))) ORDER BY name', wanted).flatMap(({ name }) => output.files.article(name) ?? [])
  const sources = new Sources()
  const evidenceIn = evidenceOf(output.files)
  const found: ArticleVerification[] = []
  for (const article of articles) found.push(verifyArticle(article, evidenceIn(article.source.id), sources))
  sources.close()
  return found
}
