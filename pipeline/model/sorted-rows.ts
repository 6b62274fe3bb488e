import { bytesOf, grown, newColumn } from './columns.ts'
import type { Piece } from './rows.ts'
import { TemporaryFile } from './temporary-file.ts'

/** Numbers that stay in memory until all are there; what is more goes to a file. */
const MOST = 1 << 20
/** Rows for which there is room at first. */
const FIRST = 1 << 10
/** The rows of the file are parted by ranges of their first numbers. */
const PARTS = 256

/** So many rows that were put away together, by parts; the columns of each part stand one behind another. */
interface Run {
  readonly at: number
  /** Where the rows of each part begin, and where those of the last end. */
  readonly from: Uint32Array
}

/**
 * Rows of whole numbers below 2^32 that are brought in the order of their first numbers, and of their second ones; of equal ones that which was added
 * first comes first. Many of them are sorted by parts in a file: what stays in memory is bounded, but for rows with the same first number.
 */
export class SortedRows {
  length = 0
  #columns: Uint32Array[]
  #used = 0
  readonly #most: number
  readonly #shift: number
  readonly #runs: Run[] = []
  /** Where rows are brought in the order of their parts to be put away. */
  #run: Uint32Array | null = null
  readonly #file = new TemporaryFile()

  /** Rows of so many numbers, two to five; the first ones are below `limit`. With `rising` the second ones come in order as they are. */
  constructor(
    private readonly width: number,
    limit: number,
    private readonly rising = false,
  ) {
    this.#columns = Array.from({ length: width }, () => new Uint32Array(FIRST))
    this.#most = Math.floor(MOST / width)
    this.#shift = Math.max(0, Math.ceil(Math.log2(Math.max(1, limit) / PARTS)))
  }

  add(first: number, second: number, third = 0, fourth = 0, fifth = 0): void {
    if (this.#used === this.#columns[0]!.length) this.#makeRoom()
    const [columns, i] = [this.#columns, this.#used++]
    columns[0]![i] = first
    columns[1]![i] = second
    if (this.width > 2) columns[2]![i] = third
    if (this.width > 3) columns[3]![i] = fourth
    if (this.width > 4) columns[4]![i] = fifth
    this.length++
  }

  #makeRoom(): void {
    if (this.#used < this.#most) this.#columns = this.#columns.map((column) => grown(column).subarray(0, this.#most))
    else this.#putAway()
  }

  #putAway(): void {
    const first = this.#columns[0]!
    const from = new Uint32Array(PARTS + 1)
    for (let i = 0; i < this.#used; i++) from[(first[i]! >>> this.#shift) + 1]!++
    for (let part = 0; part < PARTS; part++) from[part + 1]! += from[part]!
    this.#run ??= newColumn(Uint32Array, this.width * this.#most)
    const run = this.#run
    for (const [k, column] of this.#columns.entries()) {
      const next = from.subarray(0, PARTS).map((begin, part) => this.width * begin + k * (from[part + 1]! - begin))
      for (let i = 0; i < this.#used; i++) run[next[first[i]! >>> this.#shift]!++] = column[i]!
    }
    const at = this.#file.size
    this.#file.append(bytesOf(run.subarray(0, this.width * this.#used)))
    this.#runs.push({ at, from })
    this.#used = 0
  }

  /** All rows in order, in pieces that rows with the same first number stand in together; a piece holds until the next one is asked for, and may be overwritten. */
  *pieces(): Generator<Piece> {
    if (this.#runs.length > 0 && this.#used > 0) this.#putAway()
    this.#run = null
    if (this.#runs.length === 0) return yield new Sorter(this.width, this.#used).inOrder(this.#columns.map((column) => column.subarray(0, this.#used)), this.rising)
    this.#columns = []
    const sizes = Array.from({ length: PARTS }, (_, part) => this.#runs.reduce((sum, { from }) => sum + from[part + 1]! - from[part]!, 0))
    const largest = Math.max(...sizes)
    const read = Array.from({ length: this.width }, () => newColumn(Uint32Array, largest))
    const sorter = new Sorter(this.width, largest)
    for (let part = 0; part < PARTS; part++) yield sorter.inOrder(this.#partAt(part, read.map((column) => column.subarray(0, sizes[part]))), this.rising)
  }

  #partAt(part: number, columns: Piece): Piece {
    let used = 0
    for (const { at, from } of this.#runs) {
      const count = from[part + 1]! - from[part]!
      columns.forEach((column, k) => this.#file.read(bytesOf(column.subarray(used, used + count)), at + 4 * (this.width * from[part]! + k * count)))
      used += count
    }
    return columns
  }
}

const DIGIT = 12

/** Brings up to so many rows in order. */
class Sorter {
  readonly #columns: Piece
  readonly #places: Uint32Array
  readonly #next = new Uint32Array((1 << DIGIT) + 1)

  constructor(width: number, most: number) {
    this.#columns = Array.from({ length: width }, () => newColumn(Uint32Array, most))
    this.#places = newColumn(Uint32Array, most)
  }

  /** Columns in the order of the first and the second, which is in order where it is `rising`: by radix, stable. The columns given are overwritten, and those that are given back when the next are. */
  inOrder(columns: Piece, rising: boolean): Piece {
    const size = columns[0]!.length
    let [from, to]: [Piece, Piece] = [columns, this.#columns.map((column) => column.subarray(0, size))]
    const [places, next] = [this.#places, this.#next]
    for (const by of rising ? [0] : [1, 0]) {
      const [least, most] = rangeOf(from[by]!)
      for (let shift = 0, above = most - least; above > 0; shift += DIGIT, above = Math.floor(above / (1 << DIGIT))) {
        const key = from[by]!
        next.fill(0)
        for (let i = 0; i < size; i++) next[(((key[i]! - least) >>> shift) & ((1 << DIGIT) - 1)) + 1]!++
        for (let n = 0; n < 1 << DIGIT; n++) next[n + 1]! += next[n]!
        for (let i = 0; i < size; i++) places[i] = next[((key[i]! - least) >>> shift) & ((1 << DIGIT) - 1)]!++
        from.forEach((column, k) => {
          const sorted = to[k]!
          for (let i = 0; i < size; i++) sorted[places[i]!] = column[i]!
        })
        ;[from, to] = [to, from]
      }
    }
    return from
  }
}

function rangeOf(column: Uint32Array): readonly [least: number, most: number] {
  let [least, most] = [column[0] ?? 0, 0]
  for (let i = 0; i < column.length; i++) {
    if (column[i]! < least) least = column[i]!
    if (column[i]! > most) most = column[i]!
  }
  return [least, most]
}
