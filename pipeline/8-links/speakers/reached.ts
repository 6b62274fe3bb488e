import { countWhile } from '../../model/bisect.ts'
import type { Config } from '../../model/config.ts'
import { hashOf } from '../pairs/hash.ts'
import type { Past } from '../past.ts'
import type { LinkSource } from '../source.ts'
import type { SpeakerColumns } from './speaker-columns.ts'
import { companyOf, profileOf, type Profile } from './speakers-profile.ts'
import { speakerKeys } from './speakers.ts'

/** A speaker of an article that is to be merged anew. */
export interface ReachedSpeaker {
  readonly profile: Profile
  readonly descriptions: readonly string[]
  /** Hashes of its keys. */
  readonly keys: readonly number[]
  readonly article: number
  /** Which of its article's speakers it is. */
  readonly place: number
  /** The entry that it had; -1 where its article is new or has changed. */
  readonly entry: number
}

/** All that a change of some articles reaches. */
export interface Reached {
  readonly speakers: readonly ReachedSpeaker[]
  /** By former entry: 1 where it is reached, and then how many members it had. */
  readonly entries: Uint8Array
  readonly sizes: Uint32Array
  /** By article: where its speakers begin now; one more at the end. */
  readonly from: Uint32Array
}

/**
 * The speakers of articles that are new or changed, and all that are in a component with one of those, or with one of an article that is gone or as it
 * was before it changed. Only the articles of these are asked for their speakers.
 */
export function reachedSpeakers(sources: readonly LinkSource[], config: Config, before: SpeakerColumns, { was, now }: Pick<Past, 'was' | 'now'>): Reached {
  const components = new Uint8Array(before.entries.length)
  const isReached = (entry: number) => components[before.componentOf[entry]!] === 1
  const speakers: ReachedSpeaker[] = []
  const from = new Uint32Array(sources.length + 1)
  now.forEach((number, article) => {
    if (number < 0) for (let n = before.from[article]!; n < before.from[article + 1]!; n++) components[before.componentOf[before.entryOf[n]!]!] = 1
  })
  was.forEach((number, article) => {
    const count = number < 0 ? readSpeakers(sources[article]!, article, () => -1, () => true, config, speakers) : before.from[number + 1]! - before.from[number]!
    from[article + 1] = from[article]! + count
  })
  for (const { keys } of speakers) for (const key of keys) reachKey(before, key, components)
  was.forEach((number, article) => {
    if (number < 0) return
    const [start, end] = [before.from[number]!, before.from[number + 1]!]
    let n = start
    while (n < end && !isReached(before.entryOf[n]!)) n++
    if (n < end) readSpeakers(sources[article]!, article, (place) => before.entryOf[start + place]!, isReached, config, speakers)
  })
  const sizes = new Uint32Array(before.entries.length)
  for (const entry of before.entryOf) sizes[entry]!++
  return { speakers, entries: components.map((_, entry) => (isReached(entry) ? 1 : 0)), sizes, from }
}

/** Adds those of an article's speakers whose former entries are reached, and gives how many speakers it has. */
function readSpeakers(source: LinkSource, article: number, entryOf: (place: number) => number, isReached: (entry: number) => boolean, config: Config, into: ReachedSpeaker[]): number {
  const speakers = source.speakers()
  const company = companyOf(speakers)
  speakers.forEach((speaker, place) => {
    const entry = entryOf(place)
    if (!isReached(entry)) return
    const profile = profileOf(source.article, speaker, company)
    into.push({ profile, descriptions: speaker.descriptions, keys: speakerKeys(profile, config).map(hashOf), article, place, entry })
  })
  return speakers.length
}

/** Marks the component that has a key, if one has. */
function reachKey({ keys, keyComponents }: SpeakerColumns, key: number, components: Uint8Array): void {
  const at = countWhile(keys.length, (i) => keys[i]! < key)
  if (keys[at] === key) components[keyComponents[at]!] = 1
}
