import type { CommitmentLabel, Group } from '../model/schema.ts'
import { supportInWords } from '../model/support-words.ts'
import { originsOf, writtenGroup, type Output } from '../store/open.ts'

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

/** One member of a group: the outlet (or article), who is quoted there, and how they hold it. */
export interface SourceSummary {
  readonly article: string
  readonly outlet: string | null
  readonly speakers: readonly string[]
  readonly commitment: CommitmentLabel
}

/** How many groups of each sort are shown, and how many are read at most to find them. */
const SHOWN = 5
const READ = 50

/**
 * The groups with the most independent origins, carried by two articles or more, and those that another group contradicts; of their
 * claims those that are as sure as `minConfidence`.
 */
export function groupSummaries(output: Output, minConfidence: number): { supported: GroupSummary[]; contradicted: GroupSummary[] } {
  const summarize = (group: Group): GroupSummary => {
    const sources = readSources(group, output, minConfidence)
    const others = group.contradictedBy.flatMap((id) => groupsWhere(output, 'name = ?', id)).map((other) => ({ id: other.id, text: other.text, sources: readSources(other, output, minConfidence) }))
    return {
      id: group.id,
      text: group.text,
      articles: group.support.articles,
      independent: group.support.independent,
      support: supportInWords(group.support, originsOf(output, group), sources),
      sources,
      contradictedBy: others.filter((other) => other.sources.length > 0),
    }
  }
  return {
    supported: firstOf(groupsWhere(output, 'articles > 1'), summarize, ({ sources }) => new Set(sources.map(({ article }) => article)).size > 1),
    contradicted: firstOf(toldOnce(groupsWhere(output, 'contradicted > 0')), summarize, ({ sources, contradictedBy }) => sources.length > 0 && contradictedBy.length > 0),
  }
}

/** Groups with the most independent origins first, then of the most articles, then of the most members; the id last, so that the order is always the same. */
function groupsWhere(output: Output, condition: string, ...values: readonly string[]): readonly Group[] {
  const order = 'independent DESC, articles DESC, members DESC, name'
  return output.index.all<{ id: number }>(`SELECT id FROM groups WHERE mark IS NOT NULL AND ${condition} ORDER BY ${order} LIMIT ${2 * READ}`, ...values).flatMap(({ id }) => writtenGroup(output, id) ?? [])
}

/** The first {@link SHOWN} groups that hold when they are read. */
function firstOf(groups: readonly Group[], summarize: (group: Group) => GroupSummary, holds: (summary: GroupSummary) => boolean): GroupSummary[] {
  const found: GroupSummary[] = []
  for (const group of groups.slice(0, READ)) {
    if (found.length === SHOWN) break
    const summary = summarize(group)
    if (holds(summary)) found.push(summary)
  }
  return found
}

/** Of two groups that contradict each other, the better supported one tells both. */
function toldOnce(groups: readonly Group[]): readonly Group[] {
  const told = new Set<string>()
  return groups.filter(({ id, contradictedBy }) => {
    if (told.has(id)) return false
    for (const other of contradictedBy) told.add(other)
    return true
  })
}

function readSources(group: Group, { files }: Output, minConfidence: number): SourceSummary[] {
  return group.members.flatMap(({ article, claim: claimId }) => {
    const written = files.article(article)
    const claim = written?.claims.find(({ id }) => id === claimId)
    if (!written || claim === undefined || claim.confidence < minConfidence) return []
    const speakers = written.speakers.filter(({ id }) => claim.speaker.ids.includes(id)).map(({ name }) => name)
    return [{ article, outlet: written.source.outlet, speakers, commitment: claim.commitment.label }]
  })
}
