import type { RawJudgement } from '../model/layers.ts'
import { SAYING, STATIVE } from '../lexicon/stance-words.ts'
import { isEmbedded, isFinite, isNegated, isNegator } from './match/clause.ts'
import { hasOwnVerb } from './match/clauses.ts'
import { isExpected, isUrged } from './match/modality.ts'
import { indexRows, matchRows } from './match/rows.ts'
import { COMMITMENT_RULES } from './rules/commitment.ts'
import { behindCue, isForeign, rangeOf, sentenceEnd, type View } from './match/view.ts'

const INDEX = indexRows(COMMITMENT_RULES)
const RANK = new Map(COMMITMENT_RULES.map((row, i) => [row, i]))

export type Commitment = RawJudgement['commitment']
const DEFAULT_COMMITMENT: Commitment = { label: 'asserts', rule: 'default', evidence: null }

/** How the speaker holds the content: the first rule that matches, by the order of the rows; words of other claims do not count. */
export function commitmentOf(view: View): Commitment {
  let best: { rank: number; commitment: Commitment } | null = null
  const opening = sentenceEnd(view, view.cueEnd) // `I will` further on tells of what may come
  for (const { row, from, to } of matchRows(INDEX, view.tokens, 0)) {
    if ((row.in === 'cue') !== from < view.cueEnd && row.in !== 'any') continue
    if (row.label === 'demands' && SAYING.has(view.tokens[view.tokens[to]?.lower === 'to' ? to + 1 : to]?.lemma ?? '')) continue
    if (row.label === 'demands' && isExpected(view, from)) continue
    if (row.label === 'doubts' && WONDER.has(view.tokens[to]?.lower ?? '')) continue
    if (row.id === 'demands/told' && view.direct) continue
    if (row.id === 'asks/content' && to > opening) continue
    if (row.label === 'hedges' && row.in === 'content' && !isMainHedge(view, from, to)) continue
    if (row.in === 'content' && (row.label === 'demands' || row.label === 'hedges') && isEmbedded(view, from)) continue
    if (row.phrase && view.tokens.slice(from + 1, to).some(isFinite)) continue
    if (row.clause && !hasOwnVerb(view, behindCue(view, to))) continue
    if (row.label === 'promises' && row.in === 'content' && (STATIVE.has(view.tokens[to - 1]!.lemma) || SAYING.has(view.tokens[to - 1]!.lemma) || from >= opening || isEmbedded(view, from))) continue
    if (row.id === 'demands/necessity' && view.tokens[to - 1]!.lower === 'to' && view.tokens[from]!.pos !== 'NOUN' && !isUrged(view, from)) continue
    if (row.id === 'demands/necessity' && UNSURE.has(view.tokens[from - 1]?.lower ?? '')) continue // may be needed
    const rank = RANK.get(row)!
    if ((best && best.rank <= rank) || isForeign(view, from)) continue
    const label = isNegated(view, from) || isAlternative(view, from) ? row.negated : row.label
    if (!label) continue
    best = { rank, commitment: { label, rule: row.id, evidence: rangeOf(view, from, to) } }
  }
  return best?.commitment ?? DEFAULT_COMMITMENT
}

/** `will not confirm or | deny`: the words before the cue tell. */
const isAlternative = ({ text, tokens }: View, at: number) => ALTERNATIVE.test(text.slice(Math.max(0, tokens[at]!.start - 20), tokens[at]!.start))
const ALTERNATIVE = /\bconfirm(?:ed|ing)? (?:or|nor) $/

const UNSURE: ReadonlySet<string> = new Set(['may', 'might', 'could', 'would'])

/** `cannot believe what they found`: no doubt. */
const WONDER: ReadonlySet<string> = new Set(['what', 'how'])

/** `could` hedges the claim in its first sentence only, and neither as `could not` nor in `the bill that could ...`. */
function isMainHedge(view: View, from: number, to: number): boolean {
  if (from >= sentenceEnd(view, view.cueEnd) || (to < view.tokens.length && isNegator(view.tokens, to))) return false
  return from <= view.cueEnd + 1 || !['that', 'which', 'who'].includes(view.tokens[from - 1]!.lower)
}
