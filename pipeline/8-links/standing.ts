import type { Config } from '../model/config.ts'
import type { Before } from './memory.ts'
import { addTo } from '../model/group-by.ts'
import type { Family } from './origins/copies.ts'
import { Sets } from './origins/sets.ts'
import type { ClaimRow, JudgedPair } from './row.ts'
import { targetKey } from './stances.ts'

/** What else than itself and its speakers decides the groups of an article's claims: the reports that it passes on, and the articles that have its text. */
export function reachOf(rows: readonly ClaimRow[], families: ReadonlyMap<string, Family>): (article: string) => string {
  const carriers = new Map<string, unknown[]>()
  for (const { article, claim, carriers: own } of rows) if (own.length > 0) addTo(carriers, article, [claim.id, own])
  return (article) => JSON.stringify([carriers.get(article) ?? null, families.get(article) ?? null])
}

/** What is linked now. */
interface Now {
  readonly rows: readonly ClaimRow[]
  readonly links: readonly JudgedPair[]
  /** For each claim the one that leads its group. */
  readonly leader: Int32Array
  readonly contested: ReadonlySet<string>
  readonly topics: Config['topics']
}

/**
 * How far a claim's group, and its origins, are as they were written before. `alone`: its claims are the same and as they were, so are their links, the claims that lead the groups that
 * contradict it, and who contests its targets; `whole`: all this holds of the groups as well that share a report of one article with it, directly or by others, so that its origins go by the same ids.
 */
export type Standing = 'whole' | 'alone' | 'changed'

/** See {@link Standing}, by the claim that leads the group. */
export function standingOf({ rows, links, leader, contested, topics }: Now, before: Before): (lead: number) => Standing {
  const { was } = before
  const changed = new Uint8Array(rows.length)
  const change = (claim: number) => {
    if (claim >= 0) changed[leader[claim]!] = 1
  }
  const isLedAsBefore = (claim: number) => was[claim]! >= 0 && before.leader[was[claim]!] === was[leader[claim]!]
  const missing = new Uint32Array(before.leader.length)
  for (const lead of before.leader) missing[lead]!++
  leader.forEach((_, n) => {
    if (isLedAsBefore(n)) missing[before.leader[was[n]!]!]!--
    else change(n)
  })
  was.forEach((lead, n) => lead >= 0 && missing[lead]! > 0 && change(n))
  const lost = new Uint8Array(before.links.length).fill(1)
  for (const { a, b, type, written } of links) {
    if (written !== undefined) lost[written] = 0
    if (written === undefined || (type === 'contradicts' && !isLedAsBefore(b))) change(a)
    if (written === undefined || (type === 'contradicts' && !isLedAsBefore(a))) change(b)
  }
  before.links.forEach((pair, line) => lost[line] && pair.forEach(change))
  const were = new Set(before.contested)
  const turned = new Set([...before.contested.filter((target) => !contested.has(target)), ...[...contested].filter((target) => !were.has(target))])
  if (turned.size > 0) rows.forEach(({ claim }, n) => claim.stance.some(({ target }) => turned.has(targetKey(target, topics))) && change(n))
  const sharing = new Sets(rows.length)
  leader.forEach((lead, n) => sharing.join(lead, n))
  sharing.joinByKey((n) => rows[n]!.carriers.map(({ id }) => id))
  const touched = new Uint8Array(rows.length)
  changed.forEach((is, lead) => is && (touched[sharing.find(lead)] = 1))
  return (lead) => (touched[sharing.find(lead)] === 0 ? 'whole' : changed[lead] === 0 ? 'alone' : 'changed')
}
