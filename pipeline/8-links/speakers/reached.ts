import { countWhile } from '../../model/bisect.ts'
import { Growing, newColumn } from '../../model/columns.ts'
import type { Config } from '../../model/config.ts'
import type { Speaker } from '../../model/schema.ts'
import { SortedRows } from '../../model/sorted-rows.ts'
import { hashOf } from '../../model/hash.ts'
import type { Past } from '../past.ts'
import type { LinkSource } from '../source.ts'
import { componentsBy, type Components } from './components.ts'
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
  /** The first ones of a change, {@link AT_HAND} at most; to be merged the others are read once more. */
  readonly first: readonly Member[]
}

/** So many speakers reached by a change are at hand: those of small changes are read once, those of many articles are not in memory all at once. */
const AT_HAND = 1 << 15

/** All that a change of some articles reaches. */
export interface Reached {
  readonly speakers: ReachedSpeakers
  readonly components: Components
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
  const marked = newColumn(Uint8Array, before.entries.size)
  const isReached = (entry: number) => marked[before.componentOf[entry]!] === 1
  const speakers = new GrowingSpeakers(now.length === 0 ? 0 : AT_HAND, (key) => reachKey(before, key, marked))
  const from = newColumn(Uint32Array, was.length + 1)
  now.forEach((number, article) => {
    if (number < 0) for (let n = before.from[article]!; n < before.from[article + 1]!; n++) marked[before.componentOf[before.entryOf[n]!]!] = 1
  })
  was.forEach((number, article) => {
    const count = number < 0 ? speakers.read(sources[article]!, article, () => -1, () => true, config) : before.from[number + 1]! - before.from[number]!
    from[article + 1] = from[article]! + count
  })
  was.forEach((number, article) => {
    if (number < 0) return
    const [start, end] = [before.from[number]!, before.from[number + 1]!]
    let n = start
    while (n < end && !isReached(before.entryOf[n]!)) n++
    if (n < end) speakers.read(sources[article]!, article, (place) => before.entryOf[start + place]!, isReached, config)
  })
  const sizes = newColumn(Uint32Array, before.entries.size)
  for (const entry of before.entryOf) sizes[entry]!++
  return { ...speakers.settled(), entries: marked.map((_, entry) => (isReached(entry) ? 1 : 0)), sizes, from }
}

/** {@link ReachedSpeakers} that grow, article by article, and rows of the hash of a key and a speaker that has it. */
class GrowingSpeakers {
  readonly #article = new Growing<Uint32Array>(Uint32Array)
  readonly #place = new Growing<Uint32Array>(Uint32Array)
  readonly #entry = new Growing<Int32Array>(Int32Array)
  readonly #publication = new Growing<Uint8Array>(Uint8Array)
  readonly #keys = new SortedRows(2, 2 ** 32, true)
  readonly #first: Member[] = []

  /** So many are at hand; `onNewKey` is told the hash of each key of a speaker without a former entry. */
  constructor(
    private readonly atHand: number,
    private readonly onNewKey: (key: number) => void,
  ) {}

  /** Adds those of an article's speakers whose former entries are reached, and gives how many speakers it has. */
  read(source: LinkSource, article: number, entryOf: (place: number) => number, isReached: (entry: number) => boolean, config: Config): number {
    const speakers = source.speakers()
    const company = companyOf(speakers)
    speakers.forEach((speaker, place) => {
      const entry = entryOf(place)
      if (!isReached(entry)) return
      for (const key of speakerKeys(this.#named(source.article, speaker, company), config).map(hashOf)) {
        this.#keys.add(key, this.#article.size)
        if (entry < 0) this.onNewKey(key)
      }
      this.#article.push(article)
      this.#place.push(place)
      this.#entry.push(entry)
      this.#publication.push(Number(speaker.kind === 'publication'))
    })
    return speakers.length
  }

  #named(article: string, speaker: Speaker, company: Profile['company']): Named {
    if (this.#first.length === this.atHand) return namedOf(speaker)
    const profile = profileOf(article, speaker, company)
    this.#first.push({ profile, descriptions: speaker.descriptions })
    return profile
  }

  /** Those that were read, once none is read any more, and the components that their keys make. */
  settled(): Pick<Reached, 'speakers' | 'components'> {
    const speakers = { article: this.#article.settled(), place: this.#place.settled(), entry: this.#entry.settled(), publication: this.#publication.settled(), first: this.#first }
    return { speakers, components: componentsBy(this.#keys, this.#article.size) }
  }
}

/** Marks the component that has a key, if one has. */
function reachKey({ keys, keyComponents }: SpeakerColumns, key: number, marked: Uint8Array): void {
  const at = countWhile(keys.length, (i) => keys[i]! < key)
  if (keys[at] === key) marked[keyComponents[at]!] = 1
}
