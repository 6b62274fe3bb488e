import { readWords } from '../judge/compare.ts'
import { cueOf, type JudgedClaim } from '../judge/claim.ts'
import { judge } from '../judge/judge.ts'
import { shippedLinkModel, type LinkModel } from '../judge/model.ts'
import { traitsOf } from '../judge/traits.ts'
import { Vocabulary } from '../judge/vocabulary.ts'
import { partBlock } from '../pairs/blocks.ts'
import { ALL_WITH_ALL } from '../pairs/candidates.ts'
import { edgesByNumber, groupByLongest } from '../pairs/groups.ts'
import { NEAREST, nearnessOf, overlapOf, scoreOf, type Content, type Nearness } from '../pairs/overlap.ts'
import type { Judgement } from '../row.ts'
import { areTied } from '../speakers/tie.ts'
import type { PreparedClaim } from './claims.ts'

/** One text in a block: its first claim's place in the order, its length, and its rare words. */
export interface BlockMember {
  readonly text: string
  readonly article: string
  readonly n: number
  readonly length: number
  readonly rare: readonly number[]
}

/** A text with its claims in order: all of them for {@link judgeCopies}, for {@link judgePairs} the first four are enough; `count` is how many there are. */
export interface TextRow {
  readonly text: string
  readonly count: number
  readonly claims: readonly PreparedClaim[]
}

/** A pair of claims that was judged to be linked; a comes before b in the order. */
export interface JudgedRow extends Judgement {
  /** Whether a is the first of all claims with the text of both. */
  readonly copy?: boolean
  readonly a: { readonly article: string; readonly claim: string }
  readonly b: { readonly article: string; readonly claim: string }
}

/** The order of claims: by article, then by place in it. */
export const byOrder = (a: { readonly article: string; readonly n: number }, b: { readonly article: string; readonly n: number }): number =>
  a.article < b.article ? -1 : a.article > b.article ? 1 : a.n - b.n

/** The candidate pairs of the texts that share one key, the first in order first; `cut` is how many were left out of a block that is too large. A pair may come from several blocks. */
export function candidatePairs(block: readonly BlockMember[]): { readonly pairs: readonly (readonly [string, string])[]; readonly cut: number } {
  const members = block.toSorted(byOrder)
  const codes = new Set<number>()
  const add = (x: number, y: number) => void (x !== y && codes.add(Math.min(x, y) * members.length + Math.max(x, y)))
  const cut = partBlock(members.map((_, i) => i), { size: (i) => members[i]!.length, rare: (i) => members[i]!.rare }, (part, hub) => {
    part.forEach((x, i) => (hub < 0 ? part.slice(i + 1).forEach((y) => add(x, y)) : add(hub, x)))
  })
  return { pairs: [...codes].map((code) => [members[Math.floor(code / members.length)]!.text, members[code % members.length]!.text]), cut }
}

/** How near two texts are, and how much they share; see {@link nearnessOf}. */
export interface NearPair {
  readonly near: Nearness
  readonly score: number
}

/** Of candidate pairs of texts those that are near; null for the others, which are not judged. */
export function nearPairs(pairs: readonly (readonly [TextRow, TextRow])[], { vocabulary, read } = readTexts(pairs.flat())): readonly (NearPair | null)[] {
  return pairs.map(([x, y]) => {
    const [a, b] = [read(x.claims[0]!), read(y.claims[0]!)]
    const overlap = overlapBetween(vocabulary, a, b)
    const near = nearnessOf(overlap, a, b, areSpeakersTied)
    return near === null ? null : { near, score: scoreOf(overlap) }
  })
}

/** The least score that a pair of texts that are `alike` needs to be judged, by one of them: given the scores of all such pairs of a text. A pair is judged where it is enough for either. */
export function leastScore(scores: readonly number[]): number {
  return scores.length > NEAREST ? scores.toSorted((x, y) => y - x)[NEAREST - 1]! : 0
}

/** Which text stands for each of a component of texts that copies among {@link nearPairs} join, and how many it stands for. Texts that nothing joins stand for themselves, size 1. */
export function copyGroups(texts: readonly Omit<BlockMember, 'rare'>[], edges: readonly { readonly x: string; readonly y: string; readonly score: number }[]): readonly { readonly text: string; readonly lead: string; readonly size: number }[] {
  const members = texts.toSorted(byOrder)
  const place = new Map(members.map(({ text }, i) => [text, i]))
  const sorted = edges.map(({ x, y, score }) => ({ a: Math.min(place.get(x)!, place.get(y)!), b: Math.max(place.get(x)!, place.get(y)!), score })).sort((p, q) => p.a - q.a || p.b - q.b)
  const joined = edgesByNumber(members.length, (add) => sorted.forEach(({ a, b, score }) => add(a, b, score)))
  const leader = groupByLongest(Uint32Array.from(members, (_, i) => i).sort((x, y) => members[y]!.length - members[x]!.length || x - y), joined)
  const size = new Uint32Array(members.length)
  for (const lead of leader) size[lead]!++
  return members.map(({ text }, i) => ({ text, lead: members[leader[i]!]!.text, size: size[leader[i]!]! }))
}

/** Whether a near pair is left out: of many near copies each is judged with the one that stands for them only. */
export const isCut = (x: { readonly text: string; readonly lead: string; readonly size: number }, y: { readonly text: string; readonly lead: string }): boolean =>
  x.lead === y.lead && x.size > ALL_WITH_ALL && x.lead !== x.text && y.lead !== y.text

/** The links between the claims of pairs of texts that are near, pair by pair. Many pairs at a time cost less than one by one; the answers are the same. */
export function judgePairs(pairs: readonly (readonly [TextRow, TextRow])[], model: LinkModel = shippedLinkModel, { vocabulary, read } = readTexts(pairs.flat())): readonly (readonly JudgedRow[])[] {
  return pairs.map(([x, y]) => {
    const some = x.count * y.count <= ALL_WITH_ALL ? x.claims.flatMap((a) => y.claims.map((b) => [a, b] as const)) : [[x.claims[0]!, y.claims[0]!] as const]
    return some.flatMap(([a, b]) => judged(vocabulary, model, read, a, b))
  })
}

/**
 * The links between the claims of one text, which have the same words and speakers. Of many claims (`count`) those with the first only, so that
 * `claims` may be the first with any part of the others.
 */
export function judgeCopies({ claims, count }: TextRow, model: LinkModel = shippedLinkModel): readonly JudgedRow[] {
  if (claims.length < 2) return []
  const { vocabulary, read } = readTexts([{ claims }])
  const [first, ...others] = claims as [PreparedClaim, ...PreparedClaim[]]
  const among = count <= ALL_WITH_ALL ? others.flatMap((a, i) => others.slice(i + 1).map((b) => [a, b] as const)) : []
  const withFirst = others.flatMap((other) => judged(vocabulary, model, read, first, other)).map((row) => ({ ...row, copy: true }))
  return [...withFirst, ...among.flatMap(([a, b]) => judged(vocabulary, model, read, a, b))]
}

type Read = (claim: PreparedClaim) => JudgedClaim

function judged(vocabulary: Vocabulary, model: LinkModel, read: Read, x: PreparedClaim, y: PreparedClaim): readonly JudgedRow[] {
  if (x.row.article === y.row.article) return []
  const [a, b] = x.row.article < y.row.article ? [x, y] : [y, x]
  const found = judge(vocabulary, model, read(a), read(b))
  return found === null ? [] : [{ a: refOf(a), b: refOf(b), ...found }]
}

const refOf = ({ row: { article, claim } }: PreparedClaim) => ({ article, claim: claim.id })

const areSpeakersTied = (a: JudgedClaim, b: JudgedClaim) => areTied(a.speakers, b.speakers)
const overlapBetween = ({ weights }: Vocabulary, a: JudgedClaim, b: JudgedClaim) => overlapOf(weights, contentOf(a), contentOf(b))
const contentOf = ({ words: { content, weight } }: JudgedClaim): Content => ({ ids: content, from: 0, to: content.length, weight })

/** A vocabulary of all words of some texts, numbered by their spelling, and each claim as the judge takes it: for pairs of these. */
export function readTexts(texts: Iterable<Pick<TextRow, 'claims'>>): { readonly vocabulary: Vocabulary; readonly read: Read } {
  const vocabulary = new Vocabulary()
  const names = new Set<string>()
  for (const { claims } of new Set(texts))
    for (const { row: { claim }, names: own } of claims) {
      vocabulary.read(claim.text, false)
      if (claim.cue !== null) vocabulary.read(claim.cue.exact, false)
      for (const name of own) names.add(name)
    }
  vocabulary.renumber()
  vocabulary.words.forEach((_, id) => vocabulary.setName(id, names.has(vocabulary.key(id))))
  const known = new Map<PreparedClaim, JudgedClaim>()
  const read: Read = (claim) => {
    const { row, telling, own, place } = claim
    const before = known.get(claim)
    if (before !== undefined) return before
    const made: JudgedClaim = { row, speakers: row.speakers, day: row.day, words: readWords(vocabulary, row.claim.text, false), cue: cueOf(vocabulary, row.claim.cue?.exact ?? ''), telling: Uint8Array.from(telling), own, place, traits: traitsOf(row) }
    known.set(claim, made)
    return made
  }
  return { vocabulary, read }
}
