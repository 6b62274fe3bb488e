import type { Numbered } from '../model/numbered.ts'

/** Which words stand in a ring with which, by their numbers: two columns in place of a set a word, which takes six times the memory. */
export class Rings {
  /** Where the others of each word end; they begin where those of the word before it end. */
  readonly #ends: Uint32Array
  readonly #others: Uint32Array

  constructor(words: Numbered, rings: Iterable<readonly string[]>) {
    const rows: number[][] = []
    for (const ring of rings) {
      const numbers = ring.map((word) => words.numbered(word))
      for (const number of numbers) {
        const row = (rows[number] ??= [])
        for (const other of numbers) if (other !== number && !row.includes(other)) row.push(other)
      }
    }
    this.#ends = new Uint32Array(rows.length)
    this.#others = new Uint32Array(rows.reduce((sum, row) => sum + row.length, 0))
    let end = 0
    for (let number = 0; number < rows.length; number++) {
      this.#others.set(rows[number] ?? [], end)
      this.#ends[number] = end += rows[number]?.length ?? 0
    }
  }

  /** Whether two words stand in a ring. */
  join(one: number, other: number): boolean {
    for (let i = this.#first(one), end = this.#ends[one] ?? 0; i < end; i++) if (this.#others[i] === other) return true
    return false
  }

  /** The words that stand in a ring with one, in the order of the rings. */
  with(number: number): Uint32Array {
    return this.#others.subarray(this.#first(number), this.#ends[number] ?? 0)
  }

  #first(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0)
  }
}
