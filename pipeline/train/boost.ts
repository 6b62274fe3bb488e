import { sigmoid, type Trees } from '../5-attribution/tagger/gbdt.ts'

/** `least` is the least sum of second derivatives in a leaf. */
const { trees, depth, rate, l2, least } = { trees: 150, depth: 4, rate: 0.08, l2: 5, least: 8 }
const BINS = 32

/** What a tree is grown on: features in bins, and first and second derivatives of the loss by row. */
interface Data {
  readonly cuts: readonly Float32Array[]
  readonly binned: readonly Uint8Array[]
  readonly g: Float64Array
  readonly h: Float64Array
}

interface Split {
  readonly feature: number
  readonly bin: number
}

/**
 * Gradient boosting on logistic loss (Friedman 2001, second order as in XGBoost) over binned features; every tree is
 * complete, a node without a useful split sends everything left.
 */
export function boost(rows: readonly Float32Array[], labels: readonly number[]): Trees {
  const n = rows.length
  const cuts = Array.from({ length: rows[0]?.length ?? 0 }, (_, f) => quantiles(rows.map((r) => r[f]!)))
  const binned = cuts.map((cut, f) => Uint8Array.from(rows, (r) => binOf(cut, r[f]!)))
  const data: Data = { cuts, binned, g: new Float64Array(n), h: new Float64Array(n) }
  const positive = labels.reduce((a, b) => a + b, 0)
  const bias = Math.log((positive + 1) / (n - positive + 1))
  const score = new Float64Array(n).fill(bias)
  const nodes = (1 << depth) - 1
  const features = new Uint8Array(trees * nodes)
  const bounds = new Float32Array(trees * nodes).fill(Infinity)
  const leaves = new Float32Array(trees * (nodes + 1))
  for (let t = 0; t < trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = sigmoid(score[i]!)
      data.g[i] = p - labels[i]!
      data.h[i] = p * (1 - p)
    }
    let level: (Int32Array | null)[] = [Int32Array.from({ length: n }, (_, i) => i)]
    for (let node = t * nodes, d = 0; d < depth; d++) {
      level = level.flatMap((members) => {
        const own = node++
        const split = members && bestSplit(data, members)
        if (!members || !split) return [members, null]
        features[own] = split.feature
        bounds[own] = cuts[split.feature]![split.bin]!
        const bins = binned[split.feature]!
        return [members.filter((i) => bins[i]! <= split.bin), members.filter((i) => bins[i]! > split.bin)]
      })
    }
    level.forEach((members, k) => {
      if (!members?.length) return
      const [g, h] = sums(data, members)
      const leaf = (-rate * g) / (h + l2)
      leaves[t * (nodes + 1) + k] = leaf
      for (const i of members) score[i]! += leaf
    })
  }
  return { depth, bias, features, bounds, leaves }
}

function sums({ g, h }: Data, members: Int32Array): [g: number, h: number] {
  let sg = 0, sh = 0
  for (const i of members) { sg += g[i]!; sh += h[i]! }
  return [sg, sh]
}

/** The split of a node's rows that gains most; null where none gains anything. */
function bestSplit(data: Data, members: Int32Array): Split | null {
  const { g, h, cuts } = data
  const [sg, sh] = sums(data, members)
  const parent = (sg * sg) / (sh + l2)
  const G = new Float64Array(BINS), H = new Float64Array(BINS)
  let best = 1e-3
  let found: Split | null = null
  for (const [feature, cut] of cuts.entries()) {
    if (!cut.length) continue
    G.fill(0)
    H.fill(0)
    const bins = data.binned[feature]!
    for (const i of members) { G[bins[i]!]! += g[i]!; H[bins[i]!]! += h[i]! }
    let lg = 0, lh = 0
    for (let bin = 0; bin < cut.length; bin++) {
      lg += G[bin]!
      lh += H[bin]!
      if (lh < least || sh - lh < least) continue
      const gain = (lg * lg) / (lh + l2) + ((sg - lg) * (sg - lg)) / (sh - lh + l2) - parent
      if (gain > best) { best = gain; found = { feature, bin } }
    }
  }
  return found
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
