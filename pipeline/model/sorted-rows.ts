import { grown } from './columns.ts'
import type { Piece } from './rows.ts'
import { TemporaryFile } from './temporary-file.ts'

/** Numbers that stay in memory until all are there; what is more goes to a file. */
const MOST = 1 << 21
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
    const [first] = this.#columns as [Uint32Array]
    const from = new Uint32Array(PARTS + 1)
    for (let i = 0; i < this.#used; i++) from[(first[i]! >>> this.#shift) + 1]!++
    for (let part = 0; part < PARTS; part++) from[part + 1]! += from[part]!
    const next = from.slice()
    const places = first.subarray(0, this.#used).map((number) => next[number >>> this.#shift]!++)
    const sorted = this.#columns.map((column) => {
      const to = new Uint32Array(this.#used)
      for (let i = 0; i < to.length; i++) to[places[i]!] = column[i]!
      return to
    })
    const at = this.#file.size
    const run = new Uint32Array(this.width * this.#used)
    for (let part = 0, used = 0; part < PARTS; part++)
      for (const column of sorted) {
        run.set(column.subarray(from[part], from[part + 1]), used)
        used += from[part + 1]! - from[part]!
      }
    this.#file.append(new Uint8Array(run.buffer))
    this.#runs.push({ at, from })
    this.#used = 0
  }

  /** All rows in order, in pieces that rows with the same first number stand in together; a piece holds until the next one is asked for, and may be overwritten. */
  *pieces(): Generator<Piece> {
    if (this.#runs.length === 0) return yield inOrder(this.#columns.map((column) => column.subarray(0, this.#used)), this.rising)
    if (this.#used > 0) this.#putAway()
    this.#columns = []
    for (let part = 0; part < PARTS; part++) yield inOrder(this.#partAt(part), this.rising)
  }

  #partAt(part: number): readonly Uint32Array[] {
    const size = this.#runs.reduce((sum, { from }) => sum + from[part + 1]! - from[part]!, 0)
    const columns = Array.from({ length: this.width }, () => new Uint32Array(size))
    let used = 0
    for (const { at, from } of this.#runs) {
      const count = from[part + 1]! - from[part]!
      columns.forEach((column, k) => this.#file.read(new Uint8Array(column.buffer, 4 * used, 4 * count), at + 4 * (this.width * from[part]! + k * count)))
      used += count
    }
    return columns
  }
}

const DIGIT = 12

/** Columns in the order of the first and the second, which is in order where it is `rising`: by radix, stable. The columns given are overwritten. */
function inOrder(columns: readonly Uint32Array[], rising: boolean): Piece {
  let [from, to]: [Piece, Piece] = [columns, columns.map(({ length }) => new Uint32Array(length))]
  const places = new Uint32Array(from[0]!.length)
  for (const by of rising ? [0] : [1, 0]) {
    const [least, most] = rangeOf(from[by]!)
    for (let shift = 0, above = most - least; above > 0; shift += DIGIT, above = Math.floor(above / (1 << DIGIT))) {
      const key = from[by]!
      const next = new Uint32Array((1 << DIGIT) + 1)
      for (let i = 0; i < key.length; i++) next[(((key[i]! - least) >>> shift) & ((1 << DIGIT) - 1)) + 1]!++
      for (let n = 0; n < 1 << DIGIT; n++) next[n + 1]! += next[n]!
      for (let i = 0; i < key.length; i++) places[i] = next[((key[i]! - least) >>> shift) & ((1 << DIGIT) - 1)]!++
      from.forEach((column, k) => {
        const sorted = to[k]!
        for (let i = 0; i < column.length; i++) sorted[places[i]!] = column[i]!
      })
      ;[from, to] = [to, from]
    }
  }
  return from
}

function rangeOf(column: Uint32Array): readonly [least: number, most: number] {
  let [least, most] = [column[0] ?? 0, 0]
  for (let i = 0; i < column.length; i++) {
    if (column[i]! < least) least = column[i]!
    if (column[i]! > most) most = column[i]!
  }
  return [least, most]
}
