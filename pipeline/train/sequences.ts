import type { Passage } from '../5-attribution/tagger/features/analysis.ts'
import { analyse } from '../5-attribution/tagger/features/passage.ts'
import { CONTENT, CUE, encode, SOURCE, type Segment } from '../5-attribution/tagger/crf-labels.ts'
import { extract, WIDTH } from '../5-attribution/tagger/features/features.ts'
import type { LearnedCues } from './cue-lexicon.ts'
import type { FeatureSet } from './feature-set.ts'
import type { GoldClaim, TrainingArticle } from './gold.ts'

/** The training data as the CRF reads it: features of all tokens in one array, passages as stretches of tokens. */
export interface Sequences {
  readonly features: Int32Array
  /** `ends[t]` is where the features of token t end (and those of t + 1 begin). */
  readonly ends: Float64Array
  readonly labels: Uint8Array
  /** First token and length of each passage, and the number of its article. */
  readonly passages: readonly { readonly first: number; readonly length: number; readonly article: number }[]
}

/** Feature hashes of every article (0: none), each with the cue lexicon learned from the others. */
export function collect(articles: readonly TrainingArticle[], cues: LearnedCues): Sequences {
  const tokens = articles.reduce((n, { text }) => n + text.tokens.length, 0)
  const features = new Int32Array(tokens * WIDTH)
  const labels = new Uint8Array(tokens)
  const passages: { first: number; length: number; article: number }[] = []
  let at = 0
  articles.forEach((article, number) => {
    const analysis = analyse(article.text, article.syntax, cues.without(article))
    for (const p of analysis.passages) {
      const length = p.end - p.first
      const ids = extract(analysis, p)
      for (let t = 0; t < length; t++) for (let k = 0; k < WIDTH; k++) features[(at + t) * WIDTH + k] = ids[k * length + t]!
      encode(segmentsOf(article.claims, p), labels.subarray(at, at + length))
      passages.push({ first: at, length, article: number })
      at += length
    }
  })
  return { features, ends: Float64Array.from({ length: tokens }, (_, t) => (t + 1) * WIDTH), labels, passages }
}

/** Puts dense feature numbers in the place of hashes, in place, and drops the features that `set` does not know. */
export function renumber(data: Sequences, set: FeatureSet): Sequences {
  const { features, ends } = data
  let used = 0
  let from = 0
  for (let t = 0; t < ends.length; t++) {
    const to = ends[t]!
    for (let i = from; i < to; i++) {
      const id = features[i]!
      const number = id === 0 ? -1 : set.get(id)
      if (number >= 0) features[used++] = number
    }
    from = to
    ends[t] = used
  }
  return { ...data, features: features.slice(0, used) }
}

/** The gold labels of a passage: where spans overlap, cue and source win over content. */
function segmentsOf(claims: readonly GoldClaim[], p: Passage): Segment[] {
  const owner = new Int32Array(p.end - p.first).fill(-1)
  const parts: number[] = []
  for (const [key, part] of [['content', CONTENT], ['source', SOURCE], ['cue', CUE]] as const)
    for (const claim of claims)
      for (const { from, to } of claim[key])
        if (from < p.end && to > p.first) {
          owner.fill(parts.length, Math.max(0, from - p.first), Math.min(to, p.end) - p.first)
          parts.push(part)
        }
  const out: Segment[] = []
  for (let i = 0; i < owner.length; ) {
    let to = i + 1
    while (to < owner.length && owner[to] === owner[i]) to++
    if (owner[i]! >= 0) out.push({ from: i, to, part: parts[owner[i]!]! })
    i = to
  }
  return out
}
