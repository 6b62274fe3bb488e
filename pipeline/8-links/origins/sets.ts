import { columnOf } from '../../model/columns.ts'
import { addTo } from '../../model/group-by.ts'

/** Sets of numbers that are joined two by two; the smallest member stands for its set. */
export class Sets {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = columnOf(Int32Array, size, (n) => n)
  }

  find(x: number): number {
    while (this.#parent[x] !== x) x = this.#parent[x] = this.#parent[this.#parent[x]!]!
    return x
  }

  join(x: number, y: number): void {
    const [a, b] = [this.find(x), this.find(y)]
    if (a !== b) this.#parent[Math.max(a, b)] = Math.min(a, b)
  }

  /** Joins all that share a key with the first that has it. */
  joinByKey(keysOf: (x: number) => Iterable<string | number>): void {
    const first = new Map<string | number, number>()
    for (let x = 0; x < this.#parent.length; x++)
      for (const key of keysOf(x)) {
        const before = first.get(key)
        if (before === undefined) first.set(key, x)
        else this.join(before, x)
      }
  }

  /** The sets as lists of their members, each in order. */
  all(): readonly (readonly number[])[] {
    const lists = new Map<number, number[]>()
    for (let x = 0; x < this.#parent.length; x++) addTo(lists, this.find(x), x)
    return [...lists.values()]
  }
}
