import { Edges, groupByLongest, longestFirst } from './groups.ts'
import { NEAREST } from './overlap.ts'
import { areAlike, type SeenPairs } from './seen.ts'

/** Of near copies of one text, up to this many are judged all with all; beyond, with the longest. */
export const ALL_WITH_ALL = 4

/** Pairs of texts that are to be judged, those of one set of near copies one after another, and how many were left out. */
export interface Candidates {
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly cut: number
}

/**
 * The pairs that are to be judged, of all that were seen. Near copies come in sets around the longest: of a large set each is judged with that one only,
 * since more links say no more. Texts that are no more than alike are judged with the {@link NEAREST}.
 */
export function candidatesOf(seen: SeenPairs, lengths: ArrayLike<number>): Candidates {
  const { others: { from, values }, kinds } = seen // gone through in plain loops: there are millions
  const copies = new Edges()
  for (let x = 0; x + 1 < from.length; x++) for (let i = from[x]!; i < from[x + 1]!; i++) if (kinds[i]! < 0) copies.add(x, values[i]!, -kinds[i]!)
  const leader = groupByLongest(longestFirst(lengths), copies.byNumber(lengths.length))
  const size = new Uint32Array(lengths.length)
  for (const lead of leader) size[lead]!++
  const isCut = (x: number, y: number) => leader[x] === leader[y] && size[leader[x]!]! > ALL_WITH_ALL && leader[x] !== x && leader[x] !== y
  const least = leastOf(seen, lengths.length)
  const [a, b] = [new Uint32Array(kinds.length), new Uint32Array(kinds.length)]
  let [near, taken] = [0, 0]
  for (let x = 0; x + 1 < from.length; x++)
    for (let i = from[x]!; i < from[x + 1]!; i++) {
      const kind = kinds[i]!
      if (kind === 0) continue
      near++
      const y = values[i]!
      if (isCut(x, y) || (areAlike(kind) && kind < least[x]! && kind < least[y]!)) continue
      a[taken] = x
      b[taken++] = y
    }
  return { ...bySet(a.subarray(0, taken), b.subarray(0, taken), leader), cut: near - taken }
}

/** The pairs in the order of who leads the first text's set: what is compared again and again is at hand. */
function bySet(a: Uint32Array, b: Uint32Array, leader: Int32Array): Pick<Candidates, 'a' | 'b'> {
  const next = new Uint32Array(leader.length + 1)
  for (let i = 0; i < a.length; i++) next[leader[a[i]!]! + 1]!++
  for (let n = 0; n < leader.length; n++) next[n + 1]! += next[n]!
  const sorted = { a: new Uint32Array(a.length), b: new Uint32Array(a.length) }
  for (let i = 0; i < a.length; i++) {
    const at = next[leader[a[i]!]!]!++
    sorted.a[at] = a[i]!
    sorted.b[at] = b[i]!
  }
  return sorted
}

/** By text, how much it shares with the last of the {@link NEAREST} that it is alike; 0 where there are no more. */
function leastOf({ others: { from: starts, values }, kinds }: SeenPairs, texts: number): Float32Array {
  const from = new Uint32Array(texts + 1)
  for (let x = 0; x + 1 < starts.length; x++)
    for (let i = starts[x]!; i < starts[x + 1]!; i++) {
      if (!areAlike(kinds[i]!)) continue
      from[x + 1]!++
      from[values[i]! + 1]!++
    }
  for (let n = 0; n < texts; n++) from[n + 1]! += from[n]!
  const [next, scores] = [from.slice(), new Float32Array(from[texts]!)]
  for (let x = 0; x + 1 < starts.length; x++)
    for (let i = starts[x]!; i < starts[x + 1]!; i++) {
      if (!areAlike(kinds[i]!)) continue
      scores[next[x]!++] = kinds[i]!
      scores[next[values[i]!]!++] = kinds[i]!
    }
  return Float32Array.from({ length: texts }, (_, n) => (from[n + 1]! - from[n]! > NEAREST ? scores.subarray(from[n], from[n + 1]).sort().at(-NEAREST)! : 0))
}
