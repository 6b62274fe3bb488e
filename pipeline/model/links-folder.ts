import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { groupSchema, linkSchema, originSchema, registeredSpeakerSchema, type AnnotatedArticle, type Links } from './schema.ts'

/** The schema of a row of each file `links/<name>.jsonl`. */
export const LINK_ROWS = { speakers: registeredSpeakerSchema, links: linkSchema, groups: groupSchema, origins: originSchema } as const
export type LinkRowName = keyof typeof LINK_ROWS
export type LinkRow<Name extends LinkRowName> = Links[Name][number]
/** All rows, each kind as often as it is asked for. */
export type LinkRows = { readonly [Name in LinkRowName]: Iterable<LinkRow<Name>> }
export const LINK_ROW_NAMES = Object.keys(LINK_ROWS) as readonly LinkRowName[]

/** What is known of the lines of a file without reading them, a column each. */
export interface LineColumns {
  /** How long each is, in bytes, its end included. */
  readonly lengths: Uint32Array
  /** A hash of what it is found by: its id, of a link the claim that it names first. */
  readonly keys: Uint32Array
  /** Of a group and an origin a hash of its line, of a speaker one of what it is called, of a link the number of its type. */
  readonly marks: Float64Array | Uint8Array
}
/** The same of all files. */
export type LinesOfLinks = Readonly<Record<LinkRowName, LineColumns>>

/** What is known of links by who wrote them. */
export interface KnownLinks {
  readonly lines: LinesOfLinks
  /** The lines of `speakers.jsonl` that the speakers of an article stand in, in their order. */
  readonly speakersOf: (article: string) => Uint32Array
}

/** Rows as they were written, a row a line, with their line ends. */
export class WrittenLines {
  constructor(
    readonly bytes: Uint8Array,
    readonly columns: LineColumns,
  ) {}
}

/** Path of a file of rows, or of the manifest beside them, in the folder `links/`. */
export const linksPath = (folder: string, name: LinkRowName | 'manifest'): string => join(folder, name === 'manifest' ? 'manifest.json' : `${name}.jsonl`)

/** What `links/manifest.json` says of the articles that were linked: the same for every order of them. */
export function runOf(sources: Iterable<Pick<AnnotatedArticle['source'], 'id' | 'sha256'>>): string {
  const rows = Array.from(sources, ({ id, sha256: text }) => JSON.stringify([id, text])).sort()
  const hash = createHash('sha256')
  for (let n = 0; n < rows.length; n++) hash.update(n === 0 ? rows[n]! : `\n${rows[n]!}`)
  return hash.digest('hex')
}
