import { columnOf, copied, newColumn } from '../model/columns.ts'
import type { Group, Origin } from '../model/schema.ts'
import type { Claims } from './claims/claims.ts'
import { contradictingBy, groupId, groupOf, told, utterancesBy, type Known } from './group.ts'
import type { Grouping, GroupsBefore } from './groups-before.ts'
import { KeptGroups } from './kept-groups.ts'
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

/** The groups, each in the name of the claim that leads it, and their origins, in the order of the groups; claims are not asked for any more. */
export function groupsOf(toGroup: ToGroup, known: Known): { readonly groups: Made<Group>; readonly origins: Made<Origin>; readonly grouping: Grouping } {
  const { leader, contested, before, written } = toGroup
  const { leads, kept } = keptGroups(toGroup, known)
  const against = againstOf(toGroup, leads, kept)
  const groups = function* () {
    let i = 0
    for (const group of kept.groups((n) => written(before!.numberOf(leads[n]!)))) {
      const n = i++
      yield group === null ? before!.numberOf(leads[n]!) : told(group, contested, (id) => kept.idOf(n, id), against(leads[n]!))
    }
  }
  const { counts } = kept
  return {
    groups: { length: leads.length, rows: groups },
    origins: { length: counts.reduce((sum, count) => sum + count, 0), rows: () => kept.origins((n) => before!.originsAt(leads[n]!)[0]) },
    grouping: { leader: columnOf(Uint32Array, leader.length, (n) => leader[n]!), origins: counts, contested: [...contested].sort(), reported: kept.reported },
  }
}

/** By the claim that leads a group that is to be written anew, the ids of the groups that contradict it. */
function againstOf({ claims, links, leader }: ToGroup, leads: Uint32Array, kept: KeptGroups): (lead: number) => readonly string[] {
  const against = contradictingBy(links, leader)
  const ids = new Map<number, string>()
  leads.forEach((lead, i) => {
    if (!kept.isWhole(i)) for (const other of against(lead)) ids.set(other, ids.get(other) ?? groupId(claims.spoken(other)))
  })
  return idsBy(against, ids)
}

const idsBy = (against: (lead: number) => readonly number[], ids: ReadonlyMap<number, string>) => (lead: number) => against(lead).map((other) => ids.get(other)!)

/** The groups by number, each made anew unless it stands, and the claims that lead them. */
function keptGroups({ claims, links, leader, before, stands }: ToGroup, known: Known): { readonly leads: Uint32Array; readonly kept: KeptGroups } {
  const { leads, membersOf } = membersBy(leader)
  const utterances = utterancesBy(links, leader)
  const kept = new KeptGroups()
  for (const lead of leads) {
    const standing = stands(lead)
    const reported = standing === 'changed' ? null : before!.reportedOf(lead)
    if (standing === 'changed') {
      const list = [...membersOf(lead)]
      const place = new Map(list.map((n, i) => [n, i]))
      kept.add(groupOf(list.map((n) => claims.row(n)), place.get(lead)!, utterances(lead).map(([a, b]) => [place.get(a)!, place.get(b)!] as const), known))
    } else if (standing === 'alone' && reported !== null) kept.addAlone(reported)
    else {
      const [from, end] = before!.originsAt(lead)
      kept.addWhole(end - from, reported)
    }
  }
  kept.merge()
  return { leads, kept }
}

/** The claims that lead groups, in the order of their groups' first claims, and the members of each group by who leads it, in order. */
function membersBy(leader: Int32Array): { readonly leads: Uint32Array; readonly membersOf: (lead: number) => Uint32Array } {
  const from = newColumn(Uint32Array, leader.length + 1)
  for (let n = 0; n < leader.length; n++) from[leader[n]! + 1]!++
  const leads = newColumn(Uint32Array, from.reduce((sum, size) => sum + Math.min(1, size), 0))
  for (let n = 0; n < leader.length; n++) from[n + 1]! += from[n]!
  const [next, members] = [copied(from), newColumn(Uint32Array, leader.length)]
  let groups = 0
  leader.forEach((lead, n) => {
    if (next[lead] === from[lead]) leads[groups++] = lead
    members[next[lead]!++] = n
  })
  return { leads, membersOf: (lead) => members.subarray(from[lead], from[lead + 1]) }
}
