import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Closes the file of what nobody can ask for any more. */
const CLOSING = new FinalizationRegistry<number>(closeSync)

/** Bytes out of the way of memory, in a file without a name in the folder for temporary files (`TMPDIR`): there as long as somebody can ask for them. */
export class TemporaryFile {
  /** How many bytes are in it. */
  size = 0
  #handle: number | null = null

  /**
   * Writes bytes behind all others.
   * @throws the system's error where the folder for temporary files is full.
   */
  append(bytes: Uint8Array): void {
    this.#handle ??= this.#open()
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#handle, bytes, done, bytes.length - done, this.size + done)
    this.size += bytes.length
  }

  #open(): number {
    const path = join(tmpdir(), `claimtrace-${randomUUID()}`)
    const handle = openSync(path, 'wx+', 0o600)
    CLOSING.register(this, handle)
    rmSync(path) // it is there as long as it is open
    return handle
  }

  /** Reads what stands at a place until the bytes given are full, or the file ends; gives how many it read. */
  read(into: Uint8Array, at: number): number {
    let read = 0
    for (let more = -1; more !== 0 && read < into.length; read += more) more = readSync(this.#handle!, into, read, into.length - read, at + read)
    return read
  }
}
