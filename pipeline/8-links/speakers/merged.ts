import { Growing, GrowingLists, type Lists } from '../../model/columns.ts'
import type { Config } from '../../model/config.ts'
import type { RegisteredSpeaker, Speaker } from '../../model/schema.ts'
import { KeptTexts } from '../../model/kept-texts.ts'
import type { LinkSource } from '../source.ts'
import { inBatches } from './components.ts'
import { GrowingEntries, type Entries } from './entries.ts'
import { inOrder } from './in-order.ts'
import { linkSpeakerOf } from './link-speakers.ts'
import type { Member, Reached, ReachedSpeakers } from './reached.ts'
import type { SpeakerColumns } from './speaker-columns.ts'
import { companyOf, profileOf, type Profile } from './speakers-profile.ts'
import { mergedOf, type Ordered } from './speakers.ts'

/** Entries that were merged anew, by number. */
export interface Merged {
  /** The former number of each that is the same; -1 of the others. */
  readonly was: Int32Array
  /** The numbers of the others, in the registry's order. */
  readonly anew: Uint32Array
  readonly entries: Entries
  /** The speakers reached that are members of each. */
  readonly members: Lists<Uint32Array>
  /** Those that are not the same as they are written. */
  readonly rows: KeptRows
}

/** About so many speakers are merged at once: what is compared of them is in memory. */
const AT_ONCE = 1 << 12

/** The entries of the speakers reached, component by component. */
export function mergeReached(sources: readonly LinkSource[], { speakers, components, sizes }: Reached, before: SpeakerColumns, config: Config): Merged {
  const [entries, members, was] = [new GrowingEntries(), new GrowingLists<Uint32Array>(Uint32Array), new Growing<Int32Array>(Int32Array)]
  const rows = new KeptRows()
  const anew = new GrowingLists<Uint32Array>(Uint32Array)
  for (const batch of inBatches(components, AT_ONCE)) {
    const read = membersOf(sources, speakers, batch)
    const placeOf = new Map(read.map(({ profile }, i) => [profile, i]))
    const others: number[] = []
    for (const { entry, members: profiles } of mergedOf(read.map(({ profile }) => profile), config)) {
      const own = profiles.map((profile) => placeOf.get(profile)!)
      const numbers = own.map((i) => batch[i]!)
      const former = formerEntry(numbers, speakers, sizes)
      const isSame = former >= 0 && isKnownAs(before.entries.at(former), entry)
      if (isSame) entries.addSome(before.entries, former, former + 1)
      else {
        entries.add(linkSpeakerOf(entry, own.flatMap((i) => read[i]!.descriptions)))
        others.push(was.size)
      }
      rows.add(isSame ? null : entry)
      was.push(isSame ? former : -1)
      members.add(numbers)
    }
    anew.add(others)
  }
  const merged = entries.entries
  return { was: was.settled(), anew: inOrder(anew.lists, merged), entries: merged, members: members.settled(), rows }
}

/** Rows by number, out of the way until they are written. */
class KeptRows {
  readonly #texts = new KeptTexts()
  readonly #places = new Growing<Float64Array>(Float64Array)

  add(row: RegisteredSpeaker | null): void {
    this.#places.push(row === null ? -1 : this.#texts.add(JSON.stringify(row)))
  }

  at(n: number): RegisteredSpeaker {
    return JSON.parse(this.#texts.at(this.#places.at(n))) as RegisteredSpeaker
  }
}

/** Some of the speakers reached, which are in order. */
function membersOf(sources: readonly LinkSource[], { article, place, first }: ReachedSpeakers, numbers: Uint32Array): readonly Member[] {
  let [read, speakers, company]: [number, readonly Speaker[], Profile['company']] = [-1, [], companyOf([])]
  return Array.from(numbers, (number) => {
    if (number < first.length) return first[number]!
    const source = sources[article[number]!]!
    if (article[number] !== read) {
      read = article[number]!
      speakers = source.speakers()
      company = companyOf(speakers)
    }
    const speaker = speakers[place[number]!]!
    return { profile: profileOf(source.article, speaker, company), descriptions: speaker.descriptions }
  })
}

/** The former entry that had exactly these members, none of whose articles has changed; -1 if none had. */
function formerEntry(members: readonly number[], { entry }: ReachedSpeakers, sizes: Uint32Array): number {
  const former = entry[members[0]!]!
  return former >= 0 && sizes[former] === members.length && members.every((member) => entry[member] === former) ? former : -1
}

/** Whether an entry of the same members is known the same: by the same name the aliases are the same, and so is how they are known. */
const isKnownAs = (former: Ordered, { id, name }: Ordered) => former.id === id && former.name === name
