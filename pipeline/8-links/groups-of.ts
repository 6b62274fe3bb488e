import type { Group, Origin } from '../model/schema.ts'
import type { Claims } from './claims/claims.ts'
import { groupId, groupOf, told, within, type Known } from './group.ts'
import type { Grouping, GroupsBefore } from './groups-before.ts'
import { KeptGroups, type WrittenReported } from './kept-groups.ts'
import type { JudgedPair } from './row.ts'
import type { Standing } from './standing.ts'

/** What groups are made of, and which of them stand as they were before. */
interface ToGroup {
  readonly claims: Claims
  readonly links: Iterable<JudgedPair>
  readonly leader: Int32Array
  readonly contested: ReadonlySet<string>
  readonly before: GroupsBefore | null
  readonly stands: (lead: number) => Standing
  /** A group as it was written before, by the number of its line. */
  readonly written: (line: number) => Group
}

/** So many rows, each made when it is asked for; numbers stand for rows that were written before. */
interface Made<Row> {
  readonly length: number
  readonly rows: () => Iterable<Row | number>
}

/** The groups, each in the name of the claim that leads it, and their origins, in the order of the groups. */
export function groupsOf({ claims, links, leader, contested, before, stands, written }: ToGroup, known: Known): { readonly groups: Made<Group>; readonly origins: Made<Origin>; readonly grouping: Grouping } {
  const { leads, membersOf } = membersBy(leader)
  const { utterances, against } = within(links, leader)
  const anew = (lead: number) => {
    const list = [...membersOf(lead)]
    const place = new Map(list.map((n, i) => [n, i]))
    return groupOf(list.map((n) => claims.row(n)), place.get(lead)!, utterances(lead).map(([a, b]) => [place.get(a)!, place.get(b)!] as const), known)
  }
  const kept = new KeptGroups()
  for (const lead of leads) {
    const standing = stands(lead)
    const reported = standing === 'alone' ? before!.reportedOf(lead) : undefined
    if (standing === 'changed') kept.add(anew(lead))
    else if (reported === undefined) kept.addWhole()
    else kept.addAlone(JSON.parse(reported) as WrittenReported)
  }
  const merged = kept.merged()
  const againstOf = (lead: number) => against(lead).map((other) => groupId(claims.spoken(other)))
  const groups = function* () {
    for (const [i, lead] of leads.entries()) yield kept.isWhole(i) ? before!.numberOf(lead) : told(kept.at(i, () => written(before!.numberOf(lead))), contested, merged.idOf, againstOf(lead))
  }
  const origins = function* () {
    for (const [i, lead] of leads.entries()) {
      if (!kept.isWhole(i)) yield* kept.originsOf(i, merged, () => before!.originsAt(lead)[0])
      else for (let [line, end] = before!.originsAt(lead); line < end; line++) yield line
    }
  }
  const counts = Uint32Array.from(leads, (lead, i) => {
    if (!kept.isWhole(i)) return kept.countOf(i, merged)
    const [from, to] = before!.originsAt(lead)
    return to - from
  })
  const reported = new Map([...leads].flatMap((lead, i) => {
    const own = kept.isWhole(i) ? before!.reportedOf(lead) : kept.reportedOf(i, merged)
    return own === undefined ? [] : [[i, own] as const]
  }))
  return {
    groups: { length: leads.length, rows: groups },
    origins: { length: counts.reduce((sum, count) => sum + count, 0), rows: origins },
    grouping: { leader: Uint32Array.from(leader), origins: counts, contested: [...contested].sort(), reported },
  }
}

/** The claims that lead groups, in the order of their groups' first claims, and the members of each group by who leads it, in order. */
function membersBy(leader: Int32Array): { readonly leads: Uint32Array; readonly membersOf: (lead: number) => Uint32Array } {
  const from = new Uint32Array(leader.length + 1)
  for (const lead of leader) from[lead + 1]!++
  const leads = Uint32Array.from({ length: from.reduce((sum, size) => sum + Math.min(1, size), 0) })
  for (let n = 0; n < leader.length; n++) from[n + 1]! += from[n]!
  const [next, members] = [from.slice(), new Uint32Array(leader.length)]
  let groups = 0
  leader.forEach((lead, n) => {
    if (next[lead] === from[lead]) leads[groups++] = lead
    members[next[lead]!++] = n
  })
  return { leads, membersOf: (lead) => members.subarray(from[lead], from[lead + 1]) }
}
