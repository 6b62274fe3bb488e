import { LIKELY } from '../../model/confidence.ts'
import { groupBy } from '../../model/group-by.ts'
import type { Origin } from '../../model/schema.ts'
import { groupId, groupOf, twinsOf, utterancesBy, withTwins, type Grouped, type Known } from '../group.ts'
import { mergeReports } from '../origins/merge.ts'
import { groupClaims, leadingOrder } from '../pairs/join.ts'
import type { PreparedClaim } from './claims.ts'
import { byOrder, type JudgedRow } from './pairs.ts'

/** What grouping needs of a claim. */
export type GroupedClaim = Pick<PreparedClaim, 'row' | 'n' | 'text' | 'length'>

/** What grouping needs of a link. */
export type GroupedLink = Omit<JudgedRow, 'why'>

/** A group with its place in the order: that of its first member. */
export interface GroupRow extends Grouped {
  readonly article: string
  readonly n: number
  /** For each member the group that it is in: to join `contradicts` links of other components. */
  readonly of: readonly { readonly article: string; readonly claim: string; readonly group: string }[]
}

/**
 * The groups of one component: claims that links other than `contradicts` join, directly or by others, or that have one content in one
 * article. `links` are all links between them as judged.
 */
export function* groupsOf(claims: readonly GroupedClaim[], links: readonly GroupedLink[], known: Known): Generator<GroupRow> {
  const ordered = claims.toSorted((a, b) => byOrder({ article: a.row.article, n: a.n }, { article: b.row.article, n: b.n }))
  const rows = ordered.map(({ row }) => row)
  const place = new Map(rows.map(({ article, claim }, i) => [`${article}\n${claim.id}`, i]))
  const at = ({ article, claim }: JudgedRow['a']) => place.get(`${article}\n${claim}`)!
  const judged = links.map(({ a, b, type, confidence, copy = false }) => ({ a: at(a), b: at(b), type, confidence, copy })).sort((x, y) => x.a - y.a || x.b - y.b)
  const longest = leadingOrder(ordered.map(({ length }) => length), (i) => rows[i]!.claim.confidence >= LIKELY)
  const twins = twinsOf(rows)
  const copyOf = withTwins(copiesOf(rows.length, judged), (i) => twins[i]!)
  const leader = groupClaims({ articleOf: rows.map(({ article }) => article), longest, copyOf, links: judged, apart: [] })
  const utterances = utterancesBy(judged, leader)
  const membersOf = groupBy([...leader.keys()], (i) => leader[i]!)
  for (const [lead, members] of membersOf) {
    const placed = new Map(members.map((i, k) => [i, k]))
    const pairs = utterances(lead).map(([a, b]) => [placed.get(a)!, placed.get(b)!] as const)
    const grouped = groupOf(members.map((i) => rows[i]!), placed.get(lead)!, pairs, known)
    const first = ordered[members[0]!]!
    yield { ...grouped, article: first.row.article, n: first.n, of: members.map((i) => ({ article: rows[i]!.article, claim: rows[i]!.claim.id, group: groupId(rows[lead]!) })) }
  }
}

/** For each claim the first with its text that it is linked to, or itself. */
function copiesOf(claims: number, links: readonly { readonly a: number; readonly b: number; readonly type: string; readonly copy?: boolean }[]): Int32Array {
  const copyOf = Int32Array.from({ length: claims }, (_, i) => i)
  for (const { a, b, type, copy } of links) if (copy && type !== 'contradicts') copyOf[b] = a
  return copyOf
}

/**
 * The origins of groups whose origins share reports or credits (`traced.reports`), or of one group by itself: one report that an article passes
 * on in claims of several groups is one origin of them all. `renamed` gives the ids that others go by now.
 */
export function mergeOrigins(groups: readonly Pick<GroupRow, 'article' | 'n' | 'traced'>[]): { readonly origins: readonly Origin[]; readonly renamed: Readonly<Record<string, string>> } {
  const { origins, idOf } = mergeReports(groups.toSorted(byOrder).map(({ traced }) => traced))
  const ids = groups.flatMap(({ traced }) => traced.origins.map(({ id }) => id))
  return { origins, renamed: Object.fromEntries(ids.flatMap((id) => (idOf(id) === id ? [] : [[id, idOf(id)]]))) }
}
