import { grown, newColumn } from '../model/columns.ts'
import { KEY } from '../model/line-columns.ts'

/** Some of the numbers of groups, most of which are below 2 to the power of {@link KEY}: a bit each, which costs memory only where there are some. */
export class NumberSet {
  #bits = newColumn(Uint8Array, 2 ** KEY / 8)

  has(number: number): boolean {
    return ((this.#bits[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0
  }

  add(number: number): void {
    if (number >>> 3 >= this.#bits.length) this.#bits = grown(this.#bits, (number >>> 3) + 1)
    this.#bits[number >>> 3]! |= 1 << (number & 7)
  }
}
