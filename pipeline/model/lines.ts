import { closeSync, openSync, readSync } from 'node:fs'
import { regular } from './regular.ts'

/** Where a line stands in its file, in bytes, without its end. */
export interface Place {
  readonly at: number
  readonly size: number
}

/** As much of a Buffer as is used: its type is not known to a project without Node's types. */
export type Bytes = Uint8Array & { toString(encoding?: 'utf8', start?: number, end?: number): string }

const CHUNK = 1 << 20
const NEWLINE = 10

/** The bytes of a file, read piece by piece, each of whole lines; they hold until the next one is asked for. The last one may end without a line's end. */
export function* piecesIn(file: string): Generator<{ readonly bytes: Bytes; readonly at: number }> {
  const handle = openSync(regular(file), 'r')
  try {
    let buffer = Buffer.allocUnsafe(CHUNK)
    let [kept, at] = [0, 0] // bytes of a line that is not whole yet, and where it begins in the file
    for (;;) {
      if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)])
      const read = readSync(handle, buffer, kept, buffer.length - kept, null)
      const end = kept + read
      const whole = read === 0 ? end : buffer.subarray(0, end).lastIndexOf(NEWLINE) + 1
      if (whole > 0) yield { bytes: buffer.subarray(0, whole), at }
      if (read === 0) return
      buffer.copyWithin(0, whole, end)
      kept = end - whole
      at += whole
    }
  } finally {
    closeSync(handle)
  }
}

/** The lines of a UTF-8 file, read piece by piece, as bytes that hold until the next one is asked for. An empty last line is none. */
export function* linesIn(file: string): Generator<Place & { readonly bytes: Bytes }> {
  for (const { bytes, at } of piecesIn(file)) {
    for (let from = 0; from < bytes.length; ) {
      const to = lineEnd(bytes, from)
      yield { bytes: bytes.subarray(from, to), at: at + from, size: to - from }
      from = to + 1
    }
  }
}

/** Where a line ends that begins there. */
export function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(NEWLINE, from)
  return end === -1 ? bytes.length : end
}

/** Reads single lines of a file by their places. */
export class LineReader {
  #handle: number | null = null
  /** What lines are read into: one for all. */
  #room = Buffer.alloc(0)

  constructor(readonly file: string) {}

  /** The text of the line; shorter where the file ends before it. */
  read(place: Place): string {
    return this.bytes(place).toString('utf8')
  }

  /** As {@link read}, not decoded: they hold until the next ones are asked for. */
  bytes({ at, size }: Place): Bytes {
    this.#handle ??= openSync(regular(this.file), 'r')
    if (size > this.#room.length) this.#room = Buffer.allocUnsafeSlow(2 * size)
    return this.#room.subarray(0, readSync(this.#handle, this.#room, 0, size, at))
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
    this.#room = Buffer.alloc(0)
  }
}

/** What begins so few bytes behind what was read last is taken for one of many that are read in order: so many are read at once. */
const NEAR = 1 << 15
const AHEAD = 1 << 17

/** As {@link LineReader}, of a file that only grows: what is read in order is read ahead. */
export class AheadReader {
  readonly #reader: LineReader
  /** What was read, and from where; where what was asked for last ended. */
  #bytes: Bytes = Buffer.alloc(0)
  #from = 0
  #end = 0

  constructor(file: string) {
    this.#reader = new LineReader(file)
  }

  read({ at, size }: Place): string {
    if (at < this.#from || at + size > this.#from + this.#bytes.length) {
      const inOrder = at >= this.#end && at - this.#end < NEAR
      this.#bytes = this.#reader.bytes({ at, size: inOrder ? Math.max(size, AHEAD) : size })
      this.#from = at
    }
    this.#end = at + size
    return this.#bytes.toString('utf8', at - this.#from, at + size - this.#from)
  }

  close(): void {
    this.#reader.close()
    this.#bytes = Buffer.alloc(0)
  }
}
