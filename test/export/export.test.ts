import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import sqlite from 'node-sqlite3-wasm'
import readSheet from 'read-excel-file/node'
import initSqlJs from 'sql.js'
import { afterAll, describe, expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { linkInput } from '../../pipeline/8-links/input.ts'
import { link } from '../../pipeline/8-links/link.ts'
import { annotate } from '../../pipeline/annotate.ts'
import { codePoints, TABLES, tablesOf, type TableName } from '../../pipeline/export/tables.ts'
import { FORMATS, writeExport } from '../../pipeline/export/write.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'

const TEXTS: Readonly<Record<string, string>> = {
  '=cmd': '🦉🦉 The keeper Ann Roe said that the old owls of the mill had come back to the valley for the winter. “We are glad,” said Ann Roe.',
  b: 'On Monday 👩‍👩‍👧 the keeper Ann Roe said that the old owls of the mill had come back to the valley for the winter.\u0000',
}
const articles = Object.entries(TEXTS).map(([id, text]) => annotate(articleOf(text, { id, title: '+1 "owls",\r\n🦉', url: `https://example.org/${id}` })))
const links = link(articles.map((article) => linkInput(article, TEXTS[article.source.id]!)), NO_CONFIG)
const exported = { articles, links, textOf: ({ source }: { source: { id: string } }) => TEXTS[source.id]! }
const tables = tablesOf(exported, TABLES).map((table) => ({ ...table, rows: [...table.rows] }))
const claims = tables.find(({ name }) => name === 'claims')!

const root = mkdtempSync(join(tmpdir(), 'claimtrace-'))
afterAll(() => rmSync(root, { recursive: true }))
const write = (format: (typeof FORMATS)[number], what: readonly TableName[] = TABLES) => writeExport(exported, format, what, join(root, format))
const objects = ({ columns, rows }: (typeof tables)[number]) => rows.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))

const lines = (path: string) => readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as object)

test('there is something to export, and offsets in code points find the same words', () => {
  expect(claims.rows.length).toBeGreaterThanOrEqual(3)
  for (const row of objects(claims)) {
    const text = TEXTS[String(row['article'])]!
    expect(Array.from(text).slice(Number(row['start_codepoint']), Number(row['end_codepoint'])).join('')).toBe(text.slice(Number(row['start_utf16']), Number(row['end_utf16'])))
  }
  expect([0, 2, 4, 5].map(codePoints('🦉🦉a'))).toEqual([0, 1, 2, 3])
})

test('CSV: a byte order mark, RFC 4180, no formulas', async () => {
  const path = (await write('csv', ['articles']))[0]!
  const csv = readFileSync(path, 'utf8')
  expect(csv.startsWith('\ufeffid,title,')).toBe(true)
  const rows = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
  expect(rows.map((row) => [row['id'], row['title']])).toEqual([["'=cmd", '\'+1 "owls",\r\n🦉'], ['b', '\'+1 "owls",\r\n🦉']])
})

test('JSONL and Parquet give back every cell', async () => {
  for (const [i, path] of (await write('jsonl')).entries()) if (tables[i]!.rows.length > 0) expect(lines(path)).toEqual(objects(tables[i]!))
  for (const [i, path] of (await write('parquet')).entries()) {
    const bytes = readFileSync(path)
    expect(await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer })).toEqual(objects(tables[i]!))
  }
})

test('Excel: a sheet per table, texts as texts', async () => {
  const path = (await write('xlsx'))[0]!
  const sheets = (await readSheet(path)) as unknown as { sheet: string; data: unknown[][] }[]
  expect(sheets.map(({ sheet }) => sheet)).toEqual([...TABLES])
  expect(sheets[0]!.data[1]!.slice(0, 2)).toEqual(['=cmd', articles[0]!.source.title])
  expect(sheets[1]!.data).toHaveLength(claims.rows.length + 1)
})

test('SQLite: another reader finds the rows, keys hold, words are found', async () => {
  const path = (await write('sqlite'))[0]!
  const database = new (await initSqlJs()).Database(readFileSync(path))
  for (const table of tables) {
    const found = database.exec(`SELECT * FROM "${table.name}" ORDER BY rowid`)[0]
    expect(found?.values ?? []).toEqual(table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '\ufffd') : cell))))
  }
  expect(database.exec('PRAGMA foreign_key_check')).toEqual([])
  expect(database.exec('PRAGMA foreign_key_list(claims)')[0]!.values.length).toBe(3)
  const own = new sqlite.Database(path, { readOnly: true })
  expect(own.all("SELECT count(*) AS n FROM claims_fts WHERE claims_fts MATCH 'owls'")[0]).toEqual({ n: claims.rows.filter((row) => String(row[5]).includes('owls')).length })
  own.close()
})

describe('JSON-LD', () => {
  test('annotations anchor: by position in code points, and by quote with context', async () => {
    const { items } = JSON.parse(readFileSync((await write('web-annotation'))[0]!, 'utf8')) as { items: { target: { source: string; selector: Record<string, string | number>[] }[] }[] }
    expect(items).toHaveLength(claims.rows.length)
    for (const { source, selector } of items.flatMap(({ target }) => target)) {
      const text = TEXTS[source.replace('https://example.org/', '')]!
      const [quote, position] = selector as [Record<string, string>, Record<string, number>]
      expect(Array.from(text).slice(position['start'], position['end']).join('')).toBe(quote['exact'])
      expect(text).toContain(`${quote['prefix']}${quote['exact']}${quote['suffix']}`)
    }
  })

  test('claims with quotations; reviews are drafts and rate nothing', async () => {
    const json = readFileSync((await write('claimreview'))[0]!, 'utf8')
    const graph = (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph']
    expect(graph.filter((node) => node['@type'] === 'ClaimReview').every((node) => node['creativeWorkStatus'] === 'Draft')).toBe(true)
    expect(graph.filter((node) => node['@type'] === 'Claim')).toHaveLength(links.groups.length)
    expect(json).not.toContain('Rating')
  })
})

test('the same output gives the same bytes, and no temporary file stays', async () => {
  for (const format of FORMATS) {
    const before = (await write(format)).map((path) => [path, readFileSync(path).toString('base64')])
    if (format !== 'xlsx') expect((await write(format)).map((path) => [path, readFileSync(path).toString('base64')])).toEqual(before)
    expect(existsSync(join(root, format)) && readdirSync(join(root, format)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  }
})
