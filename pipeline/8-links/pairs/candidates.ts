import { columnOf, newColumn } from '../../model/columns.ts'
import { SortedRows } from '../../model/sorted-rows.ts'
import { edgesByNumber, groupByLongest, longestFirst } from './groups.ts'
import { NEAREST } from './overlap.ts'
import { areAlike, type SeenPairs } from './seen.ts'

/** Of near copies of one text, up to this many are judged all with all; beyond, with the longest. */
export const ALL_WITH_ALL = 4

/** Pairs of texts that are to be judged, and how many were left out. */
export interface Candidates {
  /** Who leads the first text's set of near copies, the first text, the second: what is compared again and again is at hand. */
  readonly rows: SortedRows
  readonly cut: number
}

/**
 * The pairs that are to be judged, of all that were seen. Near copies come in sets around the longest: of a large set each is judged with that one only,
 * since more links say no more. Texts that are no more than alike are judged with the {@link NEAREST}.
 */
export function candidatesOf(seen: SeenPairs, lengths: ArrayLike<number>): Candidates {
  const leader = groupByLongest(longestFirst(lengths), edgesByNumber(lengths.length, (add) => eachCopy(seen, add)))
  const size = newColumn(Uint32Array, lengths.length)
  for (let text = 0; text < leader.length; text++) size[leader[text]!]!++
  const isCut = (x: number, y: number) => leader[x] === leader[y] && size[leader[x]!]! > ALL_WITH_ALL && leader[x] !== x && leader[x] !== y
  const least = leastOf(seen, lengths.length)
  const rows = new SortedRows(3, lengths.length, true)
  let near = 0
  for (const { text, other, kind: kinds } of seen.pieces()) // gone through in plain loops: there are millions
    for (let i = 0; i < kinds.length; i++) {
      const kind = kinds[i]!
      if (kind === 0) continue
      near++
      const [x, y] = [text[i]!, other[i]!]
      if (!isCut(x, y) && !(areAlike(kind) && kind < least[x]! && kind < least[y]!)) rows.add(leader[x]!, x, y)
    }
  return { rows, cut: near - rows.length }
}

/** Gives the pairs that are near copies, and how much they share. */
function eachCopy(seen: SeenPairs, take: (x: number, y: number, score: number) => void): void {
  for (const { text, other, kind } of seen.pieces()) for (let i = 0; i < kind.length; i++) if (kind[i]! < 0) take(text[i]!, other[i]!, -kind[i]!)
}

/** By text, how much it shares with the last of the {@link NEAREST} that it is alike; 0 where there are no more. */
function leastOf(seen: SeenPairs, texts: number): Float32Array {
  const alike = newColumn(Uint32Array, texts)
  eachAlike(seen, (text) => alike[text]!++)
  let many = 0
  const slots = columnOf(Int32Array, texts, (text) => (alike[text]! > NEAREST ? many++ : -1))
  const nearest = newColumn(Float32Array, many * (NEAREST + 1)) // the most of each text that is alike to more, in rising order, and one more
  eachAlike(seen, (text, kind) => {
    let at = slots[text]! * (NEAREST + 1)
    if (at < 0 || kind <= nearest[at]!) return
    for (const end = at + NEAREST; at < end && nearest[at + 1]! < kind; at++) nearest[at] = nearest[at + 1]!
    nearest[at] = kind
  })
  return columnOf(Float32Array, texts, (text) => (slots[text]! < 0 ? 0 : nearest[slots[text]! * (NEAREST + 1) + 1]!))
}

/** Gives both texts of all pairs that are alike, and how much they share. */
function eachAlike(seen: SeenPairs, take: (text: number, kind: number) => void): void {
  for (const { text, other, kind } of seen.pieces())
    for (let i = 0; i < kind.length; i++) {
      if (!areAlike(kind[i]!)) continue
      take(text[i]!, kind[i]!)
      take(other[i]!, kind[i]!)
    }
}
