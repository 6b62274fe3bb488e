import { Growing, type Column, type ColumnPieces, type Lists } from './columns.ts'
import { Recent } from './recent.ts'
import { TemporaryFile } from './temporary-file.ts'

/** Numbers that stay in memory until they are written. */
const PENDING = 1 << 16

/** A column that grows, but for what was added last in a file. */
export class FiledColumn<T extends Column> implements ColumnPieces<T> {
  readonly #file = new TemporaryFile()
  readonly #pending: T
  #used = 0
  /** How many numbers are in the file. */
  #filed = 0

  constructor(readonly kind: new (size: number) => T) {
    this.#pending = new kind(PENDING)
  }

  get length(): number {
    return this.#filed + this.#used
  }

  /** Adds numbers that are at hand. */
  append(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) {
      if (this.#used === PENDING) this.#write()
      this.#pending[this.#used++] = values[i]!
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

  /** The numbers from one place to before another. */
  slice(from: number, to: number): T {
    const values = new this.kind(to - from)
    const filed = Math.max(0, Math.min(to, this.#filed) - from)
    if (filed > 0) this.#file.read(bytesOf(values.subarray(0, filed)), from * values.BYTES_PER_ELEMENT)
    if (filed < values.length) values.set(this.#pending.subarray(from + filed - this.#filed, to - this.#filed), filed)
    return values
  }

  /** All of it, piece by piece. */
  *pieces(): Generator<T> {
    for (let from = 0; from < this.length; from += PENDING) yield this.slice(from, Math.min(this.length, from + PENDING))
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Column) => new Uint8Array(buffer, byteOffset, byteLength)

/** So many lists are read at once. */
const IN_PAGE = 1 << 6
/** So many pages are at hand. */
const PAGES = 1 << 11

/** Where a list stands among numbers: from one place to before another. */
export interface ListPlace<T extends Column> {
  readonly values: T
  readonly from: number
  readonly to: number
}

/** Lists of numbers in a file, of which those that were asked for lately, and those beside them, are in memory. */
export class FiledLists<T extends Column> {
  readonly #pages = new Recent<T>(PAGES)

  /** `from` tells where each list begins in the column, and where the last ends. */
  constructor(
    readonly from: Uint32Array,
    readonly values: FiledColumn<T>,
  ) {}

  get length(): number {
    return this.from.length - 1
  }

  /** Lists that are in memory, put away. */
  static of<T extends Column>({ from, values }: Lists<T>): FiledLists<T> {
    return new FiledLists(from, new FiledColumn(values.constructor as new (size: number) => T).put(values))
  }

  /** How many numbers a list has. */
  sizeOf(n: number): number {
    return this.from[n + 1]! - this.from[n]!
  }

  /** A list. */
  at(n: number): T {
    const { values, from, to } = this.placeOf(n)
    return values.subarray(from, to) as T
  }

  /** A list where it stands among others. */
  placeOf(n: number): ListPlace<T> {
    const page = Math.floor(n / IN_PAGE)
    const first = this.from[page * IN_PAGE]!
    const values = this.#pages.at(page) ?? this.#pages.of(page, () => this.values.slice(first, this.from[Math.min(this.length, (page + 1) * IN_PAGE)]!))
    return { values, from: this.from[n]! - first, to: this.from[n + 1]! - first }
  }
}

/** Such lists as they are added one after another. */
export class GrowingFiledLists<T extends Column> {
  readonly #from = new Growing<Uint32Array>(Uint32Array)
  readonly #values: FiledColumn<T>

  constructor(kind: new (size: number) => T) {
    this.#values = new FiledColumn(kind)
    this.#from.push(0)
  }

  add(list: ArrayLike<number>): void {
    this.#values.append(list)
    this.#from.push(this.#values.length)
  }

  /** Adds some of others, from one to before another. */
  addSome(others: FiledLists<T>, first: number, end: number): void {
    for (let n = first; n < end; n++) this.add(others.at(n))
  }

  /** Those that were added, once none is added any more. */
  settled(): FiledLists<T> {
    return new FiledLists(this.#from.settled(), this.#values)
  }
}
