/** A column of numbers. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array

/** What a part of linking keeps for the next run: columns of numbers, and lists of plain data, by name. */
export interface Kept {
  readonly numbers: Readonly<Record<string, Numbers>>
  readonly lists: Readonly<Record<string, readonly unknown[]>>
}

/** What an earlier run kept; its articles and those of this run are numbered in the order of their ids. */
export interface Past {
  readonly kept: Kept
  /** The number that each article had; -1 of one that is new or has changed. */
  readonly was: Int32Array
  /** The number that each article of the earlier run has now; -1 of one that is gone or has changed. */
  readonly now: Int32Array
}
