import { makeDatabase, type Database } from '../9-output/database.ts'
import { ArticleRows, writtenIn, type ToIndex } from './index-articles.ts'
import { GroupRows, isWhole, typesOf } from './index-groups.ts'
import { INDEX_VERSION, INDEXES, Statements, TABLES } from './index-tables.ts'
import type { OutputFiles } from './output.ts'
import { peopleIn } from './people.ts'
import { writePlaces } from './places.ts'

/**
 * Writes the index of an output: what leads to the groups that a question asks for, and from each to what is known about it. With `update`
 * an index of this version that stands there is brought up to date: only rows of what changed are written, and what is asked of it is
 * answered as by one that is made anew.
 */
export function buildIndex(path: string, files: OutputFiles, articles: Iterable<ToIndex>, update = false): void {
  if (update && isUpdated(path, files, articles)) return
  makeDatabase(path, (database) => {
    database.exec(TABLES)
    const statements = new Statements(database)
    fill(database, statements, files, articles)
    statements.close()
    database.exec('PRAGMA shrink_memory') // what was at hand makes room for the rows that an index is sorted from
    database.exec(INDEXES)
    say(database, { whole: String(isWhole(database)) })
  })
}

/** False where the index that was there is damaged, or does not fit what is there now. */
function isUpdated(path: string, files: OutputFiles, articles: Iterable<ToIndex>): boolean {
  try {
    const update = (database: Database) => {
      const statements = new Statements(database)
      try {
        fill(database, statements, files, articles)
      } finally {
        statements.close()
      }
      if (!isWhole(database)) throw new Error('not of these files')
    }
    makeDatabase(path, update, true)
    return true
  } catch {
    return false
  }
}

function fill(database: Database, statements: Statements, files: OutputFiles, articles: Iterable<ToIndex>): void {
  const next = fillRows(database, statements, files, articles)
  const links = files.columns('links')
  writePlaces(database, 'links', links)
  writePlaces(database, 'origins', files.columns('origins'))
  const { live } = database.get('SELECT (SELECT count(*) FROM claims) + (SELECT count(*) FROM articles) + (SELECT count(*) FROM stances) AS live') as { live: number }
  say(database, { stamp: files.stamp(), version: INDEX_VERSION, ...writtenIn(database), types: JSON.stringify(typesOf(links)), next, live })
}

/** Gives the first number that was not given away; what is known of articles and claims on the way is not held any longer than this. */
function fillRows(database: Database, statements: Statements, files: OutputFiles, articles: Iterable<ToIndex>): number {
  const rows = new ArticleRows(database, statements)
  rows.update(articles, peopleIn(files))
  new GroupRows(database, rows, statements).update(files)
  return rows.next
}

function say(database: Database, about: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(about)) database.run('INSERT OR REPLACE INTO about VALUES (?, ?)', [name, String(value)])
}
