import { expect, test } from 'vitest'
import { scoreCorpus, type CorpusGold, type KeyedArticle } from '../../pipeline/check/score-links.ts'
import type { LINK_TYPES, Links } from '../../pipeline/model/schema.ts'
import { annotated } from '../support/annotated.ts'

type LinkType = (typeof LINK_TYPES)[number]

const SAID = '[content Yes], [cue said] [speaker Ann Roe]. [content:2 No], [cue:2 said] [speaker:2 Bo Lund].\n---\nspeaker: Ann Roe\n2 speaker: Bo Lund'
/** Three articles of two claims each, which gold calls k1 and k2. */
const articles = ['a', 'b', 'c'].map((id) => {
  const article = annotated(SAID, { id })
  return { article, keyOf: new Map(article.claims.map((claim, i) => [claim.id, `k${i + 1}`])) }
})
const refOf = (name: string) => {
  const [article = '', key = ''] = name.split('#')
  const own = articles.find((each) => each.article.source.id === article)
  return { article, claim: [...(own?.keyOf ?? [])].find(([, each]) => each === key)?.[0] ?? key }
}
const NO_GOLD: CorpusGold = { links: null, origins: null, speakers: null }
const NO_LINKS: Links = { speakers: [], origins: [], links: [], groups: [] }

type Row = readonly [LinkType, string, string]
function score(gold: readonly Row[], ours: readonly Row[], keyed: readonly KeyedArticle[] = articles) {
  const { tally, misses } = scoreCorpus({
    gold: { ...NO_GOLD, links: { cluster: 'test', links: gold.map(([type, a, b]) => ({ type, members: [a, b], note: '' })) } },
    predicted: { ...NO_LINKS, links: ours.map(([type, a, b]) => ({ type, a: refOf(a), b: refOf(b), confidence: 1, why: [], changes: [] })) },
    articles: keyed,
  })
  const counts = (layer: string) => {
    const figure = tally.figures().get(layer)
    return [figure?.hits, figure?.gold, figure?.ours]
  }
  return { quote: counts('same-quote or same-utterance'), same: counts('any same-*'), contradicts: counts('contradicts'), misses }
}

test('links are compared as pairs, whatever their order', () => {
  expect(score([['same-quote', 'a#k1', 'b#k1']], [['same-utterance', 'b#k1', 'a#k1']])).toMatchObject({ quote: [1, 1, 1], same: [1, 1, 1], misses: [] })
})

test('same-claim counts among all that is the same, not among quotes', () => {
  expect(score([['same-quote', 'a#k1', 'b#k1']], [['same-claim', 'a#k1', 'b#k1']])).toMatchObject({ quote: [0, 1, 0], same: [1, 1, 1] })
})

test('a contradiction is no sameness', () => {
  expect(score([['contradicts', 'a#k1', 'b#k2']], [['same-claim', 'a#k1', 'b#k2']])).toMatchObject({ same: [0, 0, 1], contradicts: [0, 1, 0] })
})

test('what follows from gold pairs is neither owed nor an error', () => {
  const gold: Row[] = [['same-quote', 'a#k1', 'b#k1'], ['same-quote', 'b#k1', 'c#k1']]
  expect(score(gold, [...gold, ['same-quote', 'a#k1', 'c#k1']])).toMatchObject({ quote: [2, 2, 2], misses: [] })
})

test('links on claims that gold calls weak are neither owed nor an error', () => {
  const weak = articles.map((article) => ({ ...article, weak: new Set(['k2']) }))
  const rows: Row[] = [['same-quote', 'a#k1', 'b#k2'], ['same-quote', 'b#k1', 'c#k1']]
  expect(score(rows, [], weak).quote).toEqual([0, 1, 0])
  expect(score([], rows, weak).quote).toEqual([0, 0, 1])
})

test('a link to a claim that gold does not know is an error, one within an article is not counted', () => {
  expect(score([], [['same-quote', 'a#k1', 'b#unknown']]).quote).toEqual([0, 0, 1])
  expect(score([], [['same-quote', 'a#k1', 'a#k2']]).quote).toEqual([0, 0, 0])
})

function scoreOrigins(gold: readonly (readonly string[])[], ours: readonly (readonly string[])[], links: CorpusGold['links'] = null) {
  const { tally, misses } = scoreCorpus({
    gold: { ...NO_GOLD, links, origins: gold.map((members) => ({ origin: 'x', members, evidence: '' })) },
    predicted: { ...NO_LINKS, origins: ours.map((members, i) => ({ id: `o${i}`, kind: 'report', name: 'x', members: members.map(refOf), evidence: [] })) },
    articles,
  })
  const figure = tally.figures().get('origins')
  return { counts: [figure?.hits, figure?.gold, figure?.ours], misses }
}

test('origins are compared as the pairs of claims that they tie together', () => {
  expect(scoreOrigins([['a#k1', 'a#k2', 'b#k1']], [['a#k1', 'a#k2'], ['a#k1', 'b#k1']]).counts).toEqual([2, 3, 2])
})

test('two articles tied wrongly are an error, two claims of one article are not, nor one utterance', () => {
  expect(scoreOrigins([], [['a#k1', 'b#k1']]).counts).toEqual([0, 0, 1])
  expect(scoreOrigins([], [['a#k1', 'a#k2']]).counts).toEqual([0, 0, 0])
  const links = { cluster: 'test', links: [{ type: 'same-quote' as const, members: ['a#k1', 'b#k1'] as const, note: '' }] }
  expect(scoreOrigins([], [['a#k1', 'b#k1']], links).counts).toEqual([0, 0, 0])
})

/** Figures where the registry holds one speaker of these members. */
const merge = (members: readonly (readonly [string, string])[]) =>
  scoreCorpus({
    gold: { ...NO_GOLD, speakers: [{ name: 'Ann Roe', aliases: [], kind: 'person' }, { name: 'Bo Lund', aliases: [], kind: 'person' }] },
    predicted: { ...NO_LINKS, speakers: [{ id: 's1', name: 'x', kind: 'person', aliases: [], members: members.map(([article, speaker]) => ({ article, speaker })) }] },
    articles: articles.slice(0, 2),
  })
    .tally.figures()
    .get('speakers merged')

test('speakers of one name in gold must be one in the registry, others not', () => {
  expect(merge([['a', 'p1'], ['b', 'p1']])).toMatchObject({ hits: 1, gold: 2, ours: 1 })
  expect(merge([['a', 'p1'], ['b', 'p2']])).toMatchObject({ hits: 0, gold: 2, ours: 1 })
})
