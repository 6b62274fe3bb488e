import { closeSync, openSync, readSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { Memory } from '../8-links/memory.ts'
import type { Past, ToKeep } from '../8-links/past.ts'
import type { LinkSource } from '../8-links/source.ts'
import { entriesKept } from '../8-links/speakers/speaker-columns.ts'
import { readColumns, writeColumns, type ColumnsFile } from '../9-output/columns-file.ts'
import { linksOf } from '../9-output/links.ts'
import { countWhile } from '../model/bisect.ts'
import { wholeOf, type SlicedColumn } from '../model/columns.ts'
import { LinePlaces } from '../model/line-places.ts'
import { LINK_ROW_NAMES, linksPath, WrittenLines, type KnownLinks, type LineColumns, type LinesOfLinks, type LinkRowName } from '../model/links-folder.ts'
import { regular } from '../model/regular.ts'

/**
 * What the file tells besides numbers: a hash of what decides the answer besides the articles, one of all that was linked, the articles by their ids in order, each with what tells
 * its content, and the lists that parts of linking keep.
 */
const aboutSchema = z.strictObject({
  key: z.string(),
  inputs: z.string(),
  articles: z.array(z.tuple([z.string(), z.string().nullable()]).readonly()).readonly(),
  lists: z.record(z.string(), z.array(z.unknown()).readonly()).readonly(),
}).readonly()
type About = z.infer<typeof aboutSchema>
type Content = Pick<LinkSource, 'article' | 'content'>

/**
 * What an earlier run knew of the articles that it linked, `.linking`; what it wrote of them stands in `links/`. So that a run after small changes reads, judges and groups only
 * what a changed article reaches.
 */
export class LinkedBefore implements Memory {
  #articles: readonly Content[] = []
  #kept: ToKeep | null = null
  #columns: ColumnsFile | null = null
  #files: Readonly<Record<LinkRowName, FileOfLines>> | null = null

  /** `key` is a hash of what decides the answer besides the articles. */
  constructor(
    private readonly folder: string,
    private readonly key: string,
    private readonly fresh: boolean,
  ) {}

  past(articles: readonly Content[]): Past | null {
    this.close()
    this.#articles = articles
    const file = this.fresh ? null : readColumns(this.#path)
    const about = aboutSchema.safeParse(file?.about).data
    const links = join(this.folder, 'links')
    this.#columns = file
    if (file === null || about?.key !== this.key || linksOf(links, about.inputs) === null) return null
    this.#files = Object.fromEntries(LINK_ROW_NAMES.map((name) => [name, new FileOfLines(linksPath(links, name), lineColumnsIn(file, name))])) as Record<LinkRowName, FileOfLines>
    return { kept: { numbers: file.columns, lists: about.lists }, ...numbered(this.#articles, about.articles) }
  }

  /** Whether it knows of an earlier run what {@link past} gave. */
  get isThere(): boolean {
    return this.#files !== null
  }

  lines(name: LinkRowName, from: number, to: number): Iterable<WrittenLines> {
    return this.#files![name].lines(from, to)
  }

  keep(kept: ToKeep): void {
    this.#kept = kept
  }

  get #path(): string {
    return join(this.folder, '.linking')
  }

  /** Writes what is known now, once the links are written but for the manifest; `inputs` is a hash of what was linked. What is too large to be written costs the next run time only. */
  async write(inputs: string, lines: LinesOfLinks): Promise<void> {
    const { numbers, lists } = this.#kept!
    const articles = this.#articles.map((source) => [source.article, source.content()] as const)
    const told = Object.fromEntries(LINK_ROW_NAMES.flatMap((name) => LINE_COLUMNS.map((column) => [lineColumn(name, column), lines[name][column]])))
    try {
      await writeColumns(this.#path, { about: { key: this.key, inputs, articles, lists } satisfies About, columns: { ...numbers, ...told } })
    } catch (error) {
      if (!(error instanceof RangeError)) throw error // a text of more than V8 has room for
      await rm(this.#path, { force: true })
    }
  }

  /** The lines of the registry that the speakers of an article that was linked stand in. */
  speakersOf(): KnownLinks['speakersOf'] {
    const { from, entryOf } = entriesKept(this.#kept!)
    const articles = this.#articles
    return (article) => {
      const number = countWhile(articles.length, (i) => articles[i]!.article < article)
      return articles[number]?.article === article ? entryOf.subarray(from[number], from[number + 1]) : new Uint32Array()
    }
  }

  close(): void {
    for (const file of Object.values(this.#files ?? {})) file.close()
    this.#files = null
    this.#columns?.close()
    this.#columns = null
  }
}

const LINE_COLUMNS = ['lengths', 'keys', 'marks'] as const satisfies readonly (keyof LineColumns)[]
const lineColumn = (name: LinkRowName, column: keyof LineColumns) => `${name} ${column}`
const lineColumnsIn = ({ columns }: ColumnsFile, name: LinkRowName) => Object.fromEntries(LINE_COLUMNS.map((column) => [column, columns[lineColumn(name, column)]])) as unknown as ColumnsOfLines

/** The same as {@link LineColumns}, read where they are asked for. */
type ColumnsOfLines = { readonly [Name in keyof LineColumns]: SlicedColumn<LineColumns[Name]> }

/** Bytes that are read at once, unless a line is longer. */
const PIECE = 1 << 18

/** Lines that follow one another, from one number to before another. */
interface LinesRead extends LineColumns {
  readonly from: number
  readonly to: number
  readonly bytes: Buffer
  /** Where each begins. */
  readonly places: Uint32Array
}

/** A file of which lines are read by their numbers, also when another stands in its place by now. */
class FileOfLines {
  readonly #handle: number
  readonly #lengths: Uint32Array
  readonly #places: LinePlaces
  /** Those that were read last: lines are asked for in order, a few at a time. */
  #read: LinesRead | null = null

  constructor(
    path: string,
    private readonly columns: ColumnsOfLines,
  ) {
    this.#handle = openSync(regular(path), 'r')
    this.#lengths = wholeOf(columns.lengths)
    this.#places = new LinePlaces(this.#lengths)
  }

  /** The lines from one number to before another, piece by piece. */
  *lines(from: number, to: number): Generator<WrittenLines> {
    for (let first = from, end = from; first < to; first = end) {
      const read = this.#readAt(first)
      end = Math.min(to, read.to)
      const [i, k] = [first - read.from, end - read.from]
      const columns = { lengths: read.lengths.subarray(i, k), keys: read.keys.subarray(i, k), marks: read.marks.subarray(i, k) }
      yield new WrittenLines(read.bytes.subarray(read.places[i], read.places[k]), columns)
    }
  }

  #readAt(line: number): LinesRead {
    if (this.#read === null || line < this.#read.from || line >= this.#read.to) this.#read = this.#readFrom(line)
    return this.#read
  }

  #readFrom(from: number): LinesRead {
    let [to, size] = [from, 0]
    do size += this.#lengths[to++]!
    while (to < this.#lengths.length && size + this.#lengths[to]! <= PIECE)
    const lengths = this.#lengths.subarray(from, to)
    const places = new Uint32Array(to - from + 1)
    lengths.forEach((length, i) => (places[i + 1] = places[i]! + length))
    return { from, to, bytes: this.#bytesAt(this.#places.at(from).at, size), places, lengths, keys: this.columns.keys.slice(from, to), marks: this.columns.marks.slice(from, to) }
  }

  #bytesAt(at: number, size: number): Buffer {
    const bytes = Buffer.allocUnsafe(size)
    for (let done = 0; done < size; ) {
      const read = readSync(this.#handle, bytes, done, size - done, at + done)
      if (read === 0) throw new Error('a file of links ended before its last line')
      done += read
    }
    return bytes
  }

  close(): void {
    closeSync(this.#handle)
  }
}

/** The numbers that articles had and have, where their content is known and the same. */
function numbered(now: readonly Content[], before: About['articles']): Pick<Past, 'was' | 'now'> {
  const numbers = { was: new Int32Array(now.length).fill(-1), now: new Int32Array(before.length).fill(-1) }
  for (let i = 0, old = 0; i < now.length && old < before.length; ) {
    const [source, [other, content]] = [now[i]!, before[old]!]
    const id = source.article
    if (id === other && content !== null && source.content() === content) [numbers.was[i], numbers.now[old]] = [old, i]
    if (id <= other) i++
    if (other <= id) old++
  }
  return numbers
}
