import { GrowingLists, listAt, type Lists } from '../../model/columns.ts'
import { GrowingFiledLists, type FiledLists } from '../../model/filed-lists.ts'
import { Recent } from '../../model/recent.ts'
import { hashOf } from '../../model/hash.ts'
import type { LinkSpeaker } from '../row.ts'
import { areTied, firstNames, tieKeys } from './tie.ts'

/** How the claims of its members know each entry of a registry, by number. */
export interface EntryColumns {
  /** Each as JSON, which of equal ones is the same. */
  readonly text: FiledLists<Uint8Array>
  /** The hashes of its {@link tieKeys}, and of its {@link firstNames}, ascending. */
  readonly tied: Lists<Uint32Array>
  readonly firsts: Lists<Uint32Array>
}

type Told = readonly [LinkSpeaker['id'], LinkSpeaker['kind'], LinkSpeaker['name'], LinkSpeaker['names'], LinkSpeaker['surname'], LinkSpeaker['speaksFor'], LinkSpeaker['standsFor']]

const textOf = ({ id, kind, name, names, surname, speaksFor, standsFor }: LinkSpeaker) => JSON.stringify([id, kind, name, names, surname, speaksFor, standsFor] satisfies Told)

function speakerOf(text: string): LinkSpeaker {
  const [id, kind, name, names, surname, speaksFor, standsFor] = JSON.parse(text) as Told
  return { id, kind, name, names, surname, speaksFor, standsFor }
}

const UTF_8 = new TextDecoder()

/** So many entries are at hand once they are asked for. */
const RECENT = 1 << 13

/** Entries of a registry, each made when it is asked for; what tells whether two may be tied is at hand of all. */
export class Entries {
  readonly size: number
  readonly #recent = new Recent<LinkSpeaker>(RECENT)

  constructor(readonly columns: EntryColumns) {
    this.size = columns.text.length
  }

  at(n: number): LinkSpeaker {
    return this.#recent.of(n, () => speakerOf(UTF_8.decode(this.columns.text.at(n))))
  }

  /** Whether an entry is the same as one of others in every field. */
  isSame(n: number, others: Entries, m: number): boolean {
    return Buffer.compare(this.columns.text.at(n), others.columns.text.at(m)) === 0
  }

  /** The entries of one of some lists of numbers. */
  listOf(lists: Lists<Uint32Array>, n: number): readonly LinkSpeaker[] {
    return Array.from(listAt(lists, n), (entry) => this.at(entry))
  }

  /** As {@link areTied}, of two of some lists of numbers: most have nothing in common that could tie them, which numbers tell. */
  areTied(lists: Lists<Uint32Array>, a: number, b: number): boolean {
    const { from, values } = lists
    for (let i = from[a]!; i < from[a + 1]!; i++)
      for (let j = from[b]!; j < from[b + 1]!; j++) {
        if (values[i] === values[j]) return true
        if (this.#mayBeTied(values[i]!, values[j]!)) return areTied(this.listOf(lists, a), this.listOf(lists, b))
      }
    return false
  }

  #mayBeTied(a: number, b: number): boolean {
    const { tied, firsts } = this.columns
    return shareOne(tied, a, tied, b) || shareOne(tied, a, firsts, b) || shareOne(firsts, a, tied, b)
  }
}

/** Whether two lists of ascending numbers have one in common. */
function shareOne(some: Lists<Uint32Array>, a: number, others: Lists<Uint32Array>, b: number): boolean {
  const end = some.from[a + 1]!
  const otherEnd = others.from[b + 1]!
  for (let i = some.from[a]!, j = others.from[b]!; i < end && j < otherEnd; ) {
    const d = some.values[i]! - others.values[j]!
    if (d === 0) return true
    if (d < 0) i++
    else j++
  }
  return false
}

/** Entries that are added one after another. */
export class GrowingEntries {
  readonly #text = new GrowingFiledLists<Uint8Array>(Uint8Array)
  readonly #tied = new GrowingLists<Uint32Array>(Uint32Array)
  readonly #firsts = new GrowingLists<Uint32Array>(Uint32Array)

  add(speaker: LinkSpeaker): void {
    this.#text.add(Buffer.from(textOf(speaker)))
    this.#tied.add(hashes(tieKeys(speaker)))
    this.#firsts.add(hashes(firstNames(speaker)))
  }

  /** Adds some of others, from one to before another. */
  addSome({ columns: { text, tied, firsts } }: Entries, first: number, end: number): void {
    this.#text.addSome(text, first, end)
    this.#tied.addSome(tied, first, end)
    this.#firsts.addSome(firsts, first, end)
  }

  /** All of them, once none is added any more. */
  get entries(): Entries {
    return new Entries({ text: this.#text.settledInAnyOrder(), tied: this.#tied.settled(), firsts: this.#firsts.settled() })
  }
}

const hashes = (keys: readonly string[]) => Uint32Array.from(keys, hashOf).sort()
