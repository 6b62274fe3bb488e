import type { Database } from '../9-output/database.ts'
import type { LineColumns } from '../model/links-folder.ts'
import { LINK_TYPES, type Group } from '../model/schema.ts'
import { idKey, idLine } from '../model/line-columns.ts'
import { topicOf } from './claim.ts'
import { GroupsBefore } from './groups-before.ts'
import type { ArticleRows } from './index-articles.ts'
import { pagesOf, rowsOf, type Statements } from './index-tables.ts'
import { stems } from './indexed.ts'
import { NumberSet } from './number-set.ts'
import type { OutputFiles } from './output.ts'
import { writePlaces } from './places.ts'

/** Articles whose claims are put into groups of their own at once. */
const ARTICLES = 1 << 8
const ALONE = `
  SELECT claims.id AS id, claims.name AS name, articles.name AS article, anonymous
  FROM json_each(?) AS some CROSS JOIN articles ON articles.id = some.value CROSS JOIN claims ON claims.id >= articles.id AND claims.id < articles.id + articles.claims
  WHERE grp IS NULL ORDER BY some.key, claims.id`

/** Brings the rows of groups and stances up to date, and says which group each claim is in; rows of groups whose lines are as they were stay. */
export class GroupRows {
  /** The numbers of the groups that there are. */
  readonly #taken = new NumberSet()
  readonly #insert
  readonly #stance
  readonly #words
  readonly #leave
  readonly #removals
  /** The claims of some articles that are in no group. */
  readonly #alone

  constructor(
    private readonly database: Database,
    private readonly articles: ArticleRows,
    statements: Statements,
  ) {
    this.#insert = statements.insert('groups', 9)
    this.#stance = statements.insert('stances', 3)
    this.#words = statements.insert('words(rowid, target)', 2)
    this.#leave = statements.prepare('UPDATE claims SET grp = NULL WHERE grp = ? AND id NOT IN (SELECT value FROM json_each(?))')
    this.#alone = statements.rows<[claim: number, name: string, article: string, anonymous: number]>('id, name, article, anonymous', `(${ALONE})`)
    this.#removals = ['DELETE FROM stances WHERE grp = ?', 'DELETE FROM groups WHERE id = ?'].map((sql) => statements.prepare(sql))
  }

  /** The written groups that hold claims, then one for each claim that stands alone. Rows of claims are written between them. */
  update(files: OutputFiles): void {
    for (const [alone] of pagesOf<[number]>(this.database, 'id', 'groups', 'mark IS NULL')) this.#remove(alone)
    const before = new GroupsBefore(pagesOf<[number, number]>(this.database, 'id, mark', 'groups'))
    const { lengths, keys, marks } = files.columns('groups')
    const numbers = keys.map((key) => this.#numberOf(key))
    for (let line = 0, at = 0; line < numbers.length; at += lengths[line++]!) {
      const [number, mark] = [numbers[line]!, marks[line]!]
      if (!before.stays(number, mark)) {
        const row = files.row('groups', { at, size: lengths[line]! - 1 })
        const members = row.members.flatMap((claim) => this.articles.group(claim, number) ?? [])
        if (before.has(number)) this.#remove(number, members)
        if (members.length > 0) this.#write(number, mark, row)
      }
    }
    writePlaces(this.database, 'groups', { lengths, keys: numbers })
    for (const number of before.numbers) if (!this.#taken.has(number)) this.#remove(number)
    this.articles.write((group) => before.isAsItWas(group))
    this.#addAlone()
  }

  /** A number that follows from the keys of groups and their order alone. */
  #numberOf(key: number): number {
    let number = key
    while (this.#taken.has(number)) number++
    this.#taken.add(number)
    return number
  }

  /** Removes what an earlier index has of a group, but that some claims are in it. */
  #remove(number: number, stay: readonly number[] = []): void {
    this.#leave(number, JSON.stringify(stay))
    for (const remove of this.#removals) remove(number)
  }

  #write(number: number, mark: number, row: Group): void {
    for (const { target, topic } of row.stances) {
      this.#stance(this.articles.next, number, topicOf({ target, topic }))
      this.#words(this.articles.next++, stems(target, topic))
    }
    this.#insert(number, row.id, mark, row.members.length, row.support.articles, row.support.independent, row.support.anonymous, row.contested.length, row.contradictedBy.length)
  }

  #addAlone(): void {
    const articles = rowsOf<[number]>(this.database, 'id', 'articles WHERE id IN (SELECT article FROM claims WHERE grp IS NULL) ORDER BY name')
    for (let from = 0; from < articles.length; from += ARTICLES) {
      const some = JSON.stringify(articles.slice(from, from + ARTICLES).flat())
      for (const [claim, name, article, anonymous] of this.#alone(some)) {
        const number = this.#numberOf(idKey(idLine(`${article}#${name}`)))
        this.#insert(number, name, null, 1, 1, 1, anonymous, 0, 0)
        this.articles.regroup(number, claim)
      }
    }
  }
}

/** Whether each written group has as many claims as its line names. */
export function isWhole(database: Database): boolean {
  return (database.get('SELECT count(*) AS n FROM groups WHERE mark IS NOT NULL AND members <> (SELECT count(*) FROM claims WHERE grp = groups.id)') as { n: number }).n === 0
}

/** How many links there are of each type, by its name. */
export function typesOf({ marks }: Pick<LineColumns, 'marks'>): Readonly<Record<string, number>> {
  const counts = new Map<number, number>()
  for (let line = 0; line < marks.length; line++) counts.set(marks[line]!, (counts.get(marks[line]!) ?? 0) + 1)
  return Object.fromEntries(Array.from(counts, ([type, count]) => [LINK_TYPES[type]!, count]))
}
