import { shortHash } from '../model/id.ts'
import { runOf } from '../model/links-folder.ts'
import type { ClaimRef } from '../model/schema.ts'
import type { Database } from '../9-output/database.ts'
import { AddedClaims } from './added-claims.ts'
import { ArticleColumns } from './article-columns.ts'
import { ClaimColumns } from './claim-columns.ts'
import { pagesOf, type Statements } from './index-tables.ts'
import { stems, type IndexedArticle } from './indexed.ts'
import type { Entry, People, Person } from './people.ts'

/** An article to be indexed, read where that is needed. */
export interface ToIndex {
  readonly id: string
  /** Tells what the index holds of it from others; null: it has to be read. */
  readonly mark: string | null
  readonly read: () => IndexedArticle
}

/** Brings the rows of articles and claims up to date; rows of articles that are as they were stay. */
export class ArticleRows {
  /** The first number that no claim, article or stance ever had. */
  next: number
  /** What was the first such number. */
  readonly #firstAdded: number
  readonly #articles = new ArticleColumns()
  /** The claims of articles that were added or asked for; those that were added come first. */
  readonly #claims = new ClaimColumns()
  readonly #added = new AddedClaims()
  /** Writes which group a claim is in whose row is there. */
  readonly regroup: (group: number, claim: number) => void
  readonly #claimsIn: (from: number, to: number) => (readonly [name: string, group: number | null])[]
  readonly #removals: readonly ((from: number, to: number) => void)[]
  /** The stems of all names of a speaker of the registry, as long as that is at hand. */
  readonly #names = new WeakMap<Entry, string>()

  constructor(
    database: Database,
    private readonly statements: Statements,
  ) {
    this.regroup = statements.prepare('UPDATE claims SET grp = ? WHERE id = ?')
    this.#claimsIn = statements.rows('name, grp', 'claims WHERE id >= ? AND id < ? ORDER BY id')
    this.#removals = ['claims', 'articles'].map((table) => statements.prepare(`DELETE FROM ${table} WHERE id >= ? AND id < ?`))
    const { next } = database.get("SELECT coalesce((SELECT value FROM about WHERE name = 'next'), 0) + 0 AS next") as { next: number }
    this.next = this.#firstAdded = next
    for (const [id, name, claims, mark] of pagesOf<[number, string, number, string | null]>(database, 'id, name, claims, mark', 'articles')) this.#articles.addStanding(name, { first: id, claims, mark })
  }

  /** All articles that there are now, of those with one id the first; claims are found by all names of their speakers. */
  update(articles: Iterable<ToIndex>, people: People): void {
    const add = this.#adder()
    for (const { id, mark, read } of articles) {
      const place = this.#articles.placeOf(id)
      if (place >= 0 && this.#articles.isMet(place)) continue
      const whole = mark && shortHash(mark, ...people.told(id))
      if (place >= 0 && whole !== null && this.#articles.meets(place, whole)) continue
      add(id, read(), people.of(id), whole, this.#remove(place))
    }
    for (const place of this.#articles.notMet()) this.#remove(place)
  }

  #adder() {
    const [article, words] = [this.statements.insert('articles', 7), this.statements.insert('words(rowid, claim, speaker, target, outlet)', 5)]
    return (id: string, { claimtrace, sha256, outlet, speakers, claims }: IndexedArticle, people: readonly Person[], mark: string | null, before: ReadonlyMap<string, number | null>) => {
      const first = this.next
      this.next += Math.max(1, claims.length)
      const registered = new Map(people)
      const speaking = new Set(claims.flatMap((claim) => claim.speakers))
      const names = new Map(Array.from(speaking, (of) => [of, `${speakers[of]?.names ?? ''} ${this.#namesOf(registered.get(of))}`]))
      article(first, id, claims.length, JSON.stringify(Object.fromEntries(Array.from(speaking, (of) => [of, registered.get(of)?.name]))), mark, claimtrace, sha256)
      this.#articles.addMet(id, { first, claims: claims.length, mark }, this.#claims.size)
      for (const { id: name } of claims) this.#claims.add(name, null)
      this.#added.add(first, claims.map(({ id: name, confidence, length, speakers: own }) => [name, confidence, Number(own.every((of) => speakers[of]?.anonymous)), length, before.get(name) ?? null]))
      claims.forEach(({ said, speakers: own, targets }, i) => words(first + i, said, own.map((of) => names.get(of)!).join(' '), targets, outlet))
    }
  }

  #namesOf(speaker: Entry | undefined): string {
    if (speaker === undefined) return ''
    const names = this.#names.get(speaker) ?? stems(speaker.name, ...speaker.aliases)
    this.#names.set(speaker, names)
    return names
  }

  /** Removes what an earlier index has of an article; gives which group each of its claims was in. */
  #remove(place: number): ReadonlyMap<string, number | null> {
    if (place < 0) return new Map()
    this.#articles.remove(place)
    const first = this.#articles.first(place)
    const end = first + Math.max(1, this.#articles.claims(place))
    const groups = new Map(this.#claimsIn(first, end))
    for (const remove of this.#removals) remove(first, end)
    return groups
  }

  /** Says which group a claim is in, by the group's number. Gives the claim's; null where no article holds it. */
  group({ article, claim }: ClaimRef, group: number): number | null {
    const place = this.#articles.placeOf(article)
    if (place < 0) return null
    const from = this.#articles.column(place) ?? this.#read(place)
    const column = this.#claims.placeIn(from, this.#articles.claims(place), claim)
    if (column < 0) return null
    const number = this.#articles.first(place) + column - from
    if (number < this.#firstAdded && this.#claims.group(column) !== group) this.regroup(group, number)
    this.#claims.put(column, group)
    return number
  }

  /** Puts the claims of an article whose rows stand into columns. */
  #read(place: number): number {
    const [column, first] = [this.#claims.size, this.#articles.first(place)]
    for (const [name, group] of this.#claimsIn(first, first + this.#articles.claims(place))) this.#claims.add(name, group)
    this.#articles.begin(place, column)
    return column
  }

  /** Writes the rows of claims that were added, see {@link AddedClaims.rows}. */
  write(stays: (group: number) => boolean): void {
    const insert = this.statements.insert('claims', 7)
    for (const cells of this.#added.rows((place) => this.#claims.group(place), stays)) insert(...cells)
  }
}

/** The versions that wrote the articles of an index, as JSON, and their run. */
export function writtenIn(database: Database): { readonly versions: string; readonly run: string } {
  const versions = new Set<string>()
  const sources = function* () {
    for (const [, id, version, sha256] of pagesOf<[number, string, string, string]>(database, 'id, name, version, source', 'articles')) {
      versions.add(version)
      yield { id, sha256 }
    }
  }
  const run = runOf(sources())
  return { versions: JSON.stringify([...versions].sort()), run }
}
