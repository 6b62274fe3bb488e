import { CONTENT, CUE, SOURCE } from './crf-labels.ts'
import type { Analysis, Passage } from './features/analysis.ts'
import { describeContent, describeCue, describeSource, Pair, type Candidate } from './join-features.ts'

/** Slots of a ranker's weight table. */
export const SLOTS = 1 << 15
export const slot = (id: number) => (id ^ (id >>> 15)) & (SLOTS - 1)

/** Which source a cue has and which cue a content belongs to, each a log-linear choice. */
export interface Rankers {
  readonly source: Float32Array
  readonly content: Float32Array
}

/** A cue with its contents and source, not yet judged. */
export interface Joined {
  /** All segments of the passage. */
  readonly segments: readonly Candidate[]
  readonly cue: Candidate
  readonly source: Candidate | null
  /** In order; at least one. */
  readonly contents: readonly Candidate[]
  /** Probability of the source among the cue's possible sources. */
  readonly sourceChance: number
  /** The source that came second (null also where there was no other). */
  readonly rival: Candidate | null
  readonly rivalChance: number
  /** The least probability that a content belongs to this cue. */
  readonly contentChance: number
}

const pair = new Pair()
/** Scratch: the scores of what is chosen from, "none of them" last; then their probabilities. */
const chances: number[] = []

function weigh(weights: Float32Array): number {
  let sum = 0
  for (let i = 0; i < pair.n; i++) sum += weights[slot(pair.ids[i]!)]!
  return sum
}

/** Of claims that want the same words the better ones: none of them shares a cue or content token with another. */
export function compete<T>(claims: readonly T[], joined: (claim: T) => Joined, score: (claim: T) => number): T[] {
  const kept: T[] = []
  const taken: Candidate[] = []
  for (const claim of [...claims].sort((x, y) => score(y) - score(x))) {
    const { cue, contents } = joined(claim)
    const spans = [cue, ...contents]
    if (spans.some((s) => taken.some((other) => s.first < other.end && other.first < s.end))) continue
    taken.push(...spans)
    kept.push(claim)
  }
  return kept
}

/** The claims of a passage, from its segments: every content to a cue, every cue with content to a source or none. */
export function join(a: Analysis, p: Passage, all: readonly Candidate[], rankers: Rankers): Joined[] {
  const cues = all.filter((s) => s.part === CUE).map((cue) => describeCue(a, p, cue))
  const sources = all.filter((s) => s.part === SOURCE)
  const owned = cues.map(() => ({ contents: [] as Candidate[], chance: 1 }))
  for (const content of all) {
    if (content.part !== CONTENT || !cues.length) continue
    const from = nearest(cues, ({ cue }) => cue.first, content.first)
    const near = cues.slice(from, from + NEAREST)
    rank(a, p, all, content, near, describeContent, rankers.content)
    const best = argmax(chances, near.length)
    const owner = owned[from + best]!
    owner.contents.push(content)
    owner.chance = Math.min(owner.chance, chances[best]!)
  }
  const joined: Joined[] = []
  for (let i = 0; i < cues.length; i++) {
    const view = cues[i]!
    const { contents, chance } = owned[i]!
    if (!contents.length) continue
    const from = nearest(sources, ({ first }) => first, view.cue.first)
    const near = sources.slice(from, from + NEAREST)
    rank(a, p, all, view, near, describeSource, rankers.source)
    const best = argmax(chances, chances.length)
    const second = argmax(chances, chances.length, best)
    joined.push({
      segments: all,
      cue: view.cue,
      source: near[best] ?? null,
      contents,
      sourceChance: chances[best]!,
      rival: second === best ? null : (near[second] ?? null),
      rivalChance: second === best ? 0 : chances[second]!,
      contentChance: chance,
    })
  }
  return joined
}

/** Candidates that are chosen from, half on each side: no prose has more in a paragraph, and what is made to has its time bounded. */
const NEAREST = 32

/** Where the {@link NEAREST} of options in order begin, those around a token. */
function nearest<Option>(options: readonly Option[], placeOf: (option: Option) => number, token: number): number {
  if (options.length <= NEAREST) return 0
  let at = 0
  while (at < options.length && placeOf(options[at]!) < token) at++
  return Math.max(0, Math.min(at - NEAREST / 2, options.length - NEAREST))
}

type Describe<T, Option> = (out: Pair, a: Analysis, p: Passage, all: readonly Candidate[], one: T, option: Option | null) => void

/** Leaves in `chances` how probable each of the options is for `one`, and behind them how probable it is that none is right. */
function rank<T, Option>(
  a: Analysis,
  p: Passage,
  all: readonly Candidate[],
  one: T,
  options: readonly Option[],
  describe: Describe<T, Option>,
  weights: Float32Array,
): void {
  chances.length = 0
  for (let i = 0; i <= options.length; i++) {
    describe(pair, a, p, all, one, options[i] ?? null)
    chances.push(weigh(weights))
  }
  softmax(chances)
}

/** Puts probabilities in the place of scores. */
function softmax(scores: number[]): void {
  const most = scores[argmax(scores, scores.length)]!
  let sum = 0
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - most)
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum
}

/** Where the largest of the first `n` values is, `except` left aside unless it is the only one. */
function argmax(values: readonly number[], n: number, except = -1): number {
  let best = except === 0 && n > 1 ? 1 : 0
  for (let i = best + 1; i < n; i++) if (i !== except && values[i]! > values[best]!) best = i
  return best
}
