import { idKey, idLine } from '../model/line-columns.ts'
import { textHash } from '../model/hash.ts'
import type { ClaimRef, Group } from '../model/schema.ts'
import type { Support } from './data.ts'
import type { Words } from './words.ts'

/** Of a group that says more than its one claim does, what its row and others need; it is kept, so that its line need not be read again. */
export interface GroupFacts extends Pick<Group, 'id'> {
  readonly independent: number
  readonly articles: number
  /** Tells what the claims in it say of it, its id and topics, from anything else. */
  readonly key: number
  /** Of each claim the number of its article, and what tells its id. */
  readonly members: Float64Array
  /** What the lines of its origins are found by. */
  readonly origins: Uint32Array
  /** Words: the ids of groups; targets whose topic is known, each with that. */
  readonly contradictedBy: Uint32Array
  readonly topics: Uint32Array
}

/** The tables in which groups name articles and words. */
export interface Names {
  readonly articles: Words
  readonly words: Words
}

/** What counts of a group; null where it says no more than its one claim does. */
export function groupFacts({ id, members, contradictedBy, differs, stances, support }: Group, { articles, words }: Names): GroupFacts | null {
  if (members.length <= 1 && contradictedBy.length === 0 && differs.length === 0) return null
  const topics = firstOfEach(stances.map(({ target, topic }) => [target, topic] as const))
  return {
    id,
    independent: support.independent,
    articles: support.articles,
    key: textHash(JSON.stringify([id, topics])),
    members: membersOf(members, articles),
    origins: Uint32Array.from(support.origins, (origin) => idKey(idLine(origin))),
    contradictedBy: Uint32Array.from(contradictedBy, (group) => words.of(group)),
    topics: Uint32Array.from(topics.flat(), (word) => words.of(word)),
  }
}

function membersOf(members: readonly ClaimRef[], articles: Words): Float64Array {
  const numbers = new Float64Array(2 * members.length)
  for (const [i, { article, claim }] of members.entries()) numbers.set([articles.of(article), textHash(claim)], 2 * i)
  return numbers
}

/** Of each target what is said of it first. */
function firstOfEach(topics: readonly (readonly [string, string | null])[]): readonly (readonly [string, string])[] {
  return [...new Map(topics.toReversed())].flatMap(([target, topic]) => (topic === null ? [] : [[target, topic] as const]))
}

/** What counts of a group once its row is written. */
export interface CountedGroup {
  /** Tells what it was made of. */
  readonly of: number
  readonly likely: Support
  readonly all: Support
  /** Whether versions of it differ, with the claims that are likelier right than not, and with all. */
  readonly differs: { readonly likely: boolean; readonly all: boolean }
}
