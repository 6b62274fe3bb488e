import { LINK_TYPES, type AnnotatedArticle, type Links } from '../model/schema.ts'
import { foldWords } from '../text/fold.ts'
import type { GoldLinks, GoldOrigins, GoldSpeakers } from './gold.ts'
import { Tally } from './tally.ts'

/** Gold over the corpus. Claims are named `article#key`. */
export interface CorpusGold {
  readonly links: GoldLinks | null
  readonly origins: GoldOrigins | null
  readonly speakers: GoldSpeakers | null
}

/** A disagreement over two claims or speakers of different articles. */
export interface CorpusMiss {
  readonly layer: string
  readonly verdict: 'missed' | 'extra' | 'wrong'
  /** The case's title, where it is one of a case. */
  readonly title: string | null
  readonly gold: string | null
  readonly ours: string | null
  readonly pair: readonly [string, string]
}

type LinkType = (typeof LINK_TYPES)[number]
const CLASSES: readonly (readonly [layer: string, types: readonly LinkType[]])[] = [
  ['same-quote or same-utterance', ['same-quote', 'same-utterance']],
  ['any same-*', ['same-quote', 'same-utterance', 'same-claim']],
  ['contradicts', ['contradicts']],
]

/** One annotated article, and the key that gold gives to each of its claims, by id. */
export interface KeyedArticle {
  readonly article: AnnotatedArticle
  readonly keyOf: ReadonlyMap<string, string>
  /** Keys of claims that gold calls weak: links on them are neither owed nor an error. */
  readonly weak?: ReadonlySet<string>
}

/** Compares links, origins and merged speakers with gold. */
export function scoreCorpus({ gold, predicted, articles }: {
  readonly gold: CorpusGold
  readonly predicted: Links
  readonly articles: readonly KeyedArticle[]
}): { tally: Tally; misses: readonly CorpusMiss[] } {
  const tally = new Tally()
  const keys = new Map(articles.flatMap(({ article, keyOf }) => [...keyOf].map(([claim, key]) => [`${article.source.id}#${claim}`, key] as const)))
  /** Gold's name of a predicted claim; one that gold does not know is named so that it equals none. */
  const nameOf: NameOf = ({ article, claim }) => `${article}#${keys.get(`${article}#${claim}`) ?? `?${claim}`}`
  const weak = new Set(articles.flatMap(({ article, weak: own }) => [...(own ?? [])].map((key) => `${article.source.id}#${key}`)))
  const misses = [
    ...(gold.links === null ? [] : scoreLinks(gold.links, predicted, nameOf, weak, tally)),
    ...(gold.origins === null ? [] : scoreOrigins(gold.origins, gold.links, predicted, nameOf, tally)),
    ...(gold.speakers === null ? [] : scoreSpeakers(gold.speakers, predicted, articles.map(({ article }) => article), tally)),
  ]
  return { tally, misses }
}

export type NameOf = (ref: { readonly article: string; readonly claim: string }) => string

/** What follows from gold pairs (a = b, b = c) without being listed is neither owed nor an error. */
export function scoreLinks(gold: GoldLinks, predicted: Links, nameOf: NameOf, weak: ReadonlySet<string>, tally: Tally): CorpusMiss[] {
  const owed = new Pairs()
  const ours = new Pairs()
  const keep = (pairs: Pairs, a: string, b: string, type: LinkType) => {
    if (!weak.has(a) && !weak.has(b)) pairs.add(a, b, type)
  }
  for (const { type, members } of gold.links) keep(owed, members[0], members[1], type)
  for (const { type, a, b } of predicted.links) keep(ours, nameOf(a), nameOf(b), type)
  return CLASSES.flatMap(([layer, types]) => {
    const wanted = owed.ofTypes(types)
    const found = ours.ofTypes(types)
    const implied = types.includes('contradicts') ? () => false : closure(wanted)
    const missed = wanted.filter((pair) => !found.includes(pair))
    const extra = found.filter((pair) => !wanted.includes(pair) && !implied(pair))
    const hits = wanted.length - missed.length
    tally.add(layer, { hits, gold: wanted.length, ours: hits + extra.length })
    return missesOf(layer, missed, extra)
  })
}

/**
 * Pairs of claims that gold traces to one origin must share one of ours. A pair of different articles that shares one of ours
 * must be traced to one origin by gold, or be one utterance.
 */
function scoreOrigins(gold: GoldOrigins, links: GoldLinks | null, predicted: Links, nameOf: NameOf, tally: Tally): CorpusMiss[] {
  const owed = new Set(gold.flatMap(({ members }) => allPairs(members)))
  const tied = new Set(predicted.origins.flatMap(({ members }) => allPairs(members.map(nameOf))))
  const utterances = closure((links?.links ?? []).filter(({ type }) => type === 'same-quote' || type === 'same-utterance').map(({ members }) => pairOf(...members)))
  const missed = [...owed].filter((pair) => !tied.has(pair))
  const extra = [...tied].filter((pair) => acrossArticles(pair) && !owed.has(pair) && !utterances(pair))
  const hits = owed.size - missed.length
  tally.add('origins', { hits, gold: owed.size, ours: hits + extra.length })
  return missesOf('origins', missed, extra)
}

/** Speakers of different articles that go by names of one gold speaker must be one in the registry, others not. */
function scoreSpeakers(gold: GoldSpeakers, predicted: Links, articles: readonly AnnotatedArticle[], tally: Tally): CorpusMiss[] {
  const entity = new Map(gold.flatMap(({ name, aliases }) => [name, ...aliases].map((alias) => [foldWords(alias).join(' '), name] as const)))
  const registry = new Map(predicted.speakers.flatMap(({ id, members }) => members.map((member) => [`${member.article}\n${member.speaker}`, id] as const)))
  const known = articles.flatMap(({ source, speakers }) =>
    speakers.flatMap(({ id, name }) => {
      const is = entity.get(foldWords(name).join(' '))
      return is === undefined ? [] : [{ article: source.id, ref: `${source.id}#${name}`, is, merged: registry.get(`${source.id}\n${id}`) ?? `${source.id} ${id}` }]
    }),
  )
  const pairs = known.flatMap((a, i) => known.slice(i + 1).filter((b) => b.article !== a.article).map((b) => ({ pair: pairOf(a.ref, b.ref), same: a.is === b.is, merged: a.merged === b.merged })))
  const missed = pairs.filter(({ same, merged }) => same && !merged).map(({ pair }) => pair)
  const extra = pairs.filter(({ same, merged }) => merged && !same).map(({ pair }) => pair)
  const owed = pairs.filter(({ same }) => same).length
  tally.add('speakers merged', { hits: owed - missed.length, gold: owed, ours: owed - missed.length + extra.length })
  return missesOf('speakers merged', missed, extra)
}

/** Two names in a fixed order. */
type Pair = string
const pairOf = (a: string, b: string): Pair => [a, b].toSorted().join('\n')
const namesOf = (pair: Pair) => pair.split('\n') as [string, string]
const allPairs = (names: readonly string[]) => names.flatMap((a, i) => names.slice(i + 1).map((b) => pairOf(a, b)))

function acrossArticles(pair: Pair): boolean {
  const [a, b] = namesOf(pair).map((name) => name.slice(0, name.indexOf('#')))
  return a !== b
}

function missesOf(layer: string, missed: readonly Pair[], extra: readonly Pair[]): CorpusMiss[] {
  const miss = (verdict: CorpusMiss['verdict']) => (pair: Pair): CorpusMiss => ({ layer, verdict, title: null, gold: null, ours: null, pair: namesOf(pair) })
  return [...missed.map(miss('missed')), ...extra.map(miss('extra'))]
}

/** Pairs of different articles, each with the strongest type that it was given. */
class Pairs {
  private readonly types = new Map<Pair, LinkType>()

  add(a: string, b: string, type: LinkType): void {
    const pair = pairOf(a, b)
    const before = this.types.get(pair)
    if (acrossArticles(pair) && (before === undefined || LINK_TYPES.indexOf(type) < LINK_TYPES.indexOf(before))) this.types.set(pair, type)
  }

  ofTypes(types: readonly LinkType[]): Pair[] {
    return [...this.types].filter(([, type]) => types.includes(type)).map(([pair]) => pair)
  }
}

/** Whether two names are joined by a way of pairs. */
function closure(pairs: readonly Pair[]): (pair: Pair) => boolean {
  const root = new Map<string, string>()
  const find = (name: string): string => {
    const up = root.get(name)
    return up === undefined || up === name ? name : find(up)
  }
  for (const pair of pairs) {
    const [a, b] = namesOf(pair).map(find) as [string, string]
    root.set(a, b)
    root.set(b, b)
  }
  return (pair) => {
    const [a, b] = namesOf(pair)
    return root.has(a) && root.has(b) && find(a) === find(b)
  }
}
