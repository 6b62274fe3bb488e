import { slot } from './join.ts'
import type { Analysis, Passage } from './features/analysis.ts'
import { mainToken } from './join-claim.ts'
import { Pair, type Candidate } from './join-features.ts'
import { sigmoid } from './gbdt.ts'

const pair = new Pair()

/** What tells a belief, wish or intention from speech: the cue and the words next to it, how the content begins, marks. */
export function describeMode(a: Analysis, p: Passage, cue: Candidate, content: Candidate, source: Candidate | null): Int32Array {
  const main = mainToken(a, cue)
  const lemma = a.lemma[main]!, pos = a.pos[main]!
  const before = cue.first > p.first ? a.word[cue.first - 1]! : 1
  const behind = cue.end < p.end ? a.word[cue.end]! : 2
  const quoted = a.quoted[content.first]! + 2 * a.quoted[content.end - 1]! + 4 * (a.mark[content.first] === 1 ? 1 : 0)
  const head = source ? a.lemma[source.end - 1]! : 3
  pair.n = 0
  pair.one(1, 0)
  pair.one(2, lemma)
  pair.two(3, lemma, pos)
  pair.two(4, lemma, a.suffix2[main]!)
  pair.one(5, pos)
  pair.one(6, a.word[main]!)
  pair.one(7, a.word[cue.first]!)
  pair.one(8, before)
  pair.one(9, behind)
  pair.two(10, lemma, behind)
  pair.two(11, lemma, before)
  pair.one(12, quoted)
  pair.two(13, quoted, lemma)
  pair.one(14, a.word[content.first]!)
  pair.one(15, head)
  pair.two(16, a.quoted[main]!, pos)
  pair.two(17, lemma, a.word[content.first]!)
  pair.two(18, content.first < cue.first ? 1 : 0, lemma)
  const slots = pair.ids.slice(0, pair.n)
  for (let i = 0; i < slots.length; i++) slots[i] = slot(slots[i]!)
  return slots
}

/** Probability that the claim is a belief, wish or intention. */
export function attitudeChance(weights: Float32Array, ids: Int32Array): number {
  let sum = 0
  for (const id of ids) sum += weights[id]!
  return sigmoid(sum)
}
