import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Rows, type Piece } from '../../pipeline/model/rows.ts'
import { SortedRows } from '../../pipeline/model/sorted-rows.ts'

const listed = (pieces: Iterable<Piece>) => [...pieces].flatMap((columns) => Array.from(columns[0]!, (_, i) => columns.map((column) => column[i]!)))
const inOrder = (rows: readonly (readonly number[])[]) => rows.toSorted(([a, b], [c, d]) => a! - c! || b! - d!)

it('rows come in the order of their first two numbers, equal ones as they were added', () => {
  const number = fc.oneof(fc.nat(3), fc.nat(5000), fc.nat(2 ** 32 - 1))
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, fc.nat(9), fc.nat(2 ** 32 - 1))), (rows) => {
      const sorted = new SortedRows(4, 2 ** 32)
      for (const row of rows) sorted.add(...row)
      expect(listed(sorted.pieces())).toEqual(inOrder(rows))
    }),
  )
})

it('those whose second numbers rise are sorted by the first alone', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(3), fc.nat(2 ** 32 - 1))), (firsts) => {
      const sorted = new SortedRows(2, 2 ** 32, true)
      firsts.forEach((first, i) => sorted.add(first, i))
      expect(listed(sorted.pieces())).toEqual(inOrder(firsts.map((first, i) => [first, i])))
    }),
  )
})

it('so they do where there are too many for memory, those with one first number in one piece', () => {
  const sorted = new SortedRows(3, 70_000)
  const rows = Array.from({ length: 800_000 }, (_, i) => [Math.imul(i, 0x9e3779b1) >>> 12 > 1_000_000 ? 7 : (Math.imul(i, 0x85ebca6b) >>> 0) % 70_000, (i * 31) % 1_000_003, i] as const)
  for (const row of rows) sorted.add(...row)
  const pieces = Array.from(sorted.pieces(), (columns) => columns.map((column) => column.slice()))
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.filter(([first]) => first!.includes(7))).toHaveLength(1)
  const expected = inOrder(rows)
  const [firsts, seconds, thirds] = [0, 1, 2].map((k) => pieces.flatMap((columns) => [...columns[k]!]))
  expect(expected.findIndex(([first, second, third], i) => first !== firsts![i] || second !== seconds![i] || third !== thirds![i])).toBe(-1)
  expect(firsts).toHaveLength(rows.length)
})

it('rows are gone through as often as is asked for, however many there are', () => {
  const rows = new Rows(3)
  const column = Uint32Array.from({ length: 10_000 }, (_, i) => i)
  for (let i = 0; i < 100; i++) rows.append([column, column.map((n) => n * i), column.slice().fill(i)], i, 10_000 - i)
  rows.appendSome([column, column, column], (i) => i % 3 === 0)
  const of = () => {
    let [count, sum] = [0, 0]
    for (const columns of rows.pieces()) for (let i = 0; i < columns[0]!.length; i++, count++) sum += columns[0]![i]! + 3 * columns[1]![i]! + 7 * columns[2]![i]!
    return [count, sum]
  }
  let [count, sum] = [0, 0]
  for (let i = 0; i < 100; i++) for (let n = i; n < 10_000 - i; n++, count++) sum += n + 3 * n * i + 7 * i
  for (let n = 0; n < 10_000; n += 3, count++) sum += 11 * n
  expect(of()).toEqual([count, sum])
  expect(of()).toEqual([count, sum])
  expect(rows.length).toBe(count)
})
