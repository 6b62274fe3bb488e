import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { FiledColumn, PagedColumn } from '../../pipeline/model/filed-column.ts'
import { FiledLists, GrowingFiledLists, HELD } from '../../pipeline/model/filed-lists.ts'

const filed = (lists: readonly (readonly number[])[]): FiledLists<Uint32Array> => {
  const growing = new GrowingFiledLists<Uint32Array>(Uint32Array)
  for (const list of lists) growing.add(list)
  return growing.settled()
}
const told = (lists: FiledLists<Uint32Array>) => Array.from({ length: lists.length }, (_, n) => [...lists.at(n)])

/** Long lists besides short ones, so that the lists of one page may stand in the file in part. */
const someLists = fc.array(fc.oneof(fc.array(fc.nat({ max: 2 ** 32 - 1 }), { maxLength: 6 }), fc.integer({ min: 1, max: 40_000 }).map((length) => Array.from({ length }, (_, i) => i))), { maxLength: 300, size: 'max' })

it('lists are those that were added, whatever is in the file', () => {
  fc.assert(fc.property(someLists, (lists) => {
    const one = filed(lists)
    expect(told(one)).toEqual(lists)
    expect([...one.values.pieces()].reduce((sum, piece) => sum + piece.length, 0)).toBe(one.values.length)
  }), { numRuns: 20 })
})

it('the lists asked for last stay as they are, in whatever order others are asked for', () => {
  const lists = Array.from({ length: 50_000 }, (_, n) => [n, n + 1, n + 2, n + 3, n + 4, n + 5].slice(0, n % 7))
  const one = new FiledLists(filed(lists).from, filed(lists).values, 8)
  const places = Array.from({ length: 5000 }, (_, i) => (i * 7919 * 31) % lists.length)
  const held: (readonly [place: number, list: Uint32Array])[] = []
  for (const place of places) {
    held.push([place, one.at(place)])
    const [n, list] = held.at(-HELD) ?? held[0]!
    expect([...list]).toEqual(lists[n])
  }
  expect(places.map((n) => one.sizeOf(n))).toEqual(places.map((n) => n % 7))
})

it('some of other lists are added as they are', () => {
  const others = filed(Array.from({ length: 1000 }, (_, n) => Array.from({ length: n % 5 }, () => n)))
  const growing = new GrowingFiledLists<Uint32Array>(Uint32Array)
  growing.add([7])
  growing.addSome(others, 62, 131)
  expect(told(growing.settled())).toEqual([[7], ...told(others).slice(62, 131)])
})

it('a few lists need no folder for temporary files', () => {
  vi.stubEnv('TMPDIR', '/nowhere/at/all')
  try {
    expect(told(FiledLists.of({ from: Uint32Array.of(0), values: new Uint32Array() }))).toEqual([])
    expect(told(FiledLists.of({ from: Uint32Array.of(0, 2, 3), values: Uint32Array.of(7, 8, 9) }))).toEqual([[7, 8], [9]])
    expect(() => FiledLists.of({ from: Uint32Array.of(0, 100_000), values: new Uint32Array(100_000) })).toThrow('ENOENT')
  } finally {
    vi.unstubAllEnvs()
  }
})

it('a column behind another stands behind it', () => {
  const values = Uint32Array.from({ length: 100_000 }, (_, i) => i)
  const column = new FiledColumn<Uint32Array>(Uint32Array).put(values)
  column.append([1])
  expect(column.put(values).slice(99_999, 100_003)).toEqual(Uint32Array.of(99_999, 1, 0, 1))
})

it('numbers are those that were added, in whatever order pages of them are asked for', () => {
  const column = new FiledColumn<Uint32Array>(Uint32Array)
  for (let i = 0; i < 500_000; i++) column.push(3 * i)
  const paged = new PagedColumn(column)
  const places = Array.from({ length: 20_000 }, (_, i) => (i * 7919 * 31) % 500_000)
  expect(places.map((n) => paged.at(n))).toEqual(places.map((n) => 3 * n))
  expect([paged.at(0), paged.at(499_999), paged.at(500_000)]).toEqual([0, 1_499_997, undefined])
})
