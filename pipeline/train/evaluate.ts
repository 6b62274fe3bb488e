import type { GoldClaim, TrainingArticle } from './gold.ts'
import type { Verdict } from './judge.ts'

/** A found claim as the figures need it. */
export interface Answer {
  readonly article: TrainingArticle
  readonly verdict: Verdict
  readonly attitude: boolean
}

/** Shares from 0 to 1. */
export interface Figures {
  readonly articles: number
  readonly gold: number
  readonly found: number
  /** F1 of content (intersection over union of at least half) and speaker, over all attributions and over speech only. */
  readonly claim: number
  readonly reporting: number
  readonly precision: number
  readonly recall: number
  /** F1 of content alone, and the share of speakers right where the content is. */
  readonly content: number
  readonly speaker: number
}

/** Counts over all articles, divided once. Every gold claim is met by one answer at most, the one that shares most. */
export function evaluate(articles: readonly TrainingArticle[], answers: readonly Answer[]): Figures {
  const wanted = new Set(articles)
  const owed = articles.flatMap((a) => a.claims.filter((g) => g.content.length > 0))
  const own = answers.filter((a) => wanted.has(a.article)).sort((x, y) => y.verdict.iou - x.verdict.iou)
  const all = tally(own, () => true)
  const speech = tally(own.filter((a) => !a.attitude), (gold) => gold.reporting)
  const reporting = owed.filter((g) => g.reporting).length
  return {
    articles: articles.length,
    gold: owed.length,
    found: all.found,
    claim: f1(all.right, all.found, owed.length),
    reporting: f1(speech.right, speech.found, reporting),
    precision: all.right / (all.found || 1),
    recall: all.right / (owed.length || 1),
    content: f1(all.met, all.found, owed.length),
    speaker: all.right / (all.met || 1),
  }
}

function tally(answers: readonly Answer[], counts: (gold: GoldClaim) => boolean) {
  const content = new Set<GoldClaim>()
  const claim = new Set<GoldClaim>()
  let found = 0
  for (const { verdict } of answers) {
    // An answer that meets a gold thought or wish is neither owed nor wrong where only speech counts.
    if (verdict.gold && !counts(verdict.gold)) continue
    found++
    if (!verdict.gold) continue
    content.add(verdict.gold)
    if (verdict.right) claim.add(verdict.gold)
  }
  return { found, met: content.size, right: claim.size }
}

const f1 = (right: number, found: number, gold: number) => (found + gold ? (2 * right) / (found + gold) : 0)

/** Figures for each value of a key of the articles (outlet, month), and for all. */
export function evaluateBy(
  articles: readonly TrainingArticle[],
  answers: readonly Answer[],
  key: (a: TrainingArticle) => string,
): ReadonlyMap<string, Figures> {
  const keys = [...new Set(articles.map(key))].sort()
  return new Map(keys.map((k) => [k, evaluate(articles.filter((a) => key(a) === k), answers)]))
}
