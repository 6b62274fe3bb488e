import { sigmoid, type Trees } from '../5-attribution/tagger/gbdt.ts'

export interface BoostOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  readonly l2: number
  /** Least sum of second derivatives in a leaf. */
  readonly least: number
}

const BOOST_DEFAULTS: BoostOptions = { trees: 150, depth: 4, rate: 0.08, l2: 5, least: 8 }

const BINS = 32

/**
 * Gradient boosting on logistic loss (Friedman 2001, second order as in XGBoost) over binned features; every tree is
 * complete, a node without a useful split sends everything left.
 */
export function boost(rows: readonly Float32Array[], labels: readonly number[], options = BOOST_DEFAULTS): Trees {
  const { trees, depth, rate, l2, least } = options
  const width = rows[0]?.length ?? 0
  const n = rows.length
  const cuts = Array.from({ length: width }, (_, f) => quantiles(rows.map((r) => r[f]!)))
  const binned = Array.from({ length: width }, (_, f) => Uint8Array.from(rows, (r) => binOf(cuts[f]!, r[f]!)))
  const positive = labels.reduce((a, b) => a + b, 0)
  const bias = Math.log((positive + 1) / (n - positive + 1))
  const score = new Float64Array(n).fill(bias)
  const nodes = (1 << depth) - 1
  const features = new Uint8Array(trees * nodes)
  const bounds = new Float32Array(trees * nodes).fill(Infinity)
  const leaves = new Float32Array(trees * (nodes + 1))
  const g = new Float64Array(n), h = new Float64Array(n), at = new Int32Array(n)
  const G = new Float64Array(BINS), H = new Float64Array(BINS)
  for (let t = 0; t < trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = sigmoid(score[i]!)
      g[i] = p - labels[i]!
      h[i] = p * (1 - p)
    }
    at.fill(0)
    let level: (Int32Array | null)[] = [Int32Array.from({ length: n }, (_, i) => i)]
    for (let d = 0; d < depth; d++) {
      const below: (Int32Array | null)[] = []
      level.forEach((members, k) => {
        const node = (1 << d) - 1 + k
        const split = members && bestSplit(members)
        if (!members || !split) { below.push(members, null); return }
        features[t * nodes + node] = split.feature
        bounds[t * nodes + node] = cuts[split.feature]![split.bin]!
        const bins = binned[split.feature]!
        below.push(members.filter((i) => bins[i]! <= split.bin), members.filter((i) => bins[i]! > split.bin))
      })
      level = below
    }
    level.forEach((members, k) => {
      if (!members?.length) return
      let sg = 0, sh = 0
      for (const i of members) { sg += g[i]!; sh += h[i]! }
      const leaf = (-rate * sg) / (sh + l2)
      leaves[t * (nodes + 1) + k] = leaf
      for (const i of members) score[i]! += leaf
    })
  }
  return { depth, bias, features, bounds, leaves }

  function bestSplit(members: Int32Array): { feature: number; bin: number } | null {
    let sg = 0, sh = 0
    for (const i of members) { sg += g[i]!; sh += h[i]! }
    const parent = (sg * sg) / (sh + l2)
    let best = 1e-3
    let found: { feature: number; bin: number } | null = null
    for (let f = 0; f < width; f++) {
      const cut = cuts[f]!
      if (!cut.length) continue
      G.fill(0)
      H.fill(0)
      const bins = binned[f]!
      for (const i of members) { G[bins[i]!]! += g[i]!; H[bins[i]!]! += h[i]! }
      let lg = 0, lh = 0
      for (let b = 0; b < cut.length; b++) {
        lg += G[b]!
        lh += H[b]!
        if (lh < least || sh - lh < least) continue
        const gain = (lg * lg) / (lh + l2) + ((sg - lg) * (sg - lg)) / (sh - lh + l2) - parent
        if (gain > best) { best = gain; found = { feature: f, bin: b } }
      }
    }
    return found
  }
}

/** Up to BINS - 1 bounds that part the values evenly. */
function quantiles(values: readonly number[]): Float32Array {
  const sorted = Float32Array.from(values).sort()
  const out = new Set<number>()
  for (let b = 1; b < BINS; b++) out.add(sorted[Math.floor((b * sorted.length) / BINS)]!)
  out.delete(sorted.at(-1)!)
  return Float32Array.from(out).sort()
}

function binOf(cuts: Float32Array, value: number): number {
  let b = 0
  while (b < cuts.length && value > cuts[b]!) b++
  return b
}
