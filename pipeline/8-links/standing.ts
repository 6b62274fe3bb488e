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
  /** For each claim the claim that it goes with in any case, or itself. */
  readonly copyOf: Int32Array
  readonly contested: ReadonlySet<string>
  readonly topics: Config['topics']
}

/**
 * Whether a claim's group, and its origins, are as they were written before. What becomes of a claim is decided by those that links of any type,
 * copies, and reports of one article join with it, directly or by others: it stands where all of these are as they were, and so are their links.
 */
export function standingOf({ rows, links, copyOf, contested, topics }: Now, before: Before): (claim: number) => boolean {
  const sets = new Sets(rows.length)
  for (const { a, b } of links) sets.join(a, b)
  copyOf.forEach((first, n) => sets.join(first, n))
  sets.joinByKey((n) => rows[n]!.carriers.map(({ id }) => id))
  const changed = new Uint8Array(rows.length)
  const change = (claim: number) => {
    if (claim >= 0) changed[sets.find(claim)] = 1
  }
  before.was.forEach((was, n) => was < 0 && change(n))
  const lost = new Uint8Array(before.links.length).fill(1)
  for (const { a, b, written } of links) {
    if (written !== undefined) lost[written] = 0
    else [a, b].forEach(change)
  }
  before.links.forEach((pair, line) => lost[line] && pair.forEach(change))
  const were = new Set(before.contested)
  const turned = new Set([...before.contested.filter((target) => !contested.has(target)), ...[...contested].filter((target) => !were.has(target))])
  if (turned.size > 0) rows.forEach(({ claim }, n) => claim.stance.some(({ target }) => turned.has(targetKey(target, topics))) && change(n))
  return (claim) => changed[sets.find(claim)] === 0
}
