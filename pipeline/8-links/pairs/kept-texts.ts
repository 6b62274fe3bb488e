import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LENGTH = 4
/** A UTF-16 code unit takes so many bytes at most. */
const MOST_BYTES = 3
/** Bytes that are kept in memory, at first and at most; what is more goes to a file. */
const [FIRST, MOST] = [1 << 16, 1 << 23]
/** Most texts are read from the file at once. */
const READ = 1 << 9

/** Closes the file of what nobody can ask for any more. */
const CLOSING = new FinalizationRegistry<number>(closeSync)

/** Texts that are asked for once more at the end, as bytes, many of them in a file without a name: millions of them cost neither millions of strings nor memory. */
export class KeptTexts {
  #buffer = Buffer.allocUnsafeSlow(FIRST)
  #used = 0
  #file: number | null = null
  /** Bytes in the file, behind which those of the buffer come. */
  #written = 0
  readonly #read = Buffer.allocUnsafeSlow(READ)

  /**
   * Keeps a text and gives its place.
   * @throws the system's error where the folder for temporary files is full.
   */
  add(text: string): number {
    const needed = LENGTH + MOST_BYTES * text.length
    if (this.#used + needed > this.#buffer.length) this.#makeRoom(needed)
    const bytes = this.#buffer.write(text, this.#used + LENGTH)
    this.#buffer.writeUInt32LE(bytes, this.#used)
    const place = this.#written + this.#used
    this.#used += LENGTH + bytes
    return place
  }

  at(place: number): string {
    const [from, buffer] = place < this.#written ? [0, this.#read] : [place - this.#written, this.#buffer]
    if (buffer === this.#read) readSync(this.#file!, buffer, 0, READ, place)
    const bytes = buffer.readUInt32LE(from)
    if (buffer === this.#buffer || LENGTH + bytes <= READ) return buffer.toString('utf8', from + LENGTH, from + LENGTH + bytes)
    const long = Buffer.allocUnsafe(bytes)
    return long.toString('utf8', 0, readSync(this.#file!, long, 0, bytes, place + LENGTH))
  }

  #makeRoom(needed: number): void {
    const kept = this.#used + needed <= MOST ? this.#used : 0
    if (kept < this.#used) this.#write()
    const wider = Buffer.allocUnsafeSlow(Math.max(kept + needed, Math.min(MOST, 2 * this.#buffer.length)))
    this.#buffer.copy(wider, 0, 0, kept)
    this.#buffer = wider
  }

  #write(): void {
    if (this.#file === null) {
      const path = join(tmpdir(), `claimtrace-${randomUUID()}`)
      CLOSING.register(this, (this.#file = openSync(path, 'wx+', 0o600)))
      rmSync(path) // it is there as long as it is open
    }
    for (let done = 0; done < this.#used; ) done += writeSync(this.#file, this.#buffer, done, this.#used - done)
    this.#written += this.#used
    this.#used = 0
  }
}
