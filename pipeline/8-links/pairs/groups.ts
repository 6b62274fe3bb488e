import { copied, newColumn } from '../../model/columns.ts'

/** Scored pairs by number, both ways: those of i are at `from[i]` to before `from[i + 1]`. */
export interface EdgesByNumber {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly score: Float32Array
}

/** The scored pairs that `each` gives, by number, those of each in the order in which they come; it is asked twice: millions of them fit in memory once. */
export function edgesByNumber(numbers: number, each: (add: (a: number, b: number, score: number) => void) => void): EdgesByNumber {
  const from = newColumn(Int32Array, numbers + 1)
  each((a, b) => {
    from[a + 1]!++
    from[b + 1]!++
  })
  for (let i = 0; i < numbers; i++) from[i + 1]! += from[i]!
  const next = copied(from)
  const to = newColumn(Int32Array, from[numbers]!)
  const scores = newColumn(Float32Array, from[numbers]!)
  each((a, b, score) => {
    scores[next[a]!] = scores[next[b]!] = score
    to[next[a]!++] = b
    to[next[b]!++] = a
  })
  return { from, to, score: scores }
}

/**
 * Groups numbers by their edges: each, in the order of `longest` (longest text first), joins the group whose longest text it
 * has an edge to itself (the best scored one), or opens a group. So nobody gets into a group through a chain of others.
 * Gives for each number the one that leads its group.
 */
export function groupByLongest(longest: Uint32Array, { from, to, score }: EdgesByNumber): Int32Array {
  const leader = newColumn(Int32Array, longest.length).fill(-1)
  for (let n = 0; n < longest.length; n++) {
    const number = longest[n]!
    let best = -1
    let bestScore = 0
    for (let i = from[number]!; i < from[number + 1]!; i++) {
      const other = to[i]!
      if (other === number || leader[other] !== other || score[i]! <= bestScore) continue
      best = other
      bestScore = score[i]!
    }
    leader[number] = best < 0 ? number : best
  }
  return leader
}

/** Numbers in the order of their lengths, longest first, of one length as they stand: by counting. */
export function longestFirst(lengths: ArrayLike<number>): Uint32Array {
  let longest = 0
  for (let i = 0; i < lengths.length; i++) longest = Math.max(longest, lengths[i]!)
  const next = new Uint32Array(longest + 2)
  for (let i = 0; i < lengths.length; i++) next[longest - lengths[i]! + 1]!++
  for (let n = 0; n <= longest; n++) next[n + 1]! += next[n]!
  const order = newColumn(Uint32Array, lengths.length)
  for (let i = 0; i < lengths.length; i++) order[next[longest - lengths[i]!]!++] = i
  return order
}
