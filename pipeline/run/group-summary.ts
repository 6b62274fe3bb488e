import { readFileSync } from 'node:fs'
import type { OutputFolder } from '../9-output/files.ts'
import type { AnnotatedArticle, Group, Links } from '../model/schema.ts'

/** One claim group for the summary: what is claimed, who carries it, who contradicts it. */
export interface GroupSummary {
  readonly id: string
  readonly text: string
  readonly articles: number
  readonly independent: number
  readonly sources: readonly SourceSummary[]
  readonly contradictedBy: readonly { readonly id: string; readonly text: string; readonly sources: readonly SourceSummary[] }[]
}

/** One member of a group: the outlet (or article) and who is quoted there. */
export interface SourceSummary {
  readonly article: string
  readonly outlet: string | null
  readonly speakers: readonly string[]
}

/** How many groups of each sort are shown. */
const SHOWN = 5

/** The groups with the most independent origins (two or more), and those that another group contradicts. */
export function groupSummaries(links: Links, out: OutputFolder): { supported: GroupSummary[]; contradicted: GroupSummary[] } {
  const byId = new Map(links.groups.map((group) => [group.id, group]))
  const summarize = (group: Group): GroupSummary => ({
    id: group.id,
    text: group.text,
    articles: group.support.articles,
    independent: group.support.independent,
    sources: sourcesOf(group, out),
    contradictedBy: group.contradictedBy.flatMap((id) => {
      const other = byId.get(id)
      return other ? [{ id, text: other.text, sources: sourcesOf(other, out) }] : []
    }),
  })
  const first = (groups: readonly Group[]) => [...groups].sort(bySupport).slice(0, SHOWN).map(summarize)
  const told: string[] = [] // of two groups that contradict each other, the first tells both
  const contradicted = [...links.groups].sort(bySupport).filter((group) => {
    if (!group.contradictedBy.length || told.includes(group.id)) return false
    if (told.length < 1000) told.push(...group.contradictedBy)
    return true
  })
  return { supported: first(links.groups.filter((group) => group.support.articles > 1)), contradicted: first(contradicted) }
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

function sourcesOf(group: Group, out: OutputFolder): SourceSummary[] {
  return group.members.flatMap(({ article, claim: claimId }) => {
    const written = JSON.parse(readFileSync(out.articlePath(article), 'utf8')) as AnnotatedArticle
    const claim = written.claims.find(({ id }) => id === claimId)
    const speakers = written.speakers.filter(({ id }) => claim?.speaker.ids.includes(id)).map(({ name }) => name)
    return [{ article, outlet: written.source.outlet, speakers }]
  })
}
