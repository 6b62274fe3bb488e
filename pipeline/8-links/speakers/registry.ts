import { countWhile } from '../../model/bisect.ts'
import { Growing, listAt, newColumn } from '../../model/columns.ts'
import type { Config } from '../../model/config.ts'
import { FiledColumn } from '../../model/filed-column.ts'
import type { Rows } from '../../model/rows.ts'
import type { RegisteredSpeaker } from '../../model/schema.ts'
import type { Past, ToKeep } from '../past.ts'
import type { LinkSource } from '../source.ts'
import type { Components } from './components.ts'
import { GrowingEntries, type Entries } from './entries.ts'
import { knownAsBefore, type KnownAsBefore } from './known-before.ts'
import { mergeReached, type Merged } from './merged.ts'
import { reachedSpeakers, type Reached } from './reached.ts'
import { keptSpeakers, NO_SPEAKERS, speakerColumns, type SpeakerColumns, type SpeakersToKeep } from './speaker-columns.ts'
import { isBefore } from './speakers.ts'

/** The speakers of the corpus: the registry, how each speaker of each article is known in it, and how far that is as it was. */
export interface CorpusSpeakers extends KnownAsBefore {
  /**
   * The registry in its order (by name, then id; exactly that of {@link mergeSpeakers}): an entry, or the number that it had in the registry of the
   * earlier run (its line in `links/speakers.jsonl`), where it is the same entry in every field and all its members' articles are as they were.
   */
  readonly rows: Iterable<RegisteredSpeaker | number> & { readonly length: number }
  /** How the claims of its members know each entry, by its number in `rows`; see {@link linkSpeakerOf}. */
  readonly entries: Entries
  /** Where the speakers of each article begin, articles in order of `sources`; one more at the end. */
  readonly from: Uint32Array
  /** The entry of each speaker of each article, in the order of its article's speakers. */
  readonly entryOf: Uint32Array
  /** What the next run is to know. */
  readonly kept: ToKeep
}

/**
 * Merges the speakers of articles, which come in the order of their ids: all of them without a past, else those that a change reaches. The answer is
 * the same, since speakers that may be one are in one component. Time grows with the speakers reached; of the others columns of numbers are gone through.
 */
export function corpusSpeakers(sources: readonly LinkSource[], config: Config, past: Past | null): CorpusSpeakers {
  const { was, now } = past ?? { was: new Int32Array(sources.length).fill(-1), now: new Int32Array() }
  const before = past === null ? NO_SPEAKERS : speakerColumns(past.kept)
  const reached = reachedSpeakers(sources, config, before, { was, now })
  const merged = mergeReached(sources, reached, before, config)
  const order = orderOf(before.entries, reached.entries, merged)
  const columns = columnsOf({ before, was, reached, merged, order })
  return {
    rows: rowsIn(order, merged),
    entries: columns.entries,
    from: columns.from,
    entryOf: columns.entryOf,
    ...knownAsBefore({ was, speakers: reached.speakers, merged, before, now: columns }),
    kept: keptSpeakers(columns),
  }
}

const rowsIn = (order: Int32Array, { was, rows }: Pick<Merged, 'was' | 'rows'>): CorpusSpeakers['rows'] => ({
  length: order.length,
  *[Symbol.iterator]() {
    for (const at of order) yield at >= 0 ? at : was[~at]! >= 0 ? was[~at]! : rows.at(~at)
  },
})

/**
 * The registry's order: the former number of an entry that was not reached; of one merged anew its number among these, inverted (`~`). Who is the same
 * stands among the others that are as it did.
 */
function orderOf(before: Entries, reached: Uint8Array, { was, anew, entries }: Merged): Int32Array {
  const since = newColumn(Int32Array, before.size).fill(-1)
  was.forEach((former, entry) => former >= 0 && (since[former] = entry))
  const places = anew.map((entry) => countWhile(before.size, (former) => isBefore(before.at(former), entries.at(entry))))
  const order = new Growing<Int32Array>(Int32Array)
  let next = 0
  for (let former = 0; former <= before.size; former++) {
    while (places[next] === former) order.push(~anew[next++]!)
    if (former < before.size && reached[former] === 0) order.push(former)
    else if (since[former]! >= 0) order.push(~since[former]!)
  }
  return order.settled()
}

interface Parts {
  readonly before: SpeakerColumns
  readonly was: Int32Array
  readonly reached: Reached
  readonly merged: Merged
  readonly order: Int32Array
}

function columnsOf({ before, was, reached, merged, order }: Parts): SpeakersToKeep {
  const numberOf = newColumn(Uint32Array, before.entries.size)
  const numbers = newColumn(Uint32Array, merged.entries.size)
  order.forEach((at, n) => (at >= 0 ? (numberOf[at] = n) : (numbers[~at] = n)))
  const { from, components, speakers: { article, place } } = reached
  const entryOf = newColumn(Uint32Array, from.at(-1)!)
  was.forEach((former, now) => {
    if (former < 0) return
    for (let n = from[now]!, m = before.from[former]!; n < from[now + 1]!; n++, m++) entryOf[n] = numberOf[before.entryOf[m]!]!
  })
  numbers.forEach((number, i) => {
    for (const member of listAt(merged.members, i)) entryOf[from[article[member]!]! + place[member]!] = number
  })
  const componentOf = componentNumbers(components, merged.members, numbers)
  return {
    entries: entriesIn(order, before.entries, merged.entries),
    from,
    entryOf,
    componentOf: filedOf(order, (at) => (at >= 0 ? numberOf[before.componentOf[at]!]! : componentOf(merged.members.values[merged.members.from[~at]!]!))),
    ...joinedKeys(before, reached.entries, numberOf, components.owners, componentOf),
  }
}

/** A number of each place in an order, put away. */
function filedOf(order: Int32Array, numberOf: (at: number) => number): FiledColumn<Uint32Array> {
  const column = new FiledColumn(Uint32Array)
  for (const at of order) column.push(numberOf(at))
  return column
}

/** Entries in their order. */
function entriesIn(order: Int32Array, before: Entries, merged: Entries): Entries {
  const entries = new GrowingEntries()
  for (let i = 0; i < order.length; ) {
    const [at, first] = [order[i]!, i++]
    if (at < 0) entries.addSome(merged, ~at, ~at + 1)
    else {
      while (order[i] === at + i - first) i++ // those that follow one another at once
      entries.addSome(before, at, at + i - first)
    }
  }
  return entries.entries
}

/** By speaker reached, the number of the first entry of its component. */
function componentNumbers({ firstOf }: Components, { from, values }: Merged['members'], numbers: Uint32Array): (speaker: number) => number {
  const least = newColumn(Uint32Array, firstOf.length).fill(2 ** 32 - 1)
  numbers.forEach((number, entry) => {
    const first = firstOf[values[from[entry]!]!]!
    least[first] = Math.min(least[first]!, number)
  })
  return (speaker) => least[firstOf[speaker]!]!
}

/** The keys of components that were not reached, and of those merged anew. */
function joinedKeys(before: SpeakerColumns, reached: Uint8Array, numberOf: Uint32Array, owners: Rows, componentOf: (speaker: number) => number): Pick<SpeakersToKeep, 'keys' | 'keyComponents'> {
  const [keys, keyComponents] = [new FiledColumn(Uint32Array), new FiledColumn(Uint32Array)]
  const add = (key: number, component: number) => {
    keys.push(key)
    keyComponents.push(component)
  }
  let next = 0
  const addBefore = (end: number) => {
    for (; next < before.keys.length && before.keys[next]! < end; next++) {
      const component = before.keyComponents[next]!
      if (reached[component] === 0) add(before.keys[next]!, numberOf[component]!)
    }
  }
  for (const piece of owners.pieces()) {
    const [key, speaker] = piece as [Uint32Array, Uint32Array]
    for (let i = 0; i < key.length; i++) {
      addBefore(key[i]!)
      add(key[i]!, componentOf(speaker[i]!))
    }
  }
  addBefore(Infinity)
  return { keys, keyComponents }
}
