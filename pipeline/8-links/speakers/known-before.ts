import { columnOf, listAt } from '../../model/columns.ts'
import type { Merged } from './merged.ts'
import type { ReachedSpeakers } from './reached.ts'
import type { SpeakerColumns, SpeakersToKeep } from './speaker-columns.ts'

/** How far the speakers of articles are known as they were before. */
export interface KnownAsBefore {
  /** By article: 1 where it is as it was and each of its speakers is known by an equal `LinkSpeaker` as before; all 0 without a past. */
  readonly stands: Uint8Array
  /** By article: 1 where it is as it was, and what is known otherwise of some of its speakers tells nothing of the claims of others: the same of them are one, and no publication is among them. */
  readonly others: Uint8Array
  /** By entry of the registry: 1 where a speaker of an article that is as it was is in it, who was known otherwise. */
  readonly altered: Uint8Array
}

/** What was merged, and what is known now. */
interface Known {
  /** By article, the number that it had; -1 of one that is new or has changed. */
  readonly was: Int32Array
  readonly speakers: ReachedSpeakers
  readonly merged: Merged
  readonly before: SpeakerColumns
  readonly now: Pick<SpeakersToKeep, 'entries' | 'from' | 'entryOf'>
}

/** See {@link KnownAsBefore}: nobody but the speakers merged anew is known otherwise than before. */
export function knownAsBefore({ was, speakers, merged, before, now }: Known): KnownAsBefore {
  const stands = columnOf(Uint8Array, was.length, (article) => Number(was[article]! >= 0))
  const others = stands.slice()
  const altered = new Uint8Array(now.entries.size)
  const isKnown = (entry: number, member: number) => speakers.entry[member]! < 0 || before.entries.isSame(speakers.entry[member]!, merged.entries, entry)
  merged.was.forEach((former, entry) => {
    if (former >= 0) return
    for (const member of listAt(merged.members, entry)) {
      if (isKnown(entry, member)) continue
      const article = speakers.article[member]!
      stands[article] = 0
      altered[now.entryOf[now.from[article]! + speakers.place[member]!]!] = 1
      if (speakers.publication[member] === 1 || !isWithTheSame(speakers, member, was[article]!, before, now)) others[article] = 0
    }
  })
  return { stands, others, altered }
}

/** Whether a speaker is one with the same speakers of its article as before, where the article had the number `was`. */
function isWithTheSame({ article, place, entry }: ReachedSpeakers, member: number, was: number, before: SpeakerColumns, now: Known['now']): boolean {
  const [then, since, end] = [before.from[was]!, now.from[article[member]!]!, now.from[article[member]! + 1]!]
  for (let i = 0; i < end - since; i++) if ((before.entryOf[then + i] === entry[member]) !== (now.entryOf[since + i] === now.entryOf[since + place[member]!])) return false
  return true
}
