import type { Place } from './lines.ts'

/** Where one of so many lines begins is at hand. */
const STEP = 1 << 6

/** Where the lines of a file stand, by number, told by how long each is, its end included. */
export class LinePlaces {
  /** Where the first of each {@link STEP} lines begins. */
  readonly #begins: Float64Array

  constructor(private readonly lengths: Uint32Array) {
    this.#begins = new Float64Array(Math.ceil(lengths.length / STEP))
    let at = 0
    lengths.forEach((length, line) => {
      if (line % STEP === 0) this.#begins[line / STEP] = at
      at += length
    })
  }

  at(line: number): Place {
    let at = this.#begins[Math.floor(line / STEP)]!
    for (let n = line - (line % STEP); n < line; n++) at += this.lengths[n]!
    return { at, size: this.lengths[line]! - 1 }
  }
}
