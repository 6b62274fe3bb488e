import type { LinkRows } from '../model/links-folder.ts'
import type { AnnotatedArticle } from '../model/schema.ts'
import { countWhile } from '../model/bisect.ts'
import { wordsOf } from '../store/claim.ts'
import { refKey } from '../model/id.ts'

export const TABLES = ['articles', 'claims', 'speakers', 'links', 'groups', 'origins'] as const
export type TableName = (typeof TABLES)[number]

export type Cell = string | number | null
export type ColumnType = 'text' | 'integer' | 'real'

/** A table with typed columns; a cell is null where nothing is known. */
export interface Table {
  readonly name: TableName
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[]
  /** Made one at a time, each time they are asked for. */
  readonly rows: Iterable<readonly Cell[]>
}

/** What is exported: what a run wrote, and the text of each article where it can still be had. */
export interface Exported {
  readonly articles: Iterable<AnnotatedArticle>
  readonly links: LinkRows | null
  readonly textOf: (article: AnnotatedArticle) => string | null
}

/** Several values in one cell. */
export const joined = (values: readonly string[]) => values.join(' | ')

const columns = (names: string) =>
  names.split(' ').map((each) => {
    const [name = '', type = 'text'] = each.split(':')
    return { name, type: type as ColumnType }
  })

/** What each item gives, made anew each time it is asked for. */
function rowsFor<Item, Made>(items: Iterable<Item> | undefined, make: (item: Item) => Made): Iterable<Made> {
  return {
    *[Symbol.iterator]() {
      for (const item of items ?? []) yield make(item)
    },
  }
}

/** The tables of these names. */
export function tablesOf(exported: Exported, names: readonly TableName[]): readonly Table[] {
  const builders: Readonly<Record<TableName, (exported: Exported) => Table>> = { articles, claims, speakers, links, groups, origins }
  return names.map((name) => builders[name](exported))
}

function articles({ articles: all }: Exported): Table {
  const rows = rowsFor(all, ({ source, claims: { length } }) => [source.id, source.title, joined(source.authors), source.published, source.outlet, source.url, source.path, source.textPath, source.sha256, source.encoding, source.length, length])
  return { name: 'articles', columns: columns('id title authors published outlet url path text_path sha256 encoding length:integer claims:integer'), rows }
}

/** Offsets in UTF-16 code units, as JavaScript counts, and in code points, as Python and R do; null where the text is gone. */
function claims({ articles: all, links: linked, textOf }: Exported): Table {
  const groupOf = new Map<string, string>()
  for (const { id, members } of linked?.groups ?? []) for (const member of members) groupOf.set(refKey(member), id)
  const registered = new Map<string, string>()
  for (const { id, members } of linked?.speakers ?? []) for (const { article, speaker } of members) registered.set(`${article}\n${speaker}`, id)
  const rowsOf = (article: AnnotatedArticle) => {
    const text = textOf(article)
    const points = text === null ? null : codePoints(text)
    const names = new Map(article.speakers.map(({ id, name }) => [id, name]))
    return article.claims.map((claim) => {
      const start = claim.content[0]!.start
      const end = claim.content.at(-1)!.end
      const ref = { article: article.source.id, claim: claim.id }
      return [
        ref.article,
        ref.claim,
        groupOf.get(refKey(ref)) ?? null,
        joined(claim.speaker.ids.map((id) => names.get(id) ?? id)),
        registered.get(`${ref.article}\n${claim.speaker.ids[0] ?? ''}`) ?? null,
        wordsOf(claim),
        joined(claim.content.map(({ exact }) => exact)),
        claim.cue?.exact ?? null,
        claim.speaker.mention?.exact ?? null,
        claim.speaker.resolved,
        joined(claim.chain.map(({ name }) => name)),
        claim.kind,
        claim.mode,
        claim.within,
        claim.commitment.label,
        joined(claim.stance.map(({ label, target }) => `${label}: ${target.text}`)),
        claim.confidence,
        start,
        end,
        points?.(start) ?? null,
        points?.(end) ?? null,
      ]
    })
  }
  const rows = {
    *[Symbol.iterator]() {
      for (const article of all) yield* rowsOf(article)
    },
  }
  const head = 'article claim group_id speakers speaker_id content exact cue mention resolved chain kind mode within commitment stance confidence:real start_utf16:integer end_utf16:integer start_codepoint:integer end_codepoint:integer'
  return { name: 'claims', columns: columns(head), rows }
}

function speakers({ links: linked }: Exported): Table {
  const rows = rowsFor(linked?.speakers, ({ id, name, kind, aliases, members }) => [id, name, kind, joined(aliases), new Set(members.map(({ article }) => article)).size])
  return { name: 'speakers', columns: columns('id name kind aliases articles:integer'), rows }
}

function links({ links: linked }: Exported): Table {
  const rows = rowsFor(linked?.links, ({ type, a, b, confidence, why }) => [type, a.article, a.claim, b.article, b.claim, confidence, joined(why)])
  return { name: 'links', columns: columns('type a_article a_claim b_article b_claim confidence:real why'), rows }
}

function groups({ links: linked }: Exported): Table {
  const rows = rowsFor(linked?.groups, ({ id, text, members, support, contested, contradictedBy, stances }) => [
    id,
    text,
    members.length,
    support.articles,
    support.outlets,
    support.independent,
    support.anonymous,
    joined(support.origins),
    joined(contested),
    joined(contradictedBy),
    joined(stances.map(({ label, target, speakers: who }) => `${who.join(', ')} ${label}: ${target}`)),
  ])
  return { name: 'groups', columns: columns('id text members:integer articles:integer outlets:integer independent:integer anonymous:integer origins contested contradicted_by stances'), rows }
}

function origins({ links: linked }: Exported): Table {
  const rows = rowsFor(linked?.origins, ({ id, kind, name, members, evidence }) => [id, kind, name, members.length, joined(members.map(({ article, claim }) => `${article}/${claim}`)), joined(evidence.map(({ exact }) => exact))])
  return { name: 'origins', columns: columns('id kind name claims:integer members evidence'), rows }
}

/** Turns offsets in UTF-16 code units into code points: the pairs of surrogates before each are counted once for the text. */
export function codePoints(text: string): (offset: number) => number {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index)
  return (offset) => offset - countWhile(pairs.length, (i) => pairs[i]! < offset)
}
