import { expect, test } from 'vitest'
import { KEY } from '../../pipeline/model/line-columns.ts'
import { NumberSet } from '../../pipeline/store/number-set.ts'

test('it has the numbers that were added, also those above all keys', () => {
  const numbers = new NumberSet()
  const added = [0, 7, 8, 2 ** KEY - 1, 2 ** KEY, 2 ** KEY + 100]
  for (const number of added) numbers.add(number)
  for (const number of added) expect(numbers.has(number), String(number)).toBe(true)
  for (const number of [1, 6, 9, 2 ** KEY - 2, 2 ** KEY + 1, 2 ** KEY + 99, 2 ** 30]) expect(numbers.has(number), String(number)).toBe(false)
})
