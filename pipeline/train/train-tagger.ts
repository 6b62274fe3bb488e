import { LABELS } from '../5-attribution/tagger/crf-labels.ts'
import { Lattice } from '../5-attribution/tagger/crf.ts'
import { analyse } from '../5-attribution/tagger/features/passage.ts'
import type { LearnedModel } from '../5-attribution/tagger/model.ts'
import { tagPassage } from '../5-attribution/tagger/viterbi.ts'
import { addScores, trainCrf, type Weights } from './crf-train.ts'
import { learnCues, type LearnedCues } from './cue-lexicon.ts'
import { FeatureSet } from './feature-set.ts'
import type { TrainingArticle } from './gold.ts'
import { type CrossFound, learnJoining } from './join-learn.ts'
import type { TaggedArticle } from './join-train.ts'
import { wordSizes } from './judge.ts'
import { prune } from './prune.ts'
import { collect, renumber, type Sequences } from './sequences.ts'

const FOLDS = 4
/** Claims less probable than this are left out. */
export const THRESHOLD = 0.2

export interface Trained {
  readonly model: LearnedModel
  /** Every claim found, the improbable too, each by models that have not seen its fold. */
  readonly crossValidated: readonly CrossFound[]
}

/**
 * Trains the whole tagger: a CRF for each fold (its tags of the fold left out teach the joining, the judging and the
 * calibration what unseen text looks like), then one on everything.
 * Deterministic: the same articles in the same order give the same model.
 */
export function trainTagger(articles: readonly TrainingArticle[], progress: (line: string) => void = () => {}): Trained {
  const cues = learnCues(articles)
  const hashed = collect(articles, cues)
  const set = new FeatureSet()
  for (let i = 0; i < hashed.features.length; i++) set.see(hashed.features[i]!)
  set.freeze()
  const data = renumber(hashed, set)
  progress(`${articles.length} articles, ${data.ends.length} tokens, ${set.size} features`)
  const folds = foldsByMonth(articles, FOLDS)
  const tagged: TaggedArticle[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = trainCrf(data, set.size, passagesOf(data, (article) => folds[article] !== fold))
    progress(`fold ${fold + 1} of ${FOLDS} trained`)
    tagged.push(...tagFold(articles, data, weights, cues, folds, fold))
  }
  const weights = trainCrf(data, set.size, passagesOf(data, () => true))
  progress('trained on everything')

  const { rankers, mode, judge, curve, crossValidated } = learnJoining(tagged, FOLDS)
  const model: LearnedModel = {
    weights: prune(weights, set.hashes(), usesOf(data, set.size)),
    transitions: weights.transitions,
    cues: cues.buckets,
    rankers,
    mode,
    judge,
    curve,
    threshold: THRESHOLD,
  }
  progress('joining, judging and calibration learned')
  return { model, crossValidated }
}

/** How often each feature occurs. */
function usesOf({ features }: Sequences, size: number): Int32Array {
  const uses = new Int32Array(size)
  for (const f of features) uses[f]!++
  return uses
}

function passagesOf(data: Sequences, wanted: (article: number) => boolean): number[] {
  return data.passages.flatMap((p, k) => (wanted(p.article) ? [k] : []))
}

function tagFold(
  articles: readonly TrainingArticle[],
  data: Sequences,
  weights: Weights,
  cues: LearnedCues,
  folds: readonly number[],
  fold: number,
): TaggedArticle[] {
  const lattice = new Lattice(weights.transitions)
  let k = 0
  return articles.flatMap((article, number) => {
    const analysis = folds[number] === fold ? analyse(article.text, article.syntax, cues.without(article)) : null
    const passages: TaggedArticle['passages'][number][] = []
    for (; k < data.passages.length && data.passages[k]!.article === number; k++) {
      if (!analysis) continue
      const p = data.passages[k]!
      addScores(data, weights.weights, p, lattice.scores)
      const passage = analysis.passages[passages.length]!
      const { segments, marginals } = tagPassage(lattice, passage)
      passages.push({ passage, segments, marginals: segments.length ? marginals.slice(0, p.length * LABELS) : new Float32Array(0) })
    }
    return analysis ? [{ article, analysis, sizes: wordSizes(article), fold, passages }] : []
  })
}

/**
 * The fold of each article: whole months together, in stretches of about equal size, so that what is measured on a fold
 * is what other times cost. Articles without a date are dealt out in turn.
 */
export function foldsByMonth(articles: readonly TrainingArticle[], folds: number): number[] {
  const months = [...new Set(articles.map((a) => a.gold.month))].sort()
  if (months.length < folds) return articles.map((_, i) => i % folds)
  const size = new Map(months.map((m) => [m, articles.filter((a) => a.gold.month === m).length]))
  const foldOf = new Map<string, number>()
  let fold = 0
  let held = 0
  months.forEach((month, i) => {
    const own = size.get(month)!
    const full = held + own / 2 > articles.length / folds
    const needed = months.length - i <= folds - 1 - fold
    if (held > 0 && fold < folds - 1 && (full || needed)) [fold, held] = [fold + 1, 0]
    foldOf.set(month, fold)
    held += own
  })
  return articles.map((a) => foldOf.get(a.gold.month)!)
}
