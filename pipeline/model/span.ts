/** A stretch of an article's text: UTF-16 code units, half open. Inside the pipeline, before anything is written. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A range written with the slice it covers, so that a reader can tell whether it still holds. */
export interface Span extends Range {
  readonly exact: string
}

/**
 * The only way to make a span: slices `text` itself, so `exact` cannot disagree with the offsets.
 * @throws RangeError if the range is empty, reversed, or not inside the text.
 * @example
 * anchor('She said so.', { start: 4, end: 8 }) // { start: 4, end: 8, exact: 'said' }
 */
export function anchor(text: string, range: Range): Span {
  const { start, end } = range
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length))
    throw new RangeError(`not a span of a text of ${text.length} code units: ${start} to ${end}`)
  return { start, end, exact: text.slice(start, end) }
}

/** {@link anchor} where there may be nothing to anchor. */
export function anchorOrNull(text: string, range: Range | null): Span | null {
  return range === null ? null : anchor(text, range)
}

/** Whether two ranges share at least one code unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `inner` lies in `outer`, equal ranges included. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** How many code units ranges cover that lie apart. */
export function sizeOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The same places as ranges in order, of which no two overlap or touch. */
export function union(ranges: readonly Range[]): Range[] {
  const parts: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = parts.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else parts.push({ start, end })
  }
  return parts
}

/** The range without white space at its ends, or null if nothing else is in it. */
export function trim(text: string, range: Range): Range | null {
  const raw = text.slice(range.start, range.end)
  const start = range.start + (raw.length - raw.trimStart().length)
  const end = range.end - (raw.length - raw.trimEnd().length)
  return start < end ? { start, end } : null
}
