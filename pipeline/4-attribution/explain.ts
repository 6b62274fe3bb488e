import { GROUP_OF, GROUPS, WIDTH } from './features.ts'
import type { WeightTable } from './model-table.ts'

/** How much an evidence group speaks for a label (as against no label), in log odds. */
export interface Evidence {
  readonly group: string
  readonly weight: number
}

const sums = new Float64Array(GROUPS.length)

/** The strongest evidence for `label` at token `t` of the `n` of a passage, whose features are `ids`, strongest first. */
export function evidence(table: WeightTable, ids: Int32Array, n: number, t: number, label: number, most: number): Evidence[] {
  sums.fill(0)
  for (let k = 0; k < WIDTH; k++) {
    const weight = table.advantage(ids[k * n + t]!, label)
    if (weight !== 0) sums[GROUP_OF[k]!]! += weight
  }
  const found: Evidence[] = []
  while (found.length < most) {
    let best = 0
    for (let g = 1; g < GROUPS.length; g++) if (sums[g]! > sums[best]!) best = g
    if (sums[best]! <= 0) break
    found.push({ group: GROUPS[best]!, weight: sums[best]! })
    sums[best] = 0
  }
  return found
}
