import { LABELS } from './crf-labels.ts'

/** Weights of the kept features: hash, which labels have one, and those as 8-bit multiples of `unit`. */
export interface PackedWeights {
  /** Rising, as unsigned integers. */
  readonly hashes: Uint32Array
  /** Bit y is set where label y has a weight. */
  readonly masks: Uint16Array
  readonly values: Int8Array
  readonly unit: number
}

/** Integers to a slot: the hash, then a byte for each label. */
const STRIDE = 5
/** Bits of the filter that answers for most features "not learned" without touching the table. */
const FILTER_BITS = 22

/** The weights as an open hash table made for looking up many features fast: hash and weights share a cache line. */
export class WeightTable {
  readonly #slots: Int32Array
  readonly #bytes: Int8Array
  readonly #mask: number
  readonly #filter = new Int32Array(1 << (FILTER_BITS - 5))
  readonly unit: number

  constructor({ hashes, masks, values, unit }: PackedWeights) {
    let capacity = 1024
    while (capacity < 2 * hashes.length) capacity *= 2
    this.#mask = capacity - 1
    this.#slots = new Int32Array(capacity * STRIDE)
    this.#bytes = new Int8Array(this.#slots.buffer)
    this.unit = unit
    let v = 0
    for (let k = 0; k < hashes.length; k++) {
      const id = hashes[k]! | 0
      const bit = (id >>> 3) & ((1 << FILTER_BITS) - 1)
      this.#filter[bit >>> 5]! |= 1 << (bit & 31)
      let at = (id & this.#mask) * STRIDE
      while (this.#slots[at] !== 0) at = at + STRIDE === this.#slots.length ? 0 : at + STRIDE
      this.#slots[at] = id
      const base = at * 4 + 4
      for (let y = 0, mask = masks[k]!; mask; y++, mask >>= 1) if (mask & 1) this.#bytes[base + y] = values[v++]!
    }
  }

  /** Byte offset of a feature's weights in the table, -1 for one that was not learned. */
  #find(id: number): number {
    const bit = (id >>> 3) & ((1 << FILTER_BITS) - 1)
    if (!(this.#filter[bit >>> 5]! & (1 << (bit & 31)))) return -1
    const slots = this.#slots
    let at = (id & this.#mask) * STRIDE
    for (;;) {
      const key = slots[at]!
      if (key === id) return at * 4 + 4
      if (key === 0) return -1
      at = at + STRIDE === slots.length ? 0 : at + STRIDE
    }
  }

  /** Writes the label scores of a token whose features are `ids[from]` to before `ids[to]`. */
  score(ids: Int32Array, from: number, to: number, scores: Float64Array, at: number): void {
    const bytes = this.#bytes
    let s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0, s8 = 0, s9 = 0, s10 = 0, s11 = 0, s12 = 0
    for (let i = from; i < to; i++) {
      const id = ids[i]!
      if (id === 0) continue
      const b = this.#find(id)
      if (b < 0) continue
      s0 += bytes[b]!
      s1 += bytes[b + 1]!
      s2 += bytes[b + 2]!
      s3 += bytes[b + 3]!
      s4 += bytes[b + 4]!
      s5 += bytes[b + 5]!
      s6 += bytes[b + 6]!
      s7 += bytes[b + 7]!
      s8 += bytes[b + 8]!
      s9 += bytes[b + 9]!
      s10 += bytes[b + 10]!
      s11 += bytes[b + 11]!
      s12 += bytes[b + 12]!
    }
    const u = this.unit
    scores[at] = s0 * u
    scores[at + 1] = s1 * u
    scores[at + 2] = s2 * u
    scores[at + 3] = s3 * u
    scores[at + 4] = s4 * u
    scores[at + 5] = s5 * u
    scores[at + 6] = s6 * u
    scores[at + 7] = s7 * u
    scores[at + 8] = s8 * u
    scores[at + 9] = s9 * u
    scores[at + 10] = s10 * u
    scores[at + 11] = s11 * u
    scores[at + 12] = s12 * u
  }

  /** One feature's weight for a label. */
  weight(id: number, label: number): number {
    const b = id === 0 ? -1 : this.#find(id)
    return b < 0 || label >= LABELS ? 0 : this.#bytes[b + label]! * this.unit
  }
}
