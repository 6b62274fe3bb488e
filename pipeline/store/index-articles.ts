import { shortHash } from '../model/id.ts'
import { runOf } from '../model/links-folder.ts'
import type { ClaimRef } from '../model/schema.ts'
import type { Database } from '../9-output/database.ts'
import { AddedClaims, namesOf, placeIn } from './added-claims.ts'
import { rowsOf, type Statements } from './index-tables.ts'
import { stems, type IndexedArticle } from './indexed.ts'
import type { Entry, People, Person } from './people.ts'

/** An article to be indexed, read where that is needed. */
export interface ToIndex {
  readonly id: string
  /** Tells what the index holds of it from others; null: it has to be read. */
  readonly mark: string | null
  readonly read: () => IndexedArticle
}

/** An article whose rows are there from an earlier index. */
interface Standing {
  readonly first: number
  readonly claims: number
  readonly mark: string | null
}

/** The claims of an article: the number of the first, their ids (see {@link placeIn}), and the groups that those that were not added were in. */
interface ClaimsOf {
  readonly first: number
  readonly names: string
  readonly groups: readonly (number | null)[]
}

/** Brings the rows of articles and claims up to date; rows of articles that are as they were stay. */
export class ArticleRows {
  /** The first number that no claim, article or stance ever had. */
  next: number
  readonly #standing: Map<string, Standing>
  /** The claims of articles that were added or asked for. */
  readonly #claims = new Map<string, ClaimsOf>()
  readonly #added: AddedClaims
  /** Writes which group a claim is in whose row is there. */
  readonly regroup: (group: number, claim: number) => void
  readonly #claimsIn: (from: number, to: number) => (readonly [name: string, group: number | null])[]
  readonly #removals: readonly ((from: number, to: number) => void)[]
  /** The stems of all names of a speaker of the registry, where they were asked for. */
  readonly #names = new Map<Entry, string>()

  constructor(
    private readonly database: Database,
    private readonly statements: Statements,
  ) {
    this.regroup = statements.prepare('UPDATE claims SET grp = ? WHERE id = ?')
    this.#claimsIn = statements.rows('name, grp', 'claims WHERE id >= ? AND id < ? ORDER BY id')
    this.#removals = ['claims', 'articles'].map((table) => statements.prepare(`DELETE FROM ${table} WHERE id >= ? AND id < ?`))
    const { next } = database.get("SELECT coalesce((SELECT value FROM about WHERE name = 'next'), 0) + 0 AS next") as { next: number }
    this.next = next
    this.#added = new AddedClaims(next)
    this.#standing = new Map(rowsOf<[string, number, number, string | null]>(database, 'name, id, claims, mark', 'articles').map(([name, first, claims, mark]) => [name, { first, claims, mark }]))
  }

  /** All articles that there are now, of those with one id the first; claims are found by all names of their speakers. */
  update(articles: Iterable<ToIndex>, people: People): void {
    const met = new Set<string>()
    const add = this.#adder()
    for (const { id, mark, read } of articles) {
      if (met.has(id)) continue
      met.add(id)
      const whole = mark && shortHash(mark, ...people.told(id))
      if (whole !== null && this.#standing.get(id)?.mark === whole) continue
      add(read(), people.of(id), whole, this.#remove(id))
    }
    for (const id of this.#standing.keys()) if (!met.has(id)) this.#remove(id)
  }

  #adder() {
    const [article, words] = [this.statements.insert('articles', 7), this.statements.insert('words(rowid, claim, speaker, target, outlet)', 5)]
    return ({ id, claimtrace, sha256, outlet, speakers, claims }: IndexedArticle, people: readonly Person[], mark: string | null, before: ReadonlyMap<string, number | null>) => {
      const first = this.next
      this.next += Math.max(1, claims.length)
      const registered = new Map(people)
      const speaking = new Set(claims.flatMap((claim) => claim.speakers))
      const names = new Map(Array.from(speaking, (of) => [of, `${speakers[of]?.names ?? ''} ${this.#namesOf(registered.get(of))}`]))
      article(first, id, claims.length, JSON.stringify(Object.fromEntries(Array.from(speaking, (of) => [of, registered.get(of)?.name]))), mark, claimtrace, sha256)
      const added = claims.map(({ id: name, confidence, length, speakers: own }) => ({ name, confidence, anonymous: Number(own.every((of) => speakers[of]?.anonymous)), length }))
      this.#claims.set(id, { first, names: this.#added.add(first, added, before), groups: [] })
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
  #remove(id: string): ReadonlyMap<string, number | null> {
    const was = this.#standing.get(id)
    if (was === undefined) return new Map()
    this.#standing.delete(id)
    const end = was.first + Math.max(1, was.claims)
    const groups = new Map(this.#claimsIn(was.first, end))
    for (const remove of this.#removals) remove(was.first, end)
    return groups
  }

  /** Says which group a claim is in, by the group's number. Gives the claim's; null where no article holds it. */
  group({ article, claim }: ClaimRef, group: number): number | null {
    const { first, names, groups } = this.#claims.get(article) ?? this.#read(article)
    const place = placeIn(names, claim)
    if (place < 0) return null
    const number = first + place
    if (this.#added.has(number)) this.#added.put(number, group)
    else if (groups[place] !== group) this.regroup(group, number)
    return number
  }

  #read(article: string): ClaimsOf {
    const { first, claims } = this.#standing.get(article) ?? { first: 0, claims: 0 }
    const rows = claims === 0 ? [] : this.#claimsIn(first, first + claims)
    const found = { first, names: namesOf(rows.map(([id]) => id)), groups: rows.map(([, group]) => group) }
    this.#claims.set(article, found)
    return found
  }

  /** Writes the rows of claims that were added, see {@link AddedClaims.rows}. */
  write(stays: ReadonlySet<number>): void {
    const insert = this.statements.insert('claims', 7)
    for (const cells of this.#added.rows(stays)) insert(...cells)
  }

  /** The versions that wrote the articles, as JSON, and their run. */
  written(): { readonly versions: string; readonly run: string } {
    const rows = rowsOf<[string, string, string]>(this.database, 'name, version, source', 'articles')
    return { versions: JSON.stringify([...new Set(rows.map(([, version]) => version))].sort()), run: runOf(rows.map(([id, , sha256]) => ({ id, sha256 }))) }
  }
}
