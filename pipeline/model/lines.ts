import { closeSync, openSync, readSync } from 'node:fs'
import { regular } from './regular.ts'

/** Where a line stands in its file, in bytes, without its end. */
export interface Place {
  readonly at: number
  readonly size: number
}

/** As much of a Buffer as is used: its type is not known to a project without Node's types. */
type Bytes = Uint8Array & { toString(encoding?: 'utf8', start?: number, end?: number): string }

const CHUNK = 1 << 20
const NEWLINE = 10

/** The lines of a UTF-8 file, read piece by piece, as bytes that hold until the next one is asked for. An empty last line is none. */
export function* linesIn(file: string): Generator<Place & { readonly bytes: Bytes }> {
  const handle = openSync(regular(file), 'r')
  try {
    let buffer = Buffer.allocUnsafe(CHUNK)
    let [kept, at] = [0, 0] // bytes of a line that is not whole yet, and where it begins in the file
    for (;;) {
      if (kept === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)])
      const read = readSync(handle, buffer, kept, buffer.length - kept, null)
      const end = kept + read
      let from = 0
      for (let to = buffer.indexOf(NEWLINE, kept); to !== -1 && to < end; to = buffer.indexOf(NEWLINE, from)) {
        yield { bytes: buffer.subarray(from, to), at, size: to - from }
        at += to + 1 - from
        from = to + 1
      }
      if (read === 0) {
        if (end > from) yield { bytes: buffer.subarray(from, end), at, size: end - from }
        return
      }
      buffer.copyWithin(0, from, end)
      kept = end - from
    }
  } finally {
    closeSync(handle)
  }
}

/** Reads single lines of a file by their places. */
export class LineReader {
  #handle: number | null = null

  constructor(readonly file: string) {}

  /** The text of the line; shorter where the file ends before it. */
  read({ at, size }: Place): string {
    this.#handle ??= openSync(regular(this.file), 'r')
    const buffer = Buffer.allocUnsafe(size)
    return buffer.toString('utf8', 0, readSync(this.#handle, buffer, 0, size, at))
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
  }
}
