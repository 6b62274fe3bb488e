import type { Curve } from '../5-attribution/tagger/calibration.ts'

/** One predicted probability and whether it came true. */
export interface Outcome {
  readonly chance: number
  readonly right: boolean
}

/** Isotonic regression (pool adjacent violators) over groups of about equal size, so that the curve stays short. */
export function fitCurve(outcomes: readonly Outcome[]): Curve {
  const groups = 40
  const sorted = [...outcomes].sort((x, y) => x.chance - y.chance)
  const pools: { n: number; right: number; sum: number }[] = []
  for (let g = 0; g < groups; g++) {
    const part = sorted.slice(Math.floor((g * sorted.length) / groups), Math.floor(((g + 1) * sorted.length) / groups))
    if (!part.length) continue
    let pool = { n: part.length, right: part.filter((o) => o.right).length, sum: part.reduce((s, o) => s + o.chance, 0) }
    while (pools.length && pools.at(-1)!.right / pools.at(-1)!.n >= pool.right / pool.n) {
      const last = pools.pop()!
      pool = { n: last.n + pool.n, right: last.right + pool.right, sum: last.sum + pool.sum }
    }
    pools.push(pool)
  }
  return { scores: Float32Array.from(pools, (p) => p.sum / p.n), chances: Float32Array.from(pools, (p) => p.right / p.n) }
}

/** A row of the reliability table: the claims whose probability lies in this tenth. */
export interface Reliability {
  readonly from: number
  readonly claims: number
  readonly said: number
  readonly right: number
}

/** Reliability by tenths, and the expected calibration error (mean distance between said and right, by share of claims). */
export function reliability(outcomes: readonly Outcome[]): { readonly rows: readonly Reliability[]; readonly error: number } {
  const rows = Array.from({ length: 10 }, (_, k) => {
    const part = outcomes.filter((o) => Math.min(9, Math.floor(o.chance * 10)) === k)
    const n = part.length || 1
    const said = part.reduce((s, o) => s + o.chance, 0) / n
    return { from: k / 10, claims: part.length, said, right: part.filter((o) => o.right).length / n }
  })
  const error = rows.reduce((s, r) => s + (r.claims / (outcomes.length || 1)) * Math.abs(r.said - r.right), 0)
  return { rows, error }
}
