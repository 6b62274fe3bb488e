import type { AnnotatedArticle, Claim } from '../model/schema.ts'
import type { Range } from '../model/span.ts'
import { CLAIM_LAYERS, type ClaimLayer, type Context, type Item } from './claim-layers.ts'
import type { Expected, ExpectedClaim } from './expected.ts'
import { matchOneToOne, Measure, type Pairing } from './match.ts'
import type { TargetMatcher } from './names.ts'
import { Tally, type Graded } from './tally.ts'

/** What the pipeline says about one text. */
export interface Answer {
  readonly article: AnnotatedArticle
  readonly quotations: readonly Range[]
}

/** One disagreement: where in the text, in which layer, and what was owed and found there. */
export interface Miss extends Range {
  readonly layer: string
  readonly verdict: 'missed' | 'wrong' | 'extra'
  /** The claim concerned, or null. */
  readonly key: string | null
  readonly gold: string | null
  readonly ours: string | null
}

export interface DocumentScore {
  readonly expected: Expected
  readonly tally: Tally
  readonly misses: readonly Miss[]
  /** The predicted claims that count, for precision by confidence. */
  readonly graded: readonly Graded[]
  /** Key of the expected claim for each predicted claim's id that was paired. */
  readonly keyOf: ReadonlyMap<string, string>
}

/** Compares one answer with what was expected. */
export function scoreDocument({ expected, answer, targets }: {
  readonly expected: Expected
  readonly answer: Answer
  readonly targets: TargetMatcher
}): DocumentScore {
  const tally = new Tally()
  const misses: Miss[] = []
  const { article } = answer
  const measure = new Measure(expected.text)
  for (const [layer, gold, ours] of [
    ['sentences', expected.sentences, article.sentences],
    ['quotations', expected.quotations, answer.quotations],
    ['boilerplate', expected.boilerplate, article.boilerplate],
  ] as const)
    if (gold !== null) misses.push(...scoreRanges({ layer, gold, ours, complete: expected.complete.has(layer), tally }))
  misses.push(...scoreProblems(expected, article, tally))

  const claims = pairClaims(expected, article.claims, measure)
  const context: Context = {
    measure,
    targets,
    nameOf: new Map(article.speakers.map(({ id, name }) => [id, name])),
    keyOf: claims.keyOf,
  }
  misses.push(...scoreContent(claims, expected, measure, tally))
  for (const layer of CLAIM_LAYERS) misses.push(...scoreLayer(layer, claims, expected, context, tally))
  return { expected, tally, misses: toldOnce(misses), graded: expected.complete.has('claims') ? grade(claims, measure) : [], keyOf: claims.keyOf }
}

/** A stance that is wrong as a whole is wrong with its target too; that is told once. */
function toldOnce(misses: readonly Miss[]): Miss[] {
  const same = (a: Miss, b: Miss) => a.key === b.key && a.verdict === b.verdict && a.gold === b.gold && a.ours === b.ours && a.start === b.start
  return misses.filter((miss) => miss.layer !== 'stance+target' || !misses.some((other) => other.layer === 'stance' && same(miss, other)))
}

/** Expected and predicted claims side by side. What gold calls weak is in none of the lists: neither owed nor an error. */
interface Claims {
  readonly pairs: Pairing<ExpectedClaim, Claim>['pairs']
  readonly missed: readonly ExpectedClaim[]
  /** Predicted where there is no claim. */
  readonly spurious: readonly Claim[]
  readonly keyOf: ReadonlyMap<string, string>
}

const samePlace = (a: Range, b: Range) => Number(a.start === b.start && a.end === b.end)

/** Ranges are right only where both ends are. */
function scoreRanges({ layer, gold, ours, complete, tally }: {
  layer: string
  gold: readonly Range[]
  ours: readonly Range[]
  complete: boolean
  tally: Tally
}): Miss[] {
  const { pairs, missed, extra } = matchOneToOne({ gold, ours, score: samePlace })
  tally.add(layer, { hits: pairs.length, gold: gold.length, ours: complete ? ours.length : pairs.length })
  const miss = (verdict: Miss['verdict']) => ({ start, end }: Range): Miss => ({ layer, verdict, start, end, key: null, gold: null, ours: null })
  return [...missed.map(miss('missed')), ...(complete ? extra.map(miss('extra')) : [])]
}

function scoreProblems(expected: Expected, article: AnnotatedArticle, tally: Tally): Miss[] {
  const raised = article.problems.map(({ code }) => code)
  const missing = expected.problems.filter((code) => !raised.includes(code))
  const hits = expected.problems.length - missing.length
  if (expected.problems.length > 0) tally.add('problems', { hits, gold: expected.problems.length, ours: hits })
  return missing.map((code) => ({ layer: 'problems', verdict: 'missed', key: null, gold: code, ours: raised.join(', ') || 'none', start: 0, end: expected.text.length }))
}

/** Claims pair by content, where a case marks none by cue, else by mention; of equal contents, the one of the same mention first. */
function pairClaims(expected: Expected, predicted: readonly Claim[], measure: Measure): Claims {
  const score = (gold: ExpectedClaim, ours: Claim): number => {
    const iou = likeness(gold, ours, measure)
    const sameSpeaker = measure.iou(gold.mention ?? [], mentionOf(ours)) > 0
    return iou >= 0.5 ? iou + (sameSpeaker ? 0.001 : 0) : 0
  }
  const { pairs, missed, extra } = matchOneToOne({ gold: expected.claims, ours: predicted, score })
  const forbidden = ({ content }: Claim) => expected.none.some((words) => measure.coverage([words], content) >= 0.5)
  return {
    pairs: pairs.filter(({ gold }) => !gold.weak),
    missed: missed.filter(({ weak }) => !weak),
    spurious: extra.filter((claim) => expected.complete.has('claims') || forbidden(claim)),
    keyOf: new Map(pairs.map(({ gold, ours }) => [ours.id, gold.key])),
  }
}

function likeness(gold: ExpectedClaim, ours: Claim, measure: Measure): number {
  if (gold.content.length > 0) return measure.contentIou(gold.content, ours.content)
  if (gold.cue !== undefined) return measure.iou(gold.cue, ours.cue === null ? [] : [ours.cue])
  return measure.iou(gold.mention ?? [], mentionOf(ours))
}

function scoreContent({ pairs, missed, spurious }: Claims, expected: Expected, measure: Measure, tally: Tally): Miss[] {
  const found = pairs.filter(({ gold }) => gold.content.length > 0)
  const exact = found.filter(({ gold, ours }) => measure.contentIou(gold.content, ours.content) === 1)
  const gold = found.length + missed.filter(({ content }) => content.length > 0).length
  const ours = found.length + spurious.length
  if (expected.claims.length > 0 || expected.complete.has('claims') || expected.none.length > 0) {
    tally.add('content', { hits: found.length, gold, ours })
    tally.add('content exact', { hits: exact.length, gold, ours })
  }
  return [
    ...missed.map((claim): Miss => ({ layer: 'content', verdict: 'missed', key: claim.key, gold: null, ours: null, ...placeOf(claim) })),
    ...spurious.map((claim): Miss => ({ layer: 'content', verdict: 'extra', key: null, gold: null, ours: describe(claim), ...hull(claim.content) })),
  ]
}

/** One layer over all claims of a text: counts end to end, and given the claim. Misses are told of claims that were found. */
function scoreLayer(layer: ClaimLayer, { pairs, missed, spurious }: Claims, expected: Expected, context: Context, tally: Tally): Miss[] {
  if (expected.claims.every((claim) => layer.owed(claim) === null)) return []
  const misses: Miss[] = []
  for (const { gold, ours } of pairs) {
    const owed = layer.owed(gold)
    if (owed === null) continue
    const found = layer.found(ours, context)
    const result = matchOneToOne({ gold: owed, ours: found, score: (a, b) => layer.agree(a, b, context) })
    const right = result.missed.length === 0 && result.extra.length === 0
    tally.add(layer.id, { hits: result.pairs.length, gold: owed.length, ours: found.length, given: { right: Number(right), of: 1 } })
    misses.push(...differences(layer.id, gold.key, result, hull(ours.content)))
  }
  for (const claim of missed) tally.add(layer.id, { gold: layer.owed(claim)?.length ?? 0 })
  for (const claim of spurious) tally.add(layer.id, { ours: layer.found(claim, context).length })
  return misses
}

/** A missed item and an extra one are told as one wrong answer. */
function differences(layer: string, key: string, { missed, extra }: Pairing<Item, Item>, content: Range): Miss[] {
  return Array.from({ length: Math.max(missed.length, extra.length) }, (_, i) => {
    const [gold, ours] = [missed[i], extra[i]]
    const place = gold !== undefined && gold.ranges.length > 0 ? hull(gold.ranges) : ours !== undefined && ours.ranges.length > 0 ? hull(ours.ranges) : content
    const verdict = gold === undefined ? 'extra' : ours === undefined ? 'missed' : 'wrong'
    return { layer, verdict, key, gold: gold?.shown ?? null, ours: ours?.shown ?? null, ...place }
  })
}

/** A predicted claim is right when its content is and its mention, where that was judged. */
function grade({ pairs, spurious }: Claims, measure: Measure): Graded[] {
  return [
    ...pairs.map(({ gold, ours }) => ({
      confidence: ours.confidence,
      right: gold.mention === undefined || measure.sameMention(gold.mention, mentionOf(ours)),
    })),
    ...spurious.map(({ confidence }) => ({ confidence, right: false })),
  ]
}

const mentionOf = ({ speaker }: Claim): readonly Range[] => (speaker.mention === null ? [] : [speaker.mention])

function placeOf({ content, cue, mention }: ExpectedClaim): Range {
  return hull(content.length > 0 ? content : (cue ?? mention ?? []))
}

/** From the first start to the last end. */
function hull(ranges: readonly Range[]): Range {
  return { start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) }
}

function describe({ cue, speaker }: Claim): string {
  return `${speaker.mention?.exact ?? 'nobody'} / ${cue?.exact ?? 'no cue'}`
}
