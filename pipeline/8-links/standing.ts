import { newColumn } from '../model/columns.ts'
import { LINK_TYPES } from '../model/schema.ts'
import type { Claims } from './claims/claims.ts'
import type { GroupsBefore } from './groups-before.ts'
import { Sets } from './origins/sets.ts'
import type { JudgedPair } from './row.ts'

/** What is linked now. */
interface Now {
  readonly claims: Claims
  readonly links: Iterable<JudgedPair>
  /** For each claim the one that leads its group. */
  readonly leader: Int32Array
  readonly contested: ReadonlySet<string>
}

/**
 * How far a claim's group, and its origins, are as they were written before. `alone`: its claims are the same and as they were, so are those of their links that it tells of, the claims that lead the
 * groups that contradict it, and who contests its targets; `whole`: all this holds of the groups as well that share a report of one article with it, directly or by others, so that its origins go by the same ids.
 */
export type Standing = 'whole' | 'alone' | 'changed'

/** See {@link Standing}, by the claim that leads the group. */
export function standingOf(now: Now, before: GroupsBefore): (lead: number) => Standing {
  const { claims, leader } = now
  const changed = changedGroups(now, before)
  const sharing = new Sets(claims.size)
  for (let n = 0; n < claims.size; n++) {
    sharing.join(leader[n]!, n)
    sharing.join(claims.report(n), n)
  }
  const touched = newColumn(Uint8Array, claims.size)
  changed.forEach((is, lead) => is && (touched[sharing.find(lead)] = 1))
  return (lead) => (touched[sharing.find(lead)] === 0 ? 'whole' : changed[lead] === 0 ? 'alone' : 'changed')
}

/** By the claim that leads it, whether a group is not as it was. */
function changedGroups({ claims, links, leader, contested }: Now, before: GroupsBefore): Uint8Array {
  const { was } = before
  const changed = newColumn(Uint8Array, claims.size)
  const change = (claim: number) => {
    if (claim >= 0) changed[leader[claim]!] = 1
  }
  const isLedAsBefore = (claim: number) => was[claim]! >= 0 && before.leader[was[claim]!] === was[leader[claim]!]
  const missing = newColumn(Uint32Array, before.leader.length)
  for (let n = 0; n < before.leader.length; n++) missing[before.leader[n]!]!++
  leader.forEach((_, n) => {
    if (isLedAsBefore(n)) missing[before.leader[was[n]!]!]!--
    else change(n)
  })
  was.forEach((lead, n) => lead >= 0 && missing[lead]! > 0 && change(n))
  const hasTurned = (a: number, b: number, type: JudgedPair['type']) => {
    if (!tellsOfGroups(type, a >= 0 && b >= 0 && leader[a] === leader[b])) return
    change(a)
    change(b)
  }
  const lost = newColumn(Uint8Array, before.links.a.length).fill(1)
  for (const { a, b, type, written } of links) {
    if (written !== undefined) lost[written] = 0
    if (written === undefined || (type === 'contradicts' && !(isLedAsBefore(a) && isLedAsBefore(b)))) hasTurned(a, b, type)
  }
  lost.forEach((is, line) => is && hasTurned(before.links.a[line]!, before.links.b[line]!, LINK_TYPES[before.links.type[line]!]!))
  const were = new Set(before.contested)
  const turned = Uint8Array.from(claims.targets, (target) => Number(contested.has(target) !== were.has(target)))
  if (turned.includes(1)) for (let n = 0; n < claims.size; n++) if (claims.stances(n).some(({ target }) => turned[target])) change(n)
  return changed
}

/** Whether the groups of two claims tell of a link between these: what contradicts a group, and which of its claims are one utterance; other links only join them. */
const tellsOfGroups = (type: JudgedPair['type'], isWithinOne: boolean): boolean => type === 'contradicts' || (type !== 'same-claim' && isWithinOne)
