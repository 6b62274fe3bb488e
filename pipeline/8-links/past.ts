import type { Column, ColumnPieces, SlicedColumn } from '../model/columns.ts'

/** What linking keeps for the next run: columns of numbers, read where they are asked for, and lists of plain data, by name. */
export interface Kept {
  readonly numbers: Readonly<Record<string, SlicedColumn>>
  readonly lists: Readonly<Record<string, readonly unknown[]>>
}

/** The same as it is given to be kept. */
export interface ToKeep extends Pick<Kept, 'lists'> {
  readonly numbers: Readonly<Record<string, Column | ColumnPieces>>
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
export const keptOf = (parts: readonly ToKeep[]): ToKeep => ({
  numbers: Object.assign({}, ...parts.map(({ numbers }) => numbers)) as ToKeep['numbers'],
  lists: Object.assign({}, ...parts.map(({ lists }) => lists)) as ToKeep['lists'],
})
