import type { LinkRowName, WrittenLines } from '../model/links-folder.ts'
import type { Past, ToKeep } from './past.ts'
import type { LinkSource } from './source.ts'

/** What an earlier run knew, and wrote. */
export interface Memory {
  /** What it kept, of articles in the order of their ids; null where nothing is known or its rows are not as they were written. */
  readonly past: (articles: readonly Pick<LinkSource, 'article' | 'content'>[]) => Past | null
  /** Rows as they were written, by the numbers of the first line and of the one behind the last. */
  readonly lines: (name: LinkRowName, from: number, to: number) => Iterable<WrittenLines>
  /** Is given at the end what the next run is to know. */
  readonly keep: (kept: ToKeep) => void
}

/** Rows, of which numbers stand for lines that were written before: lines that follow one another at once. */
export function* withLines<Row extends object>(rows: Iterable<Row | number>, lines: (from: number, to: number) => Iterable<WrittenLines>): Generator<Row | WrittenLines> {
  let [from, to] = [0, 0]
  for (const row of rows) {
    if (row === to && to > from) to++
    else {
      if (to > from) yield* lines(from, to)
      if (typeof row === 'number') [from, to] = [row, row + 1]
      else {
        from = to
        yield row
      }
    }
  }
  if (to > from) yield* lines(from, to)
}
