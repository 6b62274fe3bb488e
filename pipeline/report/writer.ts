import type { AnnotatedArticle } from '../model/schema.ts'
import { groupBy } from '../model/group-by.ts'
import { hashOf } from '../model/hash.ts'
import { shortHash } from '../model/id.ts'
import { Counts } from './counts.ts'
import { CutList } from './cuts.ts'
import { IN_FILE, type SpeakerRow, type Site, type TextRow, type WrittenArticle } from './data.ts'
import { articleFacts, type ArticleFacts } from './facts.ts'
import { lineOf, scriptJson, type Line, type ReportFolder } from './files.ts'
import { findings, shownOf } from './findings.ts'
import { groupRow, type Member } from './group-row.ts'
import { Joined, joinedClaims, type JoinedGroup, type MemberOf } from './joined.ts'
import type { KeptArticle, KeptGroup, ReportFacts } from './memory.ts'
import { claimRows, textRow } from './rows.ts'
import { Speakers } from './speakers.ts'
import type { ReportInput, ToReport } from './input.ts'

/** The lines of an article, and its row but for the file that they stand in. */
interface Part {
  readonly row: ArticleFacts['row']
  readonly claims: Line
  readonly joined: Line
  readonly text: Line
}

/** Writes a report: rows as the articles come, then what is told over all of them. */
export class Writer {
  readonly #joined: Joined
  readonly #speakers: Speakers
  readonly #members = new Map<string, Member[]>()
  readonly #parts = new CutList<Part>(IN_FILE.texts, (name, parts) => this.#writePart(name, parts))
  readonly #articles = new CutList<WrittenArticle>(IN_FILE.articles, (name, rows) => this.folder.writeRows(`articles-${name}`, rows))
  readonly #counts = new Counts()
  readonly #kept = { articles: new Map<string, KeptArticle>(), groups: new Map<number, KeptGroup>() }

  constructor(
    private readonly folder: ReportFolder,
    private readonly input: ReportInput,
    private readonly before: ReportFacts,
  ) {
    this.#joined = new Joined(input.links, before)
    this.#speakers = new Speakers(this.#joined)
  }

  /** What the next report is to know of this one. */
  get facts(): ReportFacts {
    return { ...this.#kept, alone: this.#joined.alone }
  }

  async add(given: ToReport): Promise<void> {
    const known = this.before.articles.get(given.id)
    if (known !== undefined && known.of === given.of) {
      this.#kept.articles.set(given.id, known)
      return this.#add(given, JSON.parse(known.json.toString('utf8')) as ArticleFacts, given.of, null)
    }
    const article = given.read()
    if (article === null) return // its file went away
    const text = this.input.textOf(article)
    const of = text === null ? null : given.of // the text may be there the next time
    const facts = articleFacts(article, text)
    if (of !== null) this.#kept.articles.set(given.id, { of, json: Buffer.from(JSON.stringify(facts)) })
    await this.#add(given, facts, of, { article, text })
  }

  /** Adds an article, which is `read` where it has to be. */
  async #add(given: ToReport, facts: ArticleFacts, of: string | null, read: { readonly article: AnnotatedArticle; readonly text: string | null } | null): Promise<void> {
    const members = this.#joined.membersIn(given.id)
    const joined = joinedClaims(facts, members, this.#speakers.add(facts))
    this.#counts.add(facts, joined)
    this.#addMembers(facts, members, { speakers: joined.speakers, of: shortHash(of ?? JSON.stringify(facts), ...joined.speakers) })
    const again = () => given.read() ?? gone(given)
    await this.#parts.add(given.id, {
      row: facts.row,
      claims: read === null ? { of, make: () => scriptJson(claimRows(again())) } : lineOf(claimRows(read.article), of),
      joined: lineOf(joined),
      text: read === null ? { of, make: () => scriptJson(this.#textAgain(again())) } : lineOf(textRow(read.article, read.text), of),
    })
  }

  #textAgain(article: AnnotatedArticle): TextRow {
    return textRow(article, this.input.textOf(article))
  }

  #addMembers({ row: { id: article }, claims }: ArticleFacts, members: ReadonlyMap<string, MemberOf>, { speakers, of }: { readonly speakers: readonly string[]; readonly of: string }): void {
    for (const [place, [claim, confidence, places, isUnnamed, isChained]] of claims.entries()) {
      const member = members.get(claim)
      if (member === undefined) continue
      const all = this.#members.get(member.group.id) ?? []
      this.#members.set(member.group.id, all)
      all[member.index] = { of, ref: { article, claim }, place, speakers: places.map((speaker) => speakers[speaker]!), confidence, isUnnamed, isChained }
    }
  }

  async #writePart(file: string, parts: readonly Part[]): Promise<void> {
    await this.folder.writeLines(`claims-${file}`, parts.flatMap(({ claims, joined }) => [claims, joined]))
    await this.folder.writeLines(`texts-${file}`, parts.map(({ text }) => text))
    for (const { row } of parts) await this.#articles.add(row.id, { ...row, file })
  }

  /** Writes what is told over all articles; the first file that the page reads comes last. */
  async finish(): Promise<void> {
    await this.#parts.end()
    await this.#articles.end()
    const speakers = new CutList<SpeakerRow>(IN_FILE.speakers, (name, rows) => this.folder.writeRows(`speakers-${name}`, rows))
    for (const row of this.#speakers.rows()) await speakers.add(row.id, row)
    await speakers.end()
    const groups = await this.#writeGroups()
    const found = this.#joined.groups.map((group) => ({ ...this.#kept.groups.get(group.mark)!.counted, id: group.id, contradictedBy: this.#joined.contradictions(group) }))
    const [likely, all] = [findings(found, true), findings(found, false)]
    await this.folder.writeRows('findings', [{ likely, all }])
    const { claims, unlikely, unnamed, outlets, stances } = this.#counts
    const site: Site = {
      rows: { articles: this.#counts.articles, speakers: this.#speakers.size, claims },
      files: { articles: this.#articles.names, speakers: speakers.names, groups },
      unlikely,
      unnamed,
      outlets: [...outlets].toSorted(),
      likely: shownOf(likely, stances.likely.matrix()),
      all: shownOf(all, stances.all.matrix()),
      warnings: this.input.warnings,
    }
    await this.folder.clear()
    await this.folder.writeRows('site', [site])
  }

  /** Writes the groups, each where the hash of its id says; gives in how many files. */
  async #writeGroups(): Promise<number> {
    const { groups } = this.#joined
    const files = 2 ** Math.max(0, Math.ceil(Math.log2(groups.length / IN_FILE.groups)))
    for (const [file, some] of groupBy(groups, ({ id }) => hashOf(id) % files)) await this.folder.writeLines(`groups-${file}`, some.map((group) => this.#groupLine(group)))
    return files
  }

  #groupLine(facts: JoinedGroup): Line {
    const members = (this.#members.get(facts.id) ?? []).flat() // of those that no article holds there are none
    const contradictedBy = this.#joined.contradictions(facts)
    const of = shortHash(facts.mark, ...this.#joined.originMarks(facts), JSON.stringify(contradictedBy), ...members.map((member) => member.of))
    const make = () => groupRow(this.#joined.readGroup(facts.id), members, this.#joined.readOrigins(facts), contradictedBy)
    const before = this.before.groups.get(facts.mark)
    if (before?.counted.of === of) {
      this.#kept.groups.set(facts.mark, before)
      return { of, make: () => scriptJson(make().row) }
    }
    const { row, counted } = make()
    this.#kept.groups.set(facts.mark, { facts, counted: { of, ...counted } })
    return lineOf(row, of)
  }
}

function gone({ id }: ToReport): never {
  throw new Error(`the file of ${id} went away`)
}
