import { TemporaryFile } from '../../model/temporary-file.ts'

const LENGTH = 4
/** A UTF-16 code unit takes so many bytes at most. */
const MOST_BYTES = 3
/** Bytes that are kept in memory, at first and at most; what is more goes to a file. */
const [FIRST, MOST] = [1 << 16, 1 << 23]
/** Most texts are read from the file at once. */
const READ = 1 << 9

/** Texts that are asked for once more at the end, as bytes, many of them in a {@link TemporaryFile}: millions of them cost neither millions of strings nor memory. */
export class KeptTexts {
  #buffer = Buffer.allocUnsafeSlow(FIRST)
  #used = 0
  /** What was put away, behind which what is in the buffer comes. */
  readonly #file = new TemporaryFile()
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
    const place = this.#file.size + this.#used
    this.#used += LENGTH + bytes
    return place
  }

  at(place: number): string {
    const [from, buffer] = place < this.#file.size ? [0, this.#read] : [place - this.#file.size, this.#buffer]
    if (buffer === this.#read) this.#file.read(buffer, place)
    const bytes = buffer.readUInt32LE(from)
    if (buffer === this.#buffer || LENGTH + bytes <= READ) return buffer.toString('utf8', from + LENGTH, from + LENGTH + bytes)
    const long = Buffer.allocUnsafe(bytes)
    return long.toString('utf8', 0, this.#file.read(long, place + LENGTH))
  }

  #makeRoom(needed: number): void {
    const kept = this.#used + needed <= MOST ? this.#used : 0
    if (kept < this.#used) {
      this.#file.append(this.#buffer.subarray(0, this.#used))
      this.#used = 0
    }
    const wider = Buffer.allocUnsafeSlow(Math.max(kept + needed, Math.min(MOST, 2 * this.#buffer.length)))
    this.#buffer.copy(wider, 0, 0, kept)
    this.#buffer = wider
  }
}
