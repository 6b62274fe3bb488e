import type { AnnotatedArticle, Claim, ClaimRef, RegisteredSpeaker } from '../model/schema.ts'
import { shortHash } from '../model/id.ts'
import { runOf } from '../model/links-folder.ts'
import { makeDatabase, type Database } from '../9-output/database.ts'
import type { OutputFiles } from './output.ts'
import { stems, type IndexedArticle } from './indexed.ts'

/** Raised with every change of the tables. */
export const INDEX_VERSION = 4

/**
 * What stays from one run to the next. `mark` tells an article's rows from others; its claims have numbers from `id` on, in the order of their names in `claims`; `people` gives for each speaker of its claims
 * the name in the registry, as JSON. `words` holds the stems of what each claim and stance says, by its number, below 0 for a stance; and of some that are no longer there. `length` is how many a claim has.
 */
const LASTING = `
  CREATE TABLE articles (id INTEGER PRIMARY KEY, name TEXT UNIQUE, people TEXT, mark TEXT, version TEXT, source TEXT, claims TEXT);
  CREATE TABLE said (id INTEGER PRIMARY KEY, article INTEGER, name TEXT, confidence REAL, anonymous INTEGER, length INTEGER);
  CREATE UNIQUE INDEX said_name ON said (name, article);
  CREATE TABLE stances (id INTEGER PRIMARY KEY, key TEXT, grp INTEGER, topic TEXT);
  CREATE VIRTUAL TABLE words USING fts5(claim, speaker, target, outlet, content = '', columnsize = 0, detail = column, tokenize = 'ascii');
  CREATE VIRTUAL TABLE terms USING fts5vocab(words, row);
  INSERT INTO words (words, rank) VALUES ('hashsize', ${1 << 23})`
/** What is made anew. Groups are counted in the order of their lines; `at` and `size` are the place of a line in its file, in bytes, null of a group that was made up for a claim that no written one holds. */
const ANEW = {
  about: '(name TEXT PRIMARY KEY, value TEXT)',
  members: '(claim INTEGER PRIMARY KEY, grp INTEGER)',
  groups: '(id INTEGER PRIMARY KEY, name TEXT, at INTEGER, size INTEGER, members INTEGER, articles INTEGER, independent INTEGER, anonymous INTEGER, contested INTEGER, contradicted INTEGER)',
  links: '(claim INTEGER, at INTEGER, size INTEGER, PRIMARY KEY (claim, at)) WITHOUT ROWID',
  origins: '(name TEXT PRIMARY KEY, at INTEGER, size INTEGER) WITHOUT ROWID',
}
const INDEXES = `
  CREATE INDEX groups_name ON groups (name);
  CREATE INDEX members_grp ON members (grp);
  CREATE INDEX stances_topic ON stances (topic);
  CREATE VIEW claims AS SELECT said.id, article, name, grp, confidence, anonymous, length FROM said JOIN members ON claim = said.id`

/** An article to be indexed, read where that is needed. */
export interface ToIndex {
  readonly id: string
  /** Tells what the index holds of it from others; null: it has to be read. */
  readonly hash: string | null
  readonly read: () => IndexedArticle
}

/** Where it differs from the usual: the speakers of the registry that are at hand; whether an index of this version is at the path, to be brought up to date. */
export interface Indexing {
  readonly speakers?: Iterable<RegisteredSpeaker>
  readonly update?: boolean
}

/** Writes the index of an output: what leads to the groups that a question asks for, and from each to what is known about it. The path holds the old one or the new. */
export function buildIndex(path: string, files: OutputFiles, articles: Iterable<ToIndex>, { speakers = files.links?.speakers ?? [], update = false }: Indexing = {}): void {
  const fill = (database: Database) => {
    if (!update) database.exec(LASTING)
    const writer = new IndexWriter(database, files, update)
    for (const [table, columns] of Object.entries(ANEW)) database.exec(`DROP TABLE IF EXISTS ${table}; CREATE TABLE ${table} ${columns}`)
    writer.addArticles(articles, speakers)
    writer.addGroups()
    writer.addOrigins()
    const about = { stamp: files.stamp(), version: INDEX_VERSION, ...writer.written(), types: JSON.stringify(writer.addLinks()), next: JSON.stringify(writer.next) }
    for (const [name, value] of Object.entries(about)) database.run('INSERT INTO about VALUES (?, ?)', [name, String(value)])
    database.exec(`DROP VIEW IF EXISTS claims; DROP INDEX IF EXISTS stances_topic; ${INDEXES}`)
    writer.close()
  }
  makeDatabase(path, fill, update)
}

type Cell = string | number | null

/** A speaker of the registry, and what tells its names from others. */
interface Registered extends Pick<RegisteredSpeaker, 'name' | 'aliases'> {
  readonly mark: string
}

class IndexWriter {
  /** The first numbers that no claim, article or stance ever had. */
  readonly next: { claim: number; stance: number }
  /** The stems of all names of a speaker of the registry, where they were asked for. */
  readonly #names = new Map<Registered, string>()
  readonly #statements: { readonly finalize: () => void }[] = []
  #rows: Record<'article' | 'said' | 'words', (...cells: readonly Cell[]) => void> | undefined
  /** Of each article the number of its first claim, and the ids of all. */
  readonly #articles = new Map<string, { readonly first: number; readonly ids: readonly string[] }>()

  constructor(
    private readonly database: Database,
    private readonly files: OutputFiles,
    update: boolean,
  ) {
    const [said] = update ? (database.all("SELECT value FROM about WHERE name = 'next'") as { value: string }[]) : []
    this.next = said === undefined ? { claim: 0, stance: -1 } : (JSON.parse(said.value) as IndexWriter['next'])
  }

  close(): void {
    for (const statement of this.#statements) statement.finalize()
  }

  #statement(sql: string): (...cells: readonly Cell[]) => void {
    const statement = this.database.prepare(sql)
    this.#statements.push(statement)
    return (...cells) => void statement.run(cells as Cell[])
  }

  #insert(table: string, columns: number) {
    return this.#statement(`INSERT OR REPLACE INTO ${table} VALUES (${Array<string>(columns).fill('?').join(', ')})`)
  }

  /** Brings articles and claims up to date. Claims are found by all names of their speakers. */
  addArticles(articles: Iterable<ToIndex>, speakers: Iterable<RegisteredSpeaker>): void {
    const registered = byArticle(speakers)
    const [article, claims] = [this.#statement('DELETE FROM articles WHERE id = ?'), this.#statement('DELETE FROM said WHERE id >= ? AND article = ?')]
    const remove = (id: number) => {
      article(id)
      claims(id, id)
    }
    const before = new Map((this.database.all('SELECT id, name, mark, claims FROM articles') as { id: number; name: string; mark: string | null; claims: string }[]).map((row) => [row.name, row]))
    for (const { id, hash, read } of articles) {
      const people = registered.get(id) ?? new Map<string, Registered>()
      const mark = hash && shortHash(hash, ...Array.from(people, ([speaker, { mark: own }]) => `${speaker} ${own}`).sort())
      const was = before.get(id)
      before.delete(id)
      if (mark !== null && was?.mark === mark) this.#articles.set(id, { first: was.id, ids: was.claims === '' ? [] : was.claims.split(' ') })
      else {
        if (was !== undefined) remove(was.id)
        this.#addArticle(read(), people, mark)
      }
    }
    for (const { id } of before.values()) remove(id)
  }

  #addArticle({ id, claimtrace, sha256, outlet, speakers, claims }: IndexedArticle, people: ReadonlyMap<string, Registered>, mark: string | null): void {
    const { article, said, words } = (this.#rows ??= { article: this.#insert('articles', 7), said: this.#insert('said', 6), words: this.#insert('words(rowid, claim, speaker, target, outlet)', 5) })
    const first = this.next.claim
    this.next.claim += Math.max(1, claims.length)
    const speaking = new Set(claims.flatMap((claim) => claim.speakers))
    const names = new Map(Array.from(speaking, (of) => [of, `${speakers[of]?.names ?? ''} ${this.#namesOf(people.get(of))}`]))
    const ids = claims.map((claim) => claim.id)
    article(first, id, JSON.stringify(Object.fromEntries(Array.from(speaking, (of) => [of, people.get(of)?.name]))), mark, claimtrace, sha256, ids.join(' '))
    this.#articles.set(id, { first, ids })
    claims.forEach(({ id: name, confidence, said: own, length, speakers: by, targets }, i) => {
      words(first + i, own, by.map((of) => names.get(of)!).join(' '), targets, outlet)
      said(first + i, first, name, confidence, Number(by.every((of) => speakers[of]?.anonymous)), length)
    })
  }

  #namesOf(speaker: Registered | undefined): string {
    if (speaker === undefined) return ''
    const names = this.#names.get(speaker) ?? stems(speaker.name, ...speaker.aliases)
    this.#names.set(speaker, names)
    return names
  }

  /** The versions that wrote the articles, and their run. */
  written(): { readonly versions: string; readonly run: string } {
    const rows = this.database.all('SELECT name AS id, version, source AS sha256 FROM articles') as { id: string; version: string; sha256: string }[]
    return { versions: JSON.stringify([...new Set(rows.map(({ version }) => version))].sort()), run: runOf(rows) }
  }

  /** The claim's number; null where no article holds it. */
  #claim({ article, claim }: ClaimRef): number | null {
    const { first = 0, ids = [] } = this.#articles.get(article) ?? {}
    const place = ids.indexOf(claim)
    return place < 0 ? null : first + place
  }

  /** The written groups that hold claims, then one for each claim that stands alone; and which group each claim is in. */
  addGroups(): void {
    const [group, member, stance, words] = [this.#insert('groups', 10), this.#insert('members', 2), this.#insert('stances', 4), this.#insert('words(rowid, target)', 2)]
    const stances = new Map((this.database.all('SELECT id, key FROM stances') as { id: number; key: string }[]).map(({ id, key }) => [key, id]))
    this.database.exec('DELETE FROM stances')
    let id = 0
    for (const { row, at, size } of this.files.heads('groups')) {
      const members = row.members.flatMap((ref) => this.#claim(ref) ?? [])
      if (members.length === 0) continue
      for (const claim of members) member(claim, id)
      for (const { target, topic, label } of row.stances) {
        const key = `${row.id} ${label} ${stems(target, topic)}`
        const was = stances.get(key)
        stances.delete(key)
        if (was === undefined) words(this.next.stance, stems(target, topic))
        stance(was ?? this.next.stance--, key, id, topicOf({ target, topic }))
      }
      group(id++, row.id, at, size, members.length, row.support.articles, row.support.independent, row.support.anonymous, row.contested.length, row.contradictedBy.length)
    }
    const alone = this.database.all('SELECT said.id, said.name, anonymous FROM said JOIN articles ON articles.id = article WHERE said.id NOT IN (SELECT claim FROM members) ORDER BY articles.name, said.id')
    for (const { id: claim, name, anonymous } of alone as { id: number; name: string; anonymous: number }[]) {
      member(claim, id)
      group(id++, name, null, null, 1, 1, 1, anonymous, 0, 0)
    }
  }

  addOrigins(): void {
    const origin = this.#insert('origins', 3)
    for (const { row, at, size } of this.files.heads('origins')) origin(row.id, at, size)
  }

  /** The links between claims that may be of one group, by the claim that they name first; gives how many there are of each type. */
  addLinks(): Readonly<Record<string, number>> {
    const types: Record<string, number> = {}
    const link = this.#insert('links', 3)
    for (const { row, at, size } of this.files.heads('links')) {
      types[row.type] = (types[row.type] ?? 0) + 1
      const claim = row.type === 'contradicts' ? null : this.#claim(row.a)
      if (claim !== null) link(claim, at, size)
    }
    return types
  }
}

/** By article its speakers, as the registry knows them. */
function byArticle(speakers: Iterable<RegisteredSpeaker>): Map<string, Map<string, Registered>> {
  const found = new Map<string, Map<string, Registered>>()
  for (const { name, aliases, members } of speakers) {
    const registered: Registered = { name, aliases, mark: shortHash(name, ...aliases) }
    for (const { article, speaker } of members) {
      const people = found.get(article)
      if (people === undefined) found.set(article, new Map([[speaker, registered]]))
      else people.set(speaker, registered)
    }
  }
  return found
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
