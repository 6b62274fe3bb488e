import { countWhile } from '../../model/bisect.ts'
import { Growing } from '../../model/columns.ts'
import { LINK_TYPES } from '../../model/schema.ts'
import type { Kept } from '../past.ts'
import type { JudgedPair } from '../row.ts'
import { firstOf, pairCode, secondOf } from './pair-code.ts'

/** A link that was found before: what it is, and the number of its line. */
export interface Recalled extends Pick<JudgedPair, 'type' | 'confidence'> {
  readonly written: number
}

/** What is known of two claims by their numbers, the lower first: their link, null for none, undefined where they were not judged. */
export type Recall = (a: number, b: number) => Recalled | null | undefined

/** A confidence is written in thousandths. */
const SCALE = 1000

/** What was found of a pair as a number above 0, and what it stands for. */
const foundCode = ({ type, confidence }: Pick<JudgedPair, 'type' | 'confidence'>): number => 1 + LINK_TYPES.indexOf(type) * (SCALE + 1) + Math.round(confidence * SCALE)
const typeIn = (code: number): number => Math.floor((code - 1) / (SCALE + 1))
const foundOf = (code: number) => ({ type: LINK_TYPES[typeIn(code)]!, confidence: ((code - 1) % (SCALE + 1)) / SCALE })

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

/** So many pairs behind the last are looked at before all are searched. */
const AHEAD = 8

/** What is known of the pairs of claims that have a number still; `moved` gives it, or -1. */
export function recallOf(kept: Kept, moved: Int32Array): Recall {
  const { pairs, found } = pairsIn(kept)
  const codes = new Float64Array(pairs.length)
  const [place, line] = [new Uint32Array(pairs.length), new Uint32Array(pairs.length)]
  let [size, lines] = [0, 0]
  for (let i = 0; i < pairs.length; i++) {
    const own = found[i]! > 0 ? lines++ : 0
    const a = moved[firstOf(pairs[i]!)]!
    const b = moved[secondOf(pairs[i]!)]!
    if (a < 0 || b < 0) continue
    codes[size] = pairCode(a, b) // in order still, as are articles
    place[size] = i
    line[size++] = own
  }
  let at = 0
  return (a, b) => {
    const code = pairCode(a, b)
    for (let ahead = 0; ahead < AHEAD && codes[at]! < code; ahead++) at++ // most are asked for in order
    if (codes[at] !== code) at = countWhile(size, (i) => codes[i]! < code)
    if (at === size || codes[at] !== code) return undefined
    const what = found[place[at]!]!
    return what === 0 ? null : { ...foundOf(what), written: line[at]! }
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
