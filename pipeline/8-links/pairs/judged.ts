import { columnOf, Growing, newColumn, type Column } from '../../model/columns.ts'
import { FiledColumn } from '../../model/filed-column.ts'
import { FiledLists } from '../../model/filed-lists.ts'
import type { Rows } from '../../model/rows.ts'
import type { Kept, ToKeep } from '../past.ts'
import type { OrderedLinks } from './found.ts'
import { typeIn } from './found-code.ts'
import { firstOf, pairCode, secondOf } from './pair-code.ts'

/** What the next run is to know of the pairs that were judged, and of the links among them, all in order. */
export function keptPairs(judged: Rows, links: OrderedLinks): ToKeep {
  const pieces = judged.pieces.bind(judged) as () => Iterable<readonly [Uint32Array, Uint32Array]>
  const pairs = function* () {
    for (const [a, b] of pieces()) yield columnOf(Float64Array, a.length, (i) => pairCode(a[i]!, b[i]!))
  }
  const found = function* () {
    const inOrder = links[Symbol.iterator]()
    let link = inOrder.next().value
    for (const [a, b] of pieces()) {
      const codes = new Uint16Array(a.length)
      for (let i = 0; i < a.length && link !== undefined; i++) {
        if (link.a !== a[i] || link.b !== b[i]) continue
        codes[i] = link.found
        link = inOrder.next().value
      }
      yield codes
    }
  }
  return { numbers: { pairs: { kind: Float64Array, length: judged.length, pieces: pairs }, found: { kind: Uint16Array, length: judged.length, pieces: found } }, lists: {} }
}

/** So many pairs are read at once. */
const PIECE = 1 << 16

/** The pairs that were kept, and what was found of each, piece by piece. */
function* pairsIn({ numbers }: Kept): Generator<{ readonly pairs: Column; readonly found: Column }> {
  const { pairs, found } = numbers
  for (let from = 0; from < pairs!.length; from += PIECE) {
    const to = Math.min(pairs!.length, from + PIECE)
    yield { pairs: pairs!.slice(from, to), found: found!.slice(from, to) }
  }
}

/** What is known of a pair in one number, for millions of which objects are dear: what was found ({@link foundCode}, 0 where it was not linked), and its line where it was. */
const recalled = (found: number, line: number): number => found * 2 ** 32 + line
export const recalledFound = (known: number): number => Math.floor(known / 2 ** 32)
export const recalledLine = (known: number): number => known % 2 ** 32
/** Of a pair that was not judged. */
export const UNKNOWN = -1

/** So many numbers stand for a pair. */
const WIDTH = 3

/** The pairs that an earlier run judged, of claims that have a number still, by the number of the first. */
export class Recall {
  /** By claim, those behind it that it was judged with, in order, with what was found and the line: three numbers each. */
  readonly #pairs: FiledLists<Uint32Array>

  /** `moved` gives the numbers that claims have now, or -1; `size` is how many claims there are. */
  constructor(kept: Kept, moved: Int32Array, size: number) {
    const from = newColumn(Uint32Array, size + 1)
    const known = new FiledColumn<Uint32Array>(Uint32Array)
    let lines = 0
    for (const { pairs, found } of pairsIn(kept))
      for (let i = 0; i < pairs.length; i++) {
        const line = found[i]! > 0 ? lines++ : 0
        const a = moved[firstOf(pairs[i]!)]!
        const b = moved[secondOf(pairs[i]!)]!
        if (a < 0 || b < 0) continue
        from[a + 1]! += WIDTH
        known.push(b) // in order still, as are claims
        known.push(found[i]!)
        known.push(line)
      }
    for (let a = 0; a < size; a++) from[a + 1]! += from[a]!
    this.#pairs = new FiledLists(from, known)
  }

  /** What is known of a pair, whose first claim has the lower number; {@link UNKNOWN} where it was not judged. */
  of(a: number, b: number): number {
    const { values, from, to } = this.#pairs.placeOf(a)
    const end = to / WIDTH
    let low = from / WIDTH
    for (let high = end; low < high; ) { // asked for each pair of a corpus, so with no function for each step
      const middle = (low + high) >>> 1
      if (values[WIDTH * middle]! < b) low = middle + 1
      else high = middle
    }
    const at = WIDTH * low
    return low < end && values[at] === b ? recalled(values[at + 1]!, values[at + 2]!) : UNKNOWN
  }
}

/** Links that were written, by line: their claims by the numbers that they have now, or -1, and the places of their types among `LINK_TYPES`. */
export interface LinksBefore {
  readonly a: Int32Array
  readonly b: Int32Array
  readonly type: Uint8Array
}

/** The links that an earlier run wrote; `moved` gives the numbers that claims have now, or -1. */
export function linksBefore(kept: Kept, moved: Int32Array): LinksBefore {
  const [a, b, type] = [new Growing<Int32Array>(Int32Array), new Growing<Int32Array>(Int32Array), new Growing<Uint8Array>(Uint8Array)]
  for (const { pairs, found } of pairsIn(kept))
    for (let i = 0; i < pairs.length; i++) {
      if (found[i] === 0) continue
      a.push(moved[firstOf(pairs[i]!)]!)
      b.push(moved[secondOf(pairs[i]!)]!)
      type.push(typeIn(found[i]!))
    }
  return { a: a.values, b: b.values, type: type.values }
}
