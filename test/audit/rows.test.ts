import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Rows } from '../../pipeline/audit/rows.ts'
import { sha256 } from '../../pipeline/model/id.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rows-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function holds(lines: string | Uint8Array, id: string, text: string): boolean | null {
  const path = join(folder, 'rows.jsonl')
  writeFileSync(path, lines)
  const rows = new Rows(path)
  try {
    return rows.holds(id, sha256(text))
  } finally {
    rows.close()
  }
}

const row = fc.record({ id: fc.oneof(fc.constantFrom('a', 'b', 'b-2', 'café', '7', 'rows-1', 'rows-2'), fc.nat(9)), text: fc.oneof(fc.constantFrom('One.', 'Two.', '“Ünï”\n"x": "a", 7'), fc.string()) })

test('a text is held where one of the rows has it, whatever id it is asked for by', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(row, fc.constant('broken'))), fc.constantFrom('a', 'b', 'b-2', 'café', '7', 'rows-1', 'rows-2', '"'), fc.constantFrom('One.', 'Two.', '“Ünï”\n"x": "a", 7'), fc.boolean(), (rows, id, text, last) => {
      const lines = rows.map((each) => (typeof each === 'string' ? each : JSON.stringify(last ? { text: each.text, id: each.id } : each)))
      const texts = rows.flatMap((each) => (typeof each === 'string' ? [] : [each.text, each.id].filter((value) => typeof value === 'string')))
      expect(holds(lines.map((line) => `${line}\n`).join(''), id, text)).toBe(texts.length === 0 ? null : texts.includes(text))
    }),
  )
})

test('a file in UTF-16 is read as well', () => {
  const bytes = Buffer.from(`\ufeff${JSON.stringify({ id: 'a', text: 'One.' })}\n`, 'utf16le')
  expect([holds(bytes, 'a', 'One.'), holds(bytes, 'a', 'Two.')]).toEqual([true, false])
})
