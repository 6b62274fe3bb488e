import type { LinkRowName } from '../model/links-folder.ts'
import type { JudgedPair } from './row.ts'

/** An article as far as the corpus tells what becomes of its claims: beside what the article itself says, its speakers in the registry, which of its words are names, and which articles and reports it shares words with. */
export interface ArticleState {
  readonly article: string
  /** Ids of its claims, which are numbered through all articles in order. */
  readonly claims: readonly string[]
  readonly state: string
}

/** A link that was found before: what it is, and the number of its line. */
export interface Recalled extends Pick<JudgedPair, 'type' | 'confidence'> {
  readonly written: number
}

/** What is known of two claims by their numbers, the lower first: their link, null for none, undefined where they were not judged. */
export type Recall = (a: number, b: number) => Recalled | null | undefined

/** The groups of claims: for each claim the one that leads its group, and for each group, in the order of their first claims, how many origins are first of it. */
export interface Grouping {
  readonly leader: Uint32Array
  readonly origins: Uint32Array
  /** Targets that one speaker supports and another opposes. */
  readonly contested: readonly string[]
}

/** What an earlier run found, as far as it may stand still. */
export interface Before extends Grouping {
  /** The number that each claim had; -1 of one that is new, or of an article that has changed. */
  readonly was: Int32Array
  /** The claims of each link by the numbers that they have now, or -1. */
  readonly links: readonly (readonly [a: number, b: number])[]
}

/** What an earlier run found, and wrote. */
export interface Memory {
  readonly recall: (articles: readonly ArticleState[]) => Recall
  /** What may stand of the groups of the articles that were last recalled; null where nothing does. */
  readonly before: () => Before | null
  /** Rows as they were written, by the numbers of the first line and of the one behind the last. */
  readonly lines: (name: LinkRowName, from: number, to: number) => Uint8Array
  /** Is given at the end which pairs were judged, as {@link pairCode}s in order, the links among them, in order as well, and the groups. */
  readonly keep: (judged: Float64Array, links: readonly JudgedPair[], grouping: Grouping) => void
}

/** Rows, of which numbers stand for lines that were written before: of lines that follow one another the bytes at once. */
export function* withLines<Row extends object>(rows: Iterable<Row | number>, lines: (from: number, to: number) => Uint8Array): Generator<Row | Uint8Array> {
  let [from, to] = [0, 0]
  for (const row of rows) {
    if (row === to && to > from) to++
    else {
      if (to > from) yield lines(from, to)
      if (typeof row === 'number') [from, to] = [row, row + 1]
      else {
        from = to
        yield row
      }
    }
  }
  if (to > from) yield lines(from, to)
}

/** Two claims, or texts, by number in one number. */
export const pairCode = (a: number, b: number): number => a * 0x4000000 + b

/** The two numbers of a {@link pairCode}. */
export const pairOf = (code: number): readonly [a: number, b: number] => [Math.floor(code / 0x4000000), code % 0x4000000]
