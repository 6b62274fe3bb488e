import { existsSync, readFileSync } from 'node:fs'
import { makeOwnFolder } from '../9-output/folder.ts'
import { lockFolder } from '../9-output/lock.ts'
import { regular } from '../model/regular.ts'
import type { AnnotatedArticle, Claim, Speaker } from '../model/schema.ts'
import { type ArticleRow, type ClaimRow, type CountedClaim, type CountedGroup, type GroupRow, type Site, type SpeakerRow, type TextRow } from './data.ts'
import { ReportFolder, RowFiles } from './files.ts'
import { findings } from './findings.ts'
import { groupRow } from './group-row.ts'
import { Joined, type LinkFiles } from './joined.ts'
import { articleRow, claimRow, stanceRows, textRow } from './rows.ts'
import { LIKELY } from '../model/confidence.ts'

export interface ReportInput {
  /** Read once, one at a time. */
  readonly articles: Iterable<AnnotatedArticle>
  /** Null: every claim stands alone. */
  readonly links: LinkFiles | null
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
 * Writes the report into a folder, row by row as the articles come; see {@link Joined} for what is held of the links.
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

/** Of most claims and groups there is nothing to hold; the same nothing for all. */
const NONE: readonly never[] = []
const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list)

/** Rows are written as they come; of claims and groups what counts at the end is held. */
class Writer {
  private readonly articles: RowFiles<ArticleRow>
  private readonly outlets = new Set<string>()
  private readonly claimRows: RowFiles<ClaimRow>
  private readonly claims: CountedClaim[] = []
  /** The place of each claim of a group, by its number; -1 where no article holds it. */
  private readonly places: Int32Array
  private readonly speakers: GrowingSpeaker[] = []
  private readonly speakerPlaces = new Map<string, number>()
  private texts: TextRow[] = []
  private textsSize = 0
  private textFiles = 0

  constructor(
    private readonly folder: ReportFolder,
    private readonly joined: Joined,
  ) {
    this.articles = new RowFiles(folder, 'articles')
    this.claimRows = new RowFiles(folder, 'claims')
    this.places = new Int32Array(joined.members).fill(-1)
  }

  async add(article: AnnotatedArticle, text: string | null): Promise<void> {
    const index = this.articles.count
    const row: ArticleRow = { ...articleRow(article, text), firstClaim: this.claims.length, textFile: this.textFiles }
    if (row.outlet !== null) this.outlets.add(row.outlet)
    await this.articles.add(row)
    const names = new Map(article.speakers.map((speaker) => [speaker.id, speaker]))
    for (const claim of article.claims) await this.addClaim(article, claim, { index, names })
    await this.addText(textRow(article, index, text))
  }

  private async addClaim(article: AnnotatedArticle, claim: Claim, { index, names }: { readonly index: number; readonly names: ReadonlyMap<string, Speaker> }): Promise<void> {
    const { joined } = this
    const place = this.claims.length
    const ref = { article: article.source.id, claim: claim.id }
    const member = joined.member(ref)
    if (member !== undefined) this.places[member] = place
    const group = joined.group(ref)
    const stances = group === null ? NONE : joined.groups[group]!.stances
    const speakers = claim.speaker.ids.flatMap((id) => this.speakerPlace(article, names.get(id)))
    for (const speaker of speakers) this.speakers[speaker]?.claims.push(place)
    const stance = stanceRows(claim, (target) => stances.find((other) => other.target === target)?.topic ?? null)
    const row: ClaimRow = { ...claimRow(claim, names), article: index, speakers, stance, group }
    this.claims.push({ article: index, speakers: orNone(speakers), stance: orNone(stance), confidence: row.confidence, unnamed: row.unnamed, chained: row.chain.length > 0 })
    await this.claimRows.add(row)
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

  private async writeSpeakers(): Promise<void> {
    const rows = new RowFiles<SpeakerRow>(this.folder, 'speakers')
    for (const speaker of this.speakers) await rows.add({ ...speaker, descriptions: [...speaker.descriptions] })
    await rows.end()
  }

  /** Writes the groups, each read when it is its turn; gives what counts of them. */
  private async writeGroups(): Promise<readonly CountedGroup[]> {
    const { joined, claims, places } = this
    const rows = new RowFiles<GroupRow>(this.folder, 'groups')
    const counted: CountedGroup[] = []
    const indexOf = new Map(joined.groups.map(({ id }, index) => [id, index]))
    const placeOf = (article: string, claim: string) => {
      const place = places[joined.member({ article, claim }) ?? -1] ?? -1
      return place < 0 ? undefined : place
    }
    for (const index of joined.groups.keys()) {
      const row = groupRow(joined.readGroup(index), index, joined, claims, placeOf, indexOf)
      counted.push({
        likely: row.likely,
        all: row.all,
        contradictedBy: orNone(row.contradictedBy.map(({ group, confidence }) => ({ group, confidence }))),
        differs: orNone(row.differs.map(({ a, b }) => [a.claim, b.claim] as const)),
      })
      await rows.add(row)
    }
    await rows.end()
    return counted
  }

  async finish({ warnings, stamp }: ReportInput): Promise<void> {
    if (this.texts.length > 0) await this.writeTexts()
    const { articles, claims, claimRows, speakers, outlets } = this
    await articles.end()
    await claimRows.end()
    await this.writeSpeakers()
    const groups = await this.writeGroups()
    const site: Site = {
      stamp,
      rows: { articles: articles.count, speakers: speakers.length, claims: claims.length, groups: groups.length },
      unlikely: {
        claims: claims.filter(({ confidence }) => confidence < LIKELY).length,
        stances: claims.flatMap(({ stance }) => stance).filter(({ confidence }) => confidence < LIKELY).length,
      },
      unnamed: claims.filter(({ unnamed, confidence }) => unnamed && confidence >= LIKELY).length,
      outlets: [...outlets].toSorted(),
      likely: findings(groups, claims, true),
      all: findings(groups, claims, false),
      warnings,
    }
    await this.folder.write('site', site)
  }
}
