import type { Token } from '../model/layers.ts'

/** Index of the first token that ends behind `offset` (UTF-16 code units), by bisection; `tokens.length` if there is none. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
