import type { Quotation } from '../../model/layers.ts'
import { union, type Range } from '../../model/span.ts'
import { countWhile } from '../../model/bisect.ts'

/** Code units that share a bucket: a few sentences. */
const BLOCK = 1024

/** Items by where they lie in the text, so that looking for neighbours costs the same in an article and in a book. */
export class SpanIndex<T> {
  readonly #blocks = new Map<number, T[]>()
  readonly #places: (item: T) => readonly (Range | null)[]

  constructor(items: Iterable<T>, places: (item: T) => readonly (Range | null)[]) {
    this.#places = places
    for (const item of items) this.add(item)
  }

  /** Takes one more item in. */
  add(item: T): void {
    for (const place of this.#places(item)) {
      if (place === null) continue
      for (let block = Math.floor(place.start / BLOCK); block <= Math.floor(place.end / BLOCK); block++) {
        const known = this.#blocks.get(block)
        if (known === undefined) this.#blocks.set(block, [item])
        else if (!known.includes(item)) known.push(item)
      }
    }
  }

  /** The items that may touch a range, each once: those in its blocks, as they were added. */
  at({ start, end }: Range): readonly T[] {
    const first = Math.floor(start / BLOCK)
    const last = Math.floor(end / BLOCK)
    if (first === last) return this.#blocks.get(first) ?? []
    const found = new Set<T>()
    for (let block = first; block <= last; block++) for (const item of this.#blocks.get(block) ?? []) found.add(item)
    return [...found]
  }
}

/** The quotations that touch a range; outer ones are long, so the search goes back to the last one of depth 0. */
export function quotationsAt(quotations: readonly Quotation[], range: Range): readonly Quotation[] {
  let low = countWhile(quotations.length, (i) => quotations[i]!.start < range.start)
  while (low > 0 && (quotations[low]?.depth !== 0 || quotations[low]!.start >= range.start)) low--
  let end = low
  while (end < quotations.length && quotations[end]!.start < range.end) end++
  return quotations.slice(low, end)
}

/** Whether a range overlaps any of some ranges: a question that takes the logarithm of their number. */
export function overlapping(ranges: readonly Range[]): (range: Range) => boolean {
  const ends = union(ranges)
  return ({ start, end }) => {
    const next = ends[countWhile(ends.length, (i) => ends[i]!.end <= start)]
    return next !== undefined && next.start < end
  }
}
