import { Growing, GrowingLists, listAt, type Lists } from '../model/columns.ts'
import type { CountedGroup, GroupFacts } from './facts.ts'
import type { Joined, JoinedGroup, KnownGroup, KnownGroups } from './joined.ts'

/** What is kept of groups that were written, by the marks of their lines. */
export interface GroupColumns {
  readonly ids: readonly string[]
  /** Of each {@link NUMBERS} numbers, see {@link numbersOf}. */
  readonly numbers: Float64Array
  readonly members: Lists<Float64Array>
  readonly origins: Lists<Uint32Array>
  readonly contradictedBy: Lists<Uint32Array>
  readonly topics: Lists<Uint32Array>
  /** Marks of those that say no more than their one claim does. */
  readonly alone: Float64Array
}

const NUMBERS = 10
const numbersOf = ({ mark, key, independent, articles }: JoinedGroup, { of, likely, all, differs }: CountedGroup) => [mark, key, independent, articles, of, likely.independent, likely.articles, all.independent, all.articles, Number(differs.likely) + 2 * Number(differs.all)]

/** Where an article stands that did not come. */
export const NONE = -1

/** Columns of groups, with what counted of each; `places` tells where an article stands among all by its number. A group that has a claim of none is not kept. */
export function groupColumns({ groups, alone }: Pick<Joined, 'groups' | 'alone'>, counted: readonly CountedGroup[], places: readonly number[]): GroupColumns {
  const ids: string[] = []
  const numbers = new Growing<Float64Array>(Float64Array)
  const lists = { members: new GrowingLists<Float64Array>(Float64Array), origins: new GrowingLists<Uint32Array>(Uint32Array), contradictedBy: new GrowingLists<Uint32Array>(Uint32Array), topics: new GrowingLists<Uint32Array>(Uint32Array) }
  for (const [place, group] of groups.entries()) {
    const members = group.members.slice()
    for (let i = 0; i < members.length; i += 2) members[i] = places[members[i]!]!
    if (members.includes(NONE)) continue
    ids.push(group.id)
    numbers.append(numbersOf(group, counted[place]!))
    lists.members.add(members)
    for (const name of ['origins', 'contradictedBy', 'topics'] as const) lists[name].add(group[name])
  }
  return { ids, numbers: numbers.values, members: lists.members.lists, origins: lists.origins.lists, contradictedBy: lists.contradictedBy.lists, topics: lists.topics.lists, alone: alone.values }
}

/** The same as it is found again, by the marks of lines. */
export function knownGroups(columns: GroupColumns): KnownGroups {
  const known = new Map<number, (() => KnownGroup) | null>()
  for (const mark of columns.alone) known.set(mark, null)
  for (let n = 0; n < columns.ids.length; n++) known.set(columns.numbers[n * NUMBERS]!, () => knownGroup(columns, n))
  return known
}

function knownGroup(columns: GroupColumns, n: number): KnownGroup {
  const [, key, independent, articles, of, likelyOrigins, likelyArticles, allOrigins, allArticles, differs] = columns.numbers.subarray(n * NUMBERS, (n + 1) * NUMBERS) as unknown as [number, number, number, number, number, number, number, number, number, number]
  const facts: GroupFacts = {
    id: columns.ids[n]!,
    key,
    independent,
    articles,
    members: listAt(columns.members, n),
    origins: listAt(columns.origins, n),
    contradictedBy: listAt(columns.contradictedBy, n),
    topics: listAt(columns.topics, n),
  }
  const counted: CountedGroup = {
    of,
    likely: { independent: likelyOrigins, articles: likelyArticles },
    all: { independent: allOrigins, articles: allArticles },
    differs: { likely: (differs & 1) > 0, all: (differs & 2) > 0 },
  }
  return { facts, counted }
}
