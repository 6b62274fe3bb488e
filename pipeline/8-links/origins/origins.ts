import { shortHash } from '../../model/id.ts'
import type { Group, Origin } from '../../model/schema.ts'
import type { Span } from '../../model/span.ts'
import type { ClaimRow } from '../row.ts'
import { speakerTie, tieKeys } from '../speakers/tie.ts'
import { outletKey } from './carriers.ts'
import { Passages, type Family } from './copies.ts'
import { independentOf } from './independent.ts'
import { Sets } from './sets.ts'
import { addTo, groupBy } from '../../model/group-by.ts'

/** What ties members of one group, by their index in it. `report`: how it came there rather than what was said. */
interface Tie {
  readonly report: boolean
  /** The reports and credits of single articles that it joins. */
  readonly carriers?: readonly string[]
  readonly kind: Origin['kind']
  readonly name: string
  readonly members: readonly number[]
  readonly evidence: readonly { readonly article: string; readonly span: Span }[]
}

/** What a group of claims traces back to, and how far that supports it. */
export interface Traced {
  readonly origins: readonly Origin[]
  /** For each origin, the reports and credits of single articles that it joins. */
  readonly reports: readonly (readonly string[])[]
  readonly support: Group['support']
}

/**
 * The origins of one group of claims, each with at least one. Members are tied by whatever may make one of two: who reported both
 * (named, credited, or by whose outlet both are), a passage that both hold, articles that are one text, what one person says (or who
 * speaks for them), one description without a name, nobody named in either. `utterances` are pairs of members judged to be one utterance;
 * `families` are the articles that are copies. What no sign ties counts apart, so that the number of independent origins is a lower bound
 * as far as the texts tell.
 */
export function traceGroup(rows: readonly ClaimRow[], utterances: readonly (readonly [number, number])[], families: ReadonlyMap<string, Family>): Traced {
  if (rows.length === 1) return traceOne(rows[0]!)
  const tied = [...carriedBy(rows), ...copiedTexts(rows, families), ...copiedPassages(rows)]
  const accounted = new Set(tied.flatMap(({ members }) => members))
  const spoken = spokenBy(rows, utterances).filter(({ members }) => members.length > 1 || !accounted.has(members[0]!))
  const ties = [...tied, ...spoken]
  const origins = ties.map((tie) => originOf(tie, rows))
  return { origins, reports: ties.map(({ carriers }) => carriers ?? []), support: supportOf(rows, ties, origins) }
}

/** The same for a group of one claim: it traces to who carried it, or to who says it. */
function traceOne(row: ClaimRow): Traced {
  const carried = row.carriers.length > 0 ? carriedBy([row]) : []
  const ties = carried.length > 0 ? carried : [spoken([row], [0])]
  const origins = ties.map((tie) => originOf(tie, [row]))
  const anonymous = row.speakers.every(({ kind }) => kind === 'anonymous')
  return { origins, reports: ties.map(({ carriers }) => carriers ?? []), support: { articles: 1, outlets: 1, origins: origins.map(({ id }) => id).sort(), independent: 1, anonymous: Number(anonymous), attested: 1 } }
}

function originOf({ kind, name, members, evidence }: Tie, rows: readonly ClaimRow[]): Origin {
  const refs = members.map((i) => ({ article: rows[i]!.article, claim: rows[i]!.claim.id }))
  return {
    id: `o${shortHash(kind, name, refs[0]!.article, refs[0]!.claim)}`,
    kind,
    name,
    members: refs,
    evidence: evidence.map(({ article, span: { start, end, exact } }) => ({ article, start, end, exact })),
  }
}

/** By the outlets and agencies that members came through; whose own article is of such an outlet, or of one outlet with another's, belongs to it. */
function carriedBy(rows: readonly ClaimRow[]): Tie[] {
  const byKey = new Map<string, { kind: 'report' | 'wire'; name: string; members: number[]; articles: Set<string>; ids: Set<string>; evidence: { article: string; span: Span }[] }>()
  const at = (key: string, name: string, kind: 'report' | 'wire') => {
    const tie = byKey.get(key) ?? { kind, name, members: [], articles: new Set<string>(), ids: new Set<string>(), evidence: [] }
    byKey.set(key, tie)
    return tie
  }
  rows.forEach(({ article, outlet, carriers }, i) => {
    for (const { key, id, name, kind, evidence } of carriers) {
      const tie = at(key, name, kind)
      if (kind === 'wire') tie.kind = kind
      tie.ids.add(id)
      tie.members.push(i)
      tie.articles.add(article)
      tie.evidence.push(...evidence.map((span) => ({ article, span })))
    }
    const own = outlet === null ? null : outletKey(outlet)
    if (own === null || carriers.some(({ key }) => key === own)) return
    const tie = at(own, outlet!, 'report')
    tie.members.push(i)
    tie.articles.add(article)
  })
  return [...byKey.values()]
    .filter(({ ids, articles }) => ids.size > 0 || articles.size > 1)
    .map(({ ids, kind, name, members, evidence }) => ({ report: true, carriers: [...ids], kind, name, members, evidence }))
}

/** By articles most of which is one text. */
function copiedTexts(rows: readonly ClaimRow[], families: ReadonlyMap<string, Family>): Tie[] {
  const sets = new Sets(rows.length)
  sets.joinByKey((i) => {
    const family = families.get(rows[i]!.article)
    return family === undefined ? [] : [family.id]
  })
  return sets.all().filter((members) => ofSeveralArticles(members, rows)).map((members) => ({
    report: true, kind: 'copy', name: 'articles of one text', members,
    evidence: members.map((i) => ({ article: rows[i]!.article, span: families.get(rows[i]!.article)!.evidence })),
  }))
}

/** By passages that the contents of members share word for word. */
function copiedPassages(rows: readonly ClaimRow[]): Tie[] {
  const byText = [...groupBy(rows.map((_, i) => i), (i) => rows[i]!.claim.text)].map(([text, members]) => ({ members, passages: new Passages(text) })) // most members of a large group have one text
  const sets = new Sets(byText.length)
  if (byText.length > 1) sets.joinByKey((i) => byText[i]!.passages.keys)
  return sets.all().flatMap((joined): Tie[] => {
    const texts = joined.map((i) => byText[i]!)
    const members = texts.flatMap((text) => text.members).sort((x, y) => x - y)
    if (texts[0]!.passages.keys.length === 0 || !ofSeveralArticles(members, rows)) return []
    const held = new Map<number, number>()
    for (const { passages, members: own } of texts.length > 1 ? texts : []) for (const key of new Set(passages.keys)) held.set(key, (held.get(key) ?? 0) + own.length)
    const spans = new Map(texts.flatMap(({ passages, members: own }) => own.map((i) => [i, passages.spanOfMost(held, rows[i]!.claim)] as const)))
    return [{ report: false, kind: 'copy', name: 'one passage', members, evidence: members.map((i) => ({ article: rows[i]!.article, span: spans.get(i)! })) }]
  })
}

/** Up to so many speakers are compared each with each; more that have a name in common are taken for one, since independence is a lower bound. */
const ALL_WITH_ALL = 200

/** The claims whose speakers may be tied: with a key or a first name in common. */
function blocksOf(claims: readonly number[], rows: readonly ClaimRow[]): readonly (readonly number[])[] {
  const blocks = new Map<string, number[]>()
  for (const claim of claims)
    for (const key of new Set(rows[claim]!.speakers.flatMap((speaker) => [...tieKeys(speaker), ...speaker.names.map((name) => name.split(' ')[0]!)]))) addTo(blocks, key, claim)
  return [...blocks.values()]
}

/** By who says it: one person or who speaks for them, one description, or nobody named. */
function spokenBy(rows: readonly ClaimRow[], utterances: readonly (readonly [number, number])[]): Tie[] {
  const sets = new Sets(rows.length)
  for (const [a, b] of utterances) sets.join(a, b)
  sets.joinByKey((i) => (rows[i]!.speakers.length === 0 ? ['nobody'] : rows[i]!.speakers.map(describedAs)))
  const different = [...new Map(rows.map(({ speakers }, i) => [speakers.map(({ id }) => id).join(), i] as const)).values()]
  for (const block of different.length <= ALL_WITH_ALL ? [different] : blocksOf(different, rows))
    block.forEach((a, k) => {
      if (block.length > ALL_WITH_ALL) sets.join(block[0]!, a)
      else for (const b of block.slice(k + 1)) if (!['other', 'unknown'].includes(speakerTie(rows[a]!.speakers, rows[b]!.speakers))) sets.join(a, b)
    })
  return sets.all().map((members) => spoken(rows, members))
}

const spoken = (rows: readonly ClaimRow[], members: readonly number[]): Tie => ({
  report: false,
  kind: 'utterance',
  name: rows[members.find((i) => rows[i]!.speakers.length > 0) ?? members[0]!]!.speakers.map(({ name }) => name).join(', ') || 'unknown',
  members,
  evidence: members.map((i) => ({ article: rows[i]!.article, span: attested(rows[i]!) })),
})

const BEHIND_HEAD = / (?:of|who|that|which|in|at|from|with|close|near|on|for|familiar|involved|to|whose|by)\b.*$/

/** One key for a speaker of the registry, or for all descriptions without a name that have one head noun: `two senior officials`, `an official`. */
function describedAs({ id, kind, name }: ClaimRow['speakers'][number]): string {
  if (kind !== 'anonymous' && kind !== 'group' && !/^\p{Ll}/u.test(name)) return id
  const head = name.toLowerCase().replace(BEHIND_HEAD, '').split(/\s+/).at(-1)!
  return `a ${head.replace(/(?:ies)$/, 'y').replace(/(?<=\p{L}{3})s$/u, '')}`
}

/** Where a claim's article says who said it: the mention, else the cue, else the content's first words. */
const attested = ({ claim }: ClaimRow): Span => claim.mention ?? claim.cue ?? claim.content[0]!

const ofSeveralArticles = (members: readonly number[], rows: readonly ClaimRow[]) => members.some((i) => rows[i]!.article !== rows[members[0]!]!.article)

/**
 * Articles, outlets (an article of unknown outlet counts as one), origins, and how many are independent: sets of members that no origin
 * and no article joins, and of whom one at least tells where it comes from (a claim that nobody is named for may come from any other);
 * `anonymous` of these rest on unnamed people alone. `attested` counts the articles so that only
 * reports, credits and copied articles join them: one utterance that three papers heard is attested three times.
 */
function supportOf(rows: readonly ClaimRow[], ties: readonly Tie[], origins: readonly Origin[]): Group['support'] {
  const joined = (some: readonly Tie[]) => {
    const sets = new Sets(rows.length)
    sets.joinByKey((i) => [rows[i]!.article])
    for (const { members } of some) for (const i of members) sets.join(members[0]!, i)
    return sets.all()
  }
  const sets = joined(ties)
  const independent = independentOf(rows, sets)
  return {
    articles: new Set(rows.map(({ article }) => article)).size,
    outlets: new Set(rows.map(({ outlet, article }) => (outlet === null ? `article ${article}` : `outlet ${outletKey(outlet)}`))).size,
    origins: origins.map(({ id }) => id).sort(),
    independent: independent.length,
    anonymous: independent.filter((members) => members.every((i) => rows[i]!.speakers.every(({ kind }) => kind === 'anonymous'))).length,
    attested: joined(ties.filter(({ report }) => report)).length,
  }
}
