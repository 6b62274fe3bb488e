import type { Config } from '../model/config.ts'
import { noProgress, type StartProgress } from '../model/progress.ts'
import type { LinkRowName } from '../model/links-folder.ts'
import type { Group, Link, Links, Origin } from '../model/schema.ts'
import { groupId, groupOf, linkOf, told, within, withTwins, type Known } from './group.ts'
import type { LinkInput } from './input.ts'
import type { LinkModel } from './judge/model.ts'
import { withLines, type Before, type Memory } from './memory.ts'
import { carriersOf } from './origins/carriers.ts'
import { KeptPassages } from './origins/copies.ts'
import { mergeReports } from './origins/merge.ts'
import { apartPairs, withoutApart } from './pairs/apart.ts'
import { groupClaims, leadingOrder } from './pairs/join.ts'
import { findLinks } from './pairs/pairs.ts'
import type { ClaimRow, JudgedPair, LinkSpeaker } from './row.ts'
import { linkSpeakers } from './speakers/link-speakers.ts'
import { mergeSpeakers } from './speakers/speakers.ts'
import { reachOf, standingOf } from './standing.ts'
import { contestedTargets, sidesOf } from './stances.ts'
import { addTo } from '../model/group-by.ts'

/** What linking gives: the answer, and how many candidate pairs were left out of sets that are too large to judge all with all. */
export interface Linked extends Links {
  readonly cut: number
}

/** The same to be written row by row, each link made when it is asked for; some of it are rows as they were written before. */
export interface LinkedRows extends Pick<Linked, 'speakers' | 'cut'> {
  readonly links: Rows<Link>
  readonly groups: Rows<Group>
  readonly origins: Rows<Origin>
}

/** So many rows; bytes are some as they were written before. */
type Rows<Row> = Iterable<Row | Uint8Array> & { readonly length: number }

/**
 * Links the claims of many articles: speakers over the corpus, links between claims, groups, origins and support.
 * Deterministic; the order of the articles does not matter.
 * @example
 * const { groups, links } = link([linkInput(annotated, text), linkInput(other, otherText)], NO_CONFIG)
 */
export function link(articles: Iterable<LinkInput>, config: Config, model?: LinkModel): Linked {
  const { speakers, cut, links, groups, origins } = linkRows(articles, config, model)
  return { speakers, links: made(links), groups: made(groups), origins: made(origins), cut }
}

/** The rows where nothing is remembered. */
const made = <Row>(rows: Rows<Row>) => [...rows] as Row[]

/** As {@link link}, for rows that are not to be in memory all at once; what is remembered changes nothing. */
export function linkRows(articles: Iterable<LinkInput>, config: Config, model?: LinkModel, startProgress: StartProgress = noProgress, memory?: Memory): LinkedRows {
  const { speakers, rows, families, apart } = readIn(articles, config)
  const reach = reachOf(rows, families)
  const { judged, links: found, lengths, copyOf, cut } = findLinks(rows, model, startProgress, memory && ((states) => memory.recall(states.map((each) => ({ ...each, state: `${each.state} ${reach(each.article)}` })))))
  const links = withoutApart(found, apart)
  const longest = leadingOrder(rows, (n) => lengths[n]!)
  const leader = groupClaims({ rows, longest, copyOf: withTwins(rows, copyOf), links, apart: apart.same })
  const before = memory?.before() ?? null
  const contested = contestedTargets(rows.flatMap((row) => sidesOf(row, config.topics)))
  const stands = before === null ? () => false : standingOf({ rows, links, leader, contested, topics: config.topics }, before)
  const { groups, origins, grouping } = groupsOf({ rows, links, leader, contested, before, stands }, { families, topics: config.topics })
  memory?.keep(judged, links, grouping)
  const rowsIn = <Row extends object>(name: LinkRowName, length: number, of: () => Iterable<Row | number>): Rows<Row> => ({ length, [Symbol.iterator]: () => withLines(of(), (from, to) => memory!.lines(name, from, to)) })
  const linksToWrite = function* () {
    for (const pair of links) yield pair.written ?? linkOf(rows[pair.a]!, rows[pair.b]!, pair)
  }
  return { speakers, links: rowsIn('links', links.length, linksToWrite), groups: rowsIn('groups', groups.length, () => groups), origins: rowsIn('origins', origins.length, () => origins), cut }
}

/** What linking needs of the articles, each asked for once; of their speakers and passages nothing else is kept. `apart` is what a person says. */
function readIn(articles: Iterable<LinkInput>, config: Config) {
  const passages = new KeptPassages()
  const inputs = Array.from(articles, (input): LinkInput => {
    passages.add(input)
    return { ...input, passages: [] }
  }).sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0))
  const families = passages.families()
  const speakers = mergeSpeakers(inputs, config)
  const rows = rowsOf(inputs, speakers)
  return { speakers, rows, families, apart: apartPairs(inputs, rows) }
}

/** Every claim as a row, article by article. */
export function rowsOf(inputs: readonly LinkInput[], registry: Links['speakers']): readonly ClaimRow[] {
  const known = linkSpeakers(registry, inputs)
  return inputs.flatMap((input) => claimRows(input, (id) => known.get(`${input.article}\n${id}`)))
}

/** The claims of one article as rows, with its speakers as the registry knows them. */
export function claimRows(input: LinkInput, known: (speaker: string) => LinkSpeaker | undefined): readonly ClaimRow[] {
  const { article, outlet, published, claims } = input
  const day = dayOf(published)
  const carriers = carriersOf(withOutletNames(input, (id) => known(id)?.name))
  const passedOn = passedOnBy(input)
  return claims.map((claim, i): ClaimRow => {
    const speakers = [...new Set(claim.speakers.flatMap((id) => known(id) ?? []))].sort((a, b) => (a.id < b.id ? -1 : 1))
    const passesOn = passedOn.get(claim.id)
    return { article, outlet, day, claim, speakers, carriers: carriers[i]!, ...(passesOn === undefined ? {} : { passesOn }) }
  })
}

/** So much of a claim is told by another within it where it passes on what that one's speaker says. */
const MOST_OF_IT = 0.5

/** By claim, the names of those who say most of it within it. */
function passedOnBy({ claims, speakers }: LinkInput): ReadonlyMap<string, readonly string[]> {
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  const nameOf = new Map(speakers.map(({ id, name }) => [id, name]))
  const names = new Map<string, string[]>()
  for (const inner of claims) {
    const outer = inner.within === null ? undefined : claimOf.get(inner.within)
    if (outer === undefined || inner.text.length < MOST_OF_IT * outer.text.length) continue
    for (const id of inner.speakers) addTo(names, outer.id, nameOf.get(id) ?? id)
  }
  return names
}

/** The article with its publications under their names in the registry, so that `the FT` here is the Financial Times there. */
function withOutletNames(input: LinkInput, nameOf: (speaker: string) => string | undefined): LinkInput {
  if (!input.speakers.some((speaker) => speaker.kind === 'publication')) return input
  return { ...input, speakers: input.speakers.map((s) => (s.kind === 'publication' ? { ...s, name: nameOf(s.id) ?? s.name } : s)) }
}

/** Days since 1970 of an ISO date; null where it names no day. */
function dayOf(published: string | null): number | null {
  const time = /^\d{4}-\d\d-\d\d/.test(published ?? '') ? Date.parse(published!.slice(0, 10)) : NaN
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000)
}

/** What groups are made of, and which of them stand as they were before. */
interface ToGroup {
  readonly rows: readonly ClaimRow[]
  readonly links: readonly JudgedPair[]
  readonly leader: Int32Array
  readonly contested: ReadonlySet<string>
  readonly before: Before | null
  readonly stands: (claim: number) => boolean
}

/** The groups, each in the name of the claim that leads it, and their origins, in the order of the groups; numbers stand for rows that were written before. */
function groupsOf({ rows, links, leader, contested, before, stands }: ToGroup, known: Known) {
  const members = new Map<number, number[]>()
  leader.forEach((lead, n) => addTo(members, lead, n))
  const { utterances, against } = within(links, leader)
  const leads = [...members.keys()]
  const anew = leads.map((lead) => {
    if (stands(lead)) return null
    const list = members.get(lead)!
    const place = new Map(list.map((n, i) => [n, i]))
    return groupOf(list.map((n) => rows[n]!), place.get(lead)!, (utterances.get(lead) ?? []).map(([a, b]) => [place.get(a)!, place.get(b)!] as const), known)
  })
  const merged = mergeReports(anew.flatMap((each) => each?.traced ?? []))
  const [numberBefore, firstLine] = before === null ? [[], []] : [numbersOf(before.leader), sums(before.origins)]
  const [groups, origins]: [(Group | number)[], (Origin | number)[]] = [[], []]
  let next = 0
  const counts = leads.map((lead, i) => {
    const [own, size] = [anew[i] ?? null, origins.length]
    if (own === null) {
      const was = numberBefore[before!.was[lead]!]!
      groups.push(was)
      for (let line = firstLine[was]!; line < firstLine[was + 1]!; line++) origins.push(line)
    } else {
      groups.push(told(own, contested, merged.idOf, [...(against.get(lead) ?? [])].map((other) => groupId(rows[other]!))))
      for (const { id } of own.traced.origins) if (merged.idOf(id) === id) origins.push(merged.origins[next++]!)
    }
    return origins.length - size
  })
  return { groups, origins, grouping: { leader: Uint32Array.from(leader), origins: Uint32Array.from(counts), contested: [...contested].sort() } }
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
