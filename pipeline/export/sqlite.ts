import { makeDatabase, type Database } from '../9-output/database.ts'
import type { Cell, ColumnType, Table, TableName } from './tables.ts'

const TYPES = { text: 'TEXT', integer: 'INTEGER', real: 'REAL' } as const satisfies Record<ColumnType, string>

/** Keys of each table; a foreign key counts only where the table that it points to is written too. */
const KEYS: Readonly<Record<TableName, { readonly primary: string | null; readonly foreign: readonly { readonly columns: string; readonly table: TableName; readonly to: string }[] }>> = {
  articles: { primary: 'id', foreign: [] },
  speakers: { primary: 'id', foreign: [] },
  groups: { primary: 'id', foreign: [] },
  origins: { primary: 'id', foreign: [] },
  claims: {
    primary: 'article, claim',
    foreign: [
      { columns: 'article', table: 'articles', to: 'id' },
      { columns: 'group_id', table: 'groups', to: 'id' },
      { columns: 'speaker_id', table: 'speakers', to: 'id' },
    ],
  },
  links: {
    primary: null,
    foreign: [
      { columns: 'a_article, a_claim', table: 'claims', to: 'article, claim' },
      { columns: 'b_article, b_claim', table: 'claims', to: 'article, claim' },
    ],
  },
}

/** What is searched by words: `SELECT * FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'owls')`. */
const SEARCHED: Readonly<Partial<Record<TableName, string>>> = { claims: 'content, speakers', groups: 'text', articles: 'title' }

/** Writes the tables as a SQLite database with keys and full-text search, whole or not at all; gives its path. */
export function writeSqlite(tables: readonly Table[], path: string): string {
  const names = tables.map(({ name }) => name)
  makeDatabase(path, (database) => {
    for (const table of tables) fill(database, table, names)
  })
  return path
}

/** A text ends at its first NUL in SQLite, and cannot hold half a surrogate pair: both become U+FFFD, of the same length. */
const storable = (cell: Cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '\ufffd').toWellFormed() : cell)

function fill(database: Database, { name, columns, rows }: Table, written: readonly TableName[]): void {
  const { primary, foreign } = KEYS[name]
  const parts = [
    ...columns.map((column) => `"${column.name}" ${TYPES[column.type]}`),
    ...(primary === null ? [] : [`PRIMARY KEY (${primary})`]),
    ...foreign.filter(({ table }) => written.includes(table)).map(({ columns: from, table, to }) => `FOREIGN KEY (${from}) REFERENCES "${table}" (${to})`),
  ]
  database.exec(`CREATE TABLE "${name}" (${parts.join(', ')})`)
  const insert = database.prepare(`INSERT INTO "${name}" VALUES (${columns.map(() => '?').join(', ')})`)
  for (const row of rows) insert.run(row.map(storable))
  insert.finalize()
  const searched = SEARCHED[name]
  if (searched) database.exec(`CREATE VIRTUAL TABLE "${name}_fts" USING fts5(${searched}, content="${name}"); INSERT INTO "${name}_fts" ("${name}_fts") VALUES ('rebuild')`)
}
