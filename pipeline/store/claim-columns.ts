import { Growing } from '../model/columns.ts'
import { textHash } from '../model/hash.ts'

/** No group has this number. */
const NONE = 2 ** 32 - 1

/** Claims in columns, those of an article one behind another: a hash of the id, and the group, as far as it is known. */
export class ClaimColumns {
  readonly #names = new Growing<Float64Array>(Float64Array)
  readonly #groups = new Growing<Uint32Array>(Uint32Array)

  get size(): number {
    return this.#names.size
  }

  add(name: string, group: number | null): void {
    this.#names.push(textHash(name))
    this.#groups.push(group ?? NONE)
  }

  /** The place of the one of so many claims from a place on that has this id; -1: none has it. */
  placeIn(from: number, count: number, name: string): number {
    const hash = textHash(name)
    for (let place = from; place < from + count; place++) if (this.#names.at(place) === hash) return place
    return -1
  }

  group(place: number): number | null {
    const group = this.#groups.at(place)
    return group === NONE ? null : group
  }

  put(place: number, group: number): void {
    this.#groups.values[place] = group
  }
}
