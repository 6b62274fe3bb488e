import type { AnnotatedArticle, Claim, ClaimRef } from '../model/schema.ts'
import { runOf } from '../model/links-folder.ts'
import { makeDatabase, type Database, type Row } from '../9-output/database.ts'
import type { OutputFiles } from './output.ts'
import { stems, type IndexedArticle } from './indexed.ts'

/** Raised with every change of the tables. */
export const INDEX_VERSION = 1

/**
 * `id` counts articles and claims in the order of the files, groups by their line; `at` and `size` are the place of a line in its file, in
 * bytes, null of a group that was made up for a claim that no written one holds. `words` holds the stems of what each claim and stance says, `length` how many a claim has.
 */
const TABLES = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
  CREATE TABLE articles (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
  CREATE TABLE claims (id INTEGER PRIMARY KEY, article INTEGER, name TEXT, grp INTEGER, confidence REAL, anonymous INTEGER, length INTEGER);
  CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT, at INTEGER, size INTEGER, members INTEGER, articles INTEGER, independent INTEGER, anonymous INTEGER, contested INTEGER, contradicted INTEGER);
  CREATE TABLE stances (id INTEGER PRIMARY KEY, grp INTEGER, topic TEXT);
  CREATE TABLE registry (id INTEGER PRIMARY KEY, name TEXT, names TEXT);
  CREATE TABLE people (article TEXT, speaker TEXT, registered INTEGER, PRIMARY KEY (article, speaker)) WITHOUT ROWID;
  CREATE TABLE links (claim INTEGER, at INTEGER, size INTEGER);
  CREATE TABLE origins (name TEXT PRIMARY KEY, at INTEGER, size INTEGER) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(claim, speaker, target, outlet, content = '', columnsize = 0, detail = column, tokenize = 'ascii');
  CREATE VIRTUAL TABLE terms USING fts5vocab(words, row)`
const INDEXES = `
  CREATE INDEX groups_name ON groups (name);
  CREATE INDEX claims_grp ON claims (grp);
  CREATE INDEX stances_topic ON stances (topic);
  CREATE INDEX links_claim ON links (claim)`

/** Writes the index of an output: what leads to the groups that a question asks for, and from each to what is known about it. */
export function buildIndex(path: string, files: OutputFiles, articles: Iterable<IndexedArticle>): void {
  makeDatabase(path, (database) => {
    database.exec(TABLES)
    const writer = new IndexWriter(database, files)
    const { versions, run } = writer.addArticles(articles)
    database.exec('CREATE UNIQUE INDEX claims_name ON claims (name, article)')
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

class IndexWriter {
  readonly #statements: { readonly finalize: () => void }[] = []
  readonly #articles = new Map<string, number>()
  #claims = 0

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
    return (...cells) => void statement.run([...cells])
  }

  #get(sql: string): (...cells: readonly Cell[]) => Row | null {
    const statement = this.database.prepare(sql)
    this.#statements.push(statement)
    return (...cells) => statement.get([...cells]) as Row | null
  }

  /** The registry first, as claims are found by all names of their speakers; gives the versions that wrote the articles, and their run. */
  addArticles(articles: Iterable<IndexedArticle>) {
    this.#addSpeakers()
    const [article, claim] = [this.#insert('articles', 2), this.#insert('claims', 7)]
    const words = this.#insert('words(rowid, claim, speaker, target, outlet)', 5)
    const registered = this.database.prepare('SELECT speaker, names FROM people JOIN registry ON registry.id = registered WHERE article = ?')
    this.#statements.push(registered)
    const versions = new Set<string>()
    const sources: { id: string; sha256: string }[] = []
    for (const { id, claimtrace, sha256, outlet, speakers, claims } of articles) {
      versions.add(claimtrace)
      sources.push({ id, sha256 })
      const place = this.#articles.size
      this.#articles.set(id, place)
      article(place, id)
      const known = new Map((registered.all([id]) as Row[]).map(({ speaker, names }) => [speaker, names]))
      for (const { id: name, confidence, said, length, speakers: own, targets } of claims) {
        claim(this.#claims, place, name, null, confidence, Number(own.every((of) => speakers[of]?.anonymous)), length)
        words(this.#claims++, said, own.map((of) => `${speakers[of]?.names ?? ''} ${known.get(of) ?? ''}`).join(' '), targets, outlet)
      }
    }
    return { versions: [...versions].toSorted(), run: runOf(sources) }
  }

  #addSpeakers(): void {
    const [speaker, person] = [this.#insert('registry', 3), this.#insert('people', 3)]
    let id = 0
    for (const { row } of this.files.rows('speakers')) {
      speaker(id, row.name, stems(row.name, ...row.aliases))
      for (const member of row.members) person(member.article, member.speaker, id)
      id++
    }
  }

  /** Gives the claim's number; null where no article holds it. */
  #claimFinder(): (ref: ClaimRef) => number | null {
    const find = this.#get('SELECT id FROM claims WHERE name = ? AND article = ?')
    return ({ article, claim }) => {
      const place = this.#articles.get(article)
      return place === undefined ? null : ((find(claim, place)?.['id'] as number | undefined) ?? null)
    }
  }

  /** The written groups that hold claims, then one for each claim that stands alone. */
  addGroups(): void {
    const find = this.#claimFinder()
    const [group, stance, words] = [this.#insert('groups', 10), this.#insert('stances', 3), this.#insert('words(rowid, target)', 2)]
    const join = this.database.prepare('UPDATE claims SET grp = ? WHERE id = ?')
    this.#statements.push(join)
    let id = 0
    let stanceId = this.#claims
    for (const { row, at, size } of this.files.rows('groups')) {
      const members = row.members.flatMap((ref) => find(ref) ?? [])
      if (members.length === 0) continue
      for (const member of members) join.run([id, member])
      for (const { target, topic } of row.stances) {
        stance(stanceId, id, topicOf({ target, topic }))
        words(stanceId++, stems(target, topic))
      }
      group(id++, row.id, at, size, members.length, row.support.articles, row.support.independent, row.support.anonymous, row.contested.length, row.contradictedBy.length)
    }
    for (const alone of this.database.all('SELECT id, name, anonymous FROM claims WHERE grp IS NULL') as Row[]) {
      group(id, alone['name']!, null, null, 1, 1, 1, alone['anonymous']!, 0, 0)
      join.run([id++, alone['id']!])
    }
  }

  addOrigins(): void {
    const origin = this.#insert('origins', 3)
    for (const { row, at, size } of this.files.rows('origins')) origin(row.id, at, size)
  }

  /** The links between claims that may be of one group, by the claim that they name first; gives how many there are of each type. */
  addLinks(): Readonly<Record<string, number>> {
    const types: Record<string, number> = {}
    const find = this.#claimFinder()
    const link = this.#insert('links', 3)
    for (const { row, at, size } of this.files.rows('links')) {
      types[row.type] = (types[row.type] ?? 0) + 1
      const claim = row.type === 'contradicts' ? null : find(row.a)
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
