import type { Config } from '../model/config.ts'
import { shortHash } from '../model/id.ts'
import { noProgress, type StartProgress } from '../model/progress.ts'
import type { Group, Link, Links } from '../model/schema.ts'
import type { LinkInput } from './input.ts'
import { changesOf } from './judge/changes.ts'
import { differencesOf, versionOf } from './judge/differences.ts'
import type { LinkModel } from './judge/model.ts'
import { carriersOf } from './origins/carriers.ts'
import { familiesOf, type Family } from './origins/copies.ts'
import { mergeReports } from './origins/merge.ts'
import { traceGroup } from './origins/origins.ts'
import { apartPairs, leaveApart, withoutApart } from './pairs/apart.ts'
import { groupClaims } from './pairs/groups.ts'
import { findLinks } from './pairs/pairs.ts'
import type { ClaimRow, JudgedPair } from './row.ts'
import { linkSpeakers } from './speakers/link-speakers.ts'
import { mergeSpeakers } from './speakers/speakers.ts'
import { contestedTargets, stancesOf } from './stances.ts'

/** What linking gives: the answer, and how many candidate pairs were left out of sets that are too large to judge all with all. */
export interface Linked extends Links {
  readonly cut: number
}

/**
 * Links the claims of many articles: speakers over the corpus, links between claims, groups, origins and support.
 * Deterministic; the order of the articles does not matter.
 * @example
 * const { groups, links } = link([linkInput(annotated, text), linkInput(other, otherText)], NO_CONFIG)
 */
export function link(articles: Iterable<LinkInput>, config: Config, model?: LinkModel, startProgress: StartProgress = noProgress): Linked {
  const inputs = [...articles].sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : 0))
  const speakers = mergeSpeakers(inputs, config)
  const rows = rowsOf(inputs, speakers)
  const { links: found, lengths, copyOf, cut } = findLinks(rows, model, startProgress)
  const apart = apartPairs(inputs, rows) // what a person says
  const links = withoutApart(found, apart)
  const longest = Uint32Array.from(rows, (_, n) => n).sort((x, y) => lengths[y]! - lengths[x]! || x - y)
  const leader = leaveApart(groupClaims(longest, withTwins(rows, copyOf), links), apart)
  const { groups, origins } = groupsOf(rows, links, leader, { families: familiesOf(inputs), topics: config.topics })
  return { speakers, links: links.map((pair) => written(pair, rows)), groups, origins, cut }
}

/** Every claim as a row, article by article. */
export function rowsOf(inputs: readonly LinkInput[], registry: Links['speakers']): readonly ClaimRow[] {
  const known = linkSpeakers(registry, inputs)
  return inputs.flatMap((input) => {
    const { article, outlet, published, claims } = input
    const day = dayOf(published)
    const carriers = carriersOf(withOutletNames(input, (id) => known.get(`${article}\n${id}`)?.name))
    return claims.map((claim, i): ClaimRow => {
      const speakers = [...new Set(claim.speakers.flatMap((id) => known.get(`${article}\n${id}`) ?? []))].sort((a, b) => (a.id < b.id ? -1 : 1))
      return { article, outlet, day, claim, speakers, carriers: carriers[i]! }
    })
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

const refOf = ({ article, claim }: ClaimRow) => ({ article, claim: claim.id })

function written({ a, b, type, confidence, why }: JudgedPair, rows: readonly ClaimRow[]): Link {
  const [x, y] = [rows[a]!, rows[b]!]
  const compared = (type === 'same-quote' || type === 'same-utterance') && (x.claim.quoted || y.claim.quoted)
  return { type, a: refOf(x), b: refOf(y), confidence, why, changes: compared ? changesOf(x.claim, y.claim) : [] }
}

/** Claims with one content in one article (the speaker's, and the outlet's that reports it) go together: `copyOf` with these as copies. */
function withTwins(rows: readonly ClaimRow[], copyOf: Int32Array): Int32Array {
  const twins = copyOf.slice()
  const first = new Map<string, number>()
  rows.forEach(({ article, claim: { start, end } }, n) => {
    const key = `${article}\n${start} ${end}`
    const twin = first.get(key)
    if (twin === undefined) first.set(key, n)
    twins[n] = twins[twin !== undefined && copyOf[n] === n ? twin : copyOf[n]!]!
  })
  return twins
}

interface Known {
  readonly families: ReadonlyMap<string, Family>
  readonly topics: Config['topics']
}

/** So many pairs of versions of a group are compared word by word. */
const VERSIONS = 100

/** The groups, each in the name of the claim that leads it, and their origins. */
function groupsOf(rows: readonly ClaimRow[], links: readonly JudgedPair[], leader: Int32Array, { families, topics }: Known): Pick<Links, 'groups' | 'origins'> {
  const members = new Map<number, number[]>()
  leader.forEach((lead, n) => {
    const list = members.get(lead)
    if (list) list.push(n)
    else members.set(lead, [n])
  })
  const idOf = (lead: number) => `g${shortHash(rows[lead]!.article, rows[lead]!.claim.id)}`
  const { utterances, against } = within(links, leader)
  const contested = contestedTargets(rows, topics)
  const traced = [...members].map(([lead, list]) => {
    const place = new Map(list.map((n, i) => [n, i]))
    return traceGroup(list.map((n) => rows[n]!), (utterances.get(lead) ?? []).map(([a, b]) => [place.get(a)!, place.get(b)!] as const), families)
  })
  const { origins, idOf: originId } = mergeReports(traced)
  const groups = [...members].map(([lead, list], i): Group => {
    const own = list.map((n) => rows[n]!)
    const { support } = traced[i]!
    const stances = stancesOf(own, topics)
    const pairs = (utterances.get(lead) ?? []).slice(0, VERSIONS)
    const versions = new Map([...new Set(pairs.flat())].map((n) => [n, versionOf(rows[n]!)]))
    return {
      id: idOf(lead),
      text: rows[lead]!.claim.text,
      members: own.map(refOf),
      stances,
      contested: [...new Set(stances.flatMap(({ topic }) => (topic !== null && contested.has(topic) ? [topic] : [])))].sort(),
      support: { ...support, origins: [...new Set(support.origins.map(originId))].sort() },
      contradictedBy: [...(against.get(lead) ?? [])].map(idOf).sort(),
      differs: pairs.flatMap(([a, b]) => differencesOf(versions.get(a)!, versions.get(b)!)),
    }
  })
  return { groups, origins }
}

/** By the leader of a group: its members that are one utterance, and the leaders of the groups that contradict it. */
function within(links: readonly JudgedPair[], leader: Int32Array) {
  const utterances = new Map<number, (readonly [number, number])[]>()
  const against = new Map<number, Set<number>>()
  for (const { a, b, type } of links) {
    const [x, y] = [leader[a]!, leader[b]!]
    if (type === 'contradicts' && x !== y) {
      against.set(x, (against.get(x) ?? new Set()).add(y))
      against.set(y, (against.get(y) ?? new Set()).add(x))
    } else if ((type === 'same-quote' || type === 'same-utterance') && x === y) {
      const list = utterances.get(x)
      if (list) list.push([a, b])
      else utterances.set(x, [[a, b]])
    }
  }
  return { utterances, against }
}
