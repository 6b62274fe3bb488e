import { addTo } from '../model/group-by.ts'
import type { KnownLinks } from '../model/links-folder.ts'
import type { RegisteredSpeaker } from '../model/schema.ts'
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

/** Read where they are asked for, if it is known which lines of the registry are about an article; else all at once. */
export function peopleIn(files: OutputFiles): People {
  return files.known === null ? readPeople(files.links?.speakers ?? []) : knownPeople(files, files.known)
}

function readPeople(speakers: Iterable<RegisteredSpeaker>): People {
  const found = new Map<string, (readonly [speaker: string, entry: Entry & { readonly told: string }])[]>()
  for (const { name, aliases, members } of speakers) {
    const entry = { name, aliases, told: JSON.stringify([name, aliases]) }
    for (const { article, speaker } of members) addTo(found, article, [speaker, entry] as const)
  }
  const of = (article: string) => found.get(article) ?? []
  return { of, told: (article) => of(article).flatMap(([speaker, { told }]) => [speaker, told]) }
}

function knownPeople(files: OutputFiles, { lines, speakersOf }: KnownLinks): People {
  const { lengths, marks } = lines.speakers
  const begins = new Float64Array(lengths.length)
  for (let line = 1; line < lengths.length; line++) begins[line] = begins[line - 1]! + lengths[line - 1]!
  const rows = new Map<number, RegisteredSpeaker>()
  const rowOf = (line: number) => {
    const row = rows.get(line) ?? files.row('speakers', { at: begins[line]!, size: lengths[line]! - 1 })
    rows.set(line, row)
    return row
  }
  return {
    of: (article) => Array.from(new Set(speakersOf(article)), rowOf).flatMap((row) => row.members.filter((member) => member.article === article).map(({ speaker }) => [speaker, row] as const)),
    told: (article) => Array.from(speakersOf(article), (line) => marks[line]!),
  }
}
