import { listAt, Growing } from '../model/columns.ts'
import { groupBy } from '../model/group-by.ts'
import { hashOf, NumbersHash, textHash } from '../model/hash.ts'
import type { AnnotatedArticle, Group } from '../model/schema.ts'
import { Articles, CHAINED, UNNAMED, type AddedArticle, type ArticleColumns } from './articles.ts'
import { counted, stancesOf } from './counts.ts'
import { CutList } from './cuts.ts'
import { IN_FILE, type JoinedClaims, type Site } from './data.ts'
import type { CountedGroup, Names } from './facts.ts'
import { scriptJson, type ReportFolder } from './files.ts'
import { findings, shownOf } from './findings.ts'
import { groupRow, type Member } from './group-row.ts'
import type { ReportInput, ToReport } from './input.ts'
import { Joined, type JoinedGroup } from './joined.ts'
import { groupColumns, knownGroups, NONE } from './known-groups.ts'
import type { ReportFacts } from './memory.ts'
import { articleRow, claimRows, textRow } from './rows.ts'
import { Speakers } from './speakers.ts'
import { Words } from './words.ts'

/** A row: what it is made of, and what it says. */
interface Line {
  readonly of: number
  readonly make: () => unknown
}

/** The lines of an article; the first needs the file that the others stand in. */
interface Part {
  readonly id: string
  readonly row: (file: string) => Line
  readonly claims: Line
  readonly joined: Line
  readonly text: Line
}

/** An article that was read, and its text. */
interface ReadArticle {
  readonly article: AnnotatedArticle
  readonly text: string | null
}

/** Holds nothing but the value: what is around a function lives as long as it. */
const always = <T>(value: T) => () => value

/** The article's row once it is known in which file its claims and text stand. */
const rowLine = (mark: number, row: () => object) => (file: string): Line => ({ of: new NumbersHash().add(mark).add(textHash(file)).value, make: () => ({ ...row(), file }) })

/** Writes a report: rows as the articles come, then what is told over all of them. */
export class Writer {
  readonly #names: Names
  readonly #joined: Joined
  readonly #speakers: Speakers
  readonly #articles: Articles
  /** Of the articles as they came the numbers, and where each stands by that, if it came. */
  readonly #numbers = new Growing<Uint32Array>(Uint32Array)
  readonly #places: number[]
  /** Of each what tells its claims and who says them from anything else. */
  readonly #said = new Growing<Float64Array>(Float64Array)
  readonly #parts = new CutList<Part>(IN_FILE.texts, (name, parts) => this.#writePart(name, parts))
  readonly #rows = new CutList<Line>(IN_FILE.articles, (name, rows) => this.#writeLines(`articles-${name}`, rows))
  /** Of each group what counts of it once its row is written, by its place among all. */
  readonly #counted: CountedGroup[] = []

  constructor(
    private readonly folder: ReportFolder,
    private readonly input: ReportInput,
    private readonly before: ReportFacts,
  ) {
    this.#names = { articles: new Words(before.ids), words: new Words(before.words) }
    this.#articles = new Articles(this.#names.words)
    this.#joined = new Joined(input.links, this.#names, knownGroups(before.groups))
    this.#speakers = new Speakers(input.links, this.#names)
    this.#places = this.#names.articles.all.map(() => NONE)
  }

  /** What the next report is to know of this one. */
  get facts(): ReportFacts {
    const { articles, words } = this.#names
    return {
      ids: Array.from(this.#numbers.values, (number) => articles.at(number)),
      words: words.all,
      fresh: this.before.fresh || words.all.length,
      articles: this.#articles.columns,
      groups: groupColumns(this.#joined, this.#counted, this.#places),
    }
  }

  async add(given: ToReport): Promise<void> {
    const number = this.#names.articles.of(given.id)
    const mark = given.of === null ? Number.NaN : textHash(given.of)
    if (this.before.articles.marks[number] === mark) return this.#add(given, number, this.#articles.keep(this.before.articles, number), null)
    const article = given.read()
    if (article === null) return // its file went away
    const text = this.input.textOf(article)
    await this.#add(given, number, this.#articles.add(article, text === null ? Number.NaN : mark), { article, text }) // the text may be there the next time
  }

  /** Adds an article of which the columns tell, and which is `known` where it was read for them. */
  async #add(given: ToReport, number: number, { mark, locals, claims }: AddedArticle, known: ReadArticle | null): Promise<void> {
    const n = this.#numbers.size
    this.#numbers.push(number)
    this.#places[number] = n
    const hash = new NumbersHash().add(mark)
    for (const speaker of this.#speakers.add(number, locals)) hash.add(this.#speakers.marks.at(speaker))
    this.#said.push(hash.value)
    for (const claim of claims) hash.add(this.#joined.groupOf(number, claim)?.key ?? 0)
    const line = (row: (read: ReadArticle) => unknown): Line => ({ of: mark, make: this.#rowOf(given, known, row) })
    await this.#parts.add(given.id, {
      id: given.id,
      row: rowLine(mark, this.#rowOf(given, known, ({ article, text }) => articleRow(article, text))),
      claims: line(({ article }) => claimRows(article)),
      joined: { of: hash.value, make: () => this.#joinedClaims(n) },
      text: line(({ article, text }) => textRow(article, text)),
    })
  }

  /** Gives a row of an article, which is read again where it is not `known` now. */
  #rowOf<Row>(given: ToReport, known: ReadArticle | null, row: (read: ReadArticle) => Row): () => Row {
    return known === null ? () => row(this.#again(given)) : always(row(known))
  }

  #again({ id, read }: ToReport): ReadArticle {
    const article = read()
    if (article === null) throw new Error(`the file of ${id} went away`)
    return { article, text: this.input.textOf(article) }
  }

  /** What joins the claims of an article with others. */
  #joinedClaims(n: number): JoinedClaims {
    const { columns } = this.#articles
    const number = this.#numbers.at(n)
    const stances = groupBy(stancesOf(columns, n, number, this.#names.words, this.#joined), ({ claim }) => claim)
    return {
      speakers: Array.from(this.#speakers.of(columns, n), (speaker) => this.#speakers.ids[speaker]!),
      claims: Array.from(listAt(columns.claims, n), (claim, place) => [this.#joined.groupOf(number, claim)?.id ?? null, ...(stances.get(place) ?? []).map(({ topic }) => topic)]),
    }
  }

  async #writePart(file: string, parts: readonly Part[]): Promise<void> {
    await this.#writeLines(`claims-${file}`, parts.flatMap(({ claims, joined }) => [claims, joined]))
    await this.#writeLines(`texts-${file}`, parts.map(({ text }) => text))
    for (const { id, row } of parts) await this.#rows.add(id, row(file))
  }

  async #writeLines(name: string, lines: readonly Line[]): Promise<void> {
    await this.folder.writeLines(name, { of: Float64Array.from(lines, ({ of }) => of), make: (line) => scriptJson(lines[line]!.make()) })
  }

  /** Writes what is told over all articles; the first file that the page reads comes last. */
  async finish(): Promise<void> {
    await this.#parts.end()
    await this.#rows.end()
    const { columns } = this.#articles
    const speakers = await this.#writeSpeakers(columns)
    const groups = await this.#writeGroups(columns)
    const found = this.#joined.groups.map((group, place) => ({ ...this.#counted[place]!, id: group.id, contradictedBy: this.#joined.contradictions(group) }))
    const [likely, all] = [findings(found, true), findings(found, false)]
    await this.folder.writeRow('findings', { likely, all })
    const { unlikely, unnamed, outlets, stances } = counted(columns, (n) => ({ speakers: this.#speakers.of(columns, n), stances: stancesOf(columns, n, this.#numbers.at(n), this.#names.words, this.#joined) }), this.#speakers.ids)
    const site: Site = {
      rows: { articles: this.#numbers.size, speakers: this.#speakers.ids.length, claims: columns.confidences.length },
      files: { articles: this.#rows.names, speakers, groups },
      unlikely,
      unnamed,
      outlets: Array.from(outlets, (word) => this.#names.words.at(word)).toSorted(),
      likely: shownOf(likely, stances.likely.matrix()),
      all: shownOf(all, stances.all.matrix()),
      warnings: this.input.warnings,
    }
    await this.folder.clear()
    await this.folder.writeRow('site', site)
  }

  /** Writes the speakers; gives the names of their files. */
  async #writeSpeakers(columns: ArticleColumns): Promise<readonly string[]> {
    const { of, row } = this.#speakers.rows(columns, this.#numbers.values)
    const list = new CutList<number>(IN_FILE.speakers, (name, some) => this.folder.writeLines(`speakers-${name}`, { of: Float64Array.from(some, of), make: (line) => scriptJson(row(some[line]!)) }))
    for (const [speaker, id] of this.#speakers.ids.entries()) await list.add(id, speaker)
    await list.end()
    return list.names
  }

  /** Writes the groups, each where the hash of its id says; gives in how many files. */
  async #writeGroups(columns: ArticleColumns): Promise<number> {
    const { groups } = this.#joined
    const files = 2 ** Math.max(0, Math.ceil(Math.log2(groups.length / IN_FILE.groups)))
    for (const [file, places] of groupBy([...groups.keys()], (place) => hashOf(groups[place]!.id) % files)) await this.#writeLines(`groups-${file}`, places.map((place) => this.#groupLine(place, columns)))
    return files
  }

  #groupLine(place: number, columns: ArticleColumns): Line {
    const group = this.#joined.groups[place]!
    const contradictedBy = this.#joined.contradictions(group)
    const hash = new NumbersHash().add(group.mark)
    for (const mark of this.#joined.originMarks(group)) hash.add(mark)
    if (contradictedBy.length > 0) hash.add(textHash(JSON.stringify(contradictedBy)))
    for (let i = 0; i < group.members.length; i += 2) {
      const n = this.#places[group.members[i]!]!
      hash.add(n === NONE ? 0 : this.#said.at(n))
    }
    const of = hash.value
    const make = () => {
      const row = this.#joined.readGroup(group)
      return groupRow(row, this.#members(group, row, columns), this.#joined.readOrigins(group, row), contradictedBy)
    }
    if (group.before?.of === of) {
      this.#counted[place] = group.before
      return { of, make: () => make().row }
    }
    const made = make()
    this.#counted[place] = { of, ...made.counted }
    return { of, make: () => made.row }
  }

  /** The claims of a group that an article holds. */
  #members({ members }: JoinedGroup, row: Group, columns: ArticleColumns): readonly Member[] {
    return row.members.flatMap((ref, i) => {
      const n = this.#places[members[2 * i]!]!
      const place = n === NONE ? -1 : listAt(columns.claims, n).indexOf(members[2 * i + 1]!)
      if (place < 0) return []
      const claim = columns.claims.from[n]! + place
      const own = this.#speakers.of(columns, n)
      const traits = columns.traits[claim]!
      return { ref, place, speakers: Array.from(listAt(columns.saidBy, claim), (speaker) => this.#speakers.ids[own[speaker]!]!), confidence: columns.confidences[claim]!, isUnnamed: (traits & UNNAMED) > 0, isChained: (traits & CHAINED) > 0 }
    })
  }
}
