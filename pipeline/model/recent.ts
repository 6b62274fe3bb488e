/** What was asked for lately, by number: `size` at most, of numbers that leave the same rest by it the latest. */
export class Recent<T> {
  readonly #numbers: Int32Array
  readonly #values: T[] = []

  constructor(private readonly size: number) {
    this.#numbers = new Int32Array(size).fill(-1)
  }

  /** What has a number, if it is at hand. */
  at(number: number): T | undefined {
    return this.#numbers[number % this.size] === number ? this.#values[number % this.size] : undefined
  }

  /** What has a number, made where it is not at hand. */
  of(number: number, make: () => T): T {
    const at = number % this.size
    if (this.#numbers[at] === number) return this.#values[at]!
    const value = make()
    this.#numbers[at] = number
    return (this.#values[at] = value)
  }
}
