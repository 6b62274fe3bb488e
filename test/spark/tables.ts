import { parquetReadObjects } from 'hyparquet'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What a row says: nothing that is null, numbers as numbers, keys in order. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]))
}

/** Rows in an order of their own, one JSON each. */
export const sorted = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(plain(row))).toSorted()

/** The rows of a table that Spark wrote. */
export async function tableOf(folder: string, name: string): Promise<readonly string[]> {
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.parquet'))
  const parts = await Promise.all(files.map((file) => {
    const { buffer, byteOffset, byteLength } = readFileSync(join(folder, name, file))
    return parquetReadObjects({ file: (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength) })
  }))
  return sorted(parts.flat())
}

const lines = (path: string): unknown[] => readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as unknown)

/** What one machine wrote to a folder, as the tables of the job on Spark; these have no texts beside them. */
export function tablesOf(folder: string): Readonly<Record<string, readonly string[]>> {
  const articles = readdirSync(join(folder, 'articles')).map((name) => JSON.parse(readFileSync(join(folder, 'articles', name), 'utf8')) as { source: { id: string; textPath: unknown }; claims: object[] })
  const claims = articles.flatMap(({ source, claims: own }) => own.map((claim) => ({ article: source.id, ...claim })))
  const of = (name: string) => sorted(lines(join(folder, `links/${name}.jsonl`)))
  return { articles: sorted(articles.map((article) => ({ ...article, source: { ...article.source, textPath: null } }))), claims: sorted(claims), speakers: of('speakers'), links: of('links'), groups: of('groups'), origins: of('origins') }
}
