/** Counts of one figure; they are summed over documents and divided once. */
export interface Counts {
  /** Gold items found. */
  readonly hits: number
  readonly gold: number
  readonly ours: number
  /** Claims that were found and whose field was stated, and of these how many have it wholly right. */
  readonly given: { readonly right: number; readonly of: number }
}

/** Precision, recall and F1; each null where nothing was counted that it could be a share of. */
export interface Figure extends Counts {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

const NONE: Counts = { hits: 0, gold: 0, ours: 0, given: { right: 0, of: 0 } }

/** Counts by layer, in the order in which the layers were first counted. */
export class Tally {
  private readonly byLayer = new Map<string, Counts>()

  add(layer: string, counts: Partial<Counts>): void {
    const before = this.byLayer.get(layer) ?? NONE
    this.byLayer.set(layer, {
      hits: before.hits + (counts.hits ?? 0),
      gold: before.gold + (counts.gold ?? 0),
      ours: before.ours + (counts.ours ?? 0),
      given: { right: before.given.right + (counts.given?.right ?? 0), of: before.given.of + (counts.given?.of ?? 0) },
    })
  }

  addAll(other: Tally): void {
    for (const [layer, counts] of other.byLayer) this.add(layer, counts)
  }

  figures(): ReadonlyMap<string, Figure> {
    return new Map([...this.byLayer].map(([layer, counts]) => [layer, figure(counts)]))
  }
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

/** Divides once. */
export function figure(counts: Counts): Figure {
  const { hits, gold, ours } = counts
  return { ...counts, precision: share(hits, ours), recall: share(hits, gold), f1: share(2 * hits, gold + ours) }
}

/** One predicted claim: how sure it was, and whether content and speaker's mention were right. */
export interface Graded {
  readonly confidence: number
  readonly right: boolean
}

/** Precision of the surest 25, 50, 75 and 100 % of the claims (ties in confidence fall on both sides of a cut alike). */
export function precisionAtCoverage(claims: readonly Graded[]): readonly { readonly coverage: number; readonly precision: number }[] {
  if (claims.length === 0) return []
  const sorted = claims.toSorted((a, b) => b.confidence - a.confidence)
  return [25, 50, 75, 100].map((coverage) => {
    const size = Math.max(1, Math.round((sorted.length * coverage) / 100))
    return { coverage, precision: expectedRight(sorted, size) / size }
  })
}

/** How many of the first `size` are right; among equals at the cut, their mean. */
function expectedRight(sorted: readonly Graded[], size: number): number {
  const cut = sorted[size - 1]?.confidence ?? 0
  const above = sorted.filter(({ confidence }) => confidence > cut)
  const level = sorted.filter(({ confidence }) => confidence === cut)
  const right = (claims: readonly Graded[]) => claims.filter((claim) => claim.right).length
  return right(above) + (right(level) * (size - above.length)) / level.length
}
