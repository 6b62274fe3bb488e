import type { Passage } from './passage.ts'

/** The value of token i, or a mark for "before" or "behind the passage". */
export function at(values: Int32Array, i: number, p: Passage): number {
  return i < p.first ? 101 : i >= p.end ? 102 : values[i]!
}

/** A distance in tokens, in classes that widen. */
export function distance(d: number): number {
  return d <= 0 ? 0 : d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 24 ? 8 : 9
}
