import type { Column, Pieces } from '../model/columns.ts'

/** What linking keeps for the next run: columns of numbers, and lists of plain data, by name. */
export interface Kept {
  readonly numbers: Readonly<Record<string, Column>>
  readonly lists: Readonly<Record<string, readonly unknown[]>>
  /** Bytes that are out of the way until they are written; for the next run they are columns. */
  readonly bytes?: Readonly<Record<string, Pieces>>
}

/** What an earlier run kept; its articles and those of this run are numbered in the order of their ids. */
export interface Past {
  readonly kept: Kept
  /** The number that each article had; -1 of one that is new or has changed. */
  readonly was: Int32Array
  /** The number that each article of the earlier run has now; -1 of one that is gone or has changed. */
  readonly now: Int32Array
}

/** What several parts of linking keep. */
export const keptOf = (parts: readonly Kept[]): Kept => ({
  numbers: Object.assign({}, ...parts.map(({ numbers }) => numbers)) as Kept['numbers'],
  lists: Object.assign({}, ...parts.map(({ lists }) => lists)) as Kept['lists'],
  bytes: Object.assign({}, ...parts.map(({ bytes }) => bytes)) as NonNullable<Kept['bytes']>,
})
