import type { Lists } from '../../model/columns.ts'
import { Sets } from '../origins/sets.ts'

/** Speakers by number, of whom those that share keys, directly or by others, are one component. */
export interface Components {
  /** By speaker, the first of its component. */
  readonly firstOf: Uint32Array
  /** By key, a speaker that has it. */
  readonly owners: ReadonlyMap<number, number>
}

/** The components of speakers, by the keys of each. */
export function componentsBy({ from, values }: Lists<Uint32Array>): Components {
  const size = from.length - 1
  const sets = new Sets(size)
  const owners = new Map<number, number>()
  for (let n = 0; n < size; n++)
    for (let i = from[n]!; i < from[n + 1]!; i++) {
      const owner = owners.get(values[i]!)
      if (owner === undefined) owners.set(values[i]!, n)
      else sets.join(owner, n)
    }
  return { firstOf: Uint32Array.from({ length: size }, (_, n) => sets.find(n)), owners }
}

/** Speakers in lists of whole components, each of so many or with the component that makes it so many. Both are in order. */
export function* inBatches({ firstOf }: Components, size: number): Generator<readonly number[]> {
  const sizes = new Uint32Array(firstOf.length)
  for (const first of firstOf) sizes[first]!++
  const batchOf = new Uint32Array(firstOf.length)
  let [batches, count] = [0, 0]
  firstOf.forEach((first, n) => {
    if (first !== n) return void (batchOf[n] = batchOf[first]!)
    batchOf[n] = batches
    count += sizes[n]!
    if (count < size) return
    count = 0
    batches++
  })
  for (let batch = 0; batch <= batches; batch++) {
    const own: number[] = []
    for (let n = 0; n < batchOf.length; n++) if (batchOf[n] === batch) own.push(n)
    if (own.length > 0) yield own
  }
}
