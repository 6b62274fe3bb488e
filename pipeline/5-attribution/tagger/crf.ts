import { LABELS, MAY_END, MAY_START, type Segment } from './crf-labels.ts'

/**
 * Labels behind which no segment is open, and labels that may follow those: each of the former may be followed by each of
 * the latter. All other steps lead on within a segment: its begin or inside to its inside or end.
 */
const CLOSED = [0, 3, 4, 7, 8, 11, 12] as const
const FRESH = [0, 1, 4, 5, 8, 9, 12] as const
const BEGINS = [1, 5, 9] as const
const SIDE = CLOSED.length

/**
 * Inference in a linear-chain conditional random field over labels that keep to the order above. The caller writes the
 * label scores of `n` tokens into `scores` (token-major), then asks for the best path or the marginals. The loops over
 * labels are written out: they are where the tagger spends its time.
 */
export class Lattice {
  scores = new Float64Array(0)
  /** After {@link marginals}: scaled forward and backward values; their product is a label's probability. */
  forward = new Float64Array(0)
  backward = new Float64Array(0)
  /** After {@link marginals}: exponentiated scores and the scale of each token. */
  potential = new Float64Array(0)
  scale = new Float64Array(0)
  readonly transitions: Float64Array
  readonly expTransitions = new Float64Array(LABELS * LABELS)
  #back = new Uint8Array(0)
  #best = new Float64Array(0)

  constructor(transitions: Float64Array = new Float64Array(LABELS * LABELS)) {
    this.transitions = transitions
  }

  /** Makes room for `n` tokens. */
  reserve(n: number): void {
    if (n * LABELS <= this.scores.length) return
    const size = 2 * n * LABELS
    this.scores = new Float64Array(size)
    this.forward = new Float64Array(size)
    this.backward = new Float64Array(size)
    this.potential = new Float64Array(size)
    this.scale = new Float64Array(2 * n)
    this.#back = new Uint8Array(size)
    this.#best = new Float64Array(size)
  }

  /**
   * Writes the best path into `out`.
   * @param eagerness added to the score of beginning a segment.
   */
  viterbi(n: number, out: Uint8Array, eagerness = 0): void {
    const { scores, transitions: T } = this
    const best = this.#best, back = this.#back
    for (let y = 0; y < LABELS; y++) best[y] = MAY_START[y] ? scores[y]! + (y === 0 ? 0 : eagerness) : -1e30
    for (let t = 1; t < n; t++) {
      const at = t * LABELS, before = at - LABELS
      const b0 = best[before]!, b3 = best[before + 3]!, b4 = best[before + 4]!, b7 = best[before + 7]!
      const b8 = best[before + 8]!, b11 = best[before + 11]!, b12 = best[before + 12]!
      for (let j = 0; j < SIDE; j++) {
        const y = FRESH[j]!
        let most = b0 + T[y]!, from = 0, score = b3 + T[3 * LABELS + y]!
        if (score > most) { most = score; from = 3 }
        score = b4 + T[4 * LABELS + y]!
        if (score > most) { most = score; from = 4 }
        score = b7 + T[7 * LABELS + y]!
        if (score > most) { most = score; from = 7 }
        score = b8 + T[8 * LABELS + y]!
        if (score > most) { most = score; from = 8 }
        score = b11 + T[11 * LABELS + y]!
        if (score > most) { most = score; from = 11 }
        score = b12 + T[12 * LABELS + y]!
        if (score > most) { most = score; from = 12 }
        best[at + y] = most + (j === 0 ? scores[at]! : scores[at + y]! + eagerness)
        back[at + y] = from
      }
      for (let j = 0; j < BEGINS.length; j++) {
        const x = BEGINS[j]!
        const begun = best[before + x]!, inside = best[before + x + 1]!
        for (let y = x + 1; y <= x + 2; y++) {
          const short = begun + T[x * LABELS + y]!, long = inside + T[(x + 1) * LABELS + y]!
          best[at + y] = (long > short ? long : short) + scores[at + y]!
          back[at + y] = long > short ? x + 1 : x
        }
      }
    }
    const last = (n - 1) * LABELS
    let label = 0
    for (let y = 1; y < LABELS; y++) if (MAY_END[y] && best[last + y]! > best[last + label]!) label = y
    for (let t = n - 1; t >= 0; t--) {
      out[t] = label
      label = back[t * LABELS + label]!
    }
  }

  /** Call when `transitions` have changed. */
  refresh(): void {
    for (let i = 0; i < LABELS * LABELS; i++) this.expTransitions[i] = Math.exp(this.transitions[i]!)
  }

  /** Forward and backward values of `n` tokens; gives the logarithm of the partition function. */
  marginals(n: number): number {
    let logZ = 0
    for (let t = 0; t < n; t++) logZ += this.#exponentiate(t) + Math.log(this.#forwardTo(t, t === n - 1))
    const { backward } = this
    const last = (n - 1) * LABELS
    for (let y = 0; y < LABELS; y++) backward[last + y] = MAY_END[y]!
    for (let t = n - 2; t >= 0; t--) this.#backwardTo(t)
    return logZ
  }

  /** Potentials of a token; gives the score that has become 1. */
  #exponentiate(t: number): number {
    const { scores, potential } = this
    const at = t * LABELS
    let most = -1e30
    for (let y = 0; y < LABELS; y++) if (scores[at + y]! > most) most = scores[at + y]!
    for (let y = 0; y < LABELS; y++) potential[at + y] = Math.exp(scores[at + y]! - most)
    return most
  }

  /** Forward values of a token; gives their scale. */
  #forwardTo(t: number, isLast: boolean): number {
    const { forward, potential, expTransitions: E } = this
    const at = t * LABELS, before = at - LABELS
    if (t === 0) for (let y = 0; y < LABELS; y++) forward[y] = MAY_START[y]! * potential[y]!
    else {
      const f0 = forward[before]!, f3 = forward[before + 3]!, f4 = forward[before + 4]!, f7 = forward[before + 7]!
      const f8 = forward[before + 8]!, f11 = forward[before + 11]!, f12 = forward[before + 12]!
      for (let j = 0; j < SIDE; j++) {
        const y = FRESH[j]!
        const v = f0 * E[y]! + f3 * E[3 * LABELS + y]! + f4 * E[4 * LABELS + y]! + f7 * E[7 * LABELS + y]! +
          f8 * E[8 * LABELS + y]! + f11 * E[11 * LABELS + y]! + f12 * E[12 * LABELS + y]!
        forward[at + y] = v * potential[at + y]!
      }
      for (let j = 0; j < BEGINS.length; j++) {
        const x = BEGINS[j]!
        const begun = forward[before + x]!, inside = forward[before + x + 1]!
        for (let y = x + 1; y <= x + 2; y++)
          forward[at + y] = (begun * E[x * LABELS + y]! + inside * E[(x + 1) * LABELS + y]!) * potential[at + y]!
      }
    }
    let sum = 0
    for (let y = 0; y < LABELS; y++) {
      if (isLast && !MAY_END[y]) forward[at + y] = 0
      sum += forward[at + y]!
    }
    this.scale[t] = sum
    for (let y = 0; y < LABELS; y++) forward[at + y]! /= sum
    return sum
  }

  /** Backward values of a token from those of the next. */
  #backwardTo(t: number): void {
    const { backward, potential, expTransitions: E } = this
    const at = t * LABELS, behind = at + LABELS
    const r = 1 / this.scale[t + 1]!
    const p0 = potential[behind]!, p1 = potential[behind + 1]!, p4 = potential[behind + 4]!, p5 = potential[behind + 5]!
    const p8 = potential[behind + 8]!, p9 = potential[behind + 9]!, p12 = potential[behind + 12]!
    const b0 = backward[behind]!, b1 = backward[behind + 1]!, b4 = backward[behind + 4]!, b5 = backward[behind + 5]!
    const b8 = backward[behind + 8]!, b9 = backward[behind + 9]!, b12 = backward[behind + 12]!
    for (let j = 0; j < SIDE; j++) {
      const row = CLOSED[j]! * LABELS
      const v = E[row]! * p0 * b0 + E[row + 1]! * p1 * b1 + E[row + 4]! * p4 * b4 + E[row + 5]! * p5 * b5 +
        E[row + 8]! * p8 * b8 + E[row + 9]! * p9 * b9 + E[row + 12]! * p12 * b12
      backward[at + CLOSED[j]!] = v * r
    }
    for (let j = 0; j < BEGINS.length; j++) {
      const inside = BEGINS[j]! + 1
      for (let x = inside - 1; x <= inside; x++) {
        const row = x * LABELS + inside, next = behind + inside
        backward[at + x] = (E[row]! * potential[next]! * backward[next]! + E[row + 1]! * potential[next + 1]! * backward[next + 1]!) * r
      }
    }
  }

  /** Probability of a label at a token, after {@link marginals}. */
  probability(t: number, label: number): number {
    return this.forward[t * LABELS + label]! * this.backward[t * LABELS + label]!
  }
}

/** Probability of exactly this segment, after {@link Lattice.marginals}. */
export function segmentProbability({ forward, backward, potential, scale, expTransitions }: Lattice, { from, to, part }: Segment): number {
  const base = 1 + 4 * part
  let label = to - from === 1 ? base + 3 : base
  let p = forward[from * LABELS + label]!
  for (let t = from + 1; t < to; t++) {
    const next = t === to - 1 ? base + 2 : base + 1
    p *= (expTransitions[label * LABELS + next]! * potential[t * LABELS + next]!) / scale[t]!
    label = next
  }
  return p * backward[(to - 1) * LABELS + label]!
}
