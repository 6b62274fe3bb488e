import { wholeOf, type Column, type Lists, type SlicedColumn } from './columns.ts'
import { FiledColumn } from './filed-column.ts'
import { Recent } from './recent.ts'

/** So many lists are read at once. */
const IN_PAGE = 1 << 6
/** So many pages are at hand; of lists that are asked for in their order. */
const PAGES = 1 << 11
export const IN_ORDER = 1 << 3

/** So many lists that were asked for last hold: what others are read into was theirs longer ago. What is to stay beyond that is copied. */
export const HELD = 1 << 6
/** What a page is read into is up to so many times as large. */
const ROOMY = 4

/** Where a list stands among numbers: from one place to before another. */
export interface ListPlace<T extends Column> {
  readonly values: T
  readonly from: number
  readonly to: number
}
type Mutable<T> = { -readonly [Name in keyof T]: T[Name] }

/** Lists of numbers in a file, of which those that were asked for lately, and those beside them, are in memory. */
export class FiledLists<T extends Column> {
  readonly #pages: Recent<Lists<T>>
  readonly #place: Mutable<ListPlace<T>>
  /** What pages were in that are no longer at hand, the longest ago first: to be collected, they would be many. */
  readonly #left: T[] = []

  /** `from` tells where each list begins in the column, and where the last ends; in memory where lists are asked for in any order, so that they are read in one go; `pages` is how many are at hand. */
  constructor(
    readonly from: Uint32Array | SlicedColumn<Uint32Array>,
    readonly values: SlicedColumn<T>,
    pages = PAGES,
  ) {
    this.#pages = new Recent(pages)
    this.#place = { values: new values.kind(0), from: 0, to: 0 }
  }

  get length(): number {
    return this.from.length - 1
  }

  /** Lists that are in memory, put away. */
  static of<T extends Column>({ from, values }: Lists<T>): FiledLists<T> {
    return new FiledLists(from, new FiledColumn(values.constructor as new (size: number) => T).put(values))
  }

  /** How many numbers a list has. */
  sizeOf(n: number): number {
    const { from } = this.#pageOf(n)
    return from[(n % IN_PAGE) + 1]! - from[n % IN_PAGE]!
  }

  /** A list, see {@link HELD}. */
  at(n: number): T {
    const { values, from, to } = this.placeOf(n)
    return values.subarray(from, to) as T
  }

  /** A list where it stands among others, see {@link HELD}; the place holds until the next one is asked for, since millions are. */
  placeOf(n: number): ListPlace<T> {
    const { from, values } = this.#pageOf(n)
    this.#place.values = values
    this.#place.from = from[n % IN_PAGE]! - from[0]!
    this.#place.to = from[(n % IN_PAGE) + 1]! - from[0]!
    return this.#place
  }

  #pageOf(n: number): Lists<T> {
    const page = Math.floor(n / IN_PAGE)
    return this.#pages.at(page) ?? this.#pages.of(page, (gone) => this.#read(page * IN_PAGE, gone))
  }

  #read(first: number, gone: Lists<T> | undefined): Lists<T> {
    const end = Math.min(this.length, first + IN_PAGE) + 1
    const from = this.from instanceof Uint32Array ? this.from.subarray(first, end) : this.from.slice(first, end)
    return { from, values: this.values.slice(from[0]!, from.at(-1)!, this.#room(from.at(-1)! - from[0]!, gone)) }
  }

  /** What a page of so many numbers is read into, now that another is no longer at hand. */
  #room(size: number, gone: Lists<T> | undefined): T | undefined {
    if (gone !== undefined) this.#left.push(gone.values)
    const left = this.#left.length > HELD ? this.#left.shift()! : undefined
    const room = left && new (this.values.kind as unknown as new (bytes: ArrayBufferLike) => T)(left.buffer)
    return room !== undefined && size <= room.length && room.length <= ROOMY * size ? room : undefined
  }
}

/** Such lists as they are added one after another. */
export class GrowingFiledLists<T extends Column> {
  readonly #from = new FiledColumn<Uint32Array>(Uint32Array)
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

  /** Adds lists that are in memory. */
  addAll({ from, values }: Lists<T>): void {
    const added = this.#values.length
    this.#values.append(values)
    for (let n = 1; n < from.length; n++) this.#from.push(added + from[n]!)
  }

  /** Those that were added, once none is added any more, to be asked for in their order. */
  settled(): FiledLists<T> {
    return new FiledLists(this.#from, this.#values, IN_ORDER)
  }

  /** The same to be asked for in any order. */
  settledInAnyOrder(): FiledLists<T> {
    return new FiledLists(wholeOf(this.#from), this.#values)
  }
}
