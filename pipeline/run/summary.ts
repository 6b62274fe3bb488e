import type { OutputFolder } from '../9-output/files.ts'
import type { AnnotatedArticle, ArticleError, ClaimKind } from '../model/schema.ts'
import { saidBy, type Output } from '../store/open.ts'
import { groupSummaries, type GroupSummary } from './group-summary.ts'

/** What became of an article: new, as it was, written again because version or source changed, or not answered. */
export type How = 'written' | 'kept' | 'updated' | 'failed'

/** What became of an input, as far as it is counted and listed; plain data. */
export type Outcome =
  | { readonly how: 'failed'; readonly error: ArticleError }
  | { readonly how: Exclude<How, 'failed'>; readonly row: ArticleRow; readonly unlikely: number }

/** One line of the table. */
export interface ArticleRow {
  readonly id: string
  readonly outlet: string | null
  readonly sentences: number
  readonly claims: Readonly<Record<ClaimKind, number>>
  readonly speakers: number
  readonly problems: readonly string[]
}

/** What a run did, as `run --json` prints it. Of many articles only the first are listed; the counts are of all. */
export interface Summary {
  readonly articles: number
  readonly how: Readonly<Record<How, number>>
  readonly sentences: number
  readonly claims: Readonly<Record<ClaimKind, number>>
  /** Claims that are less sure than this are not shown on the screen; how many there are. */
  readonly minConfidence: number
  readonly unlikely: number
  /** How many articles say which outlet they are of, and how many have a problem, by its code. */
  readonly outlets: number
  readonly problems: Readonly<Record<string, number>>
  readonly listed: readonly ArticleRow[]
  readonly errors: readonly ArticleError[]
  readonly links: Readonly<Record<string, number>>
  readonly groups: number
  /** Candidate pairs that were not judged, because too many claims share all their rare words. */
  readonly cut: number
  readonly supported: readonly GroupSummary[]
  readonly contradicted: readonly GroupSummary[]
  readonly out: { readonly articles: string; readonly texts: string; readonly links: string | null }
  /** Files among the articles' that belong to none of this run's inputs: left alone, not linked. */
  readonly foreign: number
}

/** How many articles and errors are listed one by one. */
const LISTED = 50

/** Counts what a run does as it goes; keeps no articles. */
export class Tally {
  foreign = 0
  readonly #problems: Record<string, number> = {}
  #unlikely = 0
  #outlets = 0
  readonly #how: Record<How, number> = { written: 0, kept: 0, updated: 0, failed: 0 }
  readonly #claims: Record<ClaimKind, number> = { direct: 0, indirect: 0, mixed: 0 }
  #sentences = 0
  readonly #rows: ArticleRow[] = []
  readonly #errors: ArticleError[] = []

  constructor(private readonly minConfidence: number) {}

  /** Counts what became of the next input. */
  add(outcome: Outcome): void {
    this.#how[outcome.how]++
    if (outcome.how === 'failed') {
      if (this.#errors.length < LISTED) this.#errors.push(outcome.error)
      return
    }
    const { row, unlikely } = outcome
    this.#sentences += row.sentences
    if (row.outlet !== null) this.#outlets++
    this.#unlikely += unlikely
    for (const code of row.problems) this.#problems[code] = (this.#problems[code] ?? 0) + 1
    for (const kind of Object.keys(row.claims) as ClaimKind[]) this.#claims[kind] += row.claims[kind]
    if (this.#rows.length < LISTED) this.#rows.push(row)
  }

  /** Everything together; `written` is null where nothing was linked. */
  summary(out: OutputFolder, written: Output | null): Summary {
    return {
      articles: this.#how.written + this.#how.kept + this.#how.updated,
      how: this.#how,
      sentences: this.#sentences,
      claims: this.#claims,
      minConfidence: this.minConfidence,
      unlikely: this.#unlikely,
      outlets: this.#outlets,
      problems: this.#problems,
      listed: this.#rows,
      errors: this.#errors,
      links: written ? (JSON.parse(saidBy(written.index, 'types') ?? '{}') as Record<string, number>) : {},
      groups: written?.files.manifest?.rows.groups ?? 0,
      cut: written?.files.manifest?.cut ?? 0,
      ...(written ? groupSummaries(written, this.minConfidence) : { supported: [], contradicted: [] }),
      out: { articles: out.articles, texts: out.texts, links: written && out.links },
      foreign: this.foreign,
    }
  }
}

/** What the journal knows of an article. */
export interface About {
  /** Of everything that decides what is written about it. */
  readonly key: string
  /** SHA-256 of its file among the articles, and of its source. */
  readonly file: string
  readonly source: string
  /** Hash of what a person put right; null: nobody did. */
  readonly corrections: string | null
  readonly row: ArticleRow
  /** Of its claims. */
  readonly confidences: readonly number[]
}

export function aboutOf(article: AnnotatedArticle, key: string, file: string): About {
  const { sha256, corrections } = article.source
  return { key, file, source: sha256, corrections, row: rowOf(article), confidences: article.claims.map(({ confidence }) => confidence) }
}

/** What became of an article that was answered; claims less sure than `minConfidence` are unlikely. */
export function outcomeOf({ row, confidences }: Pick<About, 'row' | 'confidences'>, how: Exclude<How, 'failed'>, minConfidence: number): Outcome {
  return { how, row, unlikely: confidences.filter((confidence) => confidence < minConfidence).length }
}

function rowOf(article: AnnotatedArticle): ArticleRow {
  const claims: Record<ClaimKind, number> = { direct: 0, indirect: 0, mixed: 0 }
  for (const claim of article.claims) claims[claim.kind]++
  return {
    id: article.source.id,
    outlet: article.source.outlet,
    sentences: article.sentences.length,
    claims,
    speakers: article.speakers.length,
    problems: [...new Set(article.problems.map((problem) => problem.code))],
  }
}
