import { countWhile } from '../../model/bisect.ts'
import { newColumn, type Lists } from '../../model/columns.ts'
import type { Entries } from './entries.ts'
import { isBefore, type Ordered } from './speakers.ts'

/** Where one of some lists is gone through, and what tells where the entry there stands. */
interface Cursor extends Ordered {
  readonly list: number
  readonly at: number
}

/** The numbers of entries, of which lists in the registry's order are given, all in that order; of each list one name is in memory. */
export function inOrder({ from, values }: Lists<Uint32Array>, entries: Entries): Uint32Array {
  const ordered = newColumn(Uint32Array, values.length)
  const cursors: Cursor[] = [] // the last one first
  const goOn = (list: number, at: number) => {
    if (at === from[list + 1]) return
    const { id, name } = entries.at(values[at]!)
    const cursor = { list, at, id, name }
    cursors.splice(countWhile(cursors.length, (i) => isBefore(cursor, cursors[i]!)), 0, cursor)
  }
  for (let list = 0; list < from.length - 1; list++) goOn(list, from[list]!)
  for (let n = 0; n < ordered.length; n++) {
    const { list, at } = cursors.pop()!
    ordered[n] = values[at]!
    goOn(list, at + 1)
  }
  return ordered
}
