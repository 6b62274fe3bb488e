/** A column of numbers. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array

/** A column that is gone through piece by piece, as often as is asked for; a piece holds until the next one is asked for. */
export interface ColumnPieces<T extends Column = Column> {
  readonly kind: new (size: number) => T
  readonly length: number
  readonly pieces: () => Iterable<T>
}

/** A column of which parts are asked for, from one place to before another. */
export interface SlicedColumn<T extends Column = Column> extends ColumnPieces<T> {
  readonly slice: (from: number, to: number) => T
}

/** All of such a column. */
export const wholeOf = <T extends Column>(column: SlicedColumn<T>): T => column.slice(0, column.length)

/** A column of so many numbers, each told by its place. */
export function columnOf<T extends Column>(kind: new (size: number) => T, length: number, valueAt: (i: number) => number): T {
  const column = new kind(length)
  for (let i = 0; i < length; i++) column[i] = valueAt(i) // `from` makes an object for each
  return column
}

/** A column of twice the size, or of what is needed, with the same values. */
export function grown<T extends Column>(column: T, needed = 0): T {
  const more = new (column.constructor as new (size: number) => T)(Math.max(2 * column.length, needed, 1))
  more.set(column)
  return more
}

const FIRST = 1 << 10

/** A column that grows. */
export class Growing<T extends Column> {
  size = 0
  #column: T

  /** `room` is for how many values there is room at first. */
  constructor(kind: new (size: number) => T, room = FIRST) {
    this.#column = new kind(room)
  }

  push(value: number): void {
    if (this.size === this.#column.length) this.#column = grown(this.#column)
    this.#column[this.size++] = value
  }

  append(values: ArrayLike<number>): void {
    if (this.size + values.length > this.#column.length) this.#column = grown(this.#column, this.size + values.length)
    this.#column.set(values, this.size)
    this.size += values.length
  }

  at(i: number): number {
    return this.#column[i]!
  }

  /** What is in it now; later values are not seen there. */
  get values(): T {
    return this.#column.subarray(0, this.size) as T
  }

  /** What is in it, once nothing more comes: in a column without room for more. */
  settled(): T {
    return (this.#column = this.#column.slice(0, this.size) as T)
  }
}

/** Lists of numbers in one column, one behind another. */
export interface Lists<T extends Column> {
  /** Where each list begins in `values`; one more number tells where the last ends. */
  readonly from: Uint32Array
  readonly values: T
}

/** One of some lists. */
export const listAt = <T extends Column>({ from, values }: Lists<T>, n: number): T => values.subarray(from[n], from[n + 1]) as T

/** Values by number, those of each in the order in which they come; `each` gives all of them with their numbers, and is asked twice. */
export function listsByNumber(numbers: number, each: (add: (number: number, value: number) => void) => void): Lists<Uint32Array> {
  const from = new Uint32Array(numbers + 1)
  each((number) => from[number + 1]!++)
  for (let n = 0; n < numbers; n++) from[n + 1]! += from[n]!
  const values = new Uint32Array(from[numbers]!)
  const next = from.slice()
  each((number, value) => (values[next[number]!++] = value))
  return { from, values }
}

/** Lists that are added one after another. */
export class GrowingLists<T extends Column> {
  readonly #from = new Growing<Uint32Array>(Uint32Array)
  readonly #values: Growing<T>

  constructor(kind: new (size: number) => T) {
    this.#values = new Growing(kind)
    this.#from.push(0)
  }

  add(list: ArrayLike<number>): void {
    this.#values.append(list)
    this.#from.push(this.#values.size)
  }

  /** Adds some of other lists, from one to before another. */
  addSome({ from, values }: Lists<T>, first: number, end: number): void {
    const shift = this.#values.size - from[first]!
    this.#values.append(values.subarray(from[first], from[end]))
    for (let n = first; n < end; n++) this.#from.push(from[n + 1]! + shift)
  }

  get lists(): Lists<T> {
    return { from: this.#from.values, values: this.#values.values }
  }

  /** See {@link Growing.settled}. */
  settled(): Lists<T> {
    return { from: this.#from.settled(), values: this.#values.settled() }
  }
}
