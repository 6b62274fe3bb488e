/** Texts that many things share, each by a number: those of an earlier report by the same ones. */
export class Words {
  readonly all: string[]
  readonly #numbers: Map<string, number>

  constructor(before: readonly string[] = []) {
    this.all = [...before]
    this.#numbers = new Map(before.map((word, number) => [word, number]))
  }

  of(word: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    this.#numbers.set(word, this.all.length)
    return this.all.push(word) - 1
  }

  /** As {@link of}; null where it has none yet. */
  known(word: string): number | null {
    return this.#numbers.get(word) ?? null
  }

  at(number: number): string {
    return this.all[number]!
  }
}
