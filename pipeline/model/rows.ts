import { bytesOf, newColumn } from './columns.ts'
import { TemporaryFile } from './temporary-file.ts'

/** Some columns of whole numbers, of one length: a piece of some rows. */
export type Piece = readonly Uint32Array[]

/** Rows of a piece, but for the last one. */
const PIECE = 1 << 14
/** Numbers that stay in memory; what is more goes to a file. */
const MOST = 1 << 20

/** Copies numbers from one place to before another; most are few, for which a view of them is dear. */
function copy(from: Uint32Array, at: number, end: number, to: Uint32Array, place: number): void {
  for (let i = at; i < end; i++) to[place++] = from[i]!
}

/** Rows of whole numbers below 2^32 that are gone through in their order, many of them in a file: millions of them cost no memory. */
export class Rows {
  length = 0
  /** Pieces one behind another, the columns of each one behind another. */
  readonly #kept: Uint32Array[] = []
  readonly #file = new TemporaryFile()
  #last: Uint32Array
  #used = 0

  constructor(private readonly width: number) {
    this.#last = newColumn(Uint32Array, width * PIECE)
  }

  /** Adds rows by their columns, from one to before another. */
  append(columns: Piece, from: number, to: number): void {
    for (let at = from; at < to; ) {
      const end = Math.min(to, at + PIECE - this.#used)
      for (let k = 0; k < this.width; k++) copy(columns[k]!, at, end, this.#last, k * PIECE + this.#used)
      this.#used += end - at
      at = end
      if (this.#used === PIECE) this.#putAway()
    }
    this.length += to - from
  }

  /** Adds the rows of a piece for which something holds. */
  appendSome(columns: Piece, holds: (i: number) => boolean): void {
    for (let from = 0, to = 0; from < columns[0]!.length; from = ++to) {
      while (to < columns[0]!.length && holds(to)) to++
      this.append(columns, from, to)
    }
  }

  #putAway(): void {
    this.#used = 0
    if (this.#kept.length * PIECE * this.width < MOST) {
      this.#kept.push(this.#last)
      this.#last = newColumn(Uint32Array, this.width * PIECE)
    } else this.#file.append(bytesOf(this.#last))
  }

  /** All rows, piece by piece; a piece holds until the next one is asked for. */
  *pieces(): Generator<Piece> {
    for (const piece of this.#kept) yield this.#columnsOf(piece, PIECE)
    const piece = newColumn(Uint32Array, this.#file.size > 0 ? this.width * PIECE : 0)
    for (let at = 0; at < this.#file.size; at += piece.byteLength) {
      this.#file.read(bytesOf(piece), at)
      yield this.#columnsOf(piece, PIECE)
    }
    if (this.#used > 0) yield this.#columnsOf(this.#last, this.#used)
  }

  #columnsOf(piece: Uint32Array, length: number): Piece {
    return Array.from({ length: this.width }, (_, k) => piece.subarray(k * PIECE, k * PIECE + length))
  }
}
