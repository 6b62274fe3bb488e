import { GROUP_OF, WIDTH } from './features.ts'
import type { WeightTable } from './model-table.ts'

/** How much an evidence group speaks for a label (as against no label), in log odds. */
export interface Evidence {
  readonly group: string
  readonly weight: number
}

/** The strongest evidence for `label` at token `t` of the passage whose features are `ids`, strongest first. */
export function evidence(table: WeightTable, ids: Int32Array, t: number, label: number, most: number): Evidence[] {
  const sums = new Map<string, number>()
  for (let k = 0; k < WIDTH; k++) {
    const id = ids[t * WIDTH + k]!
    const weight = table.weight(id, label) - table.weight(id, 0)
    if (weight !== 0) sums.set(GROUP_OF[k]!, (sums.get(GROUP_OF[k]!) ?? 0) + weight)
  }
  return [...sums]
    .map(([group, weight]) => ({ group, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight)
    .slice(0, most)
}
