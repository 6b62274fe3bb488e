import { LIKELY, type CountedClaim, type Findings, type GroupRow } from './data.ts'
import { matrixOf } from './matrix.ts'

/** What deserves a look; with `likely`, from what is likelier right than not. Groups come in order of support and stay so. */
export function findings(groups: readonly GroupRow[], claims: readonly CountedClaim[], likely: boolean): Findings {
  const support = (group: GroupRow | undefined) => (likely ? group?.likely : group?.all) ?? { independent: 0, articles: 0 }
  const shown = (claim: number) => !likely || (claims[claim]?.confidence ?? 0) >= LIKELY
  const carried: number[] = []
  const oneOrigin: number[] = []
  const differing: number[] = []
  const contradicted: [number, number][] = []
  for (const [index, group] of groups.entries()) {
    const { independent, articles } = support(group)
    if (independent > 1) carried.push(index)
    else if (articles > 1) oneOrigin.push(index)
    if (group.differs.some(({ a, b }) => shown(a.claim) && shown(b.claim))) differing.push(index)
    for (const { group: other, confidence } of group.contradictedBy) {
      if (other < index || (likely && confidence < LIKELY)) continue
      if (articles > 0 && support(groups[other]).articles > 0) contradicted.push([index, other])
    }
  }
  carried.sort((a, b) => support(groups[b]).independent - support(groups[a]).independent || a - b)
  oneOrigin.sort((a, b) => support(groups[b]).articles - support(groups[a]).articles || a - b)
  return { carried, contradicted, differing, oneOrigin, matrix: matrixOf(claims, likely) }
}
