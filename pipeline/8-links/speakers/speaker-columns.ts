import type { Kept } from '../past.ts'
import type { LinkSpeaker } from '../row.ts'

/**
 * The speakers of a corpus in columns, as a run keeps them for the next. Entries whose speakers share keys (see {@link speakerKeys}), directly or by
 * others, are one component, which goes by the number of its first entry. Keys are compared by their hashes: two components that meet by a chance hash
 * are one here and are merged in one go, which gives each the same entries as merging it alone.
 */
export interface SpeakerColumns {
  /** The entries in the registry's order, as the claims of their members know them. */
  readonly entries: readonly LinkSpeaker[]
  /** By article: where its speakers begin; one more at the end. */
  readonly from: Uint32Array
  /** By speaker, in the order of articles: its entry. */
  readonly entryOf: Uint32Array
  /** By entry. */
  readonly componentOf: Uint32Array
  /** The hashes of all keys, ascending, and the component that has each. */
  readonly keys: Uint32Array
  readonly keyComponents: Uint32Array
}

/** The columns of no articles. */
export const NO_SPEAKERS: SpeakerColumns = { entries: [], from: new Uint32Array(1), entryOf: new Uint32Array(), componentOf: new Uint32Array(), keys: new Uint32Array(), keyComponents: new Uint32Array() }

/** What the next run is to know. */
export const keptSpeakers = ({ entries, from, entryOf, componentOf, keys, keyComponents }: SpeakerColumns): Kept => ({
  numbers: { speakersFrom: from, speakersEntry: entryOf, speakersComponent: componentOf, speakersKey: keys, speakersKeyComponent: keyComponents },
  lists: { speakersEntries: entries },
})

/** The columns of {@link keptSpeakers}. */
export function speakerColumns({ numbers, lists }: Kept): SpeakerColumns {
  const column = (name: string) => numbers[name] as Uint32Array
  return {
    entries: lists.speakersEntries as readonly LinkSpeaker[],
    from: column('speakersFrom'),
    entryOf: column('speakersEntry'),
    componentOf: column('speakersComponent'),
    keys: column('speakersKey'),
    keyComponents: column('speakersKeyComponent'),
  }
}
