import { expect, it } from 'vitest'
import { columnOf, copied, grown, Growing, newColumn, wholeOf } from '../../pipeline/model/columns.ts'
import { FiledColumn } from '../../pipeline/model/filed-column.ts'

const MANY = 1_000_000
const isOwn = ({ buffer }: { readonly buffer: ArrayBufferLike }) => buffer instanceof SharedArrayBuffer
const isAsAdded = (values: Float64Array) => values.every((number, n) => number === n + 0.5)

it('a large column is on pages of its own, a small one is not', () => {
  const [large, small] = [newColumn(Float64Array, MANY), newColumn(Float64Array, 10)]
  expect([isOwn(large), isOwn(small)]).toEqual([true, false])
  expect([large.length, small.length]).toEqual([MANY, 10])
  expect(large.every((number) => number === 0)).toBe(true)
})

it('a column that grows keeps what is in it, in place and beyond the room behind it', () => {
  const growing = new Growing<Float64Array>(Float64Array)
  const [early, buffers] = [new Map<number, Float64Array>(), new Set<ArrayBufferLike>()]
  let inPlace = 0
  for (let n = 0; n < MANY; n++) {
    growing.push(n + 0.5)
    if (!Number.isInteger(Math.log2(n))) continue
    const { values } = growing
    if (buffers.has(values.buffer)) inPlace++
    buffers.add(values.buffer)
    early.set(n + 1, values)
  }
  expect([...buffers].filter((buffer) => isOwn({ buffer })).length).toBeGreaterThan(1)
  expect(inPlace).toBeGreaterThan(2)
  for (const [size, values] of early) expect([values.length, isAsAdded(values)]).toEqual([size, true])
  const settled = growing.settled()
  expect([settled.length, isAsAdded(settled)]).toEqual([MANY, true])
})

it('what a grown column has more is zeros', () => {
  for (const size of [100, 100_000]) {
    const more = grown(grown(newColumn(Uint32Array, size).fill(7)))
    expect(more.length).toBe(4 * size)
    expect([more.subarray(0, size).every((number) => number === 7), more.subarray(size).every((number) => number === 0)]).toEqual([true, true])
  }
})

it('a part of a column grows into another column, so that neither writes to the other', () => {
  const whole = newColumn(Uint32Array, 200_000).fill(7)
  const more = grown(whole.subarray(50_000, 100_000))
  expect([more.length, more[0], more[50_000]]).toEqual([100_000, 7, 0])
  more.fill(8)
  expect(whole.every((number) => number === 7)).toBe(true)
  const growing = new Growing<Float64Array>(Float64Array)
  for (let n = 0; n < 70_000; n++) growing.push(n + 0.5)
  const settled = growing.settled()
  growing.push(70_000.5)
  expect([settled.length, isAsAdded(settled), isAsAdded(growing.values)]).toEqual([70_000, true, true])
})

it('a column that grows takes many at once', () => {
  const growing = new Growing<Uint8Array>(Uint8Array)
  const some = columnOf(Uint8Array, 70_000, (n) => n % 251)
  for (let times = 0; times < 50; times++) growing.append(some)
  const { values } = growing
  expect(values.length).toBe(50 * some.length)
  expect(values.every((number, n) => number === (n % some.length) % 251)).toBe(true)
})

it('a copy is another column, and so is all of one in a file', () => {
  const column = columnOf(Int32Array, 200_000, (n) => -n)
  const filed = new FiledColumn<Int32Array>(Int32Array)
  filed.append(column)
  const [copy, whole] = [copied(column), wholeOf(filed)]
  column[5] = 1
  expect([copy[5], whole[5]]).toEqual([-5, -5])
  expect(copy.every((number, n) => number === whole[n] && number + n === 0)).toBe(true)
})
