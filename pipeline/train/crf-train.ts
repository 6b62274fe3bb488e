import { Lattice } from '../5-attribution/tagger/crf.ts'
import { LABELS, NEXT } from '../5-attribution/tagger/crf-labels.ts'
import type { Sequences } from './sequences.ts'

/** Learned weights: `weights[feature * LABELS + label]`. */
export interface Weights {
  readonly features: number
  readonly weights: Float32Array
  readonly transitions: Float64Array
}

/** `dropout` is the share of a token's features that each step leaves out, so that none is relied on alone (Hinton et al. 2012). */
const { passes, rate, l2, dropout, seed } = { passes: 20, rate: 0.02, l2: 0.001, dropout: 0.5, seed: 1 }

/** A gradient smaller than this at a label moves nothing. */
const NEGLIGIBLE = 1e-3

/** Numbers in [0, 1), always the same for a seed (linear congruential, Numerical Recipes). */
export function random(start: number): () => number {
  let s = start >>> 0
  return () => (s = (Math.imul(s, 1664525) + 1013904223) >>> 0) / 4294967296
}

/** Puts a list into an order by chance. */
export function shuffle(list: unknown[], next: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[list[i], list[j]] = [list[j], list[i]]
  }
}

/**
 * Maximum likelihood training by AdaGrad with dropout, one passage at a time in an order fixed by the seed; gives the average of
 * the weights over all steps behind the first pass (Collins 2002, lazily as in Daume 2006).
 */
export function trainCrf(data: Sequences, features: number, chosen: readonly number[]): Weights {
  const size = features * LABELS
  const state = {
    w: new Float32Array(size), g: new Float32Array(size), u: new Float32Array(size),
    tg: new Float64Array(LABELS * LABELS), tu: new Float64Array(LABELS * LABELS), step: 0,
  } // prettier-ignore
  const lattice = new Lattice()
  const order = [...chosen]
  const next = random(seed)
  for (let pass = 0; pass < passes; pass++) {
    if (pass === 1) state.step = 1
    shuffle(order, next)
    for (const k of order) step(thin(data, data.passages[k]!, next), lattice, state)
  }
  const { w, u, tu } = state
  const c = Math.max(1, state.step)
  for (let i = 0; i < size; i++) w[i]! -= u[i]! / c
  return { features, weights: w, transitions: lattice.transitions.map((v, i) => v - tu[i]! / c) }
}

type Place = Sequences['passages'][number]

type Features = Pick<Sequences, 'features' | 'ends'>

/** One passage of the training data. */
interface Example extends Features {
  readonly labels: Uint8Array
  readonly place: Place
}

let kept = new Int32Array(1 << 16)

/** A passage without the features that chance drops; its features are overwritten by the next. */
function thin({ features, ends, labels }: Sequences, { first, length, article }: Place, next: () => number): Example {
  const from = first > 0 ? ends[first - 1]! : 0, to = ends[first + length - 1]!
  if (kept.length < to - from) kept = new Int32Array(2 * (to - from))
  const keptEnds = new Float64Array(length)
  for (let t = 0, i = from, n = 0; t < length; t++) {
    for (const end = ends[first + t]!; i < end; i++) if (next() >= dropout) kept[n++] = features[i]!
    keptEnds[t] = n
  }
  return { features: kept, ends: keptEnds, labels: labels.subarray(first, first + length), place: { first: 0, length, article } }
}

interface State {
  readonly w: Float32Array
  /** Sums of squared gradients. */
  readonly g: Float32Array
  /** Sums of updates times their step, for the average. */
  readonly u: Float32Array
  readonly tg: Float64Array
  readonly tu: Float64Array
  /** 0 in the first pass, which is not averaged. */
  step: number
}

const gradient = new Float64Array(LABELS)
const edges = new Float64Array(LABELS * LABELS)

function step(example: Example, lattice: Lattice, state: State): void {
  const { features, ends, labels, place } = example
  const { w, g, u } = state
  const { length } = place
  addScores(example, w, place, lattice.scores)
  // What is kept stands for what is not.
  for (let i = 0; i < length * LABELS; i++) lattice.scores[i]! /= 1 - dropout
  lattice.refresh()
  lattice.marginals(length)
  edgeStep(labels, length, lattice, state)
  const c = state.step
  if (c > 0) state.step++
  for (let t = 0; t < length; t++) {
    const gold = labels[t]!
    let any = false
    for (let y = 0; y < LABELS; y++) {
      const d = lattice.probability(t, y) - (y === gold ? 1 : 0)
      gradient[y] = Math.abs(d) < NEGLIGIBLE ? 0 : d
      if (gradient[y] !== 0) any = true
    }
    if (!any) continue
    for (let i = t > 0 ? ends[t - 1]! : 0, end = ends[t]!; i < end; i++) {
      const row = features[i]! * LABELS
      for (let y = 0; y < LABELS; y++) {
        const d = gradient[y]!
        if (d === 0) continue
        const k = row + y
        const squares = g[k]! + d * d
        g[k] = squares
        const move = (rate * (d + l2 * w[k]!)) / (Math.sqrt(squares) + 1)
        w[k]! -= move
        u[k]! -= c * move
      }
    }
  }
}

/** Label scores of a passage's tokens. Written out label by label, since most of the training time is spent here. */
export function addScores({ features, ends }: Features, w: Float32Array, { first, length }: Place, scores: Float64Array): void {
  for (let t = 0; t < length; t++) {
    let s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0, s8 = 0, s9 = 0, s10 = 0, s11 = 0, s12 = 0
    for (let i = first + t > 0 ? ends[first + t - 1]! : 0, end = ends[first + t]!; i < end; i++) {
      const row = features[i]! * LABELS
      s0 += w[row]!
      s1 += w[row + 1]!
      s2 += w[row + 2]!
      s3 += w[row + 3]!
      s4 += w[row + 4]!
      s5 += w[row + 5]!
      s6 += w[row + 6]!
      s7 += w[row + 7]!
      s8 += w[row + 8]!
      s9 += w[row + 9]!
      s10 += w[row + 10]!
      s11 += w[row + 11]!
      s12 += w[row + 12]!
    }
    scores.set([s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12], t * LABELS)
  }
}

function edgeStep(labels: Uint8Array, length: number, lattice: Lattice, { tg, tu, step: c }: State): void {
  const { forward, backward, potential, scale, expTransitions, transitions } = lattice
  edges.fill(0)
  for (let t = 1; t < length; t++) {
    const at = t * LABELS, before = at - LABELS
    const r = 1 / scale[t]!
    for (let x = 0; x < LABELS; x++) {
      const f = forward[before + x]! * r
      if (f === 0) continue
      const next = NEXT[x]!
      for (let k = 0; k < next.length; k++) {
        const y = next[k]!
        edges[x * LABELS + y]! += f * expTransitions[x * LABELS + y]! * potential[at + y]! * backward[at + y]!
      }
    }
    edges[labels[t - 1]! * LABELS + labels[t]!]! -= 1
  }
  for (let i = 0; i < edges.length; i++) {
    const d = edges[i]!
    if (d === 0) continue
    tg[i]! += d * d
    const move = (rate * d) / Math.sqrt(tg[i]! + 1)
    transitions[i]! -= move
    tu[i]! -= c * move
  }
}
