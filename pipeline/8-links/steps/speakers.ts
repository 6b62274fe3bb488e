import type { Config } from '../../model/config.ts'
import type { RegisteredSpeaker, Speaker } from '../../model/schema.ts'
import type { LinkInput } from '../input.ts'
import type { LinkSpeaker } from '../row.ts'
import { linkSpeakers } from '../speakers/link-speakers.ts'
import { mergeProfiles, profilesOf, speakerKeys } from '../speakers/speakers.ts'
import { profileOf } from '../speakers/speakers-profile.ts'

/** A speaker of one article with what merging needs to know of it. Plain JSON. */
export interface SpeakerRow {
  readonly article: string
  readonly speaker: Speaker
  /** Folded names of the people in the article. */
  readonly company: readonly string[]
  /** Speakers that may be one share a key, or are joined by others that do; who has none is alone. */
  readonly keys: readonly string[]
}

/** A speaker of the registry, and how the claims of its members know it. */
export interface MergedSpeaker {
  readonly entry: RegisteredSpeaker
  readonly tied: LinkSpeaker
}

/** The speakers of an article as rows. */
export function speakerRows({ article, speakers }: Pick<LinkInput, 'article' | 'speakers'>, config: Config): readonly SpeakerRow[] {
  return profilesOf({ article, speakers }).map((profile, i) => ({ article, speaker: { ...speakers[i]!, mentions: [] }, company: [...profile.company()], keys: [...new Set(speakerKeys(profile, config))] }))
}

/** The registry's entries of one component of rows that share keys, in whatever order the rows come. */
export function mergeSpeakerRows(rows: readonly SpeakerRow[], config: Config): readonly MergedSpeaker[] {
  const registry = mergeProfiles(rows.map(({ article, speaker, company }) => {
    const others = new Set(company)
    return profileOf(article, speaker, () => others)
  }), config)
  const known = linkSpeakers(registry, rows.map(({ article, speaker }) => ({ article, speakers: [speaker] })))
  return registry.map((entry) => ({ entry, tied: known.get(`${entry.members[0]!.article}\n${entry.members[0]!.speaker}`)! }))
}
