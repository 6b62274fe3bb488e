import { GROUP_OF, GROUPS } from './features/features.ts'
import type { WeightTable } from './model-table.ts'

/** How much an evidence group speaks for a label (as against no label), in log odds. */
export interface Evidence {
  readonly group: string
  readonly weight: number
}

const sums = new Int32Array(GROUPS.length)

/** The strongest evidence for `label` at token `t` of the `n` of a passage, whose features are `ids`, strongest first. */
export function evidence(table: WeightTable, ids: Int32Array, n: number, t: number, label: number, most: number): Evidence[] {
  sums.fill(0)
  table.addAdvantages(sums, GROUP_OF, ids, n, t, label)
  const found: Evidence[] = []
  while (found.length < most) {
    let best = 0
    for (let g = 1; g < GROUPS.length; g++) if (sums[g]! > sums[best]!) best = g
    if (sums[best]! <= 0) break
    found.push({ group: GROUPS[best]!, weight: sums[best]! * table.unit })
    sums[best] = 0
  }
  return found
}
