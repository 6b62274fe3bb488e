/** A rising curve from a score to a probability: straight lines between knots. */
export interface Curve {
  readonly scores: Float32Array
  readonly chances: Float32Array
}

/** The calibrated probability of a score. */
export function calibrate({ scores, chances }: Curve, score: number): number {
  const n = scores.length
  if (n === 0) return score
  if (score <= scores[0]!) return chances[0]!
  if (score >= scores[n - 1]!) return chances[n - 1]!
  let k = 1
  while (scores[k]! < score) k++
  const share = (score - scores[k - 1]!) / (scores[k]! - scores[k - 1]! || 1)
  return chances[k - 1]! + share * (chances[k]! - chances[k - 1]!)
}
