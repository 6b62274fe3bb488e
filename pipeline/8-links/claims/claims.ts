import { listAt, newColumn, type Column, type ColumnPieces, type Lists } from '../../model/columns.ts'
import type { PagedColumn } from '../../model/filed-column.ts'
import type { FiledLists } from '../../model/filed-lists.ts'
import { Recent } from '../../model/recent.ts'
import type { Vocabulary } from '../judge/vocabulary.ts'
import type { Speaker } from '../../model/schema.ts'
import type { ClaimRow, LinkSpeaker, SpokenClaim } from '../row.ts'
import type { ClaimsRead, LinkSource } from '../source.ts'
import type { Entries } from '../speakers/entries.ts'
import type { Side } from '../stances.ts'
import { claimRows } from './rows.ts'

/** What is asked of every claim as one number, and how it is kept: see `ClaimFacts`. Other claims stand there by their places in the article. */
export const FACTS = { echo: Uint8Array, paragraph: Uint32Array, likely: Uint8Array, twin: Uint32Array, report: Uint32Array, carried: Uint8Array } as const
export type Fact = keyof typeof FACTS

/** What is asked of every claim, in columns: claims are numbered through all articles in order. */
export interface ClaimColumns extends Readonly<Record<Fact, PagedColumn<Column>>> {
  /** Where the claims of each article begin, and where those of the last end. */
  readonly from: Uint32Array
  /** The day of each article, see {@link ClaimRow}; NaN where it is not known. */
  readonly day: Float64Array
  readonly words: FiledLists<Int32Array>
  /** How each of these words was met, see {@link Vocabulary.mark}. */
  readonly marks: ColumnPieces<Uint8Array>
  readonly cue: PagedColumn<Uint32Array>
  /** Speakers by their places among those of the article. */
  readonly speakers: FiledLists<Uint32Array>
  readonly traits: Uint16Array
  readonly denial: FiledLists<Uint32Array>
  /** See {@link stanceCode}. */
  readonly stances: FiledLists<Uint32Array>
}

/** What a claim says of a target as a number, and what it stands for. */
export const stanceCode = (target: number, side: Side['label'] | null): number => target * 3 + (side === null ? 0 : side === 'support' ? 1 : 2)
export const stanceOf = (code: number): { readonly target: number; readonly side: Side['label'] | null } => ({ target: Math.floor(code / 3), side: ([null, 'support', 'oppose'] as const)[code % 3]! })

/** What the claims of a corpus are made of. */
export interface ClaimParts {
  readonly sources: readonly LinkSource[]
  readonly columns: ClaimColumns
  readonly vocabulary: Vocabulary
  /** The cues, and the content words of each. */
  readonly cues: readonly string[]
  readonly cueWords: Lists<Int32Array>
  readonly targets: readonly string[]
  /** By word, 1 where it was no name in the earlier run and is one now, or the other way round. */
  readonly turned: Uint8Array
  /** The entries of the registry, those of each claim's speakers (each once, in the order of their ids), and how an article's speakers are known. */
  readonly entries: Entries
  readonly speakers: Lists<Uint32Array>
  /** Of articles that were read lately, their claims. */
  readonly rows: Recent<readonly ClaimRow[]>
  readonly knownIn: (article: number, speakers: readonly Pick<Speaker, 'id'>[]) => (speaker: string) => LinkSpeaker | undefined
}

/** Of so many articles it is at hand where each of their claims is read: claims are judged, and grouped, near the order of their articles. */
const RECENT = 1 << 12

const UNCARRIED: ClaimRow['carriers'] = []

/** The claims that are linked: what is asked of all of them in columns; each as a row, whose article is read where that is asked for. */
export class Claims {
  readonly size: number
  /** The number of each claim's article. */
  readonly articleOf: Uint32Array
  readonly columns: ClaimColumns
  readonly #claims = new Recent<ClaimsRead>(RECENT)
  readonly #mayHaveTurned: boolean

  constructor(private readonly parts: ClaimParts) {
    this.columns = parts.columns
    this.#mayHaveTurned = parts.turned.includes(1)
    const { from } = this.columns
    this.size = from[from.length - 1]!
    this.articleOf = newColumn(Uint32Array, this.size)
    for (let article = 0; article + 1 < from.length; article++) this.articleOf.fill(article, from[article], from[article + 1])
  }

  get vocabulary(): Vocabulary {
    return this.parts.vocabulary
  }

  get cues(): readonly string[] {
    return this.parts.cues
  }

  get targets(): readonly string[] {
    return this.parts.targets
  }

  get articles(): readonly LinkSource[] {
    return this.parts.sources
  }

  /** A claim as a row; of the article of one that is not carried no more is read than that. */
  row(n: number): ClaimRow {
    const article = this.articleOf[n]!
    const known = this.columns.carried.at(n) === 1 ? this.rowsIn(article) : this.parts.rows.at(article)
    if (known !== undefined) return known[n - this.columns.from[article]!]!
    return { ...this.spoken(n), outlet: this.#claimsIn(article).outlet, day: this.dayOf(n), carriers: UNCARRIED }
  }

  /** A claim as it is judged; of its article no more is read than that. */
  spoken(n: number): SpokenClaim {
    const article = this.articleOf[n]!
    const place = n - this.columns.from[article]!
    return this.parts.rows.at(article)?.[place] ?? { article: this.parts.sources[article]!.article, claim: this.#claimsIn(article).at(place), speakers: this.speakersOf(n) }
  }

  #claimsIn(article: number): ClaimsRead {
    return this.#claims.of(article, () => this.parts.sources[article]!.claims())
  }

  /** The claims of an article. */
  rowsIn(article: number): readonly ClaimRow[] {
    return this.parts.rows.of(article, () => {
      const input = this.parts.sources[article]!.read()
      return claimRows(input, this.parts.knownIn(article, input.speakers))
    })
  }

  /** Whether a word of an article's claims, or of their cues, has turned into a name or out of it since the earlier run. */
  hasTurned(article: number): boolean {
    const { from, words, cue } = this.columns
    const [first, end] = [from[article]!, from[article + 1]!]
    const { turned, cueWords } = this.parts
    if (!this.#mayHaveTurned) return false
    for (let n = first; n < end; n++) if (words.at(n).some((id) => turned[id]) || listAt(cueWords, cue.at(n)).some((id) => turned[id])) return true
    return false
  }

  /** The content words of a claim's cue. */
  cue(n: number): Int32Array {
    return listAt(this.parts.cueWords, this.columns.cue.at(n))
  }

  /** The numbers of a claim's words, as they stand. */
  words(n: number): Int32Array {
    return this.columns.words.at(n)
  }

  /** Who says each claim, by the numbers of their entries in the registry: each once, in the order of their ids. */
  get speakers(): Lists<Uint32Array> {
    return this.parts.speakers
  }

  /** The entries of the registry. */
  get entries(): Entries {
    return this.parts.entries
  }

  speakersOf(n: number): readonly LinkSpeaker[] {
    return this.parts.entries.listOf(this.parts.speakers, n)
  }

  /** Whether the speakers of two claims are tied, see `areTied`. */
  areTied(a: number, b: number): boolean {
    return this.parts.entries.areTied(this.parts.speakers, a, b)
  }

  /** The day of a claim's article. */
  dayOf(n: number): ClaimRow['day'] {
    const day = this.columns.day[this.articleOf[n]!]!
    return Number.isNaN(day) ? null : day
  }

  /** What a claim says of targets. */
  stances(n: number): ReturnType<typeof stanceOf>[] {
    return Array.from(this.columns.stances.at(n), stanceOf)
  }

  /** The number of the first claim of its article with the same content. */
  twin(n: number): number {
    return this.columns.from[this.articleOf[n]!]! + this.columns.twin.at(n)
  }

  /** The number of the first claim of its article that it shares a report with. */
  report(n: number): number {
    return this.columns.from[this.articleOf[n]!]! + this.columns.report.at(n)
  }
}
