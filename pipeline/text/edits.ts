import { grown } from '../model/columns.ts'

/** A run of words that both lists have, or that is added or removed. */
export interface Run {
  readonly count: number
  readonly added: boolean
  readonly removed: boolean
}

const NONE = -2

/** Runs that were tried, as columns, each with the number of the one before it; kept from call to call, as there are many and short ones. */
const TRIED = { size: 0, kind: new Int32Array(1 << 10), count: new Int32Array(1 << 10), before: new Int32Array(1 << 10) }
/** By diagonal: how far in the first list the best way there has come, and its last run. Kept as well; what is read of it is cleared as it widens. */
const WAYS = { reached: new Int32Array(1 << 10), last: new Int32Array(1 << 10) }

function put(before: number, kind: -1 | 0 | 1, count: number): number {
  if (TRIED.size === TRIED.kind.length) for (const name of ['kind', 'count', 'before'] as const) TRIED[name] = grown(TRIED[name])
  TRIED.kind[TRIED.size] = kind
  TRIED.count[TRIED.size] = count
  TRIED.before[TRIED.size] = before
  return TRIED.size++
}

/**
 * A shortest way from one list of words to another, by their numbers, as runs in order. Greedy, by Myers (An O(ND) difference algorithm, 1986); of ways that are equally
 * short the one that jsdiff (`diff`) takes, which takes many times as long for what it can do besides.
 * Null where more words than `limit` would have to be added and removed.
 */
export function editRuns(a: Int32Array, b: Int32Array, limit = Infinity): readonly Run[] | null {
  const most = Math.min(a.length + b.length, limit)
  const middle = most + 1
  if (WAYS.reached.length < 2 * middle + 1) for (const name of ['reached', 'last'] as const) WAYS[name] = grown(WAYS[name], 2 * middle + 1)
  const { reached, last } = WAYS
  TRIED.size = 0
  reached[middle] = NONE
  let [low, high] = [-most, most]
  for (let edits = 0; edits <= most; edits++) {
    reached[middle - edits - 1] = reached[middle + edits + 1] = NONE
    for (let diagonal = Math.max(low, -edits); diagonal <= Math.min(high, edits); diagonal += 2) {
      const at = diagonal + middle
      let x = -1
      let run = -1
      if (edits > 0) {
        const removing = reached[at - 1]!
        const adding = reached[at + 1]!
        reached[at - 1] = NONE
        const canAdd = adding !== NONE && adding - diagonal >= 0 && adding - diagonal < b.length
        const canRemove = removing !== NONE && removing + 1 < a.length
        reached[at] = NONE
        if (!canAdd && !canRemove) continue
        const add = !canRemove || (canAdd && removing < adding)
        const kind = add ? 1 : -1
        const before = last[add ? at + 1 : at - 1]!
        run = before >= 0 && TRIED.kind[before] === kind ? put(TRIED.before[before]!, kind, TRIED.count[before]! + 1) : put(before, kind, 1)
        x = add ? adding : removing + 1
      }
      const start = x
      while (x + 1 < a.length && x - diagonal + 1 < b.length && a[x + 1] === b[x - diagonal + 1]) x++ // common words
      reached[at] = x
      last[at] = x > start ? put(run, 0, x - start) : run
      if (x + 1 >= a.length && x - diagonal + 1 >= b.length) return inOrder(last[at]!)
      if (edits === 0) continue
      if (x + 1 >= a.length) high = Math.min(high, diagonal - 1)
      if (x - diagonal + 1 >= b.length) low = Math.max(low, diagonal + 1)
    }
  }
  return null
}

/** Gives words numbers, equal for equal words. */
export class Numbers {
  readonly #numbers = new Map<string, number>()

  of(word: string): number {
    let number = this.#numbers.get(word)
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size))
    return number
  }
}

function inOrder(end: number): readonly Run[] {
  const found: Run[] = []
  for (let i = end; i >= 0; i = TRIED.before[i]!) found.push({ count: TRIED.count[i]!, added: TRIED.kind[i]! > 0, removed: TRIED.kind[i]! < 0 })
  return found.toReversed()
}

/** What stands in one list where something else, or nothing, stands in the other: half-open ranges of either. */
export interface Replaced {
  readonly from: readonly [start: number, end: number]
  readonly to: readonly [start: number, end: number]
}

/** The places at which two lists differ, by {@link editRuns}: what is removed and added between two runs that both have is one. Null beyond `limit`. */
export function replacedIn(a: Int32Array, b: Int32Array, limit = Infinity): readonly Replaced[] | null {
  if (a.length === b.length && a.every((word, i) => word === b[i])) return []
  const runs = editRuns(a, b, limit)
  if (runs === null) return null
  const found: { from: [number, number]; to: [number, number] }[] = []
  let open: (typeof found)[number] | null = null
  let [i, j] = [0, 0]
  for (const { added, removed, count } of runs) {
    if (!added && !removed) open = null
    else if (open === null) found.push((open = { from: [i, i], to: [j, j] }))
    if (!added) i += count
    if (!removed) j += count
    if (open !== null) [open.from[1], open.to[1]] = [i, j]
  }
  return found
}
