import { columnOf, listAt, listsByNumber, newColumn, type Lists } from '../../model/columns.ts'
import { Rows } from '../../model/rows.ts'
import type { SortedRows } from '../../model/sorted-rows.ts'
import { Sets } from '../origins/sets.ts'

/** Speakers by number, of whom those that share keys, directly or by others, are one component. */
export interface Components {
  /** By speaker, the first of its component. */
  readonly firstOf: Uint32Array
  /** Rows of two: each key once, ascending, and the first speaker that has it. */
  readonly owners: Rows
}

/** The components of so many speakers, by rows of a key and a speaker that has it, which are used up. */
export function componentsBy(keys: SortedRows, size: number): Components {
  const sets = new Sets(size)
  const owners = new Rows(2)
  for (const piece of keys.pieces()) {
    const [key, speaker] = piece as [Uint32Array, Uint32Array]
    let last = -1
    for (let i = 0; i < key.length; i++) {
      if (last >= 0 && key[i] === key[last]) sets.join(speaker[last]!, speaker[i]!)
      else {
        key[++last] = key[i]!
        speaker[last] = speaker[i]!
      }
    }
    owners.append(piece, 0, last + 1)
  }
  return { firstOf: columnOf(Uint32Array, size, (n) => sets.find(n)), owners }
}

/** Speakers in lists of whole components, each of so many or with the component that makes it so many. Both are in order. */
export function* inBatches(components: Components, size: number): Generator<Uint32Array> {
  const batches = batchesOf(components, size)
  for (let batch = 0; batch < batches.from.length - 1; batch++) {
    const own = listAt(batches, batch)
    if (own.length > 0) yield own
  }
}

function batchesOf({ firstOf }: Components, size: number): Lists<Uint32Array> {
  const sizes = newColumn(Uint32Array, firstOf.length)
  for (const first of firstOf) sizes[first]!++
  const batchOf = sizes // whose size is asked for no more once its batch is known
  let [batches, count] = [0, 0]
  firstOf.forEach((first, n) => {
    if (first !== n) return void (batchOf[n] = batchOf[first]!)
    count += sizes[n]!
    batchOf[n] = batches
    if (count < size) return
    count = 0
    batches++
  })
  return listsByNumber(batches + 1, (add) => batchOf.forEach((batch, n) => add(batch, n)))
}
