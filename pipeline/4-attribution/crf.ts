import { LABELS, MAY_END, MAY_START, NEXT, PREVIOUS, type Segment } from './crf-labels.ts'

/**
 * Inference in a linear-chain conditional random field over the label order of {@link PREVIOUS}. The caller writes the
 * label scores of `n` tokens into `scores` (token-major), then asks for the best path or the marginals.
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

  /** Writes the best path into `out`. */
  viterbi(n: number, out: Uint8Array): void {
    const { scores, transitions } = this
    const best = this.#best, back = this.#back
    for (let y = 0; y < LABELS; y++) best[y] = MAY_START[y] ? scores[y]! : -1e30
    for (let t = 1; t < n; t++) {
      const at = t * LABELS, before = at - LABELS
      for (let y = 0; y < LABELS; y++) {
        const previous = PREVIOUS[y]!
        let most = -1e31, from = 0
        for (let k = 0; k < previous.length; k++) {
          const x = previous[k]!
          const score = best[before + x]! + transitions[x * LABELS + y]!
          if (score > most) { most = score; from = x }
        }
        best[at + y] = most + scores[at + y]!
        back[at + y] = from
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
    const { scores, forward, backward, potential, scale, expTransitions } = this
    let logZ = 0
    for (let t = 0; t < n; t++) {
      const at = t * LABELS
      let most = -1e30
      for (let y = 0; y < LABELS; y++) if (scores[at + y]! > most) most = scores[at + y]!
      let sum = 0
      for (let y = 0; y < LABELS; y++) {
        const e = Math.exp(scores[at + y]! - most)
        potential[at + y] = e
        let v = t === 0 ? MAY_START[y]! : 0
        if (t > 0) {
          const previous = PREVIOUS[y]!
          for (let k = 0; k < previous.length; k++) {
            const x = previous[k]!
            v += forward[at - LABELS + x]! * expTransitions[x * LABELS + y]!
          }
        }
        v = t === n - 1 && !MAY_END[y] ? 0 : v * e
        forward[at + y] = v
        sum += v
      }
      scale[t] = sum
      for (let y = 0; y < LABELS; y++) forward[at + y]! /= sum
      logZ += most + Math.log(sum)
    }
    const last = (n - 1) * LABELS
    for (let y = 0; y < LABELS; y++) backward[last + y] = MAY_END[y]!
    for (let t = n - 2; t >= 0; t--) {
      const at = t * LABELS, behind = at + LABELS
      const r = 1 / scale[t + 1]!
      for (let x = 0; x < LABELS; x++) {
        const next = NEXT[x]!
        let v = 0
        for (let k = 0; k < next.length; k++) {
          const y = next[k]!
          v += expTransitions[x * LABELS + y]! * potential[behind + y]! * backward[behind + y]!
        }
        backward[at + x] = v * r
      }
    }
    return logZ
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
