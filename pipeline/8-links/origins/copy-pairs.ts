import { columnOf, Growing, wholeOf } from '../../model/columns.ts'
import { SortedRows } from '../../model/sorted-rows.ts'
import { firstOf, pairCode, secondOf } from '../pairs/pair-code.ts'
import type { Past, ToKeep } from '../past.ts'
import type { Comparison } from './comparison.ts'
import { areCopies, LARGEST_BLOCK } from './copies.ts'
import type { PassageColumns } from './passage-columns.ts'
import type { Reached } from './reached.ts'

/** Pairs of articles that are copies, in order. */
export interface CopyPairs {
  readonly a: Uint32Array
  readonly b: Uint32Array
}

/** What {@link copyPairs} finds of them in the next run. */
export const keptPairs = ({ a, b }: CopyPairs): ToKeep['numbers'] => ({ familiesA: a, familiesB: b })

/** All pairs that are copies: those that were, of articles that no change reaches; and of the others those that share enough hashes, and that the comparison bears out. */
export function copyPairs(past: Past | null, { reached, blocks }: Reached, { from, owner }: PassageColumns, comparison: Comparison): CopyPairs {
  const codes = new Growing<Float64Array>(Float64Array)
  if (past !== null) {
    const [a, b] = [wholeOf(past.kept.numbers['familiesA']!), wholeOf(past.kept.numbers['familiesB']!)]
    for (let i = 0; i < a.length; i++) {
      const [x, y] = [past.now[a[i]!]!, past.now[b[i]!]!]
      if (x >= 0 && y >= 0 && reached[x] === 0 && reached[y] === 0) codes.push(pairCode(x, y))
    }
  }
  const keptOf = (article: number) => from[article + 1]! - from[article]!
  eachPair(pairsIn(blocks, reached, owner, from.length - 1), (a, b, shared) => {
    const kept = Math.min(keptOf(a), keptOf(b))
    if (areCopies(shared, kept) && areCopies(comparison.of(a, b).count, kept)) codes.push(pairCode(a, b))
  })
  const pairs = codes.values.sort()
  return { a: columnOf(Uint32Array, pairs.length, (i) => firstOf(pairs[i]!)), b: columnOf(Uint32Array, pairs.length, (i) => secondOf(pairs[i]!)) }
}

/** The pairs of the blocks, of so many articles, each as often as it shares a hash; without those of two articles that no change reaches. */
function pairsIn({ from, values }: Reached['blocks'], reached: Uint8Array, owner: Uint32Array, articles: number): SortedRows {
  const pairs = new SortedRows(2, articles)
  for (let block = 0; block + 1 < from.length; block++) {
    const [first, end] = [from[block]!, from[block + 1]!]
    for (let n = first + 1; n < end; n++) {
      const b = owner[values[n]!]!
      for (let m = first; m < (end - first > LARGEST_BLOCK ? first + 1 : n); m++) {
        const a = owner[values[m]!]!
        if (reached[a] === 1 || reached[b] === 1) pairs.add(a, b)
      }
    }
  }
  return pairs
}

/** Gives each pair once in order, and how often it is there. */
function eachPair(pairs: SortedRows, take: (a: number, b: number, times: number) => void): void {
  for (const [a, b] of pairs.pieces() as Iterable<readonly [Uint32Array, Uint32Array]>)
    for (let from = 0, to = 0; from < a.length; from = to) {
      while (to < a.length && a[to] === a[from] && b[to] === b[from]) to++
      take(a[from]!, b[from]!, to - from)
    }
}
