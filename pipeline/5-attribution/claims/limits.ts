import type { RawProblem } from '../../model/problems.ts'
import { hull, type Draft } from './draft.ts'

/** Claims around a claim beyond which it is left out: no reader follows that, and every level holds the words of all below it again. */
const DEEPEST = 6
/** Claims of one article beyond which the rest is left out. */
const MOST = 20_000

/** The claims that are answered with, and what is said of those that are not. `drafts` are nested already. */
export function withinLimits(drafts: readonly Draft[]): { readonly drafts: readonly Draft[]; readonly problems: readonly RawProblem[] } {
  const depths = new Map<Draft, number>()
  const depthOf = (draft: Draft): number => {
    const path: Draft[] = []
    let at: Draft | null = draft
    for (; at !== null && !depths.has(at); at = at.within) path.push(at)
    let depth = at === null ? -1 : depths.get(at)!
    for (const each of path.toReversed()) depths.set(each, ++depth)
    return depths.get(draft)!
  }
  const shallow = drafts.filter((draft) => depthOf(draft) < DEEPEST)
  const kept = new Set(shallow.length > MOST ? shallow.toSorted((a, b) => b.probability - a.probability).slice(0, MOST) : shallow)
  if (kept.size === drafts.length) return { drafts, problems: [] }
  const problems: RawProblem[] = []
  const dropped = drafts.filter((draft) => !kept.has(draft))
  const deep = dropped.filter((draft) => depths.get(draft)! >= DEEPEST)
  if (deep.length > 0)
    problems.push({ code: 'claims/nested', message: `${deep.length} claims lie in more than ${DEEPEST - 1} others and were left out`, range: hull(deep[0]!.content) })
  if (dropped.length > deep.length)
    problems.push({ code: 'claims/many', message: `the article holds more than ${MOST} claims; the ${dropped.length - deep.length} least probable were left out`, range: null })
  const result = drafts.filter((draft) => kept.has(draft))
  for (const draft of result) {
    while (draft.within !== null && !kept.has(draft.within)) draft.within = draft.within.within
    while (draft.continues !== null && !kept.has(draft.continues)) draft.continues = draft.continues.continues
    if (draft.carrier?.claim && !kept.has(draft.carrier.claim)) draft.carrier = null
  }
  return { drafts: result, problems }
}
