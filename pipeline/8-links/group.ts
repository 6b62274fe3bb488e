import { countWhile } from '../model/bisect.ts'
import { copied, Growing, listAt, listsByNumber } from '../model/columns.ts'
import { shortHash } from '../model/id.ts'
import type { Config } from '../model/config.ts'
import type { Group, Link } from '../model/schema.ts'
import { changesOf } from './judge/changes.ts'
import { differencesOf, versionsOf } from './judge/differences.ts'
import type { Family } from './origins/copies.ts'
import { traceGroup, type Traced } from './origins/origins.ts'
import { pairCode, secondOf } from './pairs/pair-code.ts'
import type { ClaimRow, JudgedPair, Judgement, SpokenClaim } from './row.ts'
import { stancesOf } from './stances.ts'

/** So many pairs of versions of a group are compared word by word. */
const VERSIONS = 100

/** What a group needs to know besides its claims: which articles are copies, and the configured topics. */
export interface Known {
  readonly families: ReadonlyMap<string, Family>
  readonly topics: Config['topics']
}

/** A group without what other groups tell of it, and what it traces back to. */
export interface Grouped {
  readonly group: Group
  readonly traced: Traced
}

export const refOf = ({ article, claim }: SpokenClaim): Link['a'] => ({ article, claim: claim.id })

/** The id of the group that a claim leads. */
export const groupId = ({ article, claim }: SpokenClaim): string => `g${shortHash(article, claim.id)}`

/** One group: its members in order, the index of the one that leads it, and which pairs of members are one utterance. Pure; what it is contested and contradicted by is left empty. */
export function groupOf(members: readonly ClaimRow[], lead: number, utterances: readonly (readonly [number, number])[], { families, topics }: Known): Grouped {
  const traced = traceGroup(members, utterances, families)
  const pairs = utterances.slice(0, VERSIONS).filter(([a, b]) => members[a]!.claim.text !== members[b]!.claim.text)
  const compared = [...new Set(pairs.flat())]
  const read = versionsOf(compared.map((i) => members[i]!))
  const versions = new Map(compared.map((i, k) => [i, read[k]!]))
  const group: Group = {
    id: groupId(members[lead]!),
    text: members[lead]!.claim.text,
    members: members.map(refOf),
    stances: stancesOf(members, topics),
    contested: [],
    support: traced.support,
    contradictedBy: [],
    differs: pairs.flatMap(([a, b]) => differencesOf(versions.get(a)!, versions.get(b)!)),
  }
  return { group, traced }
}

/** A group with what the corpus tells of it: the disputed targets among its stances, its origins by the ids they go by, and the groups that contradict it. */
export function told(group: Group, contested: ReadonlySet<string>, originId: (id: string) => string, against: readonly string[]): Group {
  return {
    ...group,
    contested: [...new Set(group.stances.flatMap(({ topic }) => (topic !== null && contested.has(topic) ? [topic] : [])))].sort(),
    support: { ...group.support, origins: [...new Set(group.support.origins.map(originId))].sort() },
    contradictedBy: against.toSorted(),
  }
}

const UNCHANGED: Link['changes'] = []

/** A judged pair as it is written. */
export function linkOf(x: SpokenClaim, y: SpokenClaim, { type, confidence, why }: Judgement): Link {
  const compared = (type === 'same-quote' || type === 'same-utterance') && (x.claim.quoted || y.claim.quoted)
  return { type, a: refOf(x), b: refOf(y), confidence, why, changes: compared ? changesOf(x.claim, y.claim) : UNCHANGED }
}

/** For each claim the first of its article with the same content. */
export function twinsOf(rows: readonly ClaimRow[]): readonly number[] {
  const first = new Map<string, number>()
  return rows.map(({ article, claim: { start, end } }, n) => {
    const key = `${article}\n${start} ${end}`
    if (!first.has(key)) first.set(key, n)
    return first.get(key)!
  })
}

/** Claims with one content in one article (the speaker's, and the outlet's that reports it) go together: `copyOf` with these as copies; `twinOf` is the first of each claim's article with its content. */
export function withTwins(copyOf: Int32Array, twinOf: (claim: number) => number): Int32Array {
  const twins = copied(copyOf)
  for (let n = 0; n < twins.length; n++) {
    const twin = twinOf(n)
    twins[n] = twins[twin !== n && copyOf[n] === n ? twin : copyOf[n]!]!
  }
  return twins
}

/** A link, claims by number. */
type Linked = Pick<JudgedPair, 'a' | 'b' | 'type'>

/** By the claim that leads a group, its members that are one utterance; the links are gone through twice. */
export function utterancesBy(links: Iterable<Linked>, leader: Int32Array): (lead: number) => readonly (readonly [number, number])[] {
  const pairs = listsByNumber(leader.length, (add) => {
    for (const { a, b, type } of links) {
      if ((type !== 'same-quote' && type !== 'same-utterance') || leader[a] !== leader[b]) continue
      add(leader[a]!, a)
      add(leader[a]!, b)
    }
  })
  return (lead) => {
    const own = listAt(pairs, lead)
    return Array.from({ length: own.length / 2 }, (_, i) => [own[2 * i]!, own[2 * i + 1]!] as const)
  }
}

/** By the claim that leads a group, those that lead the groups that contradict it, each once. */
export function contradictingBy(links: Iterable<Linked>, leader: Int32Array): (lead: number) => readonly number[] {
  const found = new Growing<Float64Array>(Float64Array)
  for (const { a, b, type } of links) {
    if (type !== 'contradicts') continue
    found.push(pairCode(leader[a]!, leader[b]!))
    found.push(pairCode(leader[b]!, leader[a]!))
  }
  const codes = found.values.sort()
  const firstFrom = (code: number) => countWhile(codes.length, (i) => codes[i]! < code)
  return (lead) => [...new Set(Array.from(codes.subarray(firstFrom(pairCode(lead, 0)), firstFrom(pairCode(lead + 1, 0))), secondOf))]
}
