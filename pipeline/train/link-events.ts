import * as z from 'zod'
import { articleOf } from '../1-read/article-of.ts'
import { linkInput, type LinkInput } from '../8-links/input.ts'
import { annotateAll } from '../annotate.ts'
import { matchOneToOne, Measure } from '../check/match.ts'
import { CLAIM_KINDS, COMMITMENTS, LINK_TYPES, STANCES, type AnnotatedArticle, type Claim, type Speaker } from '../model/schema.ts'
import type { Span } from '../model/span.ts'
import { readRows } from './read-rows.ts'

/** Gold of links: rows of articles with their claims, and rows of events with the links between claims, named `article#key`. */

const spanSchema = z.tuple([z.int().nonnegative(), z.int().positive()])
const hopSchema = z.object({ who: z.string(), speaker: spanSchema.nullish(), cue: spanSchema.nullish() })
const claimSchema = z.object({
  key: z.string(),
  who: z.array(z.string()),
  anonymous: z.boolean().default(false),
  kind: z.enum(CLAIM_KINDS),
  commitment: z.enum(COMMITMENTS).default('asserts'),
  stance: z.array(z.object({ target: z.string(), label: z.enum(STANCES) })).default([]),
  weak: z.boolean().default(false),
  content: z.array(spanSchema).min(1),
  speaker: spanSchema.nullable(),
  cue: spanSchema.nullable(),
  chain: z.array(hopSchema).default([]),
})
const goldSchema = z.union([
  z.object({ article: z.string(), claims: z.array(claimSchema) }),
  z.object({ cluster: z.string(), links: z.array(z.object({ type: z.enum(LINK_TYPES), members: z.array(z.string()).min(2) })) }),
])
const articleSchema = z.object({ id: z.string(), cluster: z.string(), text: z.string(), title: z.string().nullish(), outlet: z.string().nullish(), published: z.string().nullish() })

type GoldClaim = z.infer<typeof claimSchema>
export type GoldLink = { readonly type: (typeof LINK_TYPES)[number]; readonly members: readonly string[] }

/** One event: its articles with the claims of the gold and with those that the pipeline finds, and the gold's links. */
export interface LinkEvent {
  readonly cluster: string
  readonly given: readonly LinkInput[]
  readonly found: readonly LinkInput[]
  /** Gold's name `article#key` of a claim `article#id` that the pipeline found. */
  readonly nameOf: ReadonlyMap<string, string>
  /** Claims that are neither owed nor an error. */
  readonly weak: ReadonlySet<string>
  readonly links: readonly GoldLink[]
}

/**
 * The events of a file of gold and a file of articles, both JSONL.
 * @throws UserError naming file and line.
 */
export function readLinkEvents(goldFile: string, articlesFile: string): readonly LinkEvent[] {
  const gold = readRows(goldFile, goldSchema, 'gold of an article or of the links of an event')
  const articles = readRows(articlesFile, articleSchema, 'an article of an event')
  const annotated = annotateAll(articles.map(({ text, id, title, outlet, published }) => articleOf(text, { id, title: title ?? null, outlet: outlet ?? null, published: published ?? null })))
  return [...new Set(articles.map(({ cluster }) => cluster))].map((cluster) => {
    const own = articles.flatMap((article, i) => (article.cluster === cluster ? [{ article, ours: annotated[i]!, claims: goldOf(gold, article.id) }] : []))
    return {
      cluster,
      given: own.map(({ article, ours, claims }) => linkInput(withGold(ours, claims, article.text), article.text)),
      found: own.map(({ article, ours }) => linkInput(ours, article.text)),
      nameOf: new Map(own.flatMap(({ article, ours, claims }) => namesOf(ours, claims, article.text))),
      weak: new Set(own.flatMap(({ article, claims }) => claims.flatMap(({ key, weak }) => (weak ? [`${article.id}#${key}`] : [])))),
      links: gold.flatMap((row) => ('cluster' in row && row.cluster === cluster ? row.links : [])),
    }
  })
}

const goldOf = (gold: readonly z.infer<typeof goldSchema>[], id: string) => gold.flatMap((row) => ('article' in row && row.article === id ? row.claims : []))

/** How much of a content two claims must share to be one, by letters. */
const SAME_CONTENT = 0.5

function namesOf(ours: AnnotatedArticle, claims: readonly GoldClaim[], text: string): (readonly [string, string])[] {
  const measure = new Measure(text)
  const { pairs } = matchOneToOne({
    gold: claims,
    ours: ours.claims,
    score: ({ content, speaker }, claim) => {
      const iou = measure.iou(content.map(rangeOf), claim.content)
      const mention = speaker !== null && claim.speaker.mention !== null && measure.iou([rangeOf(speaker)], [claim.speaker.mention]) > 0
      return iou < SAME_CONTENT ? 0 : iou + (mention ? 0.001 : 0)
    },
  })
  return pairs.map(({ gold: { key }, ours: { id } }) => [`${ours.source.id}#${id}`, `${ours.source.id}#${key}`])
}

const rangeOf = ([start, end]: readonly [number, number]) => ({ start, end })

/** An article as the pipeline annotated it, with gold's claims and speakers in place of its own; what gold does not say of a speaker is taken from the pipeline's of that name. */
function withGold(ours: AnnotatedArticle, claims: readonly GoldClaim[], text: string): AnnotatedArticle {
  const names = [...new Set(claims.flatMap(({ who }) => who))]
  const unnamed = new Set(claims.flatMap(({ anonymous, who }) => (anonymous ? who : [])))
  const speakers = names.map((name, i): Speaker => {
    const known = ours.speakers.find((speaker) => speaker.name === name) ?? ours.speakers.find((speaker) => lastWord(speaker.name) === lastWord(name))
    return { id: `p${i}`, name, kind: unnamed.has(name) ? 'anonymous' : (known?.kind ?? 'person'), descriptions: known?.descriptions ?? [], mentions: [], anonymity: null }
  })
  const span = (range: readonly [number, number] | null | undefined): Span | null => (range ? { start: range[0], end: range[1], exact: text.slice(...range) } : null)
  return { ...ours, speakers, claims: claims.map((claim) => claimOf(claim, names, span)) }
}

const lastWord = (name: string) => name.split(' ').at(-1)

function claimOf(gold: GoldClaim, names: readonly string[], span: (range: readonly [number, number] | null | undefined) => Span | null): Claim {
  const content = gold.content.map((range) => span(range)!)
  const quoted = gold.kind === 'direct' ? content : content.flatMap(({ start, exact }) => [...exact.matchAll(/[“"][^”"]+[”"]/g)].map((m) => ({ start: start + m.index, end: start + m.index + m[0].length, exact: m[0] })))
  const first = content[0]!
  return {
    id: gold.key, kind: gold.kind, mode: 'speech', within: null, content, quoted, cue: span(gold.cue),
    speaker: { ids: gold.who.map((name) => `p${names.indexOf(name)}`), mention: span(gold.speaker), resolved: 'name', via: null },
    chain: gold.chain.map(({ who, speaker, cue }) => ({ name: who, speaker: names.includes(who) ? `p${names.indexOf(who)}` : null, mention: span(speaker), cue: span(cue) })),
    commitment: { label: gold.commitment, rule: 'gold', evidence: null },
    stance: gold.stance.map(({ target, label }) => ({ target: { text: target, span: null, topic: null }, label, rule: 'gold', evidence: first, confidence: 1 })),
    confidence: 1, why: [],
  }
}

/** What gold says of two claims: a type, null, or that they are one only by way of others, which is neither owed nor an error. */
export function implied({ links }: LinkEvent): (a: string, b: string) => GoldLink['type'] | 'implied' | null {
  const types = new Map<string, GoldLink['type']>()
  const root = new Map<string, string>()
  const find = (name: string): string => {
    const up = root.get(name)
    return up === undefined || up === name ? name : find(up)
  }
  for (const { type, members } of links)
    members.forEach((a, i) => members.slice(i + 1).forEach((b) => {
      const key = [a, b].sort().join('\n')
      const before = types.get(key)
      if (before === undefined || LINK_TYPES.indexOf(type) < LINK_TYPES.indexOf(before)) types.set(key, type)
      if (type === 'contradicts') return
      const [x, y] = [find(a), find(b)]
      root.set(x, y)
      root.set(y, y)
    }))
  return (a, b) => types.get([a, b].sort().join('\n')) ?? (root.has(a) && root.has(b) && find(a) === find(b) ? 'implied' : null)
}
