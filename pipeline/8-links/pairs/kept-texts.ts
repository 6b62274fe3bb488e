const CHUNK = 1 << 20
const LENGTH = 4
/** A UTF-16 code unit takes so many bytes at most. */
const MOST_BYTES = 3

/** Texts that are asked for once more at the end, as bytes: millions of them cost no millions of strings. */
export class KeptTexts {
  readonly #chunks: Buffer[] = []
  #used = 0

  /** Keeps a text and gives its place. */
  add(text: string): number {
    const needed = LENGTH + MOST_BYTES * text.length
    if (this.#chunks.length === 0 || this.#used + needed > CHUNK) { // so that every place is less than CHUNK in its chunk
      this.#chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK, needed)))
      this.#used = 0
    }
    const [chunk, from] = [this.#chunks.at(-1)!, this.#used]
    const bytes = chunk.write(text, from + LENGTH)
    chunk.writeUInt32LE(bytes, from)
    this.#used += LENGTH + bytes
    return (this.#chunks.length - 1) * CHUNK + from
  }

  at(place: number): string {
    const chunk = this.#chunks[Math.floor(place / CHUNK)]!
    const from = place % CHUNK
    return chunk.toString('utf8', from + LENGTH, from + LENGTH + chunk.readUInt32LE(from))
  }
}
