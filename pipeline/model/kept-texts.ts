import type { ColumnPieces, SlicedColumn } from './columns.ts'
import { TemporaryFile } from './temporary-file.ts'

const LENGTH = 4
/** A UTF-16 code unit takes so many bytes at most. */
const MOST_BYTES = 3
/** Bytes that are kept in memory, at first and at most; what is more goes to a file. */
const [FIRST, MOST] = [1 << 16, 1 << 20]
/** Most texts are read from the file at once. */
const READ = 1 << 9
/** Bytes that are read from the file at once where all are asked for. */
const PIECE = 1 << 16

/** Texts that {@link KeptTexts} kept, as bytes, by their places among these: those behind one are read with it, since most are asked for in their order. */
export class TextsInColumn {
  #read: Buffer = Buffer.alloc(0)
  #from = 0

  constructor(private readonly bytes: SlicedColumn<Uint8Array>) {}

  /** The text at a place; it is not written to. */
  at(place: number): Uint8Array {
    const size = this.#some(place, LENGTH).readUInt32LE(0)
    return this.#some(place + LENGTH, size)
  }

  #some(place: number, size: number): Buffer {
    if (place < this.#from || place + size > this.#from + this.#read.length) {
      const { buffer, byteOffset, length } = this.bytes.slice(place, Math.min(this.bytes.length, place + Math.max(PIECE, size)))
      ;[this.#read, this.#from] = [Buffer.from(buffer, byteOffset, length), place]
    }
    return this.#read.subarray(place - this.#from, place - this.#from + size)
  }
}

/** Texts that are asked for once more at the end, as bytes, many of them in a {@link TemporaryFile}: millions of them cost neither millions of strings nor memory. */
export class KeptTexts implements ColumnPieces<Uint8Array> {
  readonly kind = Uint8Array
  #buffer = Buffer.allocUnsafeSlow(FIRST)
  #used = 0
  /** What was put away, behind which what is in the buffer comes. */
  readonly #file = new TemporaryFile()
  readonly #read = Buffer.allocUnsafeSlow(READ)

  /** How many bytes they are. */
  get length(): number {
    return this.#file.size + this.#used
  }

  /**
   * Keeps a text, or the UTF-8 bytes of one, and gives its place.
   * @throws the system's error where the folder for temporary files is full.
   */
  add(text: string | Uint8Array): number {
    const needed = LENGTH + (typeof text === 'string' ? MOST_BYTES : 1) * text.length
    if (this.#used + needed > this.#buffer.length) this.#makeRoom(needed)
    const at = this.#used + LENGTH
    if (typeof text !== 'string') this.#buffer.set(text, at)
    const bytes = typeof text === 'string' ? this.#buffer.write(text, at) : text.length
    this.#buffer.writeUInt32LE(bytes, this.#used)
    const place = this.length
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

  /** All of them, in the order in which they were added. */
  *all(): Generator<string> {
    let rest: Buffer = Buffer.alloc(0)
    for (const piece of this.pieces()) {
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
      let from = 0
      while (from + LENGTH <= bytes.length) {
        const end = from + LENGTH + bytes.readUInt32LE(from)
        if (end > bytes.length) break
        yield bytes.toString('utf8', from + LENGTH, end)
        from = end
      }
      rest = bytes.subarray(from)
    }
  }

  /** Their bytes, each text behind its length. */
  *pieces(): Generator<Buffer> {
    for (let at = 0; at < this.#file.size; at += PIECE) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE, this.#file.size - at))
      this.#file.read(piece, at)
      yield piece
    }
    yield this.#buffer.subarray(0, this.#used)
  }

  #makeRoom(needed: number): void {
    const kept = this.#used + needed <= MOST ? this.#used : 0
    if (kept < this.#used) {
      this.#file.append(this.#buffer.subarray(0, this.#used))
      this.#used = 0
    }
    if (kept + needed <= this.#buffer.length && this.#buffer.length <= MOST) return
    const wider = Buffer.allocUnsafeSlow(Math.max(kept + needed, Math.min(MOST, 2 * this.#buffer.length)))
    this.#buffer.copy(wider, 0, 0, kept)
    this.#buffer = wider
  }
}
