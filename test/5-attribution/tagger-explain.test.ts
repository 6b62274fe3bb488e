import { expect, test } from 'vitest'
import { evidence } from '../../pipeline/5-attribution/tagger/tagger.ts'
import { GROUPS } from '../../pipeline/5-attribution/tagger/features/features.ts'
import type { WeightTable } from '../../pipeline/5-attribution/tagger/model-table.ts'

/** A table in which the first evidence groups weigh this much. */
const tableOf = (weights: readonly number[]) => ({ unit: 0.5, addAdvantages: (sums: Int32Array) => sums.set(weights) }) as unknown as WeightTable

const found = (weights: readonly number[], most: number) => evidence(tableOf(weights), new Int32Array(), 0, 0, 0, most).map(({ group, weight }) => [GROUPS.indexOf(group), weight])

test('the heaviest evidence comes first, as much as is asked for, in log odds', () => {
  expect(found([2, 8, -9, 6], 2)).toEqual([[1, 4], [3, 3]])
})

test('what speaks against a label, or not at all, is no evidence for it', () => {
  expect(found([0, -4, 2], 5)).toEqual([[2, 1]])
})
