import { countWhile } from '../model/bisect.ts'
import { Growing, newColumn } from '../model/columns.ts'
import { LinePlaces } from '../model/line-places.ts'
import { hashOf } from '../model/hash.ts'
import type { KnownLinks } from '../model/links-folder.ts'
import { Recent } from '../model/recent.ts'
import type { RegisteredSpeaker } from '../model/schema.ts'
import { SortedRows } from '../model/sorted-rows.ts'
import type { OutputFiles } from './output.ts'

/** An entry of the registry: what a speaker is called. */
export type Entry = Pick<RegisteredSpeaker, 'name' | 'aliases'>
/** A speaker of an article, and its entry. */
export type Person = readonly [speaker: string, entry: Entry]

/** The speakers of articles, as the registry knows them. */
export interface People {
  readonly of: (article: string) => readonly Person[]
  /** Tells them from others, and their names. */
  readonly told: (article: string) => readonly (string | number)[]
}

/** Lines of the registry; those of an article are the ones that its speakers stand in, in their order, and may be some more. */
interface Registry {
  readonly lengths: Uint32Array
  readonly marks: () => ArrayLike<number>
  readonly speakersOf: KnownLinks['speakersOf']
}

/** Entries of more than one speaker that stay at hand, by the numbers of their lines. */
const AT_HAND = 1 << 12

/** Read where they are asked for. */
export function peopleIn(files: OutputFiles): People {
  const { lengths, marks, speakersOf } = files.known === null ? readRegistry(files) : knownRegistry(files.known)
  const places = new LinePlaces(lengths)
  const shared = new Recent<RegisteredSpeaker>(AT_HAND)
  const rowOf = (line: number) => {
    const row = shared.at(line) ?? files.row('speakers', places.at(line))
    return row.members.length > 1 ? shared.of(line, () => row) : row
  }
  return {
    of: (article) => Array.from(new Set(speakersOf(article)), rowOf).flatMap((row) => row.members.filter((member) => member.article === article).map(({ speaker }) => [speaker, row] as const)),
    told: (article) => Array.from(speakersOf(article), (line) => marks()[line]!),
  }
}

function knownRegistry({ lines: { speakers: { lengths, marks } }, speakersOf }: KnownLinks): Registry {
  return { lengths, marks: () => marks, speakersOf }
}

/** Where it is not known which lines are about an article: all are gone through once. */
function readRegistry(files: OutputFiles): Registry {
  const lengths = new Growing<Uint32Array>(Uint32Array)
  const members = new SortedRows(3, 2 ** 32)
  for (const { row, size } of files.rows('speakers')) {
    for (const { article, speaker } of row.members) members.add(hashOf(article), orderOf(speaker), lengths.size)
    lengths.push(size + 1)
  }
  const [articles, lines] = [newColumn(Uint32Array, members.length), newColumn(Uint32Array, members.length)]
  let used = 0
  for (const [hashes, , numbers] of members.pieces()) {
    articles.set(hashes!, used)
    lines.set(numbers!, used)
    used += hashes!.length
  }
  let marks: ArrayLike<number> | undefined
  return {
    lengths: lengths.settled(),
    marks: () => (marks ??= files.columns('speakers').marks),
    speakersOf: (article) => {
      const hash = hashOf(article)
      const from = countWhile(articles.length, (i) => articles[i]! < hash)
      let to = from
      while (articles[to] === hash) to++
      return lines.subarray(from, to)
    },
  }
}

/** Speakers of an article are numbered in their order: `p1`, `p2`, ... */
const orderOf = (speaker: string): number => Number(speaker.slice(1)) >>> 0
