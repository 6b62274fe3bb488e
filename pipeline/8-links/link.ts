import type { Config } from '../model/config.ts'
import { columnOf, listAt, newColumn, wholeOf } from '../model/columns.ts'
import { noProgress, type StartProgress } from '../model/progress.ts'
import type { LinkRowName, WrittenLines } from '../model/links-folder.ts'
import type { Group, Link, Links, Origin, RegisteredSpeaker } from '../model/schema.ts'
import type { Claims } from './claims/claims.ts'
import { gatherClaims } from './claims/gather.ts'
import { keptClaims } from './claims/kept.ts'
import { withTwins } from './group.ts'
import { GroupsBefore, keptGroups } from './groups-before.ts'
import { groupsOf } from './groups-of.ts'
import type { LinkInput } from './input.ts'
import type { LinkModel } from './judge/model.ts'
import { withLines, type Memory } from './memory.ts'
import { corpusFamilies } from './origins/families.ts'
import { apartPairs, linksApart } from './pairs/apart.ts'
import { Corpus } from './pairs/corpus.ts'
import { keptPairs, Recall } from './pairs/judged.ts'
import type { OrderedLinks } from './pairs/found.ts'
import { groupClaims, leadingOrder } from './pairs/join.ts'
import { findLinks, type PairsBefore } from './pairs/pairs.ts'
import { keptSeen, SeenBefore } from './pairs/seen.ts'
import { keptOf, type Past } from './past.ts'
import { sourceOf, type LinkSource } from './source.ts'
import type { KnownAsBefore } from './speakers/known-before.ts'
import { corpusSpeakers } from './speakers/registry.ts'
import { standingOf } from './standing.ts'
import { contestedTargets } from './stances.ts'

/** What linking gives: the answer, and how many candidate pairs were left out of sets that are too large to judge all with all. */
export interface Linked extends Links {
  readonly cut: number
}

/** The same to be written row by row, each made when it is asked for; some of it are rows as they were written before. */
export interface LinkedRows extends Pick<Linked, 'cut'> {
  readonly speakers: Rows<RegisteredSpeaker>
  readonly links: Rows<Link>
  readonly groups: Rows<Group>
  readonly origins: Rows<Origin>
}

/** So many rows, some as they were written before. */
type Rows<Row> = Iterable<Row | WrittenLines> & { readonly length: number }

/**
 * Links the claims of many articles: speakers over the corpus, links between claims, groups, origins and support.
 * Deterministic; the order of the articles does not matter.
 * @example
 * const { groups, links } = link([linkInput(annotated, text), linkInput(other, otherText)], NO_CONFIG)
 */
export function link(articles: Iterable<LinkInput>, config: Config, model?: LinkModel): Linked {
  const { speakers, cut, links, groups, origins } = linkRows(Array.from(articles, sourceOf), config, model)
  return { speakers: made(speakers), links: made(links), groups: made(groups), origins: made(origins), cut }
}

/** The rows where nothing is remembered. */
const made = <Row>(rows: Rows<Row>) => [...rows] as Row[]

/** As {@link link}, for rows that are not to be in memory all at once; what is remembered changes nothing. */
export function linkRows(articles: readonly LinkSource[], config: Config, model?: LinkModel, startProgress: StartProgress = noProgress, memory?: Memory): LinkedRows {
  const sources = articles.toSorted((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0))
  const past = memory?.past(sources) ?? null
  const { families, speakers, claims, moved, kept } = readIn(sources, config, past)
  const { links, leader, cut, kept: keptLinks } = linksIn(claims, past && { past, moved: moved! }, model, startProgress)
  const contested = contestedIn(claims)
  const grouped = past && new GroupsBefore(past, moved!, claims, (article) => families.stands[article] === 1)
  const stands = grouped === null ? () => 'changed' as const : standingOf({ claims, links, leader, contested }, grouped)
  const written = (line: number) => JSON.parse(Buffer.concat(Array.from(memory!.lines('groups', line, line + 1), ({ bytes }) => bytes)).toString()) as Group
  const { groups, origins, grouping } = groupsOf({ claims, links, leader, contested, before: grouped, stands, written }, { families: families.families, topics: config.topics })
  memory?.keep(keptOf([...kept, ...keptLinks, keptGroups(grouping)]))
  const rowsIn = <Row extends object>(name: LinkRowName, length: number, of: () => Iterable<Row | number>): Rows<Row> => ({ length, [Symbol.iterator]: () => withLines(of(), (from, to) => memory!.lines(name, from, to)) })
  return {
    speakers: rowsIn('speakers', speakers.rows.length, () => speakers.rows),
    links: rowsIn('links', links.length, () => links.rowsToWrite()),
    groups: rowsIn('groups', groups.length, groups.rows),
    origins: rowsIn('origins', origins.length, origins.rows),
    cut,
  }
}

/** What linking knows before it looks for pairs, and keeps of that; `moved` gives the number that each claim of an earlier run has now, or -1. */
function readIn(sources: readonly LinkSource[], config: Config, past: Past | null) {
  const families = corpusFamilies(sources, past)
  const speakers = corpusSpeakers(sources, config, past)
  const claims = gatherClaims(sources, speakers, config, past)
  const kept = [families.kept, speakers.kept, keptClaims(claims)] // before judging reads other words
  return { families, speakers, claims, kept, moved: past && movedOf(past, claims, speakers) }
}

/** The links between claims, and for each claim the one that leads its group; what they are found by, and what was known of pairs `before`, is not held any longer than this. */
function linksIn(claims: Claims, before: { readonly past: Past; readonly moved: Int32Array } | null, model: LinkModel | undefined, startProgress: StartProgress) {
  const corpus = new Corpus(claims)
  const { judged, seen, links: found, copyOf, cut } = findLinks(corpus, model, startProgress, before && pairsBefore(before.past, before.moved, corpus))
  const { links, leader } = leadersOf(corpus, found, copyOf)
  return { links, leader, cut, kept: [keptSeen(seen, corpus.texts.firsts), keptPairs(judged, links)] }
}

const pairsBefore = ({ kept }: Past, moved: Int32Array, corpus: Corpus): PairsBefore => ({ recall: new Recall(kept, moved, corpus.claims.size), seen: new SeenBefore(kept, moved, corpus) })

/** The links that no person holds apart, and for each claim the one that leads its group. */
function leadersOf({ claims, texts }: Corpus, found: OrderedLinks, copyOf: Int32Array) {
  const apart = apartPairs(claims)
  const isApart = linksApart(apart)
  const links = isApart === null ? found : found.filter((pair) => !isApart(pair))
  const longest = leadingOrder(columnOf(Uint32Array, claims.size, (n) => texts.lengths[texts.of[n]!]!), (n) => claims.columns.likely.at(n) === 1)
  return { links, leader: groupClaims({ articleOf: claims.articleOf, longest, copyOf: withTwins(copyOf, (n) => claims.twin(n)), links, apart: apart.same }) }
}

/** The number that each claim of an earlier run has now; -1 where its article has changed, or what the corpus tells of it: who its speakers are, and which words of its article are names. */
function movedOf({ kept, now }: Past, claims: Claims, { others, altered }: KnownAsBefore): Int32Array {
  const before = wholeOf(kept.numbers['claims from']!)
  const { from, values } = claims.speakers
  const isNoneAltered = (claim: number) => {
    for (let i = from[claim]!; i < from[claim + 1]!; i++) if (altered[values[i]!] !== 0) return false
    return true
  }
  const moved = newColumn(Int32Array, before[now.length]!).fill(-1)
  now.forEach((article, old) => {
    if (article < 0 || others[article] === 0 || claims.hasTurned(article)) return
    for (let n = before[old]!; n < before[old + 1]!; n++) {
      const claim = claims.columns.from[article]! + n - before[old]!
      if (isNoneAltered(claim)) moved[n] = claim
    }
  })
  return moved
}

/** The targets that one speaker supports and another opposes, see {@link contestedTargets}. */
const contestedIn = (claims: Claims): ReadonlySet<string> => new Set(Array.from(contestedTargets(sidesIn(claims)), (target) => claims.targets[target]!))

/** The sides that all claims take: targets and speakers by their numbers, nobody in an article as that one's, inverted (`~`). */
function* sidesIn(claims: Claims) {
  for (let n = 0; n < claims.size; n++) {
    if (claims.columns.stances.sizeOf(n) === 0) continue
    const speakers = listAt(claims.speakers, n)
    const takers = speakers.length > 0 ? [...speakers] : [~claims.articleOf[n]!]
    for (const { target, side } of claims.stances(n)) if (side !== null) for (const speaker of takers) yield { target, label: side, speaker }
  }
}
