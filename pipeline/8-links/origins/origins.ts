import { OUTLETS } from '../../lexicon/outlets.ts'
import { shortHash } from '../../model/id.ts'
import type { ClaimRef, Origin } from '../../model/schema.ts'
import type { Span } from '../../model/span.ts'
import { Sets, type NumberedLink } from '../pairs/groups.ts'
import type { LinkInput } from '../input.ts'
import { reportsOf } from './reports.ts'

/** A claim by its number, with where it stands. */
export interface Placed {
  readonly input: LinkInput
  readonly index: number
  readonly ref: ClaimRef
}

const UNNAMED = 'unnamed wires'
/** Words of credits that name no agency. */
const UNNAMED_WIRES = /\b(?:wires?|wire services?|news services?|agenc(?:y|ies))\b/i
const WIRES = OUTLETS.filter(({ kind }) => kind === 'wire').flatMap(({ name, aliases }) =>
  [name, ...aliases].map((alias) => ({ name, pattern: new RegExp(`(?<!\\p{L})${alias.replace(/[.*+?]/g, '\\$&')}(?!\\p{L})`, 'u') })))

/** The agencies that a credit names (`PARIS (AP) -`), `unnamed wires` where it names none, or none where it is no wire credit. */
function agenciesOf(credit: string): readonly string[] {
  const named = [...new Set(WIRES.filter(({ pattern }) => pattern.test(credit)).map(({ name }) => name))]
  return named.length > 0 ? named : UNNAMED_WIRES.test(credit) ? [UNNAMED] : []
}

/** What may tie claims together before it is known with whom: one report or credit in one article. */
interface Tie {
  readonly kind: 'report' | 'wire'
  readonly name: string
  readonly members: readonly number[]
  readonly evidence: readonly { readonly article: string; readonly span: Span }[]
}

/**
 * The origins of all claims, from what the articles themselves say: reports of named outlets and what they reach, wire
 * credits, copied passages, and utterances. A report or credit of one article is the same as another's only where their
 * claims are linked. Every claim has at least one origin; a claim in several (an utterance known through a report) stands
 * and falls with each. `placed` lists the claims by number, article by article; `nameOf` gives a claim's speakers in words.
 */
export function findOrigins(placed: readonly Placed[], links: readonly NumberedLink[], nameOf: (claim: number) => string): { readonly origins: Origin[]; readonly ofClaim: readonly (readonly Origin[])[] } {
  const origins: Origin[] = []
  const ofClaim: Origin[][] = placed.map(() => [])
  const add = (kind: Origin['kind'], name: string, claims: readonly number[], evidence: Tie['evidence']): void => {
    const members = claims.map((n) => placed[n]!.ref)
    const { article, claim } = members[0]!
    const origin = { id: `o${shortHash(kind, name, article, claim)}`, kind, name, members, evidence: evidence.map(({ article: of, span }) => ({ article: of, ...span })) }
    origins.push(origin)
    for (const n of claims) ofClaim[n]!.push(origin)
  }
  const articles = byArticle(placed)
  const ties = mergeTies(articles.flatMap(({ input, first }) => tiesOf(input, first)), links)
  for (const tie of ties) add(tie.kind, tie.name, sorted(tie.members), tie.evidence)
  for (const { name, members, evidence } of copiesOf(articles, links)) add('copy', name, sorted(members), evidence)
  const accounted = new Set(ties.flatMap((tie) => tie.members))
  for (const claims of utterancesOf(placed.length, links, accounted)) add('utterance', nameOf(claims[0]!), claims, claims.map((n) => attested(placed[n]!)))
  return { origins, ofClaim }
}

const sorted = (claims: readonly number[]) => claims.toSorted((x, y) => x - y)

/** Where a claim's article says who said it: the mention, else the cue, else the content's first words. */
function attested({ input, index }: Placed) {
  const claim = input.claims[index]!
  return { article: input.article, span: claim.mention ?? claim.cue ?? claim.first }
}

interface ArticleClaims {
  readonly input: LinkInput
  readonly first: number
}

function byArticle(placed: readonly Placed[]): ArticleClaims[] {
  const articles: ArticleClaims[] = []
  placed.forEach(({ input, index }, n) => {
    if (index === 0) articles.push({ input, first: n })
  })
  return articles
}

function tiesOf(input: LinkInput, first: number): Tie[] {
  const at = (span: Span) => ({ article: input.article, span })
  const reports: Tie[] = reportsOf(input).map(({ name, members, evidence }) => ({
    kind: 'report', name, members: members.map((i) => first + i), evidence: evidence.map(at),
  }))
  const reported = new Set(reports.flatMap((report) => report.members))
  const rest = input.claims.map((_, i) => first + i).filter((n) => !reported.has(n))
  const credits = new Map<string, Span[]>()
  for (const credit of input.credits) for (const name of agenciesOf(credit.exact)) credits.set(name, [...(credits.get(name) ?? []), credit])
  if (credits.size > 1) credits.delete(UNNAMED)
  return [...reports, ...[...credits].map(([name, spans]) => ({ kind: 'wire' as const, name, members: rest, evidence: spans.map(at) })).filter(() => rest.length > 0)]
}

/** Joins the ties of one name between articles where a claim of one is linked to a claim of the other. */
function mergeTies(ties: readonly Tie[], links: readonly NumberedLink[]): Tie[] {
  if (ties.length === 0) return []
  const tiesOfClaim = new Map<number, number[]>()
  ties.forEach((tie, t) => tie.members.forEach((n) => tiesOfClaim.set(n, [...(tiesOfClaim.get(n) ?? []), t])))
  const sets = new Sets(ties.length)
  for (const { a, b, type } of links) {
    if (type === 'contradicts') continue
    for (const s of tiesOfClaim.get(a) ?? []) for (const t of tiesOfClaim.get(b) ?? []) {
      const [x, y] = [ties[s]!, ties[t]!]
      const asOne = x.kind === 'report' || type === 'same-quote' || type === 'same-utterance'
      if (x.kind === y.kind && x.name === y.name && x.name !== UNNAMED && asOne) sets.join(s, t)
    }
  }
  const merged = new Map<number, Tie>()
  ties.forEach((tie, t) => {
    const root = sets.find(t)
    const whole = merged.get(root)
    merged.set(root, whole ? { ...whole, members: [...whole.members, ...tie.members], evidence: [...whole.evidence, ...tie.evidence] } : tie)
  })
  return [...merged.values()]
}

/** From this many shared sentences on, or from one this long (in words), one article copied the other or both a third. */
const COPIED = { sentences: 2, words: 14 } as const

/** Pairs of articles that share sentences of their own words: their claims in those sentences and their linked claims. */
function copiesOf(articles: readonly ArticleClaims[], links: readonly NumberedLink[]) {
  const holders = new Map<string, { article: number; span: Span }[]>()
  articles.forEach(({ input }, article) => {
    for (const span of input.passages) {
      const key = span.exact.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
      const list = holders.get(key)
      if (list) list.push({ article, span })
      else holders.set(key, [{ article, span }])
    }
  })
  const pairs = new Map<string, { a: number; b: number; spans: [Span, Span][] }>()
  for (const list of holders.values())
    for (const other of list.slice(1)) {
      const [a, b] = [list[0]!, other]
      if (a.article === b.article) continue
      const key = `${a.article} ${b.article}`
      const pair = pairs.get(key) ?? { a: a.article, b: b.article, spans: [] }
      pair.spans.push([a.span, b.span])
      pairs.set(key, pair)
    }
  const articleOf = (n: number) => articles.findLastIndex(({ first }) => first <= n)
  const copied = [...pairs.values()].filter(({ spans }) => spans.length >= COPIED.sentences || spans.some(([s]) => s.exact.split(/\s+/).length >= COPIED.words))
  if (copied.length === 0) return []
  const linked = new Map<string, number[]>()
  for (const { a, b, type } of links)
    if (type !== 'contradicts') {
      const key = `${articleOf(a)} ${articleOf(b)}`
      linked.set(key, [...(linked.get(key) ?? []), a, b])
    }
  return copied.flatMap(({ a, b, spans }) => {
    const inside = (article: number, side: 0 | 1) =>
      articles[article]!.input.claims.flatMap((claim, i) =>
        spans.some((pair) => pair[side].start <= claim.start && claim.start < pair[side].end) ? [articles[article]!.first + i] : [])
    const members = new Set([...inside(a, 0), ...inside(b, 1), ...(linked.get(`${a} ${b}`) ?? []), ...(linked.get(`${b} ${a}`) ?? [])])
    const [x, y] = [articles[a]!.input, articles[b]!.input]
    const evidence = spans.flatMap(([s, t]) => [{ article: x.article, span: s }, { article: y.article, span: t }])
    return members.size > 1 ? [{ name: `${x.outlet ?? x.article} / ${y.outlet ?? y.article}`, members: [...members], evidence }] : []
  })
}

/** Claims that are one utterance, and every claim that nothing else accounts for, by itself. */
function utterancesOf(claims: number, links: readonly NumberedLink[], accounted: ReadonlySet<number>): Iterable<number[]> {
  const sets = new Sets(claims)
  const linked = new Uint8Array(claims)
  for (const { a, b, type } of links) {
    if (type !== 'same-quote' && type !== 'same-utterance') continue
    sets.join(a, b)
    linked[a] = linked[b] = 1
  }
  const members = new Map<number, number[]>()
  for (let n = 0; n < claims; n++) {
    if (!linked[n] && accounted.has(n)) continue
    const root = sets.find(n)
    const list = members.get(root)
    if (list) list.push(n)
    else members.set(root, [n])
  }
  return members.values()
}
