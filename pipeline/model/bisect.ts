/** Of the whole numbers below `end`, how many a condition holds for that holds for none behind the first it does not hold for. */
export function countWhile(end: number, holds: (i: number) => boolean): number {
  let low = 0
  for (let high = end; low < high; ) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
