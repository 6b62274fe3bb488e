import { countWhile } from '../model/bisect.ts'
import { Growing } from '../model/columns.ts'

/** The groups of an earlier index, in columns: which of them stay as they were. */
export class GroupsBefore {
  readonly #numbers = new Growing<Uint32Array>(Uint32Array)
  readonly #marks = new Growing<Float64Array>(Float64Array)
  readonly #stay: Uint8Array

  /** The groups come in the order of their numbers. */
  constructor(groups: Iterable<readonly [number: number, mark: number]>) {
    for (const [number, mark] of groups) {
      this.#numbers.push(number)
      this.#marks.push(mark)
    }
    this.#stay = new Uint8Array(this.#numbers.size)
  }

  get numbers(): Uint32Array {
    return this.#numbers.values
  }

  has(number: number): boolean {
    return this.#placeOf(number) >= 0
  }

  /** Says that the line of a group has this mark; whether that is the one that it had. */
  stays(number: number, mark: number): boolean {
    const place = this.#placeOf(number)
    if (place < 0 || this.#marks.at(place) !== mark) return false
    this.#stay[place] = 1
    return true
  }

  /** Whether it was said to be one that {@link stays}. */
  isAsItWas(number: number): boolean {
    return this.#stay[this.#placeOf(number)] === 1
  }

  #placeOf(number: number): number {
    const place = countWhile(this.#numbers.size, (i) => this.#numbers.at(i) < number)
    return place < this.#numbers.size && this.#numbers.at(place) === number ? place : -1
  }
}
