import { areBarred } from '../8-links/judge/barred.ts'
import { judgedClaims, type JudgedClaim } from '../8-links/judge/claim.ts'
import { FEATURES } from '../8-links/judge/features.ts'
import type { LinkModel } from '../8-links/judge/model.ts'
import { compareClaims } from '../8-links/judge/pair.ts'
import { Vocabulary } from '../8-links/judge/vocabulary.ts'
import type { LinkInput } from '../8-links/input.ts'
import { rowsOf } from '../8-links/claims/rows.ts'
import { link } from '../8-links/link.ts'
import { mergeSpeakers } from '../8-links/speakers/speakers.ts'
import { articleOf, type LinkPair } from '../check/link-pairs.ts'
import { scoreLinks } from '../check/score-links.ts'
import { Tally } from '../check/tally.ts'
import { NO_CONFIG } from '../model/config.ts'
import { LINK_TYPES } from '../model/schema.ts'
import { implied, type LinkEvent } from './link-events.ts'
import { fitLogistic, scaleOf } from './logistic.ts'

/** One pair of claims of different articles with what gold says of it. */
interface LabelledPair {
  readonly features: readonly number[]
  readonly type: (typeof LINK_TYPES)[number] | null
}

/** What the judge is learned from: events, and pairs of claims that a person wrote as cases. */
export interface LinkGold {
  readonly events: readonly LinkEvent[]
  readonly cases: readonly LinkPair[]
}

const RIDGE = 20
/** From these probabilities on a pair is linked: where the cross-validated F1 is best, on gold's claims and on those found. */
const LEAST = { same: 0.35, utterance: 0.35 } as const

const isSame = ({ type }: LabelledPair) => type !== null && type !== 'contradicts'

/** The judge's weights from events with gold; claims of the gold and claims that the pipeline finds are both learned from. */
export function trainLinks({ events, cases }: LinkGold, about: string): LinkModel {
  const pairs = [
    ...events.flatMap((event) => [...pairsOf(event, event.given, (ref) => ref), ...pairsOf(event, event.found, (ref) => event.nameOf.get(ref) ?? null)]),
    ...cases.flatMap(pairOfCase),
  ]
  const { means, deviations } = scaleOf(pairs.map(({ features }) => features))
  const same = fitLogistic(pairs.map((pair) => ({ features: pair.features, is: isSame(pair) })), { means, deviations }, RIDGE)
  const utterance = fitLogistic(pairs.filter(isSame).map(({ features, type }) => ({ features, is: type !== 'same-claim' })), { means, deviations }, RIDGE)
  return { about, features: FEATURES, means: means.map(short), deviations: deviations.map(short), same: same.map(short), utterance: utterance.map(short), least: LEAST }
}

const short = (x: number) => Number(x.toPrecision(5))

/** Every pair of claims that may be one proposition, by the judge's own account; pairs with weak claims, and those that follow from gold's links unsaid, are left out. */
function pairsOf(event: LinkEvent, inputs: readonly LinkInput[], nameOf: (ref: string) => string | null): readonly LabelledPair[] {
  const vocabulary = new Vocabulary()
  const rows = rowsOf(inputs, mergeSpeakers(inputs, NO_CONFIG))
  const byArticle = inputs.map(({ article }) => judgedClaims(vocabulary, rows.filter((row) => row.article === article)))
  const said = implied(event)
  const pairs: LabelledPair[] = []
  byArticle.forEach((claims, i) => byArticle.slice(i + 1).forEach((others) => {
    for (const a of claims) for (const b of others) {
      const [x, y] = [a, b].map(({ row }) => nameOf(`${row.article}#${row.claim.id}`))
      if ([x, y].some((name) => name && event.weak.has(name))) continue
      const type = x && y ? said(x, y) : null
      if (type === 'implied') continue
      const seen = compareClaims(vocabulary, a, b)
      if (!areBarred(vocabulary, a, b, seen)) pairs.push({ features: seen.features(), type })
    }
  }))
  return pairs
}

/** The pair of a case, unless the judge bars it or it is linked otherwise than as one proposition. */
function pairOfCase({ a, b, link: type }: LinkPair): readonly LabelledPair[] {
  const vocabulary = new Vocabulary()
  const inputs = [articleOf('a', a), articleOf('b', b)]
  const [x, y] = rowsOf(inputs, mergeSpeakers(inputs, NO_CONFIG)).flatMap((row) => judgedClaims(vocabulary, [row])) as [JudgedClaim, JudgedClaim]
  const seen = compareClaims(vocabulary, x, y)
  return !areBarred(vocabulary, x, y, seen) && type !== 'contradicts' ? [{ features: seen.features(), type: type === 'none' ? null : type }] : []
}

/** Links of one event, given gold's claims and end to end, scored. */
function scoreEvent(event: LinkEvent, model: LinkModel): { readonly given: Tally; readonly found: Tally } {
  const pairs = event.links.flatMap(({ type, members }) => members.flatMap((a, i) => members.slice(i + 1).map((b) => ({ type, note: '', members: [a, b] as [string, string] }))))
  const score = (inputs: readonly LinkInput[], nameOf: (ref: string) => string) => {
    const tally = new Tally()
    scoreLinks({ cluster: event.cluster, links: pairs }, link(inputs, NO_CONFIG, model), ({ article, claim }) => nameOf(`${article}#${claim}`), event.weak, tally)
    return tally
  }
  return { given: score(event.given, (ref) => ref), found: score(event.found, (ref) => event.nameOf.get(ref) ?? ref.replace('#', '#?')) }
}

/** Each event scored with the weights learned from the others. */
export function crossValidate({ events, cases }: LinkGold): readonly { readonly cluster: string; readonly given: Tally; readonly found: Tally }[] {
  return events.map((event) => ({ cluster: event.cluster, ...scoreEvent(event, trainLinks({ events: events.filter((other) => other !== event), cases }, '')) }))
}
