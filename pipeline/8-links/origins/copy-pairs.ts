import { Growing } from '../../model/columns.ts'
import { firstOf, pairCode, secondOf } from '../pairs/pair-code.ts'
import type { Kept, Past } from '../past.ts'
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
export const keptPairs = ({ a, b }: CopyPairs): Kept['numbers'] => ({ familiesA: a, familiesB: b })

/** All pairs that are copies: those that were, of articles that no change reaches; and of the others those that share enough hashes, and that the comparison bears out. */
export function copyPairs(past: Past | null, { reached, blocks }: Reached, { from, owner }: PassageColumns, comparison: Comparison): CopyPairs {
  const codes = new Growing<Float64Array>(Float64Array)
  if (past !== null) {
    const [a, b] = [past.kept.numbers['familiesA']!, past.kept.numbers['familiesB']!]
    for (let i = 0; i < a.length; i++) {
      const [x, y] = [past.now[a[i]!]!, past.now[b[i]!]!]
      if (x >= 0 && y >= 0 && reached[x] === 0 && reached[y] === 0) codes.push(pairCode(x, y))
    }
  }
  const keptOf = (article: number) => from[article + 1]! - from[article]!
  eachPair(pairsIn(blocks, reached, owner), (a, b, shared) => {
    const kept = Math.min(keptOf(a), keptOf(b))
    if (areCopies(shared, kept) && areCopies(comparison.of(a, b).count, kept)) codes.push(pairCode(a, b))
  })
  const pairs = codes.values.sort()
  return { a: Uint32Array.from(pairs, firstOf), b: Uint32Array.from(pairs, secondOf) }
}

/** The pairs of the blocks, as {@link pairCode}s in order, each as often as it shares a hash; without those of two articles that no change reaches. */
function pairsIn(blocks: Reached['blocks'], reached: Uint8Array, owner: Uint32Array): Float64Array {
  const pairs = new Growing<Float64Array>(Float64Array)
  for (const block of blocks) {
    for (let n = 1; n < block.length; n++) {
      const b = owner[block[n]!]!
      for (let m = 0; m < (block.length > LARGEST_BLOCK ? 1 : n); m++) {
        const a = owner[block[m]!]!
        if (reached[a] === 0 && reached[b] === 0) continue
        pairs.push(pairCode(a, b))
      }
    }
  }
  return pairs.values.sort()
}

/** Gives each pair once, and how often it is there. */
function eachPair(pairs: Float64Array, take: (a: number, b: number, times: number) => void): void {
  for (let from = 0, to = 0; from < pairs.length; from = to) {
    while (to < pairs.length && pairs[to] === pairs[from]) to++
    take(firstOf(pairs[from]!), secondOf(pairs[from]!), to - from)
  }
}
