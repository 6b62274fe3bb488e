import { chmodSync, closeSync, copyFileSync, fsyncSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sqlite from 'node-sqlite3-wasm'
import { regular } from '../model/regular.ts'
import { temporaryFor } from './write-atomic.ts'

export type Database = InstanceType<typeof sqlite.Database>
export type Row = Readonly<Record<string, string | number | null>>

/**
 * Makes a database so that the path holds the old file or the whole new one. It is filled in a folder beside it, since SQLite leaves its
 * locks beside the file; with `update` from a copy of the old file.
 * @throws the system's or SQLite's error where it cannot be written; the old file then stands as it was.
 */
export function makeDatabase(path: string, fill: (database: Database) => void, update = false): void {
  const folder = temporaryFor(path)
  const file = join(folder, 'new')
  mkdirSync(folder)
  try {
    if (update) copyFileSync(regular(path), file)
    const database = new sqlite.Database(file)
    try {
      database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000; BEGIN')
      fill(database)
      database.exec('COMMIT')
    } finally {
      database.close()
    }
    const handle = openSync(file, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    chmodSync(file, 0o644) // SQLite here gives its files to nobody else
    renameSync(file, path)
  } catch (error) {
    throw causeIn(folder) ?? error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** SQLite does not tell why it could not write: the system is asked, by writing. Null where it lets us. */
function causeIn(folder: string): unknown {
  try {
    writeFileSync(join(folder, 'more'), Buffer.alloc(1 << 16))
    return null
  } catch (error) {
    return error
  }
}

/** A database that is only read, by however many processes. */
export class ReadDatabase {
  readonly #database: Database
  readonly #statements = new Map<string, ReturnType<Database['prepare']>>()

  constructor(path: string) {
    // SQLite here locks a file by a folder beside it, which dead processes leave and read-only folders do not take: each opens it under a
    // name of its own, locks that for good, and needs the name no more
    const folder = passingFolder(path)
    const own = join(folder, 'index')
    try {
      linkTo(regular(resolve(path)), own)
      this.#database = new sqlite.Database(own, { readOnly: true })
      this.#database.exec('PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE; SELECT count(*) FROM sqlite_master')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  all<T = Row>(sql: string, ...values: readonly (string | number | null)[]): T[] {
    return this.#statement(sql).all([...values]) as T[]
  }

  get<T = Row>(sql: string, ...values: readonly (string | number | null)[]): T | null {
    return this.#statement(sql).get([...values]) as T | null
  }

  /** Prepared once: what leads from one thing to the next is asked over and over. */
  #statement(sql: string): ReturnType<Database['prepare']> {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  close(): void {
    for (const statement of this.#statements.values()) statement.finalize()
    this.#database.close()
  }
}

/** A new folder for the time being: in the system's own for such, or beside the path where that one takes nothing. */
export function passingFolder(path: string): string {
  try {
    return mkdtempSync(join(tmpdir(), 'claimtrace-'))
  } catch {
    const folder = temporaryFor(path)
    mkdirSync(folder)
    return folder
  }
}

function linkTo(path: string, own: string): void {
  try {
    symlinkSync(path, own)
  } catch {
    copyFileSync(path, own) // Windows lets few users make symbolic links
  }
}
