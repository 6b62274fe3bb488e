import { LABELS } from './crf-labels.ts'

/** Weights of the kept features: hash, which labels have one, and those as 8-bit multiples of `unit`. */
export interface PackedWeights {
  /** Rising, as unsigned integers; 0 is no feature. */
  readonly hashes: Uint32Array
  /** Bit y is set where label y has a weight. */
  readonly masks: Uint16Array
  readonly values: Int8Array
  readonly unit: number
}

/** Integers to a slot, as a power of two: the hash, then two labels to an integer. */
const STRIDE_BITS = 3
/** Added to every weight, so that two sums can share an integer without borrowing from each other. */
const BIAS = 128
/** Bits of the filter that answers for most features "not learned" without touching the table. */
const FILTER_BITS = 22

/**
 * The weights as an open hash table made for looking up many features fast: hash and weights share half a cache line,
 * and one addition serves two labels (sums of up to 256 features fit in 16 bits each).
 */
export class WeightTable {
  readonly #slots: Int32Array
  readonly #mask: number
  readonly #filter = new Int32Array(1 << (FILTER_BITS - 5))
  readonly unit: number

  constructor({ hashes, masks, values, unit }: PackedWeights) {
    let capacity = 1024
    while (capacity < 1.5 * hashes.length) capacity *= 2
    this.#mask = capacity - 1
    this.#slots = new Int32Array(capacity << STRIDE_BITS)
    this.unit = unit
    const slots = this.#slots
    const row = new Int32Array(LABELS + 1)
    let v = 0
    for (let k = 0; k < hashes.length; k++) {
      const id = hashes[k]! | 0
      const bit = (id >>> 3) & ((1 << FILTER_BITS) - 1)
      this.#filter[bit >>> 5]! |= 1 << (bit & 31)
      row.fill(BIAS)
      for (let y = 0, mask = masks[k]!; mask; y++, mask >>= 1) if (mask & 1) row[y] = values[v++]! + BIAS
      let at = (id & this.#mask) << STRIDE_BITS
      while (slots[at] !== 0) at = (at + 8) & (slots.length - 1)
      slots[at] = id
      for (let y = 0; y < LABELS; y += 2) slots[at + 1 + (y >> 1)] = row[y]! | (row[y + 1]! << 16)
    }
  }

  /** Where a feature stands in the table, -1 for one that was not learned. */
  #find(id: number): number {
    const bit = (id >>> 3) & ((1 << FILTER_BITS) - 1)
    if (!(this.#filter[bit >>> 5]! & (1 << (bit & 31)))) return -1
    const slots = this.#slots
    let at = (id & this.#mask) << STRIDE_BITS
    for (;;) {
      const key = slots[at]!
      if (key === id) return at
      if (key === 0) return -1
      at = (at + 8) & (slots.length - 1)
    }
  }

  /** Writes the label scores of a token whose features are `ids[from]` to before `ids[to]` (256 at most; 0 is none). */
  score(ids: Int32Array, from: number, to: number, scores: Float64Array, at: number): void {
    const slots = this.#slots
    let found = 0
    let s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0
    for (let i = from; i < to; i++) {
      const id = ids[i]!
      if (id === 0) continue
      const b = this.#find(id)
      if (b < 0) continue
      found++
      s0 = (s0 + slots[b + 1]!) | 0
      s1 = (s1 + slots[b + 2]!) | 0
      s2 = (s2 + slots[b + 3]!) | 0
      s3 = (s3 + slots[b + 4]!) | 0
      s4 = (s4 + slots[b + 5]!) | 0
      s5 = (s5 + slots[b + 6]!) | 0
      s6 = (s6 + slots[b + 7]!) | 0
    }
    const u = this.unit, bias = found * BIAS
    scores[at] = ((s0 & 0xffff) - bias) * u
    scores[at + 1] = ((s0 >>> 16) - bias) * u
    scores[at + 2] = ((s1 & 0xffff) - bias) * u
    scores[at + 3] = ((s1 >>> 16) - bias) * u
    scores[at + 4] = ((s2 & 0xffff) - bias) * u
    scores[at + 5] = ((s2 >>> 16) - bias) * u
    scores[at + 6] = ((s3 & 0xffff) - bias) * u
    scores[at + 7] = ((s3 >>> 16) - bias) * u
    scores[at + 8] = ((s4 & 0xffff) - bias) * u
    scores[at + 9] = ((s4 >>> 16) - bias) * u
    scores[at + 10] = ((s5 & 0xffff) - bias) * u
    scores[at + 11] = ((s5 >>> 16) - bias) * u
    scores[at + 12] = ((s6 & 0xffff) - bias) * u
  }

  /** How much one feature speaks for a label as against label 0. */
  advantage(id: number, label: number): number {
    const b = id === 0 ? -1 : this.#find(id)
    if (b < 0) return 0
    const two = this.#slots[b + 1 + (label >> 1)]!
    return ((label & 1 ? two >>> 16 : two & 0xffff) - (this.#slots[b + 1]! & 0xffff)) * this.unit
  }
}
