import type { Database } from '../9-output/database.ts'
import { PLACES } from './places.ts'

/** Raised with every change of the tables. */
export const INDEX_VERSION = 4

/**
 * Claims, articles and stances have numbers that none of them had before; the claims of an article have those from its own on, in their
 * order, so many as `claims` says. `mark` tells what an article's rows were made of, `people` gives for each speaker of its claims the name
 * in the registry, as JSON. A group's number follows from its id, by which its line is found; `mark` tells that line from others, null of a
 * group that was made up for a claim that no written one holds. `words` holds the stems of what each claim and stance says, and of some that
 * are no longer there; `length` is how many a claim has.
 */
export const TABLES = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
  CREATE TABLE articles (id INTEGER PRIMARY KEY, name TEXT UNIQUE, claims INTEGER, people TEXT, mark TEXT, version TEXT, source TEXT);
  CREATE TABLE claims (id INTEGER PRIMARY KEY, article INTEGER, name TEXT, grp INTEGER, confidence REAL, anonymous INTEGER, length INTEGER);
  CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT, mark INTEGER, members INTEGER, articles INTEGER, independent INTEGER, anonymous INTEGER, contested INTEGER, contradicted INTEGER);
  CREATE TABLE stances (id INTEGER PRIMARY KEY, grp INTEGER, topic TEXT);
  CREATE VIRTUAL TABLE words USING fts5(claim, speaker, target, outlet, content = '', columnsize = 0, detail = column, tokenize = 'ascii');
  CREATE VIRTUAL TABLE terms USING fts5vocab(words, row);
  INSERT INTO words (words, rank) VALUES ('hashsize', ${1 << 23});
  ${PLACES}`

/** Made when the rows are there. */
export const INDEXES = `
  CREATE INDEX groups_name ON groups (name);
  CREATE INDEX groups_carried ON groups (independent DESC, articles DESC, members DESC, name) WHERE articles > 1;
  CREATE INDEX groups_contradicted ON groups (independent DESC, articles DESC, members DESC, name) WHERE contradicted > 0;
  CREATE UNIQUE INDEX claims_name ON claims (name, article);
  CREATE INDEX claims_grp ON claims (grp);
  CREATE INDEX stances_grp ON stances (grp);
  CREATE INDEX stances_topic ON stances (topic)`

type Cell = string | number | null

/** Statements that are run many times, prepared once. */
export class Statements {
  readonly #prepared: { readonly finalize: () => void }[] = []

  constructor(private readonly database: Database) {}

  prepare(sql: string): (...cells: readonly Cell[]) => void {
    const statement = this.#statement(sql)
    return (...cells) => void statement.run(cells as Cell[])
  }

  insert(table: string, columns: number): (...cells: readonly Cell[]) => void {
    return this.prepare(`INSERT INTO ${table} VALUES (${Array<string>(columns).fill('?').join(', ')})`)
  }

  /** As {@link rowsOf}. */
  rows<Row extends readonly unknown[]>(columns: string, rest: string): (...values: readonly Cell[]) => Row[] {
    const statement = this.#statement(asJson(columns, rest))
    return (...values) => JSON.parse((statement.get([...values]) as { json: string }).json) as Row[]
  }

  #statement(sql: string) {
    const statement = this.database.prepare(sql)
    this.#prepared.push(statement)
    return statement
  }

  close(): void {
    for (const statement of this.#prepared) statement.finalize()
  }
}

/** The rows of a query as arrays, all at once: as JSON, which takes a tenth of the time that rows take one by one. */
export function rowsOf<Row extends readonly unknown[]>(database: Database, columns: string, rest: string): Row[] {
  const { json } = database.get(asJson(columns, rest)) as { json: string }
  return JSON.parse(json) as Row[]
}

/** Rows that are read at once. */
const PAGE = 1 << 12

/** As {@link rowsOf}, in the order of their ids, which are the first column; some at a time, so that they may be changed meanwhile. */
export function* pagesOf<Row extends readonly [id: number, ...unknown[]]>(database: Database, columns: string, table: string, condition = 'TRUE'): Generator<Row> {
  let last = -1
  for (;;) {
    const rows = rowsOf<Row>(database, columns, `${table} WHERE id > ${last} AND ${condition} ORDER BY id LIMIT ${PAGE}`)
    yield* rows
    if (rows.length < PAGE) return
    last = rows.at(-1)![0]
  }
}

const asJson = (columns: string, rest: string) => `SELECT json_group_array(json_array(${columns})) AS json FROM (SELECT ${columns} FROM ${rest})`
