import { union, type Range } from '../model/span.ts'

/**
 * How much of a text two sets of ranges share, counted in letters and digits: quotation marks, commas and spaces at an edge are no
 * error. So that a leading "that" is none either, content leaves it out on both sides.
 */
export class Measure {
  /** `before[i]`: how many letters and digits stand before i. */
  private readonly before: Uint32Array

  constructor(readonly text: string) {
    this.before = new Uint32Array(text.length + 1)
    for (let i = 0; i < text.length; i++) this.before[i + 1] = this.count(i) + (/[\p{L}\p{N}]/u.test(text.charAt(i)) ? 1 : 0)
  }

  /** Intersection over union of two sets of ranges, 0 to 1. */
  iou(a: readonly Range[], b: readonly Range[]): number {
    const [x, y] = [union(a), union(b)]
    const shared = this.shared(x, y)
    return shared === 0 ? 0 : shared / (this.size(x) + this.size(y) - shared)
  }

  /** {@link iou} of two contents, each without a leading "that". */
  contentIou(a: readonly Range[], b: readonly Range[]): number {
    return this.iou(this.withoutThat(a), this.withoutThat(b))
  }

  /** Whether two mentions stand for the same words: none in both, or most of the shorter shared and ours not swollen. */
  sameMention(gold: readonly Range[], ours: readonly Range[]): boolean {
    const [x, y] = [union(gold), union(ours)]
    const [a, b, shared] = [this.size(x), this.size(y), this.shared(x, y)]
    return (a === 0 && b === 0) || (shared > 0 && 2 * shared >= Math.min(a, b) && b <= 3 * a + 40)
  }

  /** The share of `inner` that lies in `outer`. */
  coverage(outer: readonly Range[], inner: readonly Range[]): number {
    const [x, y] = [union(outer), union(inner)]
    const size = this.size(y)
    return size === 0 ? 0 : this.shared(x, y) / size
  }

  private count(at: number): number {
    return this.before[at] ?? 0
  }

  private size(ranges: readonly Range[]): number {
    return ranges.reduce((sum, { start, end }) => sum + this.count(end) - this.count(start), 0)
  }

  private shared(x: readonly Range[], y: readonly Range[]): number {
    let sum = 0
    for (const a of x)
      for (const b of y) {
        const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)]
        if (start < end) sum += this.count(end) - this.count(start)
      }
    return sum
  }

  private withoutThat(content: readonly Range[]): readonly Range[] {
    const [first, ...rest] = union(content)
    if (first === undefined) return []
    const that = /^[\s"'“”‘’`]*that\s+/iu.exec(this.text.slice(first.start, first.end))?.[0].length ?? 0
    return that < first.end - first.start ? [{ start: first.start + that, end: first.end }, ...rest] : [first, ...rest]
  }
}

export interface Pairing<G, P> {
  readonly pairs: readonly { readonly gold: G; readonly ours: P }[]
  readonly missed: readonly G[]
  readonly extra: readonly P[]
}

/**
 * Pairs gold with predictions one to one, best score first (ties: in order). A score of 0 is no pair.
 * The arguments are named, since a scorer that takes one for the other still gives plausible figures.
 */
export function matchOneToOne<G, P>({ gold, ours, score }: {
  readonly gold: readonly G[]
  readonly ours: readonly P[]
  readonly score: (gold: G, ours: P) => number
}): Pairing<G, P> {
  const cells = gold
    .flatMap((g, i) => ours.map((p, j) => ({ i, j, g, p, s: score(g, p) })))
    .filter(({ s }) => s > 0)
    .toSorted((a, b) => b.s - a.s || a.i - b.i || a.j - b.j)
  const [usedGold, usedOurs] = [new Set<number>(), new Set<number>()]
  const kept = cells.filter(({ i, j }) => {
    if (usedGold.has(i) || usedOurs.has(j)) return false
    usedGold.add(i)
    usedOurs.add(j)
    return true
  })
  return {
    pairs: kept.toSorted((a, b) => a.i - b.i).map(({ g, p }) => ({ gold: g, ours: p })),
    missed: gold.filter((_, i) => !usedGold.has(i)),
    extra: ours.filter((_, j) => !usedOurs.has(j)),
  }
}
