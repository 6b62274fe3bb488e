import type { ReviewArticle, ReviewState, Stated, Verdict } from '../state.ts'

/** One claim to judge: as it was found or added, and as it stands with what the person said. */
export interface Item {
  readonly id: string
  /** As it stands now. */
  readonly stated: Stated
  readonly verdict: Verdict | null
  /** Null: added by the person. */
  readonly confidence: number | null
  readonly links: ReviewArticle['found'][number]['links']
}

/** The claims in the order in which they are judged: least sure first, added ones last. */
export function itemsOf({ found }: ReviewArticle, { judged }: ReviewState): readonly Item[] {
  const verdicts = new Map(judged.map((one) => [one.claim, one]))
  const items = found.map((claim): Item => {
    const one = verdicts.get(claim.id)
    return { id: claim.id, stated: one?.stated ?? claim.stated, verdict: one?.verdict ?? null, confidence: claim.confidence, links: claim.links }
  })
  const added = judged.flatMap(({ claim, verdict, stated }): Item[] => (verdict === 'added' && stated !== null ? [{ id: claim, stated, verdict, confidence: null, links: [] }] : []))
  return [...items.toSorted((a, b) => (a.confidence ?? 1) - (b.confidence ?? 1)), ...added]
}

/** The state with another verdict on a claim; null takes it back. */
export function judge(state: ReviewState, claim: string, verdict: Verdict | null, stated: Stated | null = null): ReviewState {
  const at = state.judged.findIndex((one) => one.claim === claim)
  const now = verdict === null ? [] : [{ claim, verdict, stated }]
  return { ...state, judged: at === -1 ? [...state.judged, ...now] : state.judged.toSpliced(at, 1, ...now) }
}

/** The state with a claim as the person now states it: an added one stays added, another is mended. */
export function restate(before: ReviewState, item: Item, stated: Stated): ReviewState {
  return judge(before, item.id, item.verdict === 'added' ? 'added' : 'mended', stated)
}

/** The state with two claims held apart, or no longer. */
export function hold(before: ReviewState, claim: string, { same, article, claim: otherClaim }: Item['links'][number]): ReviewState {
  const verdict = same ? 'not-same' : 'not-contradicts'
  const at = before.apart.findIndex((one) => one.claim === claim && one.other.article === article && one.other.claim === otherClaim)
  const apart = at === -1 ? [...before.apart, { claim, other: { article, claim: otherClaim }, verdict } as const] : before.apart.toSpliced(at, 1)
  return { ...before, apart }
}
