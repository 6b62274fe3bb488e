import { allocator, coreOf, WIDEST, type Core } from './core.ts'
import { LABELS } from './crf-labels.ts'
import { LONGEST } from './features/columns.ts'

/** Weights of the kept features: hash, which labels have one, and those as 8-bit multiples of `unit`. */
export interface PackedWeights {
  /** Rising, as unsigned integers; 0 is no feature. */
  readonly hashes: Uint32Array
  /** Bit y is set where label y has a weight. */
  readonly masks: Uint16Array
  readonly values: Int8Array
  readonly unit: number
}

/** Bits of a hash that a slot holds. */
const LOW = 0xffffff
const SLOT = 16

/** The weights as an open hash table in the core's memory; `fill` of the core says how it is laid out. */
export class WeightTable {
  readonly unit: number
  readonly #core: Core
  readonly #slots: Int32Array
  readonly #shift: number
  readonly #ids: Int32Array
  readonly #scores: Float64Array

  constructor({ hashes, masks, values, unit }: PackedWeights) {
    let bits = 16
    while (1 << bits < 1.3 * hashes.length) bits++
    this.unit = unit
    this.#shift = 32 - bits
    const place = allocator()
    place(SLOT << bits) // the slots, at 0
    const at = place(0)
    const packed = { hashes: place(hashes.byteLength), masks: place(masks.byteLength), values: place(values.byteLength) }
    // What the table is made of is not needed when it is asked: features and scores come in its place.
    const { core, memory } = coreOf(Math.max(place(0), at + LONGEST * (4 * WIDEST + 8 * LABELS)))
    new Uint32Array(memory, packed.hashes, hashes.length).set(hashes)
    new Uint16Array(memory, packed.masks, masks.length).set(masks)
    new Int8Array(memory, packed.values, values.length).set(values)
    core.fill(0, (SLOT << bits) - SLOT, this.#shift, packed.hashes, packed.masks, packed.values, hashes.length)
    this.#core = core
    this.#slots = new Int32Array(memory, 0, 4 << bits)
    this.#scores = new Float64Array(memory, at, LONGEST * LABELS)
    this.#ids = new Int32Array(memory, at + 8 * LONGEST * LABELS, LONGEST * WIDEST)
  }

  /** Where a feature stands in the table, -1 for one that was not learned. */
  #find(id: number): number {
    const slots = this.#slots
    let at = (id >>> this.#shift) << 2
    while (slots[at] !== 0 && slots[at]! >>> 8 !== (id & LOW)) at = (at + 4) & (slots.length - 1)
    return slots[at] === 0 ? -1 : at
  }

  /**
   * Writes the label scores of `n` tokens, {@link LONGEST} at most, whose features are `ids[k * n]` to before `ids[(k + 1) * n]` for each of
   * `width` ({@link WIDEST} at most) templates; 0 is none.
   */
  score(ids: Int32Array, n: number, width: number, scores: Float64Array): void {
    this.#ids.set(ids.subarray(0, n * width))
    this.#core.score(0, 4 * this.#slots.length - SLOT, this.#shift, this.unit, this.#ids.byteOffset, n, width, this.#scores.byteOffset)
    scores.set(this.#scores.subarray(0, n * LABELS))
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
