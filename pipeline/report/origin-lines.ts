import { countWhile } from '../model/bisect.ts'
import { columnOf } from '../model/columns.ts'
import { LINES } from '../model/line-columns.ts'
import { LinePlaces } from '../model/line-places.ts'
import type { LineColumns } from '../model/links-folder.ts'
import type { Origin } from '../model/schema.ts'
import type { LinkFiles } from './input.ts'

/** The lines of origins, found by keys of their ids. */
export class OriginLines {
  readonly #columns: LineColumns
  readonly #places: LinePlaces
  /** Keys and numbers of all lines, in order. */
  readonly #byKey: Float64Array

  constructor(private readonly links: LinkFiles) {
    this.#columns = links.columns('origins')
    this.#places = new LinePlaces(this.#columns.lengths)
    const { keys } = this.#columns
    this.#byKey = columnOf(Float64Array, keys.length, (line) => keys[line]! * LINES + line).sort()
  }

  marksOf(keys: Uint32Array): readonly number[] {
    return this.#linesOf(keys).map((line) => this.#columns.marks[line]!)
  }

  read(keys: Uint32Array): readonly Origin[] {
    return this.#linesOf(keys).map((line) => this.links.row('origins', this.#places.at(line)))
  }

  /** The lines that have ids with these keys, in order. */
  #linesOf(keys: Uint32Array): readonly number[] {
    const lines: number[] = []
    for (const each of keys) {
      const key = each * LINES
      for (let i = countWhile(this.#byKey.length, (at) => this.#byKey[at]! < key); this.#byKey[i]! < key + LINES; i++) lines.push(this.#byKey[i]! - key)
    }
    return [...new Set(lines)].sort((a, b) => a - b)
  }
}
