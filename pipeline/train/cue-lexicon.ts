import { cueBucket, cueKey, UNSEEN_CUE, type CueLexicon } from '../5-attribution/tagger/features/cues.ts'
import { hash } from '../5-attribution/tagger/features/words.ts'
import type { TrainingArticle } from './gold.ts'

const CUE_POS = /^(?:VERB|NOUN|PROPN|ADJ|AUX)$/

type Counts = Map<number, [cues: number, uses: number]>

function counts({ text, claims }: TrainingArticle): Counts {
  const out: Counts = new Map()
  const keys = text.tokens.map((t) => cueKey(hash(t.lemma), hash(t.pos)))
  for (const key of keys) {
    const entry = out.get(key)
    if (entry) entry[1]++
    else out.set(key, [0, 1])
  }
  for (const { cue } of claims)
    for (const { from, to } of cue)
      for (let i = from; i < to; i++) if (CUE_POS.test(text.tokens[i]!.pos)) out.get(keys[i]!)![0]++
  return out
}

/** The buckets learned from all articles, and for each of them those learned from the others (as unseen text meets them). */
export interface LearnedCues {
  readonly buckets: ReadonlyMap<number, number>
  readonly all: CueLexicon
  without(article: TrainingArticle): CueLexicon
}

export function learnCues(articles: readonly TrainingArticle[]): LearnedCues {
  const each = new Map(articles.map((article) => [article, counts(article)]))
  const total: Counts = new Map()
  for (const part of each.values())
    for (const [key, [cues, uses]] of part) {
      const entry = total.get(key)
      if (entry) { entry[0] += cues; entry[1] += uses }
      else total.set(key, [cues, uses])
    }
  const buckets = new Map([...total].map(([key, [cues, uses]]) => [key, cueBucket(cues, uses)]))
  return {
    buckets,
    all: { bucket: (key) => buckets.get(key) ?? UNSEEN_CUE },
    without: (article) => {
      const own = each.get(article)!
      return {
        bucket: (key) => {
          const mine = own.get(key)
          if (!mine) return buckets.get(key) ?? UNSEEN_CUE
          const [cues, uses] = total.get(key)!
          return cueBucket(cues - mine[0], uses - mine[1])
        },
      }
    },
  }
}
