import { takeOutside } from './heap.ts'

/** A column of numbers. */
export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array

/** The bytes of a column: the same memory. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: Column): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)

/** A column that is gone through piece by piece, as often as is asked for; a piece holds until the next one is asked for. */
export interface ColumnPieces<T extends Column = Column> {
  readonly kind: new (size: number) => T
  readonly length: number
  readonly pieces: () => Iterable<T>
}

/** A column of which parts are asked for, from one place to before another; each is read into another column, where there is one with room for it. */
export interface SlicedColumn<T extends Column = Column> extends ColumnPieces<T> {
  slice(from: number, to: number, into?: T): T
}

/** All of such a column. */
export function wholeOf<T extends Column>(column: SlicedColumn<T>): T {
  const whole = newColumn(column.kind, column.length)
  let at = 0
  for (const piece of column.pieces()) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Columns of so many bytes or more are on pages of their own. */
const LARGE = 1 << 16
/** Behind a large column that has grown is room for so many times what it holds: addresses, no memory. */
const ROOM = 16

/**
 * A column of so many zeros, behind which there may be room for more. A large one is on pages of its own that the system has back once nobody can ask for it; of any other, and of
 * what is as large as one that was given back before, the C library keeps the memory. V8 does so with a shared buffer that can grow, whose pages are none until they are written; a
 * view of it that is told its length is to all code what any other column is. (One that is not told it, or of a buffer that is not shared, is another kind, and slower.)
 * V8 does not count these bytes among those after which it collects garbage, see {@link takeOutside}.
 */
export function newColumn<T extends Column>(kind: new (size: number) => T, size: number, room = size): T {
  const { BYTES_PER_ELEMENT: bytes } = kind as unknown as Uint8ArrayConstructor
  if (size * bytes < LARGE) return new kind(size)
  takeOutside(size * bytes)
  return viewOf(kind, new SharedArrayBuffer(size * bytes, { maxByteLength: room * bytes }), size)
}

const viewOf = <T extends Column>(kind: new (size: number) => T, buffer: SharedArrayBuffer, size: number): T => new (kind as unknown as new (buffer: SharedArrayBuffer, at: number, size: number) => T)(buffer, 0, size)

/** A column of so many numbers, each told by its place. */
export function columnOf<T extends Column>(kind: new (size: number) => T, size: number, numberAt: (n: number) => number): T {
  const column = newColumn(kind, size)
  for (let n = 0; n < size; n++) column[n] = numberAt(n)
  return column
}

/** The same column once more. */
export function copied<T extends Column>(column: T): T {
  const copy = newColumn(column.constructor as new (size: number) => T, column.length)
  copy.set(column)
  return copy
}

/** A column of twice the size, or of what is needed, with the same values: the same memory where there is room behind it. */
export function grown<T extends Column>(column: T, needed = 0): T {
  const kind = column.constructor as new (size: number) => T
  const size = Math.max(2 * column.length, needed, 1)
  const { buffer } = column
  const bytes = size * column.BYTES_PER_ELEMENT
  if (isShared(buffer) && column.byteLength === buffer.byteLength && bytes <= buffer.maxByteLength) { // not of a part of another column
    buffer.grow(bytes)
    return viewOf(kind, buffer, size)
  }
  const more = newColumn(kind, size, ROOM * size)
  more.set(column)
  return more
}

const isShared = (buffer: ArrayBufferLike): buffer is SharedArrayBuffer => buffer instanceof SharedArrayBuffer

const FIRST = 1 << 10

/** A column that grows. */
export class Growing<T extends Column> {
  size = 0
  #column: T

  /** `room` is for how many values there is room at first. */
  constructor(kind: new (size: number) => T, room = FIRST) {
    this.#column = newColumn(kind, room)
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

  /** What is in it, once nothing more comes: in a column that takes no memory for more. */
  settled(): T {
    return (this.#column = isShared(this.#column.buffer) ? this.values : (this.#column.slice(0, this.size) as T))
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
  const from = newColumn(Uint32Array, numbers + 1)
  each((number) => from[number + 1]!++)
  for (let n = 0; n < numbers; n++) from[n + 1]! += from[n]!
  const values = newColumn(Uint32Array, from[numbers]!)
  const next = copied(from)
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
