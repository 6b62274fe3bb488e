import type { RawStance } from '../model/layers.ts'
import type { StanceLabel } from '../model/schema.ts'
import { overlaps } from '../model/span.ts'
import { conditionOf, isNegated, isNegator } from './clause.ts'
import { indexRows, matchRows, type Match } from './pattern.ts'
import type { Proposals } from './proposals.ts'
import { ACTION_RULES } from './rules/action.ts'
import { APPROVAL_RULES } from './rules/approval.ts'
import type { StanceRule } from './rules/row.ts'
import { targetOf } from './target.ts'
import { rangeOf, type View } from './view.ts'

/** All rules of stance. */
export const STANCE_RULES: readonly StanceRule[] = [...APPROVAL_RULES, ...ACTION_RULES]
const INDEX = indexRows(STANCE_RULES)

/** Most stances of one claim. */
const MOST = 2
const TURNED: Readonly<Record<StanceLabel, StanceLabel>> = { support: 'oppose', oppose: 'support', conditional: 'conditional', open: 'open' }

interface Candidate extends RawStance {
  readonly rank: number
  readonly at: number
}

/** What the speaker wants or judges; `isForeign` tells tokens that belong to a claim within this one. */
export function stanceOf(view: View, proposals: Proposals, isForeign: (token: number) => boolean): readonly RawStance[] {
  const candidates: Candidate[] = []
  for (const match of matchRows(INDEX, view.tokens, 0, view.tokens.length)) {
    const { row, from, to } = match
    if ((row.in === 'cue' && from >= view.cueEnd) || (row.in === 'content' && from < view.cueEnd) || isForeign(from)) continue
    const plain = labelOf(view, match)
    const target = plain && targetOf(view, match, proposals)
    if (!plain || !target) continue
    const label = target.turned ? TURNED[plain] : plain
    const first = from < view.cueEnd ? 10 : 0
    candidates.push({ label, rule: row.id, target: { text: target.text, range: target.range }, evidence: rangeOf(view, from, to), rank: row.rank + first, at: from })
  }
  return chosen(candidates)
}

function labelOf(view: View, { row, pattern, from, to }: Match<StanceRule>): StanceLabel | null {
  const inside = pattern.source.includes('~') && view.tokens.slice(from, to).some((_, k) => isNegator(view.tokens, from + k))
  const label = inside !== isNegated(view, from) ? row.negated : row.label
  if (label === null) return null
  return row.conditional && conditionOf(view, from) ? 'conditional' : label
}

/** The best of the candidates, and the next best that says something else of something else. */
function chosen(candidates: readonly Candidate[]): readonly RawStance[] {
  const sorted = [...candidates].sort((a, b) => b.rank - a.rank || a.at - b.at)
  const kept: Candidate[] = []
  for (const candidate of sorted) {
    if (kept.length === MOST) break
    const clashes = kept.some((k) => overlaps(k.target.range!, candidate.target.range!) || overlaps(k.evidence, candidate.evidence) || k.rank - candidate.rank > 5)
    if (!clashes) kept.push(candidate)
  }
  return kept.sort((a, b) => a.at - b.at).map(({ label, rule, target, evidence }) => ({ label, rule, target, evidence }))
}
