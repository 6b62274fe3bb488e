import { Growing } from '../../model/columns.ts'
import { Edges, groupByLongest, longestFirst } from './groups.ts'
import { NEAREST } from './overlap.ts'
import { areAlike, eachPair, type SeenPairs } from './seen.ts'

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
  const { kinds } = seen
  const copies = new Edges()
  eachPair(seen, (x, y, i) => kinds[i]! < 0 && copies.add(x, y, -kinds[i]!))
  const leader = groupByLongest(longestFirst(lengths), copies)
  const size = new Uint32Array(lengths.length)
  for (const lead of leader) size[lead]!++
  const isCut = (x: number, y: number) => leader[x] === leader[y] && size[leader[x]!]! > ALL_WITH_ALL && leader[x] !== x && leader[x] !== y
  const least = leastOf(seen, lengths.length)
  const [a, b] = [new Growing<Uint32Array>(Uint32Array), new Growing<Uint32Array>(Uint32Array)]
  let near = 0
  eachPair(seen, (x, y, i) => {
    if (kinds[i] === 0) return
    near++
    if (isCut(x, y) || (areAlike(kinds[i]!) && kinds[i]! < least[x]! && kinds[i]! < least[y]!)) return
    a.push(x)
    b.push(y)
  })
  return { ...bySet(a.values, b.values, leader), cut: near - a.size }
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
function leastOf(seen: SeenPairs, texts: number): Float32Array {
  const from = new Uint32Array(texts + 1)
  const { kinds } = seen
  eachPair(seen, (x, y, i) => {
    if (!areAlike(kinds[i]!)) return
    from[x + 1]!++
    from[y + 1]!++
  })
  for (let n = 0; n < texts; n++) from[n + 1]! += from[n]!
  const [next, scores] = [from.slice(), new Float32Array(from[texts]!)]
  eachPair(seen, (x, y, i) => {
    if (!areAlike(kinds[i]!)) return
    scores[next[x]!++] = kinds[i]!
    scores[next[y]!++] = kinds[i]!
  })
  return Float32Array.from({ length: texts }, (_, n) => (from[n + 1]! - from[n]! > NEAREST ? scores.subarray(from[n], from[n + 1]).sort().at(-NEAREST)! : 0))
}
