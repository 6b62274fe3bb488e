import { readFileSync } from 'node:fs'
import type { OutputFolder } from '../9-output/files.ts'
import type { AnnotatedArticle, Group, Links } from '../model/schema.ts'
import { supportInWords } from '../model/support-words.ts'

/** One claim group for the summary: what is claimed, who carries it, who contradicts it. */
export interface GroupSummary {
  readonly id: string
  readonly text: string
  readonly articles: number
  readonly independent: number
  /** The support in words, with the names of its origins. */
  readonly support: string
  readonly sources: readonly SourceSummary[]
  readonly contradictedBy: readonly { readonly id: string; readonly text: string; readonly sources: readonly SourceSummary[] }[]
}

/** One member of a group: the outlet (or article) and who is quoted there. */
export interface SourceSummary {
  readonly article: string
  readonly outlet: string | null
  readonly speakers: readonly string[]
}

/** How many groups of each sort are shown, and how many are read at most to find them. */
const SHOWN = 5
const READ = 50

/**
 * The groups with the most independent origins, carried by two articles or more, and those that another group contradicts; of their
 * claims those that are as sure as `minConfidence`.
 */
export function groupSummaries(links: Links, out: OutputFolder, minConfidence: number): { supported: GroupSummary[]; contradicted: GroupSummary[] } {
  const groups = new Map(links.groups.map((group) => [group.id, group]))
  const origins = new Map(links.origins.map((origin) => [origin.id, origin]))
  const sourcesOf = (group: Group) => readSources(group, out, minConfidence)
  const summarize = (group: Group): GroupSummary => {
    const sources = sourcesOf(group)
    const others = group.contradictedBy.flatMap((id) => groups.get(id) ?? []).map((other) => ({ id: other.id, text: other.text, sources: sourcesOf(other) }))
    return {
      id: group.id,
      text: group.text,
      articles: group.support.articles,
      independent: group.support.independent,
      support: supportInWords(group.support, group.support.origins.flatMap((id) => origins.get(id) ?? []), sources),
      sources,
      contradictedBy: others.filter((other) => other.sources.length > 0),
    }
  }
  const carried = links.groups.filter(({ support }) => support.articles > 1)
  return {
    supported: firstOf(carried, summarize, ({ sources }) => new Set(sources.map(({ article }) => article)).size > 1),
    contradicted: firstOf(toldOnce(links.groups), summarize, ({ sources, contradictedBy }) => sources.length > 0 && contradictedBy.length > 0),
  }
}

/** The first {@link SHOWN} groups in the order of their support that hold when they are read. */
function firstOf(groups: readonly Group[], summarize: (group: Group) => GroupSummary, holds: (summary: GroupSummary) => boolean): GroupSummary[] {
  const found: GroupSummary[] = []
  for (const group of [...groups].sort(bySupport).slice(0, READ)) {
    if (found.length === SHOWN) break
    const summary = summarize(group)
    if (holds(summary)) found.push(summary)
  }
  return found
}

/** Of two groups that contradict each other, the better supported one tells both. */
function toldOnce(groups: readonly Group[]): readonly Group[] {
  const told = new Set<string>()
  return groups.filter(({ contradictedBy }) => contradictedBy.length > 0).sort(bySupport).filter(({ id, contradictedBy }) => {
    if (told.has(id)) return false
    for (const other of contradictedBy) told.add(other)
    return true
  })
}

/** Most independent origins first, then articles, then members; the id last, so that the order is always the same. */
function bySupport(a: Group, b: Group): number {
  return (
    b.support.independent - a.support.independent ||
    b.support.articles - a.support.articles ||
    b.members.length - a.members.length ||
    (a.id < b.id ? -1 : 1)
  )
}

function readSources(group: Group, out: OutputFolder, minConfidence: number): SourceSummary[] {
  return group.members.flatMap(({ article, claim: claimId }) => {
    const written = JSON.parse(readFileSync(out.articlePath(article), 'utf8')) as AnnotatedArticle
    const claim = written.claims.find(({ id }) => id === claimId)
    if (claim === undefined || claim.confidence < minConfidence) return []
    const speakers = written.speakers.filter(({ id }) => claim.speaker.ids.includes(id)).map(({ name }) => name)
    return [{ article, outlet: written.source.outlet, speakers }]
  })
}
