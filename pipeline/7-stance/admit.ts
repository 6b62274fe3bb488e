import type { Match } from './match/rows.ts'
import type { View } from './match/view.ts'
import { REFUSALS, type Refusal } from './rules/refusals.ts'
import type { StanceRule } from './rules/row.ts'

/** Whether a rule may speak where it matched: in its part of the claim, and with no reason against it. */
export function isAdmitted(view: View, match: Match<StanceRule>): boolean {
  const part = partOf(view, match)
  return (match.row.in === 'any' || match.row.in === part) && !REFUSALS.some((refusal) => isRefused(view, match, refusal))
}

/** Whether the wording around the match is what the refusal describes. */
export function isRefused(view: View, match: Match<StanceRule>, refusal: Refusal): boolean {
  return (refusal.in === 'any' || refusal.in === partOf(view, match)) && (refusal.of?.(match) ?? true) && refusal.if(view, match)
}

const partOf = (view: View, { from }: Match<StanceRule>) => (from < view.cueEnd ? 'cue' : 'content')
