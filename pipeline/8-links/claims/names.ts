/** Texts that many claims share, each once, by number. */
export class Names {
  readonly all: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) this.#numbers.set(text, (number = this.all.push(text) - 1))
    return number
  }

  /** The numbers here of texts by the numbers that they have elsewhere; only what is asked for comes in. */
  numbersOf(others: readonly string[]): (number: number) => number {
    const known = new Int32Array(others.length).fill(-1)
    return (number) => (known[number]! >= 0 ? known[number]! : (known[number] = this.numberOf(others[number]!)))
  }
}
