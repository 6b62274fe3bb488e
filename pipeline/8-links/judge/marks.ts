import { grown } from '../../model/columns.ts'

/** A set of small numbers that is emptied at once, for what is asked for each pair of claims: no memory is taken for each. */
export class Marks {
  #marked = new Int32Array(1 << 12)
  #now = 1

  /** Holds these numbers and no others. */
  set(ids: ArrayLike<number>): this {
    this.#now++
    for (let i = 0; i < ids.length; i++) this.add(ids[i]!)
    return this
  }

  add(id: number): void {
    if (id >= this.#marked.length) this.#marked = grown(this.#marked, id + 1)
    this.#marked[id] = this.#now
  }

  has(id: number): boolean {
    return id < this.#marked.length && this.#marked[id] === this.#now
  }
}
