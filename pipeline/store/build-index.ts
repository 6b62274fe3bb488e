import type { AnnotatedArticle, Claim, ClaimRef, Speaker } from '../model/schema.ts'
import { runOf } from '../model/links-folder.ts'
import { makeDatabase, type Database, type Row } from '../9-output/database.ts'
import type { OutputFiles } from './output.ts'
import { telling } from './words.ts'

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
  CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT, at INTEGER, size INTEGER, members INTEGER, independent INTEGER, anonymous INTEGER, contested INTEGER);
  CREATE TABLE stances (id INTEGER PRIMARY KEY, grp INTEGER, topic TEXT);
  CREATE TABLE registry (id INTEGER PRIMARY KEY, name TEXT, aliases TEXT);
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
export function buildIndex(path: string, files: OutputFiles, onArticle: () => void = () => {}): void {
  makeDatabase(path, (database) => {
    database.exec(TABLES)
    const writer = new IndexWriter(database, files)
    const { versions, run } = writer.addArticles(onArticle)
    database.exec('CREATE UNIQUE INDEX claims_name ON claims (name, article)')
    writer.addGroups()
    writer.addOrigins()
    writer.addLinks()
    database.exec(INDEXES)
    const about = { stamp: files.stamp(), version: INDEX_VERSION, versions: JSON.stringify(versions), run }
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
  addArticles(onArticle: () => void) {
    this.#addSpeakers()
    const [article, claim] = [this.#insert('articles', 2), this.#insert('claims', 7)]
    const words = this.#insert('words(rowid, claim, speaker, target, outlet)', 5)
    const registered = this.database.prepare('SELECT speaker, name, aliases FROM people JOIN registry ON registry.id = registered WHERE article = ?')
    this.#statements.push(registered)
    const versions = new Set<string>()
    const sources: { id: string; sha256: string }[] = []
    for (const each of this.files.articles) {
      onArticle()
      const { source } = each
      versions.add(each.claimtrace)
      sources.push({ id: source.id, sha256: source.sha256 })
      const id = this.#articles.size
      this.#articles.set(source.id, id)
      article(id, source.id)
      const known = new Map((registered.all([source.id]) as Row[]).map(({ speaker, name, aliases }) => [speaker, `${name} ${aliases}`]))
      const speakers = new Map(each.speakers.map((speaker) => [speaker.id, { anonymous: speaker.kind === 'anonymous', names: stems(`${namesOf(speaker)} ${known.get(speaker.id) ?? ''}`) }]))
      const outlet = stems(`${source.outlet ?? ''} ${source.title ?? ''}`)
      for (const { id: name, confidence, content, speaker, stance } of each.claims) {
        const own = speaker.ids.flatMap((of) => speakers.get(of) ?? [])
        const said = telling(content.map(({ exact }) => exact).join(' '))
        claim(this.#claims, id, name, null, confidence, Number(own.every(({ anonymous }) => anonymous)), said.length)
        words(this.#claims++, said.join(' '), own.map(({ names }) => names).join(' '), stems(stance.map(({ target }) => `${target.text} ${target.topic ?? ''}`).join(' ')), outlet)
      }
    }
    return { versions: [...versions].toSorted(), run: runOf(sources) }
  }

  #addSpeakers(): void {
    const [speaker, person] = [this.#insert('registry', 3), this.#insert('people', 3)]
    let id = 0
    for (const { row } of this.files.rows('speakers')) {
      speaker(id, row.name, row.aliases.join('\n'))
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
    const [group, stance, words] = [this.#insert('groups', 8), this.#insert('stances', 3), this.#insert('words(rowid, target)', 2)]
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
        words(stanceId++, stems(`${target} ${topic ?? ''}`))
      }
      group(id++, row.id, at, size, members.length, row.support.independent, row.support.anonymous, row.contested.length)
    }
    for (const alone of this.database.all('SELECT id, name, anonymous FROM claims WHERE grp IS NULL') as Row[]) {
      group(id, alone['name']!, null, null, 1, 1, alone['anonymous']!, 0)
      join.run([id++, alone['id']!])
    }
  }

  addOrigins(): void {
    const origin = this.#insert('origins', 3)
    for (const { row, at, size } of this.files.rows('origins')) origin(row.id, at, size)
  }

  /** The links between claims of one group, by the claim that they name first. */
  addLinks(): void {
    const find = this.#claimFinder()
    const link = this.#insert('links', 3)
    for (const { row, at, size } of this.files.rows('links')) {
      const claim = row.type === 'contradicts' ? null : find(row.a)
      if (claim !== null) link(claim, at, size)
    }
  }
}

/** What a stance is about, as groups compare it. */
export const topicOf = ({ topic, target }: { readonly topic: string | null; readonly target: string }): string => topic ?? target.toLowerCase()

/** A claim's words: the spans of its content. */
export function wordsOf({ content }: Claim): string {
  return content.map(({ exact }) => exact.replace(/\s+/g, ' ')).join(' … ')
}

const namesOf = ({ name, descriptions }: Speaker) => [name, ...descriptions].join(' ')
const stems = (text: string) => telling(text).join(' ')

/** Whether everybody who said it is unnamed, or nobody is given. */
export function isAnonymous({ article, claim }: { readonly article: AnnotatedArticle; readonly claim: Claim }): boolean {
  return claim.speaker.ids.every((id) => article.speakers.find((speaker) => speaker.id === id)?.kind === 'anonymous')
}
