import { allocator, coreOf, type Core } from './core.ts'
import { LABELS, type Segment } from './crf-labels.ts'
import { LONGEST } from './features/columns.ts'

const SIZE = LONGEST * LABELS

/**
 * Inference in a linear-chain conditional random field over labels that keep to the order of `NEXT`, for {@link LONGEST} tokens at most. The
 * caller writes the label scores of `n` tokens into `scores` (token-major), then asks for the best path or the marginals.
 */
export class Lattice {
  readonly scores: Float64Array
  readonly transitions: Float64Array
  readonly expTransitions: Float64Array
  /** After {@link marginals}: scaled forward and backward values; their product is a label's probability. */
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** After {@link marginals}: exponentiated scores and the scale of each token. */
  readonly potential: Float64Array
  readonly scale: Float64Array
  /** After {@link viterbi}: the label of each token. */
  readonly labels: Uint8Array
  readonly #best: number
  readonly #back: number
  readonly #core: Core

  constructor(transitions: Float64Array = new Float64Array(LABELS * LABELS)) {
    const place = allocator()
    const numbers = [SIZE, LABELS * LABELS, LABELS * LABELS, SIZE, SIZE, SIZE, LONGEST].map((length) => ({ length, at: place(8 * length) }))
    const labels = place(LONGEST)
    this.#best = place(8 * SIZE)
    this.#back = place(SIZE)
    const { core, memory } = coreOf(place(0))
    const [scores, steps, exponentials, forward, backward, potential, scale] = numbers.map(({ length, at }) => new Float64Array(memory, at, length))
    this.scores = scores!
    this.transitions = steps!
    this.expTransitions = exponentials!
    this.forward = forward!
    this.backward = backward!
    this.potential = potential!
    this.scale = scale!
    this.labels = new Uint8Array(memory, labels, LONGEST)
    this.#core = core
    this.transitions.set(transitions)
    this.refresh()
  }

  /**
   * Writes the best path into `labels`.
   * @param eagerness added to the score of beginning a segment.
   */
  viterbi(n: number, eagerness = 0): void {
    this.#core.viterbi(this.scores.byteOffset, this.transitions.byteOffset, this.#best, this.#back, this.labels.byteOffset, n, eagerness)
  }

  /** Call when `transitions` have changed. */
  refresh(): void {
    for (let i = 0; i < LABELS * LABELS; i++) this.expTransitions[i] = Math.exp(this.transitions[i]!)
  }

  /** Forward and backward values of `n` tokens; gives the logarithm of the partition function. */
  marginals(n: number): number {
    const { scores, expTransitions, potential, forward, backward, scale } = this
    return this.#core.marginals(scores.byteOffset, expTransitions.byteOffset, potential.byteOffset, forward.byteOffset, backward.byteOffset, scale.byteOffset, n)
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
