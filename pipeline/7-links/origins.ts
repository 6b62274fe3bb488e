import { shortHash } from '../model/id.ts'
import type { Origin } from '../model/schema.ts'
import type { Span } from '../model/span.ts'
import { Sets, type NumberedLink } from './groups.ts'
import type { LinkInput } from './input.ts'
import { reportsOf } from './reports.ts'

/** A claim by its number, with where it stands. */
export interface Placed {
  readonly input: LinkInput
  readonly index: number
}

/** Names of agencies as credits give them, and words that stand for unnamed ones. Compiled by hand from general knowledge. */
const WIRES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\b(?:AP|Associated Press)\b/, 'Associated Press'],
  [/\bReuters\b/i, 'Reuters'],
  [/\b(?:AFP|Agence France-Presse)\b/, 'Agence France-Presse'],
  [/\b(?:UPI|United Press International)\b/, 'United Press International'],
  [/\b(?:PA|PA Media|Press Association)\b/, 'Press Association'],
  [/\bBloomberg\b/i, 'Bloomberg'],
  [/\b(?:DPA|dpa)\b/, 'Deutsche Presse-Agentur'],
  [/\bANSA\b/, 'ANSA'],
  [/\bEFE\b/, 'EFE'],
  [/\bXinhua\b/i, 'Xinhua'],
  [/\bTASS\b/i, 'TASS'],
  [/\bInterfax\b/i, 'Interfax'],
  [/\bKyodo\b/i, 'Kyodo News'],
  [/\b(?:PTI|Press Trust of India)\b/, 'Press Trust of India'],
  [/\b(?:ANI|Asian News International)\b/, 'Asian News International'],
  [/\b(?:Canadian Press)\b/, 'The Canadian Press'],
  [/\b(?:AAP|Australian Associated Press)\b/, 'Australian Associated Press'],
  [/\b(?:wires?|wire services?|news services?|agenc(?:y|ies))\b/i, 'unnamed wires'],
]
const UNNAMED = 'unnamed wires'

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
export function findOrigins(placed: readonly Placed[], links: readonly NumberedLink[], nameOf: (claim: number) => string): Origin[] {
  const ref = (n: number) => ({ article: placed[n]!.input.article, claim: placed[n]!.input.claims[placed[n]!.index]!.id })
  const origin = (kind: Origin['kind'], name: string, members: readonly number[], evidence: Tie['evidence']): Origin => ({
    id: `o${shortHash(kind, name, ...[...members].slice(0, 8).map((n) => `${ref(n).article} ${ref(n).claim}`))}`,
    kind,
    name,
    members: [...members].sort((x, y) => x - y).map(ref),
    evidence: evidence.map(({ article, span }) => ({ article, start: span.start, end: span.end, exact: span.exact })),
  })
  const articles = byArticle(placed)
  const ties = articles.flatMap(({ input, first }) => tiesOf(input, first))
  const merged = mergeTies(ties, links, placed.length)
  const copies = copiesOf(articles, links)
  const utterances = utterancesOf(placed, links, new Set(merged.flatMap((tie) => tie.members)))
  return [
    ...merged.map((tie) => origin(tie.kind, tie.name, tie.members, tie.evidence)),
    ...copies.map(({ name, members, evidence }) => origin('copy', name, members, evidence)),
    ...utterances.map((members) => origin('utterance', nameOf(members[0]!), members, members.map((n) => attested(placed[n]!)))),
  ]
}

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
  const wires = WIRES.flatMap(([pattern, name]) => {
    const evidence = input.credits.filter(({ exact }) => pattern.test(exact)).map(at)
    return evidence.length && rest.length ? [{ kind: 'wire' as const, name, members: rest, evidence }] : []
  })
  return [...reports, ...(wires.some(({ name }) => name !== UNNAMED) ? wires.filter(({ name }) => name !== UNNAMED) : wires)]
}

/** Joins the ties of one name between articles where a claim of one is linked to a claim of the other. */
function mergeTies(ties: readonly Tie[], links: readonly NumberedLink[], claims: number): Tie[] {
  const tiesOfClaim = new Map<number, number[]>()
  ties.forEach((tie, t) => tie.members.forEach((n) => tiesOfClaim.set(n, [...(tiesOfClaim.get(n) ?? []), t])))
  const sets = new Sets(ties.length)
  if (claims > 0)
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
function utterancesOf(placed: readonly Placed[], links: readonly NumberedLink[], accounted: ReadonlySet<number>): number[][] {
  const sets = new Sets(placed.length)
  const linked = new Set<number>()
  for (const { a, b, type } of links) {
    if (type !== 'same-quote' && type !== 'same-utterance') continue
    sets.join(a, b)
    linked.add(a).add(b)
  }
  const members = new Map<number, number[]>()
  placed.forEach((_, n) => {
    if (!linked.has(n) && accounted.has(n)) return
    const root = sets.find(n)
    const list = members.get(root)
    if (list) list.push(n)
    else members.set(root, [n])
  })
  return [...members.values()]
}
