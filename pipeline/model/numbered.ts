/** Texts by number, the numbers by text: each once, in the order in which they came in. */
export class Numbered {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []

  /** All of them, by number. */
  get all(): readonly string[] {
    return this.#texts
  }

  /** The number of a text; undefined where it has none. */
  numberOf(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  /** The number of a text, the next one where it has none. */
  numbered(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) this.#numbers.set(text, (number = this.#texts.push(text) - 1))
    return number
  }

  /** The numbers here of texts by the numbers that they have elsewhere; only what is asked for comes in. */
  numbersOf(others: readonly string[]): (number: number) => number {
    const known = new Int32Array(others.length).fill(-1)
    return (number) => (known[number]! >= 0 ? known[number]! : (known[number] = this.numbered(others[number]!)))
  }
}
