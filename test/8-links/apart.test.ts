import { expect, test } from 'vitest'
import { leaveApart, linksApart } from '../../pipeline/8-links/pairs/apart.ts'

const links = [{ a: 0, b: 1, type: 'same-claim' }, { a: 0, b: 1, type: 'contradicts' }, { a: 1, b: 2, type: 'contradicts' }] as const
const left = (apart: Parameters<typeof linksApart>[0]) => links.filter((link) => !linksApart(apart)!(link)).map(({ a, b, type }) => `${type} ${a}${b}`)

test('what a person holds not to be one claim may still contradict, and the other way round', () => {
  expect(left({ same: [[1, 0]], contradicts: [] })).toEqual(['contradicts 01', 'contradicts 12'])
  expect(left({ same: [], contradicts: [[1, 0]] })).toEqual(['same-claim 01', 'contradicts 12'])
})

test('of two that are held apart the one that does not lead leaves the group', () => {
  expect([...leaveApart(Int32Array.of(0, 0, 0), [[0, 1]])]).toEqual([0, 1, 0])
  expect([...leaveApart(Int32Array.of(1, 1, 1), [[0, 1]])]).toEqual([0, 1, 1])
  expect([...leaveApart(Int32Array.of(0, 0, 2), [[0, 2]])]).toEqual([0, 0, 2])
})
