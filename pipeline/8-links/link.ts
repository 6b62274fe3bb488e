import type { Config } from '../model/config.ts'
import { noProgress, type StartProgress } from '../model/progress.ts'
import type { LinkRowName } from '../model/links-folder.ts'
import type { Group, Link, Links, Origin } from '../model/schema.ts'
import { withTwins } from './group.ts'
import { groupsOf } from './groups-of.ts'
import type { LinkInput } from './input.ts'
import type { LinkModel } from './judge/model.ts'
import { withLines, type Memory } from './memory.ts'
import { carriersOf, type CarryingInput } from './origins/carriers.ts'
import { familiesOf } from './origins/copies.ts'
import { apartPairs, withoutApart } from './pairs/apart.ts'
import { groupClaims, leadingOrder } from './pairs/join.ts'
import { findLinks } from './pairs/pairs.ts'
import type { ClaimRow, LinkSpeaker } from './row.ts'
import { linkSpeakers } from './speakers/link-speakers.ts'
import { addTo } from '../model/group-by.ts'
import { mergeSpeakers } from './speakers/speakers.ts'
import { reachOf, standingOf } from './standing.ts'
import { contestedTargets, sidesOf } from './stances.ts'

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
  const stands = before === null ? () => 'changed' as const : standingOf({ rows, links, leader, contested, topics: config.topics }, before)
  const { groups, origins, grouping } = groupsOf({ rows, links, leader, contested, before, stands, written: (line) => JSON.parse(Buffer.from(memory!.lines('groups', line, line + 1)).toString()) as Group }, { families, topics: config.topics })
  memory?.keep(judged, links, grouping)
  const rowsIn = <Row extends object>(name: LinkRowName, { length }: { readonly length: number }, of: () => Iterable<Row | number>): Rows<Row> => ({ length, [Symbol.iterator]: () => withLines(of(), (from, to) => memory!.lines(name, from, to)) })
  const linksToWrite = function* () {
    for (const pair of links) yield pair.written ?? pair.link
  }
  return { speakers, links: rowsIn('links', links, linksToWrite), groups: rowsIn('groups', groups, groups.rows), origins: rowsIn('origins', origins, origins.rows), cut }
}

/** What linking needs of the articles; of their speakers and passages nothing else is kept. `apart` is what a person says. */
function readIn(articles: Iterable<LinkInput>, config: Config) {
  const inputs = [...articles].sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0))
  const families = familiesOf(inputs)
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
function withOutletNames(input: LinkInput, nameOf: (speaker: string) => string | undefined): CarryingInput {
  if (!input.speakers.some((speaker) => speaker.kind === 'publication')) return input
  const { article, credits, claims, speakers } = input
  return { article, credits, claims, speakers: speakers.map((s) => (s.kind === 'publication' ? { ...s, name: nameOf(s.id) ?? s.name } : s)) }
}

/** Days since 1970 of an ISO date; null where it names no day. */
function dayOf(published: string | null): number | null {
  const time = /^\d{4}-\d\d-\d\d/.test(published ?? '') ? Date.parse(published!.slice(0, 10)) : NaN
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000)
}
