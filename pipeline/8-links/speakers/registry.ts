import type { Config } from '../../model/config.ts'
import type { RegisteredSpeaker } from '../../model/schema.ts'
import { Sets } from '../origins/sets.ts'
import type { Kept, Past } from '../past.ts'
import type { LinkSpeaker } from '../row.ts'
import type { LinkSource } from '../source.ts'
import { knownAsBefore, type KnownAsBefore } from './known-before.ts'
import { mergeReached, type MergedEntry } from './merged.ts'
import { reachedSpeakers, type Reached } from './reached.ts'
import { keptSpeakers, NO_SPEAKERS, speakerColumns, type SpeakerColumns } from './speaker-columns.ts'
import { isBefore } from './speakers.ts'

/** The speakers of the corpus: the registry, how each speaker of each article is known in it, and how far that is as it was. */
export interface CorpusSpeakers extends KnownAsBefore {
  /**
   * The registry in its order (by name, then id; exactly that of {@link mergeSpeakers}): an entry, or the number that it had in the registry of the
   * earlier run (its line in `links/speakers.jsonl`), where it is the same entry in every field and all its members' articles are as they were.
   */
  readonly rows: readonly (RegisteredSpeaker | number)[]
  /** How the claims of its members know each entry, by its number in `rows`; see {@link linkSpeakerOf}. */
  readonly entries: readonly LinkSpeaker[]
  /** Where the speakers of each article begin, articles in order of `sources`; one more at the end. */
  readonly from: Uint32Array
  /** The entry of each speaker of each article, in the order of its article's speakers. */
  readonly entryOf: Uint32Array
  /** What the next run is to know. */
  readonly kept: Kept
}

/**
 * Merges the speakers of articles, which come in the order of their ids: all of them without a past, else those that a change reaches. The answer is
 * the same, since speakers that may be one are in one component. Time grows with the speakers reached; of the others columns of numbers are gone through.
 */
export function corpusSpeakers(sources: readonly LinkSource[], config: Config, past: Past | null): CorpusSpeakers {
  const { kept, was, now } = past ?? { kept: keptSpeakers(NO_SPEAKERS), was: new Int32Array(sources.length).fill(-1), now: new Int32Array() }
  const before = speakerColumns(kept)
  const reached = reachedSpeakers(sources, config, before, { was, now })
  const merged = mergeReached(reached, before, config)
  const order = orderOf(before.entries, reached.entries, merged)
  const columns = columnsOf({ before, was, reached, merged, order })
  return {
    rows: Array.from(order, (at) => (at >= 0 ? at : merged[~at]!.row)),
    entries: columns.entries,
    from: columns.from,
    entryOf: columns.entryOf,
    ...knownAsBefore({ was, merged, before, now: columns }),
    kept: keptSpeakers(columns),
  }
}

/** The registry's order: the former number of an entry that was not reached; of one merged anew its place among these, inverted (`~`). */
function orderOf(entries: readonly LinkSpeaker[], reached: Uint8Array, merged: readonly MergedEntry[]): Int32Array {
  const order = new Int32Array(entries.length + merged.length)
  let [n, next] = [0, 0]
  for (let former = 0; former < entries.length; former++) {
    if (reached[former] === 1) continue
    while (next < merged.length && isBefore(merged[next]!.tied, entries[former]!)) order[n++] = ~next++
    order[n++] = former
  }
  while (next < merged.length) order[n++] = ~next++
  return order.slice(0, n)
}

interface Parts {
  readonly before: SpeakerColumns
  readonly was: Int32Array
  readonly reached: Reached
  readonly merged: readonly MergedEntry[]
  readonly order: Int32Array
}

function columnsOf({ before, was, reached, merged, order }: Parts): SpeakerColumns {
  const numberOf = new Uint32Array(before.entries.length)
  const numbers = new Uint32Array(merged.length)
  order.forEach((at, n) => (at >= 0 ? (numberOf[at] = n) : (numbers[~at] = n)))
  const { from } = reached
  const entryOf = new Uint32Array(from.at(-1)!)
  was.forEach((article, now) => {
    if (article < 0) return
    for (let n = from[now]!, m = before.from[article]!; n < from[now + 1]!; n++, m++) entryOf[n] = numberOf[before.entryOf[m]!]!
  })
  merged.forEach(({ members }, i) => {
    for (const { article, place } of members) entryOf[from[article]! + place] = numbers[i]!
  })
  const entries = Array.from(order, (at) => (at >= 0 ? before.entries[at]! : merged[~at]!.tied))
  const { component, keyOwners } = componentsOf(merged)
  const componentOf = order.map((at) => (at >= 0 ? numberOf[before.componentOf[at]!]! : numbers[component[~at]!]!))
  return { entries, from, entryOf, componentOf: Uint32Array.from(componentOf), ...joinedKeys(before, reached.entries, numberOf, keyOwners, (i) => numbers[component[i]!]!) }
}

/** Of entries merged anew, the first of the component of each, and by hash of a key an entry that has it. */
function componentsOf(merged: readonly MergedEntry[]) {
  const sets = new Sets(merged.length)
  const keyOwners = new Map<number, number>()
  merged.forEach(({ members }, i) => {
    for (const { keys } of members)
      for (const key of keys) {
        const owner = keyOwners.get(key)
        if (owner === undefined) keyOwners.set(key, i)
        else if (owner !== i) sets.join(owner, i)
      }
  })
  return { component: Int32Array.from(merged, (_, i) => sets.find(i)), keyOwners }
}

/** The keys of components that were not reached, and of those merged anew. */
function joinedKeys(before: SpeakerColumns, reached: Uint8Array, numberOf: Uint32Array, owners: ReadonlyMap<number, number>, componentOf: (entry: number) => number) {
  const added = Uint32Array.from(owners.keys()).sort()
  const keys = new Uint32Array(before.keys.length + added.length)
  const keyComponents = new Uint32Array(keys.length)
  let [n, next] = [0, 0]
  const add = (key: number, component: number) => {
    keys[n] = key
    keyComponents[n++] = component
  }
  const addUpTo = (end: number) => {
    for (; next < added.length && added[next]! < end; next++) add(added[next]!, componentOf(owners.get(added[next]!)!))
  }
  before.keys.forEach((key, i) => {
    const component = before.keyComponents[i]!
    if (reached[component] === 1) return
    addUpTo(key)
    add(key, numberOf[component]!)
  })
  addUpTo(Infinity)
  return { keys: keys.slice(0, n), keyComponents: keyComponents.slice(0, n) }
}
