import type { AnnotatedArticle, Claim, ClaimRef, RegisteredSpeaker } from '../model/schema.ts'
import { runOf } from '../model/links-folder.ts'
import { makeDatabase, type Database } from '../9-output/database.ts'
import type { OutputFiles } from './output.ts'
import { stems, type IndexedArticle } from './indexed.ts'

/** Raised with every change of the tables. */
export const INDEX_VERSION = 3

/**
 * `id` counts articles and claims in the order of the files, groups by their line; `at` and `size` are the place of a line in its file, in
 * bytes, null of a group that was made up for a claim that no written one holds. `people` gives for each speaker of an article's claims its name in the registry, as JSON. `words` holds the stems of what each claim and stance says, `length` how many a claim has.
 */
const TABLES = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
  CREATE TABLE articles (id INTEGER PRIMARY KEY, name TEXT UNIQUE, people TEXT);
  CREATE TABLE claims (id INTEGER PRIMARY KEY, article INTEGER, name TEXT, grp INTEGER, confidence REAL, anonymous INTEGER, length INTEGER);
  CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT, at INTEGER, size INTEGER, members INTEGER, articles INTEGER, independent INTEGER, anonymous INTEGER, contested INTEGER, contradicted INTEGER);
  CREATE TABLE stances (id INTEGER PRIMARY KEY, grp INTEGER, topic TEXT);
  CREATE TABLE links (claim INTEGER, at INTEGER, size INTEGER);
  CREATE TABLE origins (name TEXT PRIMARY KEY, at INTEGER, size INTEGER) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(claim, speaker, target, outlet, content = '', columnsize = 0, detail = column, tokenize = 'ascii');
  CREATE VIRTUAL TABLE terms USING fts5vocab(words, row);
  INSERT INTO words (words, rank) VALUES ('hashsize', ${1 << 23})`
const INDEXES = `
  CREATE INDEX groups_name ON groups (name);
  CREATE UNIQUE INDEX claims_name ON claims (name, article);
  CREATE INDEX claims_grp ON claims (grp);
  CREATE INDEX stances_topic ON stances (topic);
  CREATE INDEX links_claim ON links (claim)`

/** Writes the index of an output: what leads to the groups that a question asks for, and from each to what is known about it. */
export function buildIndex(path: string, files: OutputFiles, articles: Iterable<IndexedArticle>): void {
  makeDatabase(path, (database) => {
    database.exec(TABLES)
    const writer = new IndexWriter(database, files)
    const { versions, run } = writer.addArticles(articles)
    writer.addGroups()
    writer.addOrigins()
    const types = writer.addLinks()
    database.exec(INDEXES)
    const about = { stamp: files.stamp(), version: INDEX_VERSION, versions: JSON.stringify(versions), types: JSON.stringify(types), run }
    for (const [name, value] of Object.entries(about)) database.run('INSERT INTO about VALUES (?, ?)', [name, String(value)])
    writer.close()
  })
}

type Cell = string | number | null

/** The columns of a claim but for its group: article, name, confidence, anonymous, length. */
type ClaimCells = readonly [number, string, number, number, number]

/** A speaker of the registry. */
type Registered = Pick<RegisteredSpeaker, 'name' | 'aliases'>

class IndexWriter {
  /** The stems of all names of a speaker of the registry, where they were asked for. */
  readonly #names = new Map<Registered, string>()
  readonly #statements: { readonly finalize: () => void }[] = []
  /** Of each article the number of its first claim, and the ids of all. */
  readonly #articles = new Map<string, { readonly first: number; readonly ids: readonly string[] }>()
  readonly #claims: ClaimCells[] = []

  constructor(
    private readonly database: Database,
    private readonly files: OutputFiles,
  ) {}

  close(): void {
    for (const statement of this.#statements) statement.finalize()
  }

  #insert(table: string, columns: number): (...cells: readonly Cell[]) => void {
    const statement = this.database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${Array<string>(columns).fill('?').join(', ')})`)
    this.#statements.push(statement)
    return (...cells) => void statement.run(cells as Cell[])
  }

  /** Claims are found by all names of their speakers. Gives the versions that wrote the articles, and their run. */
  addArticles(articles: Iterable<IndexedArticle>) {
    const registered = this.#speakers()
    const [article, words] = [this.#insert('articles', 3), this.#insert('words(rowid, claim, speaker, target, outlet)', 5)]
    const versions = new Set<string>()
    const sources: { id: string; sha256: string }[] = []
    for (const { id, claimtrace, sha256, outlet, speakers, claims } of articles) {
      versions.add(claimtrace)
      sources.push({ id, sha256 })
      const place = this.#articles.size
      const people = registered.get(id) ?? new Map<string, Registered>()
      registered.delete(id)
      const speaking = new Set(claims.flatMap((claim) => claim.speakers))
      const names = new Map(Array.from(speaking, (of) => [of, `${speakers[of]?.names ?? ''} ${this.#namesOf(people.get(of))}`]))
      article(place, id, JSON.stringify(Object.fromEntries(Array.from(speaking, (of) => [of, people.get(of)?.name]))))
      this.#articles.set(id, { first: this.#claims.length, ids: claims.map((claim) => claim.id) })
      for (const { id: name, confidence, said, length, speakers: own, targets } of claims) {
        words(this.#claims.length, said, own.map((of) => names.get(of)!).join(' '), targets, outlet)
        this.#claims.push([place, name, confidence, Number(own.every((of) => speakers[of]?.anonymous)), length])
      }
    }
    return { versions: [...versions].toSorted(), run: runOf(sources) }
  }

  /** By article its speakers, as the registry knows them. */
  #speakers(): Map<string, Map<string, Registered>> {
    const byArticle = new Map<string, Map<string, Registered>>()
    for (const { row: { name, aliases, members } } of this.files.rows('speakers')) {
      const registered: Registered = { name, aliases }
      for (const { article, speaker } of members) {
        const people = byArticle.get(article)
        if (people === undefined) byArticle.set(article, new Map([[speaker, registered]]))
        else people.set(speaker, registered)
      }
    }
    return byArticle
  }

  #namesOf(speaker: Registered | undefined): string {
    if (speaker === undefined) return ''
    const names = this.#names.get(speaker) ?? stems(speaker.name, ...speaker.aliases)
    this.#names.set(speaker, names)
    return names
  }

  /** The claim's number; null where no article holds it. */
  #claim({ article, claim }: ClaimRef): number | null {
    const { first = 0, ids = [] } = this.#articles.get(article) ?? {}
    const place = ids.indexOf(claim)
    return place < 0 ? null : first + place
  }

  /** The written groups that hold claims, then one for each claim that stands alone; and the claims. */
  addGroups(): void {
    const [group, claim, stance, words] = [this.#insert('groups', 10), this.#insert('claims', 7), this.#insert('stances', 3), this.#insert('words(rowid, target)', 2)]
    const groupOf = new Int32Array(this.#claims.length).fill(-1)
    let id = 0
    let stanceId = this.#claims.length
    for (const { row, at, size } of this.files.rows('groups')) {
      const members = row.members.flatMap((ref) => this.#claim(ref) ?? [])
      if (members.length === 0) continue
      for (const member of members) groupOf[member] = id
      for (const { target, topic } of row.stances) {
        stance(stanceId, id, topicOf({ target, topic }))
        words(stanceId++, stems(target, topic))
      }
      group(id++, row.id, at, size, members.length, row.support.articles, row.support.independent, row.support.anonymous, row.contested.length, row.contradictedBy.length)
    }
    this.#claims.forEach(([article, name, confidence, anonymous, length], n) => {
      const own = groupOf[n]! < 0 ? id++ : groupOf[n]!
      if (groupOf[n]! < 0) group(own, name, null, null, 1, 1, 1, anonymous, 0, 0)
      claim(n, article, name, own, confidence, anonymous, length)
    })
  }

  addOrigins(): void {
    const origin = this.#insert('origins', 3)
    for (const { row, at, size } of this.files.ids('origins')) origin(row.id, at, size)
  }

  /** The links between claims that may be of one group, by the claim that they name first; gives how many there are of each type. */
  addLinks(): Readonly<Record<string, number>> {
    const types: Record<string, number> = {}
    const link = this.#insert('links', 3)
    for (const { row, at, size } of this.files.rows('links')) {
      types[row.type] = (types[row.type] ?? 0) + 1
      const claim = row.type === 'contradicts' ? null : this.#claim(row.a)
      if (claim !== null) link(claim, at, size)
    }
    return types
  }
}

/** What a stance is about, as groups compare it. */
export const topicOf = ({ topic, target }: { readonly topic: string | null; readonly target: string }): string => topic ?? target.toLowerCase()

/** A claim's content in one line; what stands between its parts is left out. */
export function wordsOf({ content }: Claim): string {
  return content.map(({ exact }) => exact.replace(/\s+/g, ' ')).join(' … ')
}

/** Whether everybody who said it is unnamed, or nobody is given. */
export function isAnonymous({ article, claim }: { readonly article: AnnotatedArticle; readonly claim: Claim }): boolean {
  return claim.speaker.ids.every((id) => article.speakers.find((speaker) => speaker.id === id)?.kind === 'anonymous')
}
