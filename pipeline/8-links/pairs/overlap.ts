import { mayDeny } from '../judge/denial.ts'

/** How much two texts share, by which the nearest are chosen. */
export const scoreOf = ({ jaccard, contained }: Overlap): number => Math.fround(jaccard + contained)

/** What two texts share: weights as shares, 0 to 1, and the number of shared content words. */
export interface Overlap {
  readonly jaccard: number
  readonly contained: number
  readonly shared: number
}

/** The content words of a text: numbers in order, a part of a column, and their weight. */
export interface Content {
  readonly ids: Int32Array
  readonly from: number
  readonly to: number
  readonly weight: number
}

/** Shared weight over the weight of both texts and of the lighter: enough to tell near copies, and cheap. */
export function overlapOf(weights: readonly number[], x: Content, y: Content): Overlap {
  let weight = 0
  let shared = 0
  for (let i = x.from, j = y.from; i < x.to && j < y.to; ) {
    const d = x.ids[i]! - y.ids[j]!
    if (d === 0) {
      weight += weights[x.ids[i]!]!
      shared++
      i++
      j++
    } else if (d < 0) i++
    else j++
  }
  const both = x.weight + y.weight - weight
  const less = Math.min(x.weight, y.weight)
  return { jaccard: both ? weight / both : 0, contained: less ? weight / less : 0, shared }
}

/** So much alike that one may be a copy of the other. */
const COPIES = { all: 0.45, shorter: 0.7, words: 4 } as const
const isCopy = ({ jaccard, contained, shared }: Overlap): boolean => jaccard >= COPIES.all || (contained >= COPIES.shorter && shared >= COPIES.words)

/** Claims whose speakers are not tied are judged from this overlap on: share of all words, share of the shorter. */
const WORTH_JUDGING = { all: 0.2, shorter: 0.65, words: 3 } as const

/** Whether two texts share so much that their claims are judged whoever says them. */
const isAlike = ({ jaccard, contained, shared }: Overlap): boolean => jaccard >= WORTH_JUDGING.all || (contained >= WORTH_JUDGING.shorter && shared >= WORTH_JUDGING.words)

/** Of texts that are alike but no copies, and whose speakers nothing ties, each is judged with so many that share most with it. */
export const NEAREST = 12

/** What two texts are to each other before their claims are judged: near copies, related otherwise, alike only (then {@link NEAREST} bounds them), or nothing. */
export type Nearness = 'copies' | 'related' | 'alike'

/** What tells of a claim, besides its words and speakers, what it may be related to. */
export interface Nearing {
  readonly traits: number
}

/**
 * How near two texts are, by what they share and by their first claims: near copies; related by tied speakers, or as a denial and what may be denied; alike.
 * Null: not worth judging.
 */
export function nearnessOf<Claim extends Nearing>(overlap: Overlap, a: Claim, b: Claim, areTied: (a: Claim, b: Claim) => boolean): Nearness | null {
  if (isCopy(overlap)) return 'copies'
  if (mayDeny(a.traits, b.traits) || areTied(a, b)) return 'related'
  return isAlike(overlap) ? 'alike' : null
}
