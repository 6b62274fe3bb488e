import { wholeOf, type Lists, type SlicedColumn } from '../../model/columns.ts'
import type { FiledColumn } from '../../model/filed-column.ts'
import { FiledLists } from '../../model/filed-lists.ts'
import type { Kept, ToKeep } from '../past.ts'
import { Entries } from './entries.ts'

/**
 * The speakers of a corpus in columns, as a run keeps them for the next. Entries whose speakers share keys (see {@link speakerKeys}), directly or by
 * others, are one component, which goes by the number of its first entry. Keys are compared by their hashes: two components that meet by a chance hash
 * are one here and are merged in one go, which gives each the same entries as merging it alone.
 */
export interface SpeakerColumns {
  /** The entries in the registry's order. */
  readonly entries: Entries
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

/** The same of the run that keeps them: what only the next run asks for is out of the way. */
export interface SpeakersToKeep extends Pick<SpeakerColumns, 'entries' | 'from' | 'entryOf'> {
  readonly componentOf: FiledColumn<Uint32Array>
  readonly keys: FiledColumn<Uint32Array>
  readonly keyComponents: FiledColumn<Uint32Array>
}

const noLists = (): Lists<Uint32Array> => ({ from: new Uint32Array(1), values: new Uint32Array() })

/** The columns of no articles. */
export const NO_SPEAKERS: SpeakerColumns = {
  entries: new Entries({ text: FiledLists.of({ from: new Uint32Array(1), values: new Uint8Array() }), tied: noLists(), firsts: noLists() }),
  from: new Uint32Array(1), entryOf: new Uint32Array(), componentOf: new Uint32Array(), keys: new Uint32Array(), keyComponents: new Uint32Array(),
}

/** What the next run is to know. */
export function keptSpeakers({ entries: { columns: { text, tied, firsts } }, from, entryOf, componentOf, keys, keyComponents }: SpeakersToKeep): ToKeep {
  const entries = { entriesTextFrom: text.from, entriesText: text.values, entriesTiedFrom: tied.from, entriesTied: tied.values, entriesFirstsFrom: firsts.from, entriesFirsts: firsts.values }
  return { numbers: { ...entries, speakersFrom: from, speakersEntry: entryOf, speakersComponent: componentOf, speakersKey: keys, speakersKeyComponent: keyComponents }, lists: {} }
}

/** Of {@link keptSpeakers}, where the speakers of each article begin, and the entry of each speaker. */
export const entriesKept = ({ numbers }: Pick<ToKeep, 'numbers'>): Pick<SpeakerColumns, 'from' | 'entryOf'> => ({ from: numbers['speakersFrom'] as Uint32Array, entryOf: numbers['speakersEntry'] as Uint32Array })

/** The columns of {@link keptSpeakers}. */
export function speakerColumns({ numbers }: Kept): SpeakerColumns {
  const column = (name: string) => wholeOf(numbers[name] as SlicedColumn<Uint32Array>)
  const lists = (name: string) => ({ from: column(`${name}From`), values: column(name) })
  const text = new FiledLists(column('entriesTextFrom'), numbers['entriesText'] as SlicedColumn<Uint8Array>)
  return {
    entries: new Entries({ text, tied: lists('entriesTied'), firsts: lists('entriesFirsts') }),
    from: column('speakersFrom'),
    entryOf: column('speakersEntry'),
    componentOf: column('speakersComponent'),
    keys: column('speakersKey'),
    keyComponents: column('speakersKeyComponent'),
  }
}
