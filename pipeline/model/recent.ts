/** What was asked for lately, by number: `size` at most, of numbers that leave the same rest by it the latest. */
export class Recent<T> {
  readonly #numbers: Int32Array
  readonly #values: (T | undefined)[]

  constructor(private readonly size: number) {
    this.#numbers = new Int32Array(size).fill(-1)
    this.#values = Array.from({ length: size }) // an array that is filled anywhere first is a table of hashes to V8
  }

  /** What has a number, if it is at hand. */
  at(number: number): T | undefined {
    return this.#numbers[number % this.size] === number ? this.#values[number % this.size] : undefined
  }

  /** What has a number, made where it is not at hand; it is told what makes room for it. */
  of(number: number, make: (gone: T | undefined) => T): T {
    const at = number % this.size
    if (this.#numbers[at] === number) return this.#values[at] as T
    const value = make(this.#values[at])
    this.#numbers[at] = number
    this.#values[at] = value
    return value
  }
}
