import { existsSync, readFileSync } from 'node:fs'
import { makeOwnFolder } from '../9-output/folder.ts'
import { lockFolder } from '../9-output/lock.ts'
import type { LinkRows } from '../model/links-folder.ts'
import { regular } from '../model/regular.ts'
import type { AnnotatedArticle, Speaker } from '../model/schema.ts'
import { VERSION } from '../model/version.ts'
import { LIKELY, ROWS_IN_FILE, type ArticleRow, type ClaimRow, type CountedClaim, type RowKind, type Site, type SpeakerRow, type TextRow } from './data.ts'
import { ReportFolder } from './files.ts'
import { findings } from './findings.ts'
import { groupRow } from './group-row.ts'
import { Joined } from './joined.ts'
import { articleRow, claimRow, stanceRows, textRow } from './rows.ts'

export interface ReportInput {
  /** Read once, one at a time. */
  readonly articles: Iterable<AnnotatedArticle>
  /** Null: every claim stands alone. */
  readonly links: LinkRows | null
  /** The text that an article's offsets point into; null where it cannot be read. */
  readonly textOf: (article: AnnotatedArticle) => string | null
  readonly warnings: readonly string[]
  /** Tells what is reported from what else might be. */
  readonly stamp: string
}

/** The page of a whole report of the output with that stamp; null where there is none. */
export function reportPage(path: string, stamp: string): string | null {
  const page = `${path}/index.html`
  try {
    const { stamp: own } = JSON.parse(readFileSync(regular(`${path}/data/site.js`), 'utf8').replace(/^claimtrace\("site",|\)\n$/g, '')) as Site
    return own === stamp && existsSync(page) ? page : null
  } catch {
    return null
  }
}

/** What was written: the page to open, and the bytes of its data. */
export interface WrittenReport {
  readonly page: string
  readonly bytes: number
}

/** A file of texts is full at so many code units of JSON, about. */
const TEXT_FILE = 250_000

/**
 * Writes the report into a folder. Texts are written as the articles come; of each article its row and those of its claims are kept.
 * @throws UserError where the page was not built, where the folder is a symbolic link or another process writes there; the system's error where the folder cannot be written.
 */
export async function writeReport(input: ReportInput, path: string): Promise<WrittenReport> {
  await makeOwnFolder(path)
  const lock = await lockFolder(path)
  try {
    const folder = new ReportFolder(path)
    await folder.create()
    const writer = new Writer(folder, new Joined(input.links))
    for (const article of input.articles) await writer.add(article, input.textOf(article))
    await writer.finish(input)
    return { page: `${path}/index.html`, bytes: folder.bytes }
  } finally {
    await lock.release()
  }
}

type GrowingSpeaker = Omit<SpeakerRow, 'claims' | 'descriptions'> & { readonly claims: number[]; readonly descriptions: Set<string> }

class Writer {
  private readonly articles: ArticleRow[] = []
  /** What is told of the claims at the end; their rows are written as they come. */
  private readonly claims: CountedClaim[] = []
  private claimRows: ClaimRow[] = []
  private claimFiles = 0
  private readonly speakers: GrowingSpeaker[] = []
  private readonly speakerPlaces = new Map<string, number>()
  private readonly claimPlaces = new Map<string, number>()
  private texts: TextRow[] = []
  private textsSize = 0
  private textFiles = 0

  constructor(
    private readonly folder: ReportFolder,
    private readonly joined: Joined,
  ) {}

  async add(article: AnnotatedArticle, text: string | null): Promise<void> {
    const index = this.articles.length
    this.articles.push({ ...articleRow(article, text), firstClaim: this.claims.length, textFile: this.textFiles })
    const names = new Map(article.speakers.map((speaker) => [speaker.id, speaker]))
    for (const claim of article.claims) {
      const place = this.claims.length
      const ref = { article: article.source.id, claim: claim.id }
      const group = this.joined.group(ref)
      const stances = group === null ? [] : (this.joined.groups[group]?.stances ?? [])
      const speakers = claim.speaker.ids.flatMap((id) => this.speakerPlace(article, names.get(id)))
      for (const speaker of speakers) this.speakers[speaker]?.claims.push(place)
      const stance = stanceRows(claim, (target) => stances.find((other) => other.target === target)?.topic ?? null)
      const row: ClaimRow = { ...claimRow(claim, names), article: index, speakers, stance, group }
      this.claims.push({ article: index, speakers, stance, confidence: row.confidence, unnamed: row.unnamed, chain: row.chain })
      await this.addClaim(row)
      this.claimPlaces.set(`${ref.article}\n${ref.claim}`, place)
    }
    await this.addText(textRow(article, index, text))
  }

  private async addClaim(row: ClaimRow): Promise<void> {
    this.claimRows.push(row)
    if (this.claimRows.length === ROWS_IN_FILE.claims) await this.writeClaims()
  }

  private async writeClaims(): Promise<void> {
    if (this.claimRows.length > 0) await this.folder.write(`claims-${this.claimFiles++}`, this.claimRows)
    this.claimRows = []
  }

  private async addText(row: TextRow): Promise<void> {
    this.texts.push(row)
    this.textsSize += (row.text?.length ?? 0) + row.claims.length * 500
    if (this.textsSize >= TEXT_FILE) await this.writeTexts()
  }

  private async writeTexts(): Promise<void> {
    await this.folder.write(`texts-${this.textFiles++}`, this.texts)
    this.texts = []
    this.textsSize = 0
  }

  /** Place of a speaker among all, who is the same over the corpus where links say so. */
  private speakerPlace(article: AnnotatedArticle, local: Speaker | undefined): number[] {
    if (local === undefined) return []
    const known = this.joined.speaker(article, local.id)
    const key = known?.id ?? `${article.source.id}\n${local.id}`
    const place = this.speakerPlaces.get(key) ?? this.speakers.length
    if (place === this.speakers.length) {
      this.speakerPlaces.set(key, place)
      const { id, name, kind, aliases } = known ?? { id: key, name: local.name, kind: local.kind, aliases: [] }
      this.speakers.push({ id, name, kind, aliases, descriptions: new Set(), claims: [] })
    }
    for (const description of local.descriptions) this.speakers[place]?.descriptions.add(description)
    return [place]
  }

  async finish({ warnings, stamp }: ReportInput): Promise<void> {
    if (this.texts.length > 0) await this.writeTexts()
    const { joined, articles, claims } = this
    const indexOf = new Map(joined.groups.map(({ id }, index) => [id, index]))
    const placeOf = (article: string, claim: string) => this.claimPlaces.get(`${article}\n${claim}`)
    const groups = joined.groups.map((group, index) => groupRow(group, index, joined, claims, placeOf, indexOf))
    const speakers = this.speakers.map((speaker): SpeakerRow => ({ ...speaker, descriptions: [...speaker.descriptions] }))
    await this.writeRows('articles', articles)
    await this.writeRows('speakers', speakers)
    await this.writeClaims()
    await this.writeRows('groups', groups)
    const site: Site = {
      version: VERSION,
      stamp,
      rows: { articles: articles.length, speakers: speakers.length, claims: claims.length, groups: groups.length },
      textFiles: this.textFiles,
      unlikely: {
        claims: claims.filter(({ confidence }) => confidence < LIKELY).length,
        stances: claims.flatMap(({ stance }) => stance).filter(({ confidence }) => confidence < LIKELY).length,
      },
      unnamed: claims.filter(({ unnamed, confidence }) => unnamed && confidence >= LIKELY).length,
      outlets: [...new Set(articles.flatMap(({ outlet }) => outlet ?? []))].toSorted(),
      likely: findings(groups, claims, true),
      all: findings(groups, claims, false),
      warnings,
    }
    await this.folder.write('site', site)
  }

  private async writeRows<T>(kind: RowKind, rows: readonly T[]): Promise<void> {
    const most = ROWS_IN_FILE[kind]
    for (let from = 0; from < rows.length; from += most) await this.folder.write(`${kind}-${from / most}`, rows.slice(from, from + most))
  }
}
