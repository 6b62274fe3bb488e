import { linkOfPair, type LinkPair, type PairSide } from './link-pairs.ts'
import type { CorpusMiss } from './score-links.ts'
import { Tally } from './tally.ts'

/** Compares how each pair of claims is linked, and which edits are named, with what a person says. */
export function scorePairs(pairs: readonly LinkPair[]): { readonly tally: Tally; readonly misses: readonly CorpusMiss[]; readonly held: number } {
  const tally = new Tally()
  const misses = pairs.map((pair) => scorePair(pair, tally))
  return { tally, misses: misses.flat(), held: misses.filter((own) => own.length === 0).length }
}

function scorePair(pair: LinkPair, tally: Tally): CorpusMiss[] {
  const { type, changes } = linkOfPair(pair)
  const miss = (layer: string, gold: string, ours: string): CorpusMiss => ({ layer, verdict: 'wrong', title: pair.title, gold, ours, pair: [show(pair.a), show(pair.b)] })
  const [owed, found, right] = [pair.link !== 'none', type !== 'none', pair.link === type]
  tally.add('link', { hits: Number(right && owed), gold: Number(owed), ours: Number(found), given: { right: Number(right), of: 1 } })
  const named = pair.changes.filter((change) => changes.includes(change))
  if (pair.changes.length > 0) tally.add('changes', { hits: named.length, gold: pair.changes.length, ours: named.length })
  return [
    ...(right ? [] : [miss('link', pair.link, type)]),
    ...(named.length < pair.changes.length ? [miss('changes', pair.changes.join(', '), changes.join(', ') || 'none')] : []),
  ]
}

const show = ({ speaker, words }: PairSide) => `${speaker}: ${words}`
