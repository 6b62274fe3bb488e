import type { Database } from '../9-output/database.ts'
import type { Group } from '../model/schema.ts'
import { topicOf } from './claim.ts'
import type { ArticleRows } from './index-articles.ts'
import { rowsOf, type Statements } from './index-tables.ts'
import { stems } from './indexed.ts'
import type { OutputFiles } from './output.ts'
import { idKey, idLine, linkKey, markOf, PlaceWriter, typeOf } from './places.ts'

/** Brings the rows of groups and stances up to date, and says which group each claim is in; rows of groups whose lines are as they were stay. */
export class GroupRows {
  /** The number of each group that there is, by its id. */
  readonly #taken = new Set<number>()
  readonly #insert
  readonly #stance
  readonly #words
  #removals: readonly ((group: number) => void)[] | undefined

  constructor(
    private readonly database: Database,
    private readonly articles: ArticleRows,
    private readonly statements: Statements,
  ) {
    this.#insert = statements.insert('groups', 9)
    this.#stance = statements.insert('stances', 3)
    this.#words = statements.insert('words(rowid, target)', 2)
  }

  /** The written groups that hold claims, then one for each claim that stands alone. Rows of claims are written between them. */
  update(files: OutputFiles): void {
    for (const [alone] of rowsOf<[number]>(this.database, 'id', 'groups WHERE mark IS NULL')) this.#remove(alone)
    const before = new Map(rowsOf<[number, number]>(this.database, 'id, mark', 'groups'))
    const stays = new Set<number>()
    const places = new PlaceWriter()
    for (const line of files.lines('groups')) {
      const number = this.#numberOf(idKey(line.bytes, line.from))
      const mark = markOf(line.bytes, line.from, line.from + line.size)
      places.add(number, line)
      if (before.get(number) === mark) stays.add(number)
      else {
        if (before.has(number)) this.#remove(number)
        this.#write(number, mark, line.row())
      }
    }
    places.write(this.database, 'groups')
    for (const number of before.keys()) if (!this.#taken.has(number)) this.#remove(number)
    this.articles.write(stays)
    this.#addAlone()
  }

  /** A number that follows from the keys of groups and their order alone. */
  #numberOf(key: number): number {
    let number = key
    while (this.#taken.has(number)) number++
    this.#taken.add(number)
    return number
  }

  /** Removes what an earlier index has of a group. */
  #remove(number: number): void {
    this.#removals ??= ['UPDATE claims SET grp = NULL WHERE grp = ?', 'DELETE FROM stances WHERE grp = ?', 'DELETE FROM groups WHERE id = ?'].map((sql) => this.statements.prepare(sql))
    for (const remove of this.#removals) remove(number)
  }

  #write(number: number, mark: number, row: Group): void {
    const members = row.members.flatMap((ref) => this.articles.find(ref) ?? [])
    if (members.length === 0) return
    for (const member of members) this.articles.group(member, number)
    for (const { target, topic } of row.stances) {
      this.#stance(this.articles.next, number, topicOf({ target, topic }))
      this.#words(this.articles.next++, stems(target, topic))
    }
    this.#insert(number, row.id, mark, row.members.length, row.support.articles, row.support.independent, row.support.anonymous, row.contested.length, row.contradictedBy.length)
  }

  #addAlone(): void {
    const alone = rowsOf<[number, string, string, number]>(this.database, 'id, name, article, anonymous', '(SELECT claims.id AS id, claims.name AS name, articles.name AS article, anonymous FROM claims JOIN articles ON articles.id = article WHERE grp IS NULL ORDER BY articles.name, claims.id)')
    for (const [claim, name, article, anonymous] of alone) {
      const number = this.#numberOf(idKey(idLine(`${article}#${name}`)))
      this.#insert(number, name, null, 1, 1, 1, anonymous, 0, 0)
      this.database.run('UPDATE claims SET grp = ? WHERE id = ?', [number, claim])
    }
  }
}

/** Whether each written group has as many claims as its line names. */
export function isWhole(database: Database): boolean {
  return (database.get('SELECT count(*) AS n FROM groups WHERE mark IS NOT NULL AND members <> (SELECT count(*) FROM claims WHERE grp = groups.id)') as { n: number }).n === 0
}

/** Where the rows of origins stand, by their ids. */
export function placeOrigins(database: Database, files: OutputFiles): void {
  const places = new PlaceWriter()
  for (const line of files.lines('origins')) places.add(idKey(line.bytes, line.from), line)
  places.write(database, 'origins')
}

/** Where the links stand between claims that may be of one group, by the claim that they name first; gives how many there are of each type. */
export function placeLinks(database: Database, files: OutputFiles): Readonly<Record<string, number>> {
  const places = new PlaceWriter()
  const types: Record<string, number> = {}
  for (const line of files.lines('links')) {
    const type = typeOf(line.bytes, line.from)
    types[type] = (types[type] ?? 0) + 1
    if (type !== 'contradicts') places.add(linkKey(line.bytes, line.from), line)
  }
  places.write(database, 'links')
  return types
}
