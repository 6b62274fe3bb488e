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

/** Added to every weight, which makes it a byte that is never 0 (weights lie in -127 to 127). */
const BIAS = 128, BIASES = 0x80808080
/** Two bytes of a row that can be summed up to 256 times. */
const EVEN = 0x00ff00ff
/** Bits of a hash that a slot holds. */
const LOW = 0xffffff
/** In the last sum, 16 bits count the features. */
const ONE = 1 << 16
/** Integers to a token in `sums`. */
const SUMS = 7

let sums = new Int32Array(SUMS * 1024)

/**
 * The weights as an open hash table of 16 bytes a slot: low 24 bits of the hash (its high ones tell the place) with the weight
 * of label 12, then the labels 0 to 11, a byte each. An empty slot is 0.
 */
export class WeightTable {
  readonly #slots: Int32Array
  readonly #shift: number
  readonly unit: number

  constructor({ hashes, masks, values, unit }: PackedWeights) {
    let bits = 16
    while (1 << bits < 1.3 * hashes.length) bits++
    this.#shift = 32 - bits
    this.#slots = new Int32Array(4 << bits)
    this.unit = unit
    const starts = new Int32Array(hashes.length)
    for (let k = 1; k < hashes.length; k++) starts[k] = starts[k - 1]! + bitsOf(masks[k - 1]!)
    // Features with many weights are the common ones: they come first, so they are found where they are looked for.
    for (let weights = LABELS; weights > 0; weights--)
      for (let k = 0; k < hashes.length; k++) if (bitsOf(masks[k]!) === weights) this.#put(hashes[k]!, masks[k]!, values, starts[k]!)
  }

  #put(id: number, mask: number, values: Int8Array, start: number): void {
    const slots = this.#slots
    let at = (id >>> this.#shift) << 2
    while (slots[at] !== 0) at = (at + 4) & (slots.length - 1)
    slots[at] = (id << 8) | BIAS
    slots[at + 1] = slots[at + 2] = slots[at + 3] = BIASES
    // With the bias for its highest bit, a byte is the weight's own one with that bit turned.
    for (let y = 0, v = start; y < LABELS; y++)
      if (mask & (1 << y)) slots[y === 12 ? at : at + 1 + (y >> 2)]! ^= (values[v++]! & 0xff) << (8 * (y & 3))
  }

  /** Where a feature stands in the table, -1 for one that was not learned. */
  #find(id: number): number {
    const slots = this.#slots
    let at = (id >>> this.#shift) << 2
    while (slots[at] !== 0 && slots[at]! >>> 8 !== (id & LOW)) at = (at + 4) & (slots.length - 1)
    return slots[at] === 0 ? -1 : at
  }

  /**
   * Writes the label scores of `n` tokens, whose features are `ids[k * n]` to before `ids[(k + 1) * n]` for each of `width` (256 at
   * most) templates; 0 is none.
   */
  score(ids: Int32Array, n: number, width: number, scores: Float64Array): void {
    if (sums.length < SUMS * n) sums = new Int32Array(2 * SUMS * n)
    this.#addAll(sums, ids, n, width)
    const u = this.unit
    for (let t = 0, at = 0, out = 0; t < n; t++, at += SUMS, out += LABELS) {
      const bias = (sums[at + 6]! >>> 16) * BIAS
      for (let y = 0; y < 12; y += 4) {
        const even = sums[at + (y >> 1)]!, odd = sums[at + (y >> 1) + 1]!
        scores[out + y] = ((even & 0xffff) - bias) * u
        scores[out + y + 1] = ((odd & 0xffff) - bias) * u
        scores[out + y + 2] = ((even >>> 16) - bias) * u
        scores[out + y + 3] = ((odd >>> 16) - bias) * u
      }
      scores[out + 12] = ((sums[at + 6]! & 0xffff) - bias) * u
    }
  }

  /** Adds all features of each token to its sums. Finds written out: the hottest loop. */
  #addAll(to: Int32Array, ids: Int32Array, n: number, width: number): void {
    const slots = this.#slots
    const shift = this.#shift
    const end = slots.length - 1
    for (let t = 0, at = 0; t < n; t++, at += SUMS) {
      let a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, a6 = 0
      for (let i = t; i < width * n; i += n) {
        const id = ids[i]!
        let b = (id >>> shift) << 2
        let key = slots[b]!
        while (((key >>> 8) ^ id) & LOW && key !== 0) {
          b = (b + 4) & end
          key = slots[b]!
        }
        if (key === 0 || id === 0) continue
        const x = slots[b + 1]!, y = slots[b + 2]!, z = slots[b + 3]!
        a0 += x & EVEN
        a1 += (x >>> 8) & EVEN
        a2 += y & EVEN
        a3 += (y >>> 8) & EVEN
        a4 += z & EVEN
        a5 += (z >>> 8) & EVEN
        a6 += (key & 0xff) | ONE
      }
      to[at] = a0
      to[at + 1] = a1
      to[at + 2] = a2
      to[at + 3] = a3
      to[at + 4] = a4
      to[at + 5] = a5
      to[at + 6] = a6
    }
  }

  /**
   * Adds to `to` how much the features of token `t` of `n`, laid out as for {@link score}, speak for a label as against label 0: that of
   * template k to `to[groups[k]]`, in units.
   */
  addAdvantages(to: Int32Array, groups: Uint8Array, ids: Int32Array, n: number, t: number, label: number): void {
    const slots = this.#slots
    const place = label === 12 ? 0 : 1 + (label >> 2), shift = 8 * (label & 3)
    for (let k = 0; k < groups.length; k++) {
      const id = ids[k * n + t]!
      const b = id === 0 ? -1 : this.#find(id)
      if (b >= 0) to[groups[k]!]! += ((slots[b + place]! >>> shift) & 0xff) - (slots[b + 1]! & 0xff)
    }
  }
}

/** How many bits are set. */
function bitsOf(mask: number): number {
  let n = 0
  for (let rest = mask; rest; rest &= rest - 1) n++
  return n
}
