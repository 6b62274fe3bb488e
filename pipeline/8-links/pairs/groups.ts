import { copied, Growing, newColumn } from '../../model/columns.ts'

/** Scored pairs by number, both ways: those of i are at `from[i]` to before `from[i + 1]`. */
export interface EdgesByNumber {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly score: Float32Array
}

/** Scored pairs of numbers, as columns that grow: millions of them fit in memory. */
export class Edges {
  readonly #a = new Growing<Uint32Array>(Uint32Array)
  readonly #b = new Growing<Uint32Array>(Uint32Array)
  readonly #score = new Growing<Float32Array>(Float32Array)

  add(a: number, b: number, score: number): void {
    this.#a.push(a)
    this.#b.push(b)
    this.#score.push(score)
  }

  /** The edges by number, those of each in the order in which they were added. */
  byNumber(numbers: number): EdgesByNumber {
    const [a, b, scores] = [this.#a.values, this.#b.values, this.#score.values]
    const from = newColumn(Int32Array, numbers + 1)
    for (let i = 0; i < a.length; i++) {
      from[a[i]! + 1]!++
      from[b[i]! + 1]!++
    }
    for (let i = 0; i < numbers; i++) from[i + 1]! += from[i]!
    const next = copied(from)
    const to = newColumn(Int32Array, a.length * 2)
    const score = newColumn(Float32Array, a.length * 2)
    for (let i = 0; i < a.length; i++) {
      const [x, y] = [a[i]!, b[i]!]
      score[next[x]!] = score[next[y]!] = scores[i]!
      to[next[x]!++] = y
      to[next[y]!++] = x
    }
    return { from, to, score }
  }
}

/**
 * Groups numbers by their edges: each, in the order of `longest` (longest text first), joins the group whose longest text it
 * has an edge to itself (the best scored one), or opens a group. So nobody gets into a group through a chain of others.
 * Gives for each number the one that leads its group.
 */
export function groupByLongest(longest: Uint32Array, { from, to, score }: EdgesByNumber): Int32Array {
  const leader = newColumn(Int32Array, longest.length).fill(-1)
  for (const number of longest) {
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
