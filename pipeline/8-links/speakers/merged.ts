import type { Config } from '../../model/config.ts'
import type { RegisteredSpeaker } from '../../model/schema.ts'
import type { LinkSpeaker } from '../row.ts'
import { linkSpeakerOf } from './link-speakers.ts'
import type { Reached, ReachedSpeaker } from './reached.ts'
import type { SpeakerColumns } from './speaker-columns.ts'
import type { Profile } from './speakers-profile.ts'
import { mergedOf } from './speakers.ts'

/** An entry that was merged anew. */
export interface MergedEntry {
  /** The entry, or its former number where it is the same. */
  readonly row: RegisteredSpeaker | number
  readonly tied: LinkSpeaker
  readonly members: readonly ReachedSpeaker[]
}

/** The entries of the speakers reached, in the registry's order. */
export function mergeReached({ speakers, sizes }: Reached, before: SpeakerColumns, config: Config): readonly MergedEntry[] {
  const byProfile = new Map<Profile, ReachedSpeaker>()
  for (const speaker of speakers) byProfile.set(speaker.profile, speaker)
  return mergedOf(speakers.map(({ profile }) => profile), config).map(({ entry, members: profiles }) => {
    const members = profiles.map((profile) => byProfile.get(profile)!)
    const was = formerEntry(members, sizes)
    const former = before.entries[was]
    // Of the same members by the same name the aliases are the same, and so is how they are known.
    if (former?.id === entry.id && former.name === entry.name) return { row: was, tied: former, members }
    return { row: entry, tied: linkSpeakerOf(entry, descriptionsOf(members)), members }
  })
}

function descriptionsOf(members: readonly ReachedSpeaker[]): readonly string[] {
  const all: string[] = []
  for (const { descriptions } of members) all.push(...descriptions)
  return all
}

/** The former entry that had exactly these members, none of whose articles has changed; -1 if none had. */
function formerEntry(members: readonly ReachedSpeaker[], sizes: Uint32Array): number {
  const { entry } = members[0]!
  return entry >= 0 && sizes[entry] === members.length && members.every((member) => member.entry === entry) ? entry : -1
}
