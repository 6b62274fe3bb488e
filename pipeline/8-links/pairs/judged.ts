import { Growing } from '../../model/columns.ts'
import { LINK_TYPES } from '../../model/schema.ts'
import type { Kept } from '../past.ts'
import type { JudgedPair } from '../row.ts'
import { firstOf, pairCode, secondOf } from './pair-code.ts'

/** A confidence is written in thousandths. */
const SCALE = 1000

/** What was found of a pair as a number above 0, and what it stands for. */
const foundCode = ({ type, confidence }: Pick<JudgedPair, 'type' | 'confidence'>): number => 1 + LINK_TYPES.indexOf(type) * (SCALE + 1) + Math.round(confidence * SCALE)
const typeIn = (code: number): number => Math.floor((code - 1) / (SCALE + 1))
const confidenceIn = (code: number): number => ((code - 1) % (SCALE + 1)) / SCALE

/** What the next run is to know of the pairs that were judged, {@link pairCode}s in order, and of the links among them, in order as well. */
export function keptPairs(pairs: Float64Array, links: Iterable<JudgedPair>): Kept {
  const found = new Uint16Array(pairs.length)
  let i = 0
  for (const link of links) {
    const code = pairCode(link.a, link.b)
    while (i < pairs.length && pairs[i] !== code) i++
    found[i] = foundCode(link)
  }
  return { numbers: { pairs, found }, lists: {} }
}

const pairsIn = ({ numbers }: Kept) => ({ pairs: numbers['pairs'] as Float64Array, found: numbers['found'] as Uint16Array })

/** The pairs that an earlier run judged, of claims that have a number still, by the number of the first. */
export class Recall {
  /** Where the pairs of each claim begin. */
  readonly #from: Uint32Array
  readonly #second: Uint32Array
  readonly #found: Uint16Array
  readonly #line: Uint32Array

  /** `moved` gives the numbers that claims have now, or -1; `size` is how many claims there are. */
  constructor(kept: Kept, moved: Int32Array, size: number) {
    const { pairs, found } = pairsIn(kept)
    this.#from = new Uint32Array(size + 1)
    ;[this.#second, this.#found, this.#line] = [new Uint32Array(pairs.length), new Uint16Array(pairs.length), new Uint32Array(pairs.length)]
    let [n, lines] = [0, 0]
    for (let i = 0; i < pairs.length; i++) {
      const line = found[i]! > 0 ? lines++ : 0
      const a = moved[firstOf(pairs[i]!)]!
      const b = moved[secondOf(pairs[i]!)]!
      if (a < 0 || b < 0) continue
      this.#from[a + 1]!++
      this.#second[n] = b // in order still, as are claims
      this.#found[n] = found[i]!
      this.#line[n++] = line
    }
    for (let a = 0; a < size; a++) this.#from[a + 1]! += this.#from[a]!
  }

  /** The place of a pair, the lower number first; -1 where it was not judged. */
  placeOf(a: number, b: number): number {
    let low = this.#from[a]!
    for (let high = this.#from[a + 1]!; low < high; ) { // asked for each pair of a corpus, so with no function for each step
      const middle = (low + high) >>> 1
      if (this.#second[middle]! < b) low = middle + 1
      else high = middle
    }
    return low < this.#from[a + 1]! && this.#second[low] === b ? low : -1
  }

  /** Whether a pair, by its place, was linked. */
  isLinked(place: number): boolean {
    return this.#found[place]! > 0
  }

  /** Its link, and the number of its line. */
  linkAt(place: number): Pick<JudgedPair, 'type' | 'confidence'> & { readonly written: number } {
    const code = this.#found[place]!
    return { type: LINK_TYPES[typeIn(code)]!, confidence: confidenceIn(code), written: this.#line[place]! }
  }
}

/** Links that were written, by line: their claims by the numbers that they have now, or -1, and the places of their types among {@link LINK_TYPES}. */
export interface LinksBefore {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly type: Uint8Array
}

/** The links that an earlier run wrote; `moved` gives the numbers that claims have now, or -1. */
export function linksBefore(kept: Kept, moved: Int32Array): LinksBefore {
  const { pairs, found } = pairsIn(kept)
  const [a, b, type] = [new Growing<Int32Array>(Int32Array), new Growing<Int32Array>(Int32Array), new Growing<Uint8Array>(Uint8Array)]
  for (let i = 0; i < pairs.length; i++) {
    if (found[i] === 0) continue
    a.push(moved[firstOf(pairs[i]!)]!)
    b.push(moved[secondOf(pairs[i]!)]!)
    type.push(typeIn(found[i]!))
  }
  return { a: a.values, b: b.values, type: type.values }
}
