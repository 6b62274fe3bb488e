import { join } from 'node:path'
import { makeFolder } from '../9-output/folder.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { csvLines } from '../model/csv.ts'
import { annotationPage } from './annotations.ts'
import { claimReviews } from './schema-org.ts'
import { tablesOf, type Exported, type Table, type TableName } from './tables.ts'

export const FORMATS = ['csv', 'xlsx', 'parquet', 'sqlite', 'jsonl', 'web-annotation', 'claimreview'] as const
export type ExportFormat = (typeof FORMATS)[number]

/**
 * Writes what a run found for other tools, and gives the paths of the files: a file per table for csv, parquet and jsonl, one file for
 * the others. `web-annotation` and `claimreview` are about claims and groups, whatever tables are named. Rejects with the system's error
 * where a file cannot be written.
 */
export async function writeExport(exported: Exported, format: ExportFormat, names: readonly TableName[], to: string): Promise<readonly string[]> {
  await makeFolder(to)
  if (format === 'web-annotation') return one(join(to, 'annotations.jsonld'), JSON.stringify(annotationPage(exported), null, 1))
  if (format === 'claimreview') return one(join(to, 'claims.jsonld'), JSON.stringify(claimReviews(exported), null, 1))
  const tables = tablesOf(exported, names)
  if (format === 'sqlite') return [(await import('./sqlite.ts')).writeSqlite(tables, join(to, 'claimtrace.sqlite'))]
  if (format === 'xlsx') return one(join(to, 'claimtrace.xlsx'), await (await import('./xlsx.ts')).workbook(tables))
  const paths = []
  for (const table of tables) {
    const path = join(to, `${table.name}.${format}`)
    await writeAtomic(path, await content(table, format))
    paths.push(path)
  }
  return paths
}

async function content(table: Table, format: 'csv' | 'jsonl' | 'parquet'): Promise<Uint8Array | Iterable<string>> {
  const names = table.columns.map(({ name }) => name)
  if (format === 'parquet') return (await import('./parquet.ts')).parquetFile(table)
  return format === 'csv' ? csv(csvLines(names, table.rows)) : jsonl(names, table.rows)
}

function* csv(lines: Iterable<string>): Generator<string> {
  yield '\ufeff'
  for (const line of lines) yield `${line}\r\n`
}

function* jsonl(names: readonly string[], rows: Table['rows']): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]])))}\n`
}

async function one(path: string, bytes: string | Uint8Array): Promise<readonly string[]> {
  await writeAtomic(path, bytes)
  return [path]
}
