/** A boosted ensemble of binary trees over numbers, all of one depth, stored level by level. */
export interface Trees {
  readonly depth: number
  readonly bias: number
  /** For each tree 2^depth - 1 nodes: the feature asked, and the bound above which the right branch is taken. */
  readonly features: Uint8Array
  readonly bounds: Float32Array
  /** For each tree 2^depth leaves. */
  readonly leaves: Float32Array
}

/** The log odds that the ensemble gives. */
export function treesScore({ depth, bias, features, bounds, leaves }: Trees, x: Float32Array): number {
  const nodes = (1 << depth) - 1
  const trees = features.length / nodes
  let sum = bias
  for (let t = 0; t < trees; t++) {
    let node = 0
    for (let level = 0; level < depth; level++) node = 2 * node + (x[features[t * nodes + node]!]! > bounds[t * nodes + node]! ? 2 : 1)
    sum += leaves[t * (nodes + 1) + node - nodes]!
  }
  return sum
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
