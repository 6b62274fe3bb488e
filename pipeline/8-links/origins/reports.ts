import type { Speaker } from '../../model/schema.ts'
import type { Span } from '../../model/span.ts'
import type { LinkClaim, LinkInput } from '../input.ts'

/** One outlet's report as an article passes it on: claims by index, and where the outlet is named. */
export interface Report {
  readonly name: string
  readonly members: readonly number[]
  readonly evidence: readonly Span[]
}

/** Two mentions of one outlet within this many paragraphs are one report. */
const SAME_REPORT_PARAGRAPHS = 4
/** Of one report, so many places that name the outlet are kept. */
const MOST_EVIDENCE = 3

interface Open {
  name: string
  members: number[]
  evidence: Span[]
  lastParagraph: number
}

/**
 * The reports of other outlets in one article. A report that is named once (`This is reported by the Harbour Times,
 * citing officials`) reaches what goes on from it: nested claims, the same speaker continued, and unnamed sources in
 * the same or the next paragraph, until somebody with a name takes over.
 */
export function reportsOf(input: Pick<LinkInput, 'speakers' | 'claims'>): Report[] {
  const reports: Open[] = []
  const latest = new Map<string, Open>()
  const people = new Map(input.speakers.map((speaker) => [speaker.id, speaker]))
  const publications = new Map(input.speakers.flatMap((speaker) => (speaker.kind === 'publication' ? [[speaker.name, speaker] as const] : [])))
  const known: Known = { people, publications }
  const covered = new Map<number, Open>()
  const indexOf = new Map(input.claims.map((claim, i) => [claim.id, i]))
  let current: Open | null = null
  input.claims.forEach((claim, i) => {
    const carriers = carriersOf(claim, known)
    const outer = claim.within === null ? undefined : covered.get(indexOf.get(claim.within) ?? -1)
    for (const { name, evidence } of carriers) {
      const before = latest.get(name)
      const report = before && claim.paragraph - before.lastParagraph <= SAME_REPORT_PARAGRAPHS ? before : { name, members: [], evidence: [], lastParagraph: claim.paragraph }
      if (report !== before) reports.push(report)
      latest.set(name, report)
      if (evidence && report.evidence.length < MOST_EVIDENCE && !report.evidence.some((span) => span.start === evidence.start)) report.evidence.push(evidence)
      cover(report, i, claim)
    }
    if (carriers.length) current = covered.get(i) ?? null
    else if (outer) cover(outer, i, claim)
    else if (current && goesOn(claim, input.claims[i - 1], { report: current, i, people })) cover(current, i, claim)
    else if (claim.within === null) current = null
  })
  return reports.filter((report) => report.evidence.length > 0)

  function cover(report: Open, i: number, claim: LinkClaim): void {
    if (report.members.at(-1) !== i) report.members.push(i)
    report.lastParagraph = Math.max(report.lastParagraph, claim.lastParagraph)
    covered.set(i, report)
  }
}

interface Known {
  readonly people: ReadonlyMap<string, Speaker>
  /** By name. */
  readonly publications: ReadonlyMap<string, Speaker>
}

/** The outlets that a claim's text names as having reported it: as its speaker or in its chain. */
function carriersOf(claim: LinkClaim, { people, publications }: Known): readonly { readonly name: string; readonly evidence: Span | null }[] {
  const publication = (id: string | null) => {
    const speaker = id === null ? undefined : people.get(id)
    return speaker?.kind === 'publication' ? speaker : undefined
  }
  const speakers = claim.speakers.flatMap((id) => publication(id)?.name ?? [])
  const hops = claim.chain.flatMap((hop) => {
    const named = publication(hop.speaker) ?? publications.get(hop.name)
    return named ? [{ name: named.name, evidence: hop.mention }] : []
  })
  return [...speakers.map((name) => ({ name, evidence: claim.mention })), ...hops]
}

function goesOn(claim: LinkClaim, before: LinkClaim | undefined, { report, i, people }: { readonly report: Open; readonly i: number; readonly people: Known['people'] }): boolean {
  if (claim.paragraph - report.lastParagraph > 1) return false
  if (claim.continued && before && report.members.at(-1) === i - 1 && claim.speakers.join() === before.speakers.join()) return true
  return claim.speakers.every((id) => people.get(id)?.kind === 'anonymous') && claim.chain.length === 0
}
