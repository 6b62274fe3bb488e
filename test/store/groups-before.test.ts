import { expect, test } from 'vitest'
import { GroupsBefore } from '../../pipeline/store/groups-before.ts'

test('a group stays where its line has the mark that it had', () => {
  const before = new GroupsBefore([[3, 30], [5, 50], [9, 90]])
  expect([...before.numbers]).toEqual([3, 5, 9])
  expect([0, 3, 4, 9, 10].map((number) => before.has(number))).toEqual([false, true, false, true, false])
  expect([before.stays(3, 31), before.stays(5, 50), before.stays(10, 0)]).toEqual([false, true, false])
  expect([3, 5, 9, 10].map((number) => before.isAsItWas(number))).toEqual([false, true, false, false])
})

test('without an earlier index no group is there, not even the one of number 0', () => {
  const before = new GroupsBefore([])
  expect([before.has(0), before.stays(0, 0), before.isAsItWas(0)]).toEqual([false, false, false])
})
