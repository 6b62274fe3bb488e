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
  for (let t = 0, root = 0, leaf = 0; t < trees; t++, root += nodes, leaf += nodes + 1) {
    let node = 0
    for (let level = 0; level < depth; level++) {
      const at = root + node
      node = 2 * node + 1 + Number(x[features[at]!]! > bounds[at]!)
    }
    sum += leaves[leaf + node - nodes]!
  }
  return sum
}

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
