import { bytesOf, newColumn, type Column, type SlicedColumn } from './columns.ts'
import { Recent } from './recent.ts'
import { TemporaryFile } from './temporary-file.ts'

/** Numbers that stay in memory until they are written. */
const PENDING = 1 << 16

/** A column that grows, but for what was added last in a file. */
export class FiledColumn<T extends Column> implements SlicedColumn<T> {
  readonly #file = new TemporaryFile()
  readonly #pending: T
  #used = 0
  /** How many numbers are in the file. */
  #filed = 0

  constructor(readonly kind: new (size: number) => T) {
    this.#pending = newColumn(kind, PENDING)
  }

  get length(): number {
    return this.#filed + this.#used
  }

  push(value: number): void {
    if (this.#used === PENDING) this.#write()
    this.#pending[this.#used++] = value
  }

  /** Adds numbers that are at hand. */
  append(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; ) {
      if (this.#used === PENDING) this.#write()
      const [used, some] = [this.#used, Math.min(values.length - i, PENDING - this.#used)]
      for (let n = 0; n < some; n++) this.#pending[used + n] = values[i + n]!
      this.#used += some
      i += some
    }
  }

  #write(): void {
    this.#file.append(bytesOf(this.#pending.subarray(0, this.#used)))
    this.#filed += this.#used
    this.#used = 0
  }

  /** Adds a column; one that there is no room for in memory goes to the file at once. */
  put(column: T): this {
    if (this.#used + column.length <= PENDING) {
      this.append(column)
      return this
    }
    if (this.#used > 0) this.#write()
    this.#file.append(bytesOf(column))
    this.#filed += column.length
    return this
  }

  /** The numbers from one place to before another, see {@link SlicedColumn}. */
  slice(from: number, to: number, into = new this.kind(to - from)): T {
    return this.#read(from, into.subarray(0, to - from) as T)
  }

  #read(from: number, values: T): T {
    const to = from + values.length
    const filed = Math.max(0, Math.min(to, this.#filed) - from)
    if (filed > 0) this.#file.read(bytesOf(values.subarray(0, filed)), from * values.BYTES_PER_ELEMENT)
    if (filed < values.length) values.set(this.#pending.subarray(from + filed - this.#filed, to - this.#filed), filed)
    return values
  }

  /** All of it, piece by piece. */
  *pieces(): Generator<T> {
    const piece = newColumn(this.kind, Math.min(this.length, PENDING))
    for (let from = 0; from < this.length; from += PENDING) yield this.#read(from, piece.subarray(0, this.length - from) as T)
  }
}

/** So many numbers are read at once, and so many pages of them are at hand. */
const [NUMBERS_IN_PAGE, NUMBER_PAGES] = [1 << 8, 1 << 10]

/** A column in a file, of which the numbers that were asked for lately, and those beside them, are in memory. */
export class PagedColumn<T extends Column> {
  readonly #pages = new Recent<T>(NUMBER_PAGES)

  constructor(readonly values: SlicedColumn<T>) {}

  at(n: number): number {
    const page = Math.floor(n / NUMBERS_IN_PAGE)
    return (this.#pages.at(page) ?? this.#pages.of(page, () => this.#read(page * NUMBERS_IN_PAGE)))[n % NUMBERS_IN_PAGE]!
  }

  #read(first: number): T {
    return this.values.slice(first, Math.min(this.values.length, first + NUMBERS_IN_PAGE))
  }
}
