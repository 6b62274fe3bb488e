/** A run of words that both lists have, or that is added or removed. */
export interface Run {
  readonly count: number
  readonly added: boolean
  readonly removed: boolean
}

const NONE = -2

/**
 * A shortest way from one list of words to another, as runs in order. Greedy, by Myers (An O(ND) difference algorithm, 1986); of ways that are equally short the one
 * that jsdiff (`diff`) takes, which takes three times as long for what it can do besides.
 * Null where more words than `limit` would have to be added and removed.
 */
export function editRuns(a: readonly string[], b: readonly string[], limit = Infinity): readonly Run[] | null {
  const most = Math.min(a.length + b.length, limit)
  /** By diagonal: how far in `a` the best way there has come, and its last run; runs are linked backwards. */
  const reached = new Int32Array(2 * most + 3).fill(NONE)
  const last = new Int32Array(2 * most + 3)
  const runs: { kind: -1 | 0 | 1; count: number; before: number }[] = []
  const put = (before: number, kind: -1 | 0 | 1, count: number) => runs.push({ kind, count, before }) - 1
  /** Goes on over common words; whether it gets to the end of both lists. */
  const slide = (diagonal: number, from: number, run: number): boolean => {
    let x = from
    while (x + 1 < a.length && x - diagonal + 1 < b.length && a[x + 1] === b[x - diagonal + 1]) x++
    const at = diagonal + most + 1
    reached[at] = x
    last[at] = x > from ? put(run, 0, x - from) : run
    return x + 1 >= a.length && x - diagonal + 1 >= b.length
  }
  if (slide(0, -1, -1)) return inOrder(runs, last[most + 1]!)
  let [low, high] = [-Infinity, Infinity]
  for (let edits = 1; edits <= most; edits++)
    for (let diagonal = Math.max(low, -edits); diagonal <= Math.min(high, edits); diagonal += 2) {
      const at = diagonal + most + 1
      const [removing, adding] = [reached[at - 1]!, reached[at + 1]!]
      reached[at - 1] = NONE
      const canAdd = adding !== NONE && adding - diagonal >= 0 && adding - diagonal < b.length
      const canRemove = removing !== NONE && removing + 1 < a.length
      reached[at] = NONE
      if (!canAdd && !canRemove) continue
      const add = !canRemove || (canAdd && removing < adding)
      const [kind, before] = add ? [1 as const, last[at + 1]!] : [-1 as const, last[at - 1]!]
      const run = before >= 0 && runs[before]!.kind === kind ? put(runs[before]!.before, kind, runs[before]!.count + 1) : put(before, kind, 1)
      if (slide(diagonal, add ? adding : removing + 1, run)) return inOrder(runs, last[at]!)
      if (reached[at]! + 1 >= a.length) high = Math.min(high, diagonal - 1)
      if (reached[at]! - diagonal + 1 >= b.length) low = Math.max(low, diagonal + 1)
    }
  return null
}

function inOrder(runs: readonly { readonly kind: -1 | 0 | 1; readonly count: number; readonly before: number }[], end: number): readonly Run[] {
  const found: Run[] = []
  for (let i = end; i >= 0; i = runs[i]!.before) found.push({ count: runs[i]!.count, added: runs[i]!.kind > 0, removed: runs[i]!.kind < 0 })
  return found.toReversed()
}

/** What stands in one list where something else, or nothing, stands in the other: half-open ranges of either. */
export interface Replaced {
  readonly from: readonly [start: number, end: number]
  readonly to: readonly [start: number, end: number]
}

/** The places at which two lists differ, by {@link editRuns}: what is removed and added between two runs that both have is one. Null beyond `limit`. */
export function replacedIn(a: readonly string[], b: readonly string[], limit = Infinity): readonly Replaced[] | null {
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
