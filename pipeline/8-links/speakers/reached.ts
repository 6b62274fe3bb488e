import { countWhile } from '../../model/bisect.ts'
import { Growing, GrowingLists, type Lists } from '../../model/columns.ts'
import type { Config } from '../../model/config.ts'
import type { Speaker } from '../../model/schema.ts'
import { hashOf } from '../pairs/hash.ts'
import type { Past } from '../past.ts'
import type { LinkSource } from '../source.ts'
import type { SpeakerColumns } from './speaker-columns.ts'
import { companyOf, namedOf, profileOf, type Named, type Profile } from './speakers-profile.ts'
import { speakerKeys } from './speakers.ts'

/** A speaker of an article as it is merged. */
export interface Member {
  readonly profile: Profile
  readonly descriptions: readonly string[]
}

/** The speakers of articles that are to be merged anew, in columns. */
export interface ReachedSpeakers {
  readonly article: Uint32Array
  /** Which of its article's speakers each is. */
  readonly place: Uint32Array
  /** The entry that it had; -1 where its article is new or has changed. */
  readonly entry: Int32Array
  /** 1 where it is a publication. */
  readonly publication: Uint8Array
  /** Hashes of its keys. */
  readonly keys: Lists<Uint32Array>
  /** The first ones, {@link AT_HAND} at most; to be merged the others are read once more. */
  readonly first: readonly Member[]
}

/** So many speakers reached are at hand: those of small changes are read once, those of many articles are not in memory all at once. */
const AT_HAND = 1 << 15

/** All that a change of some articles reaches. */
export interface Reached {
  readonly speakers: ReachedSpeakers
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
  const components = new Uint8Array(before.entries.size)
  const isReached = (entry: number) => components[before.componentOf[entry]!] === 1
  const speakers = new GrowingSpeakers()
  const from = new Uint32Array(was.length + 1)
  now.forEach((number, article) => {
    if (number < 0) for (let n = before.from[article]!; n < before.from[article + 1]!; n++) components[before.componentOf[before.entryOf[n]!]!] = 1
  })
  was.forEach((number, article) => {
    const count = number < 0 ? speakers.read(sources[article]!, article, () => -1, () => true, config) : before.from[number + 1]! - before.from[number]!
    from[article + 1] = from[article]! + count
  })
  for (const key of speakers.columns.keys.values) reachKey(before, key, components)
  was.forEach((number, article) => {
    if (number < 0) return
    const [start, end] = [before.from[number]!, before.from[number + 1]!]
    let n = start
    while (n < end && !isReached(before.entryOf[n]!)) n++
    if (n < end) speakers.read(sources[article]!, article, (place) => before.entryOf[start + place]!, isReached, config)
  })
  const sizes = new Uint32Array(before.entries.size)
  for (const entry of before.entryOf) sizes[entry]!++
  return { speakers: speakers.columns, entries: components.map((_, entry) => (isReached(entry) ? 1 : 0)), sizes, from }
}

/** {@link ReachedSpeakers} that grow, article by article. */
class GrowingSpeakers {
  readonly #article = new Growing<Uint32Array>(Uint32Array)
  readonly #place = new Growing<Uint32Array>(Uint32Array)
  readonly #entry = new Growing<Int32Array>(Int32Array)
  readonly #publication = new Growing<Uint8Array>(Uint8Array)
  readonly #keys = new GrowingLists<Uint32Array>(Uint32Array)
  readonly #first: Member[] = []

  /** Adds those of an article's speakers whose former entries are reached, and gives how many speakers it has. */
  read(source: LinkSource, article: number, entryOf: (place: number) => number, isReached: (entry: number) => boolean, config: Config): number {
    const speakers = source.speakers()
    const company = companyOf(speakers)
    speakers.forEach((speaker, place) => {
      const entry = entryOf(place)
      if (!isReached(entry)) return
      this.#article.push(article)
      this.#place.push(place)
      this.#entry.push(entry)
      this.#publication.push(Number(speaker.kind === 'publication'))
      this.#keys.add(speakerKeys(this.#named(source.article, speaker, company), config).map(hashOf))
    })
    return speakers.length
  }

  #named(article: string, speaker: Speaker, company: Profile['company']): Named {
    if (this.#first.length === AT_HAND) return namedOf(speaker)
    const profile = profileOf(article, speaker, company)
    this.#first.push({ profile, descriptions: speaker.descriptions })
    return profile
  }

  get columns(): ReachedSpeakers {
    return { article: this.#article.values, place: this.#place.values, entry: this.#entry.values, publication: this.#publication.values, keys: this.#keys.lists, first: this.#first }
  }
}

/** Marks the component that has a key, if one has. */
function reachKey({ keys, keyComponents }: SpeakerColumns, key: number, components: Uint8Array): void {
  const at = countWhile(keys.length, (i) => keys[i]! < key)
  if (keys[at] === key) components[keyComponents[at]!] = 1
}
