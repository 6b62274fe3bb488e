import { Growing } from '../model/columns.ts'
import type { Place } from '../model/lines.ts'

/** A part of a line, by a hash and its length in bytes. */
export interface Part {
  readonly hash: string
  readonly size: number
}

/** The lines of a journal by number, without their ends: where each stands, how many bytes of it are its head, and the parts behind that, each by its hash as a number and its length. */
export class JournalLines {
  readonly #at = new Growing<Float64Array>(Float64Array)
  readonly #size = new Growing<Uint32Array>(Uint32Array)
  readonly #head = new Growing<Uint32Array>(Uint32Array)
  /** Which part is the first of each line. */
  readonly #first = new Growing<Uint32Array>(Uint32Array)
  readonly #hashes = new Growing<Float64Array>(Float64Array)
  readonly #sizes = new Growing<Uint32Array>(Uint32Array)

  constructor() {
    this.#first.push(0)
  }

  /** Adds one, and gives its number. */
  add({ at, size }: Place, head: number, parts: readonly Part[]): number {
    this.#at.push(at)
    this.#size.push(size)
    this.#head.push(head)
    for (const part of parts) {
      this.#hashes.push(numberOf(part.hash))
      this.#sizes.push(part.size)
    }
    this.#first.push(this.#sizes.size)
    return this.#at.size - 1
  }

  /** As one of others, at another place. */
  addOne(others: JournalLines, line: number, at: number): number {
    const { size } = others.place(line)
    return this.add({ at, size }, others.head(line).size, others.parts(line))
  }

  place(line: number): Place {
    return { at: this.#at.at(line), size: this.#size.at(line) }
  }

  head(line: number): Place {
    return { at: this.#at.at(line), size: this.#head.at(line) }
  }

  parts(line: number): readonly Part[] {
    const first = this.#first.at(line)
    return Array.from({ length: this.#first.at(line + 1) - first }, (_, i) => ({ hash: hexOf(this.#hashes.at(first + i)), size: this.#sizes.at(first + i) }))
  }

  /** Where one of its parts stands, and the hash of that as a number; null where the line has no such part. */
  part(line: number, part: number): (Place & { readonly hash: number }) | null {
    const first = this.#first.at(line)
    if (first + part >= this.#first.at(line + 1)) return null
    let at = this.#at.at(line) + this.#head.at(line) + 1
    for (let i = first; i < first + part; i++) at += this.#sizes.at(i) + 1
    const size = this.#sizes.at(first + part)
    return at + size > this.#at.at(line) + this.#size.at(line) ? null : { at, size, hash: this.#hashes.at(first + part) }
  }
}

/** A {@link shortHash} as a number. */
export const numberOf = (hash: string) => Number.parseInt(hash, 16)

/** Half of the digits of a {@link shortHash}, and what they count. */
const [HALF, HALF_OF] = [6, 2 ** 24]

/** A {@link shortHash} by its number: half by half, since small numbers are written sooner. */
const hexOf = (number: number) => digits(Math.floor(number / HALF_OF)) + digits(number % HALF_OF)
const digits = (half: number) => half.toString(16).padStart(HALF, '0')
