import type { Config } from '../model/config.ts'
import { noProgress, type StartProgress } from '../model/progress.ts'
import type { Link, Links } from '../model/schema.ts'
import { groupId, groupOf, linkOf, told, within, withTwins, type Known } from './group.ts'
import type { LinkInput } from './input.ts'
import type { LinkModel } from './judge/model.ts'
import type { Memory } from './memory.ts'
import { carriersOf } from './origins/carriers.ts'
import { familiesOf } from './origins/copies.ts'
import { mergeReports } from './origins/merge.ts'
import { apartPairs, withoutApart } from './pairs/apart.ts'
import { groupClaims, leadingOrder } from './pairs/join.ts'
import { findLinks } from './pairs/pairs.ts'
import type { ClaimRow, JudgedPair, LinkSpeaker } from './row.ts'
import { linkSpeakers } from './speakers/link-speakers.ts'
import { mergeSpeakers } from './speakers/speakers.ts'
import { contestedTargets, sidesOf } from './stances.ts'
import { addTo } from '../model/group-by.ts'

/** What linking gives: the answer, and how many candidate pairs were left out of sets that are too large to judge all with all. */
export interface Linked extends Links {
  readonly cut: number
}

/** The same, where each link is made when it is asked for; one that is remembered is JSON, as it was written. */
export interface LinkedRows extends Omit<Linked, 'links'> {
  readonly links: Iterable<Link | string> & { readonly length: number }
}

/**
 * Links the claims of many articles: speakers over the corpus, links between claims, groups, origins and support.
 * Deterministic; the order of the articles does not matter.
 * @example
 * const { groups, links } = link([linkInput(annotated, text), linkInput(other, otherText)], NO_CONFIG)
 */
export function link(articles: Iterable<LinkInput>, config: Config, model?: LinkModel): Linked {
  const rows = linkRows(articles, config, model)
  return { ...rows, links: [...(rows.links as Iterable<Link>)] } // nothing is remembered
}

/** As {@link link}, for links that are not to be in memory all at once; what is remembered changes nothing. */
export function linkRows(articles: Iterable<LinkInput>, config: Config, model?: LinkModel, startProgress: StartProgress = noProgress, memory?: Memory): LinkedRows {
  const inputs = [...articles].sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0))
  const speakers = mergeSpeakers(inputs, config)
  const rows = rowsOf(inputs, speakers)
  const { judged, links: found, lengths, copyOf, cut } = findLinks(rows, model, startProgress, memory)
  const apart = apartPairs(inputs, rows) // what a person says
  const links = withoutApart(found, apart)
  memory?.keep(judged, links)
  const longest = leadingOrder(rows, (n) => lengths[n]!)
  const leader = groupClaims({ rows, longest, copyOf: withTwins(rows, copyOf), links, apart: apart.same })
  const { groups, origins } = groupsOf(rows, links, leader, { families: familiesOf(inputs), topics: config.topics })
  const written = function* () {
    for (const pair of links) yield pair.written === undefined ? linkOf(rows[pair.a]!, rows[pair.b]!, pair) : memory!.line(pair.written)
  }
  return { speakers, links: { length: links.length, [Symbol.iterator]: written }, groups, origins, cut }
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
  return claims.map((claim, i): ClaimRow => {
    const speakers = [...new Set(claim.speakers.flatMap((id) => known(id) ?? []))].sort((a, b) => (a.id < b.id ? -1 : 1))
    return { article, outlet, day, claim, speakers, carriers: carriers[i]! }
  })
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

/** The groups, each in the name of the claim that leads it, and their origins. */
function groupsOf(rows: readonly ClaimRow[], links: readonly JudgedPair[], leader: Int32Array, known: Known): Pick<Links, 'groups' | 'origins'> {
  const members = new Map<number, number[]>()
  leader.forEach((lead, n) => addTo(members, lead, n))
  const { utterances, against } = within(links, leader)
  const leads = [...members.keys()]
  const found = leads.map((lead) => {
    const list = members.get(lead)!
    const place = new Map(list.map((n, i) => [n, i]))
    return groupOf(list.map((n) => rows[n]!), place.get(lead)!, (utterances.get(lead) ?? []).map(([a, b]) => [place.get(a)!, place.get(b)!] as const), known)
  })
  const { origins, idOf } = mergeReports(found.map(({ traced }) => traced))
  const contested = contestedTargets(rows.flatMap((row) => sidesOf(row, known.topics)))
  return { groups: found.map((each, i) => told(each, contested, idOf, [...(against.get(leads[i]!) ?? [])].map((lead) => groupId(rows[lead]!)))), origins }
}
