import type { Group, Origin } from '../model/schema.ts'
import type { Claims } from './claims/claims.ts'
import { groupId, groupOf, told, within, type Grouped, type Known, type Told } from './group.ts'
import type { Before, Grouping } from './groups-before.ts'
import { mergeReports } from './origins/merge.ts'
import { traceGroup } from './origins/origins.ts'
import { KeptTexts } from './pairs/kept-texts.ts'
import type { JudgedPair } from './row.ts'
import type { Standing } from './standing.ts'

/** What groups are made of, and which of them stand as they were before. */
interface ToGroup {
  readonly claims: Claims
  readonly links: Iterable<JudgedPair>
  readonly leader: Int32Array
  readonly contested: ReadonlySet<string>
  readonly before: Before | null
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
  const anew = new KeptGroups()
  const [numberBefore, firstLine] = before === null ? [[], []] : [numbersOf(before.leader), sums(before.origins)]
  const numberOf = (lead: number) => numberBefore[before!.was[lead]!]!
  for (const lead of leads) {
    const standing = stands(lead)
    if (standing === 'whole') anew.skip()
    else {
      const list = [...membersOf(lead)]
      const place = new Map(list.map((n, i) => [n, i]))
      const [own, pairs] = [list.map((n) => claims.row(n)), (utterances.get(lead) ?? []).map(([a, b]) => [place.get(a)!, place.get(b)!] as const)]
      anew.add(standing === 'changed' ? groupOf(own, place.get(lead)!, pairs, known) : { group: written(numberOf(lead)), traced: traceGroup(own, pairs, known.families) })
    }
  }
  const merged = anew.merged()
  const counts = Uint32Array.from(leads, (lead, i) => (anew.holds(i) ? merged.countOf(i) : before!.origins[numberOf(lead)]!))
  const groups = function* () {
    for (const [i, lead] of leads.entries()) yield anew.holds(i) ? told(anew.at(i), contested, merged.idOf, [...(against.get(lead) ?? [])].map((other) => groupId(claims.row(other)))) : numberOf(lead)
  }
  const origins = function* () {
    for (const [i, lead] of leads.entries()) {
      if (anew.holds(i)) yield* merged.originsOf(i)
      else for (let line = firstLine[numberOf(lead)]!; line < firstLine[numberOf(lead) + 1]!; line++) yield line
    }
  }
  return {
    groups: { length: leads.length, rows: groups },
    origins: { length: counts.reduce((sum, count) => sum + count, 0), rows: origins },
    grouping: { leader: Uint32Array.from(leader), origins: counts, contested: [...contested].sort() },
  }
}

/** Groups by number, out of the way until they are written; those of their origins that share a report or credit with others' are at hand. */
class KeptGroups {
  readonly #texts = new KeptTexts()
  /** Where each is, -1 for none, and where its origins are. */
  readonly #places: number[] = []
  readonly #originsAt: number[] = []
  /** How many origins each has, and those of them that join reports or credits. */
  readonly #count: number[] = []
  readonly #reported = new Map<number, Pick<Grouped['traced'], 'origins' | 'reports'>>()

  skip(): void {
    this.#put(-1, -1, 0)
  }

  #put(place: number, originsAt: number, count: number): void {
    this.#places.push(place)
    this.#originsAt.push(originsAt)
    this.#count.push(count)
  }

  add({ group, traced: { origins, reports, support } }: Grouped): void {
    const joining = [...origins.keys()].filter((i) => reports[i]!.length > 0)
    if (joining.length > 0) this.#reported.set(this.#places.length, { origins: joining.map((i) => origins[i]!), reports: joining.map((i) => reports[i]!) })
    this.#put(this.#texts.add(JSON.stringify({ group, traced: { support } } satisfies Told)), this.#texts.add(JSON.stringify(origins)), origins.length)
  }

  holds(i: number): boolean {
    return this.#places[i]! >= 0
  }

  at(i: number): Told {
    return JSON.parse(this.#texts.at(this.#places[i]!)) as Told
  }

  /** What the origins go by now, and those of a group that are first of it; see {@link mergeReports}. */
  merged() {
    const { origins, idOf } = mergeReports([...this.#reported.values()])
    const byId = new Map(origins.map((origin) => [origin.id, origin]))
    const isFirst = ({ id }: Pick<Origin, 'id'>) => idOf(id) === id
    return {
      idOf,
      countOf: (i: number) => this.#count[i]! - (this.#reported.get(i)?.origins.filter((origin) => !isFirst(origin)).length ?? 0),
      originsOf: (i: number) => (JSON.parse(this.#texts.at(this.#originsAt[i]!)) as Origin[]).filter(isFirst).map((origin) => byId.get(origin.id) ?? origin),
    }
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

/** For each claim that leads a group the number of the group, in the order of their first claims. */
function numbersOf(leader: Uint32Array): Int32Array {
  const numbers = new Int32Array(leader.length).fill(-1)
  let next = 0
  for (const lead of leader) if (numbers[lead]! < 0) numbers[lead] = next++
  return numbers
}

/** Where each of several parts that follow one another begins, and where the last ends. */
function sums(sizes: Uint32Array): Uint32Array {
  const from = new Uint32Array(sizes.length + 1)
  sizes.forEach((size, i) => (from[i + 1] = from[i]! + size))
  return from
}
