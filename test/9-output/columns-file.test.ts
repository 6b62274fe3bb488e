import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeOf } from '../../pipeline/model/columns.ts'
import { readColumns, writeColumns } from '../../pipeline/9-output/columns-file.ts'
import { folderWith } from '../cli/process.ts'

let folder: ReturnType<typeof folderWith>
beforeAll(() => {
  folder = folderWith({})
})
afterAll(() => folder.remove())
const path = () => join(folder.path, 'columns')

function read() {
  const { about, columns, close } = readColumns(path())!
  const all = { about, columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, wholeOf(column)])) }
  close()
  return all
}

test('columns of any kind and length come back as they were', async () => {
  const column = fc.oneof(fc.uint8Array(), fc.uint16Array(), fc.uint32Array(), fc.int32Array(), fc.float32Array(), fc.float64Array())
  const columns = fc.dictionary(fc.string().filter((name) => name !== '__proto__'), column, { noNullPrototype: true })
  await fc.assert(fc.asyncProperty(columns, fc.jsonValue(), async (given, about) => {
    await writeColumns(path(), { about, columns: given })
    expect(read()).toEqual({ about: JSON.parse(JSON.stringify(about)) as unknown, columns: given })
  }), { numRuns: 50 })
})

test('bytes that come in pieces come back as one column', async () => {
  const pieces = [Uint8Array.of(1, 2, 3), Uint8Array.of(), Uint8Array.of(4)]
  await writeColumns(path(), { about: null, columns: { texts: { kind: Uint8Array, length: 4, pieces: () => pieces }, after: Float64Array.of(0.5) } })
  expect(read()).toEqual({ about: null, columns: { texts: Uint8Array.of(1, 2, 3, 4), after: Float64Array.of(0.5) } })
})

test('columns are those of the file that was opened, whatever stands there now', async () => {
  await writeColumns(path(), { about: null, columns: { a: Uint8Array.of(1) } })
  const before = readColumns(path())!
  await writeColumns(path(), { about: null, columns: { a: Uint8Array.of(2) } })
  expect([wholeOf(before.columns['a']!), read().columns['a']]).toEqual([Uint8Array.of(1), Uint8Array.of(2)])
  before.close()
})

test('a file that is not as it was written is none', async () => {
  await writeColumns(path(), { about: 'owls', columns: { a: Uint8Array.of(1, 2, 3), b: Float64Array.of(0.5) } })
  const whole = readFileSync(path())
  for (const cut of [0, 1, whole.length >> 1, whole.length - 1]) {
    writeFileSync(path(), whole.subarray(0, cut))
    expect(readColumns(path())).toBeNull()
  }
  for (const at of [whole.length - 1, whole.indexOf('\n') + 1]) {
    writeFileSync(path(), whole.map((byte, i) => (i === at ? byte ^ 1 : byte)))
    expect(readColumns(path())).toBeNull()
  }
  expect(readColumns(join(folder.path, 'nowhere'))).toBeNull()
})
