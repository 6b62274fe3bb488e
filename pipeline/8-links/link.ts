import type { Config } from '../model/config.ts'
import { shortHash } from '../model/id.ts'
import type { Group, Link, Links, Origin } from '../model/schema.ts'
import { changesOf } from './judge/changes.ts'
import { groupClaims } from './pairs/groups.ts'
import type { LinkInput } from './input.ts'
import { kinOfSpeaker } from './speakers/represents.ts'
import { findOrigins, type Placed } from './origins/origins.ts'
import { findLinks, type FoundLink } from './pairs/pairs.ts'
import type { Side } from './judge/relate.ts'
import type { ClaimRow, LinkSpeaker } from './row.ts'
import { linkSpeakers } from './speakers/link-speakers.ts'
import { supportOf, type Member } from './origins/support.ts'
import { mergeSpeakers } from './speakers/speakers.ts'
import { topicsOf } from './pairs/topics.ts'

/**
 * Links the claims of many articles: speakers over the corpus, links between claims, groups, origins and support.
 * Deterministic; the order of the articles does not matter.
 */
export function link(articles: Iterable<LinkInput>, config: Config): Links {
  const read = [...articles].sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0))
  const speakers = mergeSpeakers(read, config)
  const entity = new Map(speakers.flatMap((speaker) => speaker.members.map((m) => [`${m.article}\n${m.speaker}`, speaker] as const)))
  const inputs = read.map((input) => withOutletNames(input, entity))
  const placed: Placed[] = inputs.flatMap((input) => input.claims.map(({ id }, index) => ({ input, index, ref: { article: input.article, claim: id } })))
  const topics = topicsOf(inputs.flatMap(({ claims }) => claims.flatMap(({ stance }) => stance.map(({ target }) => target))), config.topics)
  const tied = linkSpeakers(speakers, read)
  const sides = sidesOf(placed, entity, tied, topics)
  const { links, lengths, copyOf } = findLinks(sides)
  const names = new Map(speakers.map(({ id, name }) => [id, name]))
  const nameOf = (n: number) => sides[n]!.speakers.map((id) => names.get(id) ?? id).join(', ') || 'unknown'
  const { origins, ofClaim } = findOrigins(placed, links, nameOf)
  return {
    speakers,
    origins,
    links: links.map((found) => written(found, sides, placed)),
    groups: groupsOf(placed, sides, { links, lengths, copyOf }, ofClaim, nameOf),
  }
}

type Entities = ReadonlyMap<string, Links['speakers'][number]>

/** The article with its publications under their names in the registry, so that `the FT` here is the Financial Times there. */
function withOutletNames(input: LinkInput, entity: Entities): LinkInput {
  if (!input.speakers.some((speaker) => speaker.kind === 'publication')) return input
  const name = (id: string) => entity.get(`${input.article}\n${id}`)?.name
  return { ...input, speakers: input.speakers.map((s) => (s.kind === 'publication' ? { ...s, name: name(s.id) ?? s.name } : s)) }
}

const NONE: readonly string[] = []

function sidesOf(placed: readonly Placed[], entity: Entities, tied: ReadonlyMap<string, LinkSpeaker>, topics: ReadonlyMap<string, string>): Side[] {
  return placed.map(({ input, index }) => {
    const own = input.claims[index]!
    const claim = own.stance.length === 0 ? own : { ...own, stance: own.stance.map((s) => ({ ...s, topic: topics.get(s.target) ?? null })) }
    const local = claim.speakers.flatMap((id) => input.speakers.find((speaker) => speaker.id === id) ?? [])
    const row: ClaimRow = {
      article: input.article, outlet: input.outlet, day: dayOf(input.published), claim,
      speakers: [...new Set(claim.speakers.flatMap((id) => tied.get(`${input.article}\n${id}`) ?? []))].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }
    return {
      row,
      claim,
      article: input.article,
      speakers: claim.speakers.length === 0 ? NONE : claim.speakers.map((id) => entity.get(`${input.article}\n${id}`)?.id ?? `${input.article} ${id}`).sort(),
      kin: local.length === 0 ? NONE : [...new Set(local.flatMap(kinOfSpeaker))].sort(),
      anonymous: local.length > 0 && local.every((speaker) => speaker.kind === 'anonymous'),
      person: local.some((speaker) => speaker.kind !== 'country' && speaker.kind !== 'publication'),
      body: local.some((speaker) => speaker.kind === 'country' || speaker.kind === 'organization'),
      day: dayOf(input.published),
    }
  })
}

/** Days since 1970 of an ISO date; null where it names no day. */
function dayOf(published: string | null): number | null {
  const time = /^\d{4}-\d\d-\d\d/.test(published ?? '') ? Date.parse(published!.slice(0, 10)) : NaN
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000)
}

function written({ a, b, type, score, why }: FoundLink, sides: readonly Side[], placed: readonly Placed[]): Link {
  const [x, y] = [sides[a]!, sides[b]!]
  const compared = (type === 'same-quote' || type === 'same-utterance') && (x.claim.quoted || y.claim.quoted)
  return { type, a: placed[a]!.ref, b: placed[b]!.ref, confidence: score, why, changes: compared ? changesOf(x.claim, y.claim) : [] }
}

function groupsOf(placed: readonly Placed[], sides: readonly Side[], { links, lengths, copyOf }: ReturnType<typeof findLinks>, originsOf: readonly (readonly Origin[])[], nameOf: (n: number) => string): Group[] {
  const longest = Uint32Array.from(sides, (_, n) => n).sort((x, y) => lengths[y]! - lengths[x]! || x - y)
  const leader = groupClaims(longest, withTwins(placed, copyOf), links)
  const idOf = (n: number) => `g${shortHash(sides[n]!.article, sides[n]!.claim.id)}`
  const against = contradictions(links, leader, idOf)
  const contested = contestedTopics(sides)
  const members = new Map<number, number[]>()
  leader.forEach((lead, n) => {
    const list = members.get(lead)
    if (list) list.push(n)
    else members.set(lead, [n])
  })
  return [...members].map(([lead, list]) => {
    const stances = list.some((n) => sides[n]!.claim.stance.length > 0) ? stancesOf(list, sides, nameOf) : []
    const rivals = against.get(lead)
    return {
      id: idOf(lead),
      text: sides[lead]!.claim.text,
      members: list.map((n) => placed[n]!.ref),
      stances,
      contested: stances.length === 0 ? NONE : [...new Set(stances.map(topicOf))].filter((topic) => contested.has(topic)).sort(),
      support: supportOf(list.map((n) => memberOf(placed[n]!, sides[n]!, originsOf[n]!))),
      contradictedBy: rivals ? [...rivals].sort() : NONE,
      differs: [],
    }
  })
}

/** Claims with one content in one article (the speaker's, and the outlet's that reports it) go together: `copyOf` with these as copies. */
function withTwins(placed: readonly Placed[], copyOf: Int32Array): Int32Array {
  const twins = copyOf.slice()
  let first = 0
  placed.forEach(({ input, index }, n) => {
    if (index === 0) first = n
    const { start, end } = input.claims[index]!
    const twin = input.claims.findIndex((claim) => claim.start === start && claim.end === end)
    twins[n] = twins[twin < index && copyOf[n] === n ? first + twin : copyOf[n]!]!
  })
  return twins
}

function memberOf({ input }: Placed, side: Side, origins: readonly Origin[]): Member {
  return {
    article: side.article,
    outlet: input.outlet,
    origins: origins.map(({ id }) => id),
    carriers: origins.filter(({ kind }) => kind !== 'utterance').map(({ id }) => id),
    anonymous: side.anonymous || side.speakers.length === 0,
  }
}

function contradictions(links: readonly FoundLink[], leader: Int32Array, idOf: (n: number) => string) {
  const against = new Map<number, Set<string>>()
  for (const { a, b, type } of links) {
    if (type !== 'contradicts' || leader[a] === leader[b]) continue
    for (const [x, y] of [[a, b], [b, a]] as const) {
      const set = against.get(leader[x]!) ?? new Set()
      against.set(leader[x]!, set.add(idOf(leader[y]!)))
    }
  }
  return against
}

const topicOf = ({ topic, target }: { topic: string | null; target: string }) => topic ?? target.toLowerCase()

/** Targets that somebody supports and somebody else opposes. */
function contestedTopics(sides: readonly Side[]): ReadonlySet<string> {
  const labels = new Map<string, Set<string>>()
  for (const { claim } of sides)
    for (const stance of claim.stance) {
      const set = labels.get(topicOf(stance)) ?? new Set()
      labels.set(topicOf(stance), set.add(stance.label))
    }
  return new Set([...labels].flatMap(([topic, set]) => (set.has('oppose') && set.has('support') ? [topic] : [])))
}

function stancesOf(list: readonly number[], sides: readonly Side[], nameOf: (n: number) => string): Group['stances'] {
  const table = new Map<string, { target: string; topic: string | null; label: Group['stances'][number]['label']; speakers: Set<string> }>()
  for (const n of list)
    for (const stance of sides[n]!.claim.stance) {
      const key = `${topicOf(stance)}\n${stance.label}`
      const entry = table.get(key) ?? { ...stance, speakers: new Set<string>() }
      entry.speakers.add(nameOf(n))
      table.set(key, entry)
    }
  return [...table.values()].map(({ target, topic, label, speakers }) => ({ target, topic, label, speakers: [...speakers].sort() }))
}
