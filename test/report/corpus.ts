import { readFileSync } from 'node:fs'
import { shortHash } from '../../pipeline/model/id.ts'
import { GrowingLines } from '../../pipeline/model/line-columns.ts'
import type { AnnotatedArticle, Group, Link, Links, Origin } from '../../pipeline/model/schema.ts'
import type { LinkFiles, ReportInput, ToReport } from '../../pipeline/report/input.ts'
import { annotated, marked } from '../support/annotated.ts'

/** A small invented corpus in which there is something to see on every page, and text that would break a careless one. */

const LONG_WORD = 'bridge'.repeat(1700)
export const HOSTILE = '<script>globalThis.broken = 1</script> "><img src=x onerror="globalThis.broken = 2"> </script> \u202egnp.exe \u2028 end'

const SOURCES: Readonly<Record<string, { readonly source: string; readonly about: object; readonly confidence?: readonly number[] }>> = {
  gazette: {
    source: '[content “The old bridge will be closed on Saturday,”] [cue said] [speaker Mayor Ann Roe].\n[content:2 Nobody will lose a job], [cue:2 according to] [speaker:2 two officials].\n---\nspeaker: Ann Roe\nstance: support closing the bridge\n2 speaker: two officials',
    about: { title: 'Bridge to close', outlet: 'Westport Gazette', published: '2025-03-01', url: 'https://gazette.example/bridge', authors: ['Cy Dunn'] },
  },
  herald: {
    source: 'The old town. [content “The bridge will be closed on Sunday,”] [speaker Roe] [cue told] the Gazette.\n[content:2 The bridge stays open], [cue:2 said] [speaker:2 Bo Lund].\n---\nspeaker: Ann Roe\nchain: Westport Gazette\n2 speaker: Bo Lund\n2 stance: oppose closing the bridge',
    about: { title: 'Lund fights for bridge', outlet: 'Herald', published: '2025-03-02', url: 'javascript:globalThis.broken=3' },
  },
  ledger: {
    source: '[content The bridge will close], [speaker the mayor] [cue said].\n[content:2 The moon is cheese], [cue:2 said] [speaker:2 Zed].\n---\nspeaker: Ann Roe\n2 speaker: Zed',
    about: { title: 'Town news', outlet: 'Ledger', published: '2025-03-04' },
    confidence: [0.8, 0.2],
  },
  hostile: {
    source: `[content ${HOSTILE.replace('\u2028', ' ')} ${LONG_WORD}] [cue said] [speaker <b>Eve</b>].\n---\nspeaker: <b>Eve</b>\nstance: support <img src=x onerror=alert(1)>`,
    about: { title: HOSTILE, outlet: '</script><script>globalThis.broken = 4</script>', published: null },
  },
}

export const TEXTS: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(SOURCES).map(([id, { source }]) => [id, marked(source).text]))

export const ARTICLES: readonly AnnotatedArticle[] = Object.entries(SOURCES).map(([id, { source, about, confidence }]) => withSureStances(annotated(source, { id, ...about }, confidence)))

function withSureStances(article: AnnotatedArticle): AnnotatedArticle {
  return { ...article, claims: article.claims.map((claim) => ({ ...claim, stance: claim.stance.map((stance) => ({ ...stance, confidence: 0.7 })) })) }
}

/** The id of an article's n-th claim. */
export function claimId(article: string, index: number): string {
  return ARTICLES.find(({ source }) => source.id === article)?.claims[index]?.id ?? ''
}

const ref = (article: string, index: number) => ({ article, claim: claimId(article, index) })
const words = (article: string, index: number, exact: string) => {
  const start = TEXTS[article]?.indexOf(exact) ?? -1
  return { ...ref(article, index), start, end: start + exact.length, exact }
}

const group = (id: string, text: string, members: Group['members'], about: Partial<Group>): Group => ({
  id,
  text,
  members,
  stances: [],
  contested: [],
  support: { articles: members.length, outlets: members.length, origins: [], independent: 2, anonymous: 0, attested: 2 },
  contradictedBy: [],
  differs: [],
  ...about,
})

const ORIGIN: Origin = {
  id: 'o1',
  kind: 'utterance',
  name: 'Ann Roe',
  members: [ref('gazette', 0), ref('herald', 0)],
  evidence: [{ article: 'gazette', start: 0, end: 5, exact: 'The old bridge will be closed on Saturday by the town' }],
}

const CONTRADICTION: Link = { type: 'contradicts', a: ref('gazette', 0), b: ref('herald', 1), confidence: 0.9, why: ['closed against open'], changes: [] }

export const LINKS: Links = {
  speakers: [
    { id: 's1', name: 'Ann Roe', kind: 'person', aliases: ['Roe'], members: ['gazette', 'herald', 'ledger'].map((article) => ({ article, speaker: 'p1' })) },
    { id: 's2', name: 'Bo Lund', kind: 'person', aliases: [], members: [{ article: 'herald', speaker: 'p2' }] },
  ],
  origins: [ORIGIN],
  links: [CONTRADICTION],
  groups: [
    group('g1', '“The old bridge will be closed on Saturday,”', [ref('gazette', 0), ref('herald', 0), ref('ledger', 0)], {
      support: { articles: 3, outlets: 3, origins: ['o1'], independent: 2, anonymous: 0, attested: 2 },
      contradictedBy: ['g2'],
      differs: [{ kind: 'date', a: words('gazette', 0, 'Saturday'), b: words('herald', 0, 'Sunday') }],
    }),
    group('g2', 'The bridge stays open', [ref('herald', 1)], { contradictedBy: ['g1'] }),
  ],
}

const bytesOf = (row: object) => Buffer.from(JSON.stringify(row))

/** Rows in the place of files of links: a row stands where its line would. */
export function linkFiles(links: Links): LinkFiles {
  return {
    rows: (name) => {
      let end = 0
      return links[name].map((row) => ({ row: row as never, at: (end += bytesOf(row).length + 1) - bytesOf(row).length - 1, size: bytesOf(row).length }))
    },
    columns: (name) => {
      const lines = new GrowingLines(name)
      for (const row of links[name]) lines.add(bytesOf(row).length + 1, bytesOf(row), 0, bytesOf(row).length)
      return lines.columns
    },
    row: (name, { at }) => {
      let end = 0
      return links[name].find((row) => (end += bytesOf(row).length + 1) > at) as never
    },
  }
}

/** The rows of a file of a report. */
export const rowsIn = <Row>(path: string) => JSON.parse(readFileSync(path, 'utf8').replace(/^claimtrace\("[^"]+",|\)\n$/g, '')) as readonly Row[]

/** An article as it is given to a report, its file told by all that it says. */
export const toReport = (article: AnnotatedArticle): ToReport => ({ id: article.source.id, of: shortHash(JSON.stringify(article)), read: () => article })

export const CORPUS: ReportInput = { articles: ARTICLES.map(toReport), links: linkFiles(LINKS), textOf: ({ source }) => TEXTS[source.id] ?? null, warnings: [], stamp: '' }

/** So many claims of one article, each in words of its own. */
export function longCorpus(claims: number): ReportInput {
  const lines = Array.from({ length: claims }, (_, i) => `[content:${i + 1} Bridge number ${i + 1} is shut], [speaker:${i + 1} Bo Lund] [cue:${i + 1} said].`)
  const facts = Array.from({ length: claims }, (_, i) => `${i + 1} speaker: Bo Lund`)
  const source = `${lines.join('\n')}\n---\n${facts.join('\n')}`
  return { articles: [toReport(annotated(source, { id: 'long', title: 'Bridges' }))], links: null, textOf: () => marked(source).text, warnings: [], stamp: '' }
}
