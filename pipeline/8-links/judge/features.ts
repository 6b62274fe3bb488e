import type { SpeakerTie } from '../speakers/tie.ts'
import type { JudgedClaim } from './claim.ts'
import { placeOf, type Comparison } from './compare.ts'
import { Marks } from './marks.ts'
import { nearIn, NUMBER, type Vocabulary } from './vocabulary.ts'

/**
 * What the judge looks at, in words that a reader understands; the order is that of the weights. A word weighs by how rare it
 * is in English and by how few other claims of either article hold it.
 */
export const FEATURES = [
  'shared words', 'related words', 'shared of all words', 'shared of the shorter', 'shared or related of the shorter', 'shared or related of the longer',
  'rarest shared word', 'shared words, no names', 'how many shared, no names, up to three', 'shared neighbours', 'shared of the shorter, with the cue',
  'what the shorter says besides', 'words replaced', 'numbers that differ', 'speakers tied', 'same speaker', 'speaks for the other', 'speaker unknown', 'another speaker', 'fewer claims of the speaker', 'claims of the speaker',
  'same stance', 'both quoted', 'one quoted', 'both direct', 'same commitment', 'same commitment, not asserted', 'same cue', 'related cue', 'cue in content',
  'places apart', 'later place',
] as const

const TIED: Readonly<Record<SpeakerTie, number>> = { same: 4, alias: 3.5, spokesperson: 3, metonym: 3, unknown: 1, other: 0 }
const KINDS: Readonly<Record<JudgedClaim['row']['claim']['commitment'], number>> = { asserts: 0, hedges: 0, denies: 1, doubts: 1, asks: 2, demands: 3, promises: 4, declines: 5 }
const SIDES = { support: 1, conditional: 1, oppose: 2, open: 3 } as const
/** The least that a word weighs of its weight, however many claims hold it. */
const COMMON = 0.15
/** Of speakers that are not the same, as many claims are assumed in either article. */
const MANY = 20

/** From so many words on it does not matter how many are shared: one or two may be the topic's. */
const MANY_SHARED = 3

/** What two claims share, by the weight of words: the first part of what {@link featuresOf} looks at, and the cheapest. */
export interface Shares extends Readonly<ReturnType<typeof weighed>> {
  /** Of words that are related. */
  readonly related: number
  /** Shared or related, of the shorter and of the longer, 0 to 1. */
  readonly ofShorter: number
  readonly ofLonger: number
}

/** See {@link Shares}. Symmetric. */
export function sharesOf(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, compared: Comparison): Shares {
  const { inA, inB, shared, names, rarest, noNames } = weighed(vocabulary, a, b)
  let related = 0
  if (compared.related.length > 0) {
    const weight = weigher(vocabulary, a, b)
    for (const [x, y, near] of compared.related) related += near * Math.min(weight(x), weight(y))
  }
  return { inA, inB, shared, names, rarest, noNames, related, ofShorter: Math.min(1, ratio(shared + related, Math.min(inA, inB))), ofLonger: ratio(shared + related, Math.max(inA, inB)) }
}

/** The values of {@link FEATURES} for two claims. Symmetric. */
export function featuresOf(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, compared: Comparison, tie: SpeakerTie, shares: Shares): readonly number[] {
  const weight = weigher(vocabulary, a, b)
  const { inA, inB, shared, related, names, rarest, noNames } = shares
  const less = Math.min(inA, inB)
  const same = tie === 'same' || tie === 'alias'
  const [own, others] = same ? [a.own, b.own] : [MANY, MANY]
  const [x, y] = [a.row.claim, b.row.claim]
  const commitment = KINDS[x.commitment] === KINDS[y.commitment]
  const cue = cueTie(vocabulary, a, b)
  return [
    shared, related, ratio(shared, inA + inB - shared), ratio(shared, less), shares.ofShorter, shares.ofLonger,
    rarest, noNames, Math.min(MANY_SHARED, compared.shared.length - names), compared.neighbours, sharedWithCue(a, b, shares, weight),
    Math.max(0, less - shared - related), Math.max(replaced(vocabulary, a.words.order, b.words.order, compared.onlyA, compared.onlyB, compared), replaced(vocabulary, b.words.order, a.words.order, compared.onlyB, compared.onlyA, compared)), numbersApart(vocabulary, compared), TIED[tie], Number(same), Number(tie === 'spokesperson' || tie === 'metonym'), Number(tie === 'unknown'), Number(tie === 'other'), Math.log(Math.min(own, others)), Math.log(own * others),
    stanceTie(a, b), Number(x.quoted && y.quoted), Number(x.quoted !== y.quoted), Number(x.kind === 'direct' && y.kind === 'direct'),
    Number(commitment), Number(commitment && KINDS[x.commitment] > 0 && x.commitment === y.commitment), Number(cue.same), Number(cue.related), cue.inContent,
    Math.abs(a.place - b.place), Math.max(a.place, b.place),
  ]
}

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : 0)

/** The weight of a word for two claims: its rarity in English times the geometric mean of how far it tells in either article. */
function weigher({ weights }: Vocabulary, a: JudgedClaim, b: JudgedClaim): (id: number) => number {
  return (id) => weights[id]! * Math.sqrt(tellingIn(a, id) * tellingIn(b, id))
}

/** The weights of either claim's content words and of those that both have, all in one pass; how many of these are names, the heaviest, and the sum without names. */
function weighed(vocabulary: Vocabulary, { words: { content: x }, telling: inX }: JudgedClaim, { words: { content: y }, telling: inY }: JudgedClaim) {
  const { weights } = vocabulary
  let [i, j, names] = [0, 0, 0]
  let [inA, inB, shared, rarest, noNames] = [0, 0, 0, 0, 0]
  while (i < x.length || j < y.length) {
    const id = j === y.length || (i < x.length && x[i]! <= y[j]!) ? x[i]! : y[j]!
    const ofX = i < x.length && x[i] === id
    const ofY = j < y.length && y[j] === id
    const weight = weights[id]! * Math.sqrt((ofX ? tells(inX[i]!) : 1) * (ofY ? tells(inY[j]!) : 1))
    if (ofX) {
      inA += weight
      i++
    }
    if (ofY) {
      inB += weight
      j++
    }
    if (!ofX || !ofY) continue
    shared += weight
    rarest = Math.max(rarest, weight)
    if (vocabulary.isName(id)) names++
    else noNames += weight
  }
  return { inA, inB, shared, names, rarest, noNames }
}

const tells = (telling: number) => Math.max(COMMON, telling / 255)

/** How far a word tells a claim from the others of its article. A word that the claim does not have tells fully. */
function tellingIn({ words: { content }, telling }: JudgedClaim, id: number): number {
  const at = placeOf(content, id)
  return at < 0 ? 1 : tells(telling[at]!)
}

const BEHIND = new Marks()
const ONLY = new Marks()

/** How many content words that only one text has stand where the other has another word: both behind the same word, and not related. */
function replaced({ kinds }: Vocabulary, x: Int32Array, y: Int32Array, onlyX: readonly number[], onlyY: readonly number[], { related }: Comparison): number {
  if (onlyX.length === 0 || onlyY.length === 0) return 0
  BEHIND.set([])
  ONLY.set(onlyY)
  for (let j = 1; j < y.length; j++) if (ONLY.has(y[j]!)) BEHIND.add(y[j - 1]!)
  ONLY.set(onlyX)
  let count = 0
  for (let i = 1; i < x.length && count < MOST_REPLACED; i++)
    if (ONLY.has(x[i]!) && BEHIND.has(x[i - 1]!) && !(kinds[x[i]!]! & NUMBER) && !isRelated(related, x[i]!)) count++
  return count
}

const isRelated = (related: Comparison['related'], id: number) => related.some(([p, q]) => p === id || q === id)

const MOST_REPLACED = 3

/** How many numbers each has that the other does not have, at least. */
function numbersApart({ kinds }: Vocabulary, { onlyA, onlyB }: Comparison): number {
  const count = (ids: readonly number[]) => ids.reduce((sum, id) => sum + (kinds[id]! & NUMBER), 0)
  return Math.min(count(onlyA), count(onlyB))
}

/** Weight shared of the lighter claim, the words of the cues with those of the contents. */
function sharedWithCue(a: JudgedClaim, b: JudgedClaim, shares: Shares, weight: (id: number) => number): number {
  let { inA, inB, shared } = shares
  if (b.cue.some((id) => placeOf(a.words.content, id) >= 0)) {
    shared = 0
    for (const id of a.words.content) if (holds(b, id)) shared += weight(id)
  }
  for (const id of a.cue) {
    if (placeOf(a.words.content, id) >= 0) continue
    inA += weight(id)
    if (holds(b, id)) shared += weight(id)
  }
  for (const id of b.cue) if (placeOf(b.words.content, id) < 0) inB += weight(id)
  return shared / Math.max(0.1, Math.min(inA, inB))
}

const holds = ({ words: { content }, cue }: JudgedClaim, id: number) => placeOf(content, id) >= 0 || cue.includes(id)

/** 1 if they have a stance in common, -1 if they have contrary ones only, 0 if one has none. */
export function stanceTie({ row: { claim: x } }: JudgedClaim, { row: { claim: y } }: JudgedClaim): number {
  if (x.stance.length === 0 || y.stance.length === 0) return 0
  return x.stance.some((s) => y.stance.some((t) => SIDES[s.label] === SIDES[t.label])) ? 1 : -1
}

/** Verbs of plain saying tell nothing. */
const TELLING_CUE = 0.15
const RELATED_CUE = 0.5

function cueTie(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim) {
  const { weights } = vocabulary
  const same = a.cue.some((id) => weights[id]! > TELLING_CUE && b.cue.includes(id))
  const related = same || a.cue.some((x) => b.cue.some((y) => near(vocabulary, x, y) > RELATED_CUE))
  return { same, related, inContent: found(vocabulary, a.cue, b.words.content) + found(vocabulary, b.cue, a.words.content) }
}

const near = (vocabulary: Vocabulary, x: number, y: number) => (x === y ? 1 : nearIn(vocabulary.closeTo(x), y))

/** The weight of a cue's words that are in a content, by how close the closest word there is. */
function found(vocabulary: Vocabulary, cue: Int32Array, content: Int32Array): number {
  let sum = 0
  for (let i = 0; i < cue.length; i++) {
    let most = 0
    if (placeOf(content, cue[i]!) >= 0) most = 1
    else {
      const close = vocabulary.closeTo(cue[i]!)
      for (let j = 0; j < close.ids.length; j++) if (close.near[j]! > most && placeOf(content, close.ids[j]!) >= 0) most = close.near[j]!
    }
    sum += vocabulary.weights[cue[i]!]! * most
  }
  return sum
}
