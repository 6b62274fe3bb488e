import { CONTENT, CUE, SOURCE } from '../5-attribution/tagger/crf-labels.ts'
import type { Analysis, Passage } from '../5-attribution/tagger/features/analysis.ts'
import { describeClaim } from '../5-attribution/tagger/join-claim.ts'
import { describeContent, describeCue, describeSource, Pair, type Candidate } from '../5-attribution/tagger/join-features.ts'
import { describeMode } from '../5-attribution/tagger/join-mode.ts'
import { join, slot, SLOTS, type Joined, type Rankers } from '../5-attribution/tagger/join.ts'
import type { Tagging } from '../5-attribution/tagger/viterbi.ts'
import type { TokenSpan, TrainingArticle } from './gold.ts'
import { agrees, belongs, goldOfCue, judge, type Verdict } from './judge.ts'
import { trainRanker, type Choice } from './rank.ts'

/** An article as a tagger that was not trained on it tags it. */
export interface TaggedArticle {
  readonly article: TrainingArticle
  readonly analysis: Analysis
  readonly sizes: Uint16Array
  readonly fold: number
  readonly passages: readonly (Tagging & { readonly passage: Passage })[]
}

/** A claim joined from its segments, with what the judge sees and what the gold says. */
export interface Found {
  readonly passage: Passage
  readonly article: TrainingArticle
  readonly fold: number
  readonly joined: Joined
  readonly numbers: Float32Array
  readonly mode: Int32Array
  readonly verdict: Verdict
}

const spanOf = ({ first, end }: Candidate): TokenSpan => ({ from: first, to: end })

const pair = new Pair()
const slots = () => Int32Array.from(pair.ids.subarray(0, pair.n), slot)

/** Learns which source a cue has and which cue a content belongs to. */
export function trainRankers(articles: readonly TaggedArticle[]): Rankers {
  const sources: Choice[] = []
  const contents: Choice[] = []
  for (const { article, analysis: a, sizes, passages } of articles)
    for (const { passage: p, segments } of passages) {
      const cues = segments.filter((s) => s.part === CUE).map((cue) => describeCue(a, p, cue))
      const candidates = [...segments.filter((s) => s.part === SOURCE), null]
      const gold = cues.map(({ cue }) => goldOfCue(cue, article))
      cues.forEach((cue, i) => {
        const g = gold[i]
        if (!g) return
        const right = indices(candidates, (s) => agrees(g.source, s && spanOf(s), sizes))
        const options = candidates.map((s) => (describeSource(pair, a, p, segments, cue, s), slots()))
        if (right.length) sources.push({ options, right })
      })
      for (const content of segments) {
        if (content.part !== CONTENT || !cues.length) continue
        const right = indices(cues, (_, k) => gold[k] != null && belongs(content, gold[k]))
        const options = [...cues, null].map((cue) => (describeContent(pair, a, p, segments, content, cue), slots()))
        if (right.length) contents.push({ options, right })
      }
    }
  return { source: trainRanker(sources, SLOTS), content: trainRanker(contents, SLOTS) }
}

function indices<T>(items: readonly T[], holds: (item: T, i: number) => boolean): number[] {
  return items.flatMap((item, i) => (holds(item, i) ? [i] : []))
}

/** All claims of an article, unfiltered, judged against its gold. */
export function findAll({ article, analysis: a, sizes, fold, passages }: TaggedArticle, rankers: Rankers): Found[] {
  return passages.flatMap(({ passage: p, segments, marginals }) => {
    return join(a, p, segments, rankers).map((joined) => ({
      passage: p,
      article,
      fold,
      joined,
      numbers: describeClaim(a, p, marginals, joined),
      mode: describeMode(a, p, joined.cue, joined.contents[0]!, joined.source),
      verdict: judge(joined.contents.map(spanOf), joined.source && spanOf(joined.source), article, sizes),
    }))
  })
}

/** Learns P(attitude) from the found claims that have a gold counterpart. */
export function trainMode(found: readonly Found[]): Float32Array {
  const choices = found.flatMap(({ mode, verdict }): Choice[] =>
    verdict.gold ? [{ options: [mode, new Int32Array(0)], right: [verdict.gold.reporting ? 1 : 0] }] : [])
  return trainRanker(choices, SLOTS)
}
