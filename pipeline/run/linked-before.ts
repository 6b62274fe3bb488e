import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Memory } from '../8-links/memory.ts'
import type { Kept, Past } from '../8-links/past.ts'
import type { LinkSource } from '../8-links/source.ts'
import { readColumns, writeColumns } from '../9-output/columns-file.ts'
import { sha256 } from '../model/id.ts'
import { lineStarts } from '../model/lines.ts'
import { LINK_ROW_NAMES, linksPath, type LinkRowName } from '../model/links-folder.ts'
import { regular } from '../model/regular.ts'
import { linksManifestSchema } from '../model/schema.ts'

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

/** Lines of a file, and where each begins; the last number is where they end. */
interface Lines {
  readonly bytes: Buffer
  readonly at: Uint32Array
}
type WrittenLines = Readonly<Record<LinkRowName, Lines>>

/**
 * What an earlier run knew of the articles that it linked, `.linking`; what it wrote of them stands in `links/`. So that a run after small changes reads, judges and groups only
 * what a changed article reaches.
 */
export class LinkedBefore implements Memory {
  #articles: About['articles'] = []
  #kept: Kept | null = null
  #lines: WrittenLines | null = null

  /** `key` is a hash of what decides the answer besides the articles. */
  constructor(
    private readonly folder: string,
    private readonly key: string,
    private readonly fresh: boolean,
  ) {}

  past(articles: readonly Pick<LinkSource, 'article' | 'content'>[]): Past | null {
    this.#articles = articles.map(({ article, content }) => [article, content] as const)
    const file = this.fresh ? null : readColumns(this.#path)
    const about = aboutSchema.safeParse(file?.about).data
    if (file === null || about?.key !== this.key) return null
    this.#lines = writtenLines(join(this.folder, 'links'), about.inputs)
    return this.#lines && { kept: { numbers: file.columns, lists: about.lists }, ...numbered(this.#articles, about.articles) }
  }

  lines(name: LinkRowName, from: number, to: number): Uint8Array {
    const { bytes, at } = this.#lines![name]
    return bytes.subarray(at[from], at[to])
  }

  keep(kept: Kept): void {
    this.#kept = kept
  }

  get #path(): string {
    return join(this.folder, '.linking')
  }

  /** Writes what is known now, before the links are written; `inputs` is a hash of what was linked. */
  async write(inputs: string): Promise<void> {
    const { numbers, lists } = this.#kept!
    await writeColumns(this.#path, { about: { key: this.key, inputs, articles: this.#articles, lists } satisfies About, columns: numbers })
  }
}

/** The numbers that articles had and have, where their content is known and the same. */
function numbered(now: About['articles'], before: About['articles']): Pick<Past, 'was' | 'now'> {
  const numbers = { was: new Int32Array(now.length).fill(-1), now: new Int32Array(before.length).fill(-1) }
  for (let i = 0, old = 0; i < now.length && old < before.length; ) {
    const [[id, content], [other, otherContent]] = [now[i]!, before[old]!]
    if (id === other && content !== null && content === otherContent) [numbers.was[i], numbers.now[old]] = [old, i]
    if (id <= other) i++
    if (other <= id) old++
  }
  return numbers
}

/** What was made of the same inputs; null where it is not there as it was written. */
function writtenLines(folder: string, inputs: string): WrittenLines | null {
  try {
    const manifest = linksManifestSchema.parse(JSON.parse(readFileSync(regular(linksPath(folder, 'manifest')), 'utf8')))
    if (manifest.inputs !== inputs) return null
    const lines = (name: LinkRowName): Lines => {
      const bytes = readFileSync(regular(linksPath(folder, name)))
      const at = lineStarts(bytes, manifest.rows[name])
      if (sha256(bytes) !== manifest.files[name].sha256 || at.at(-1) !== bytes.length) throw new Error('changed since')
      return { bytes, at }
    }
    return Object.fromEntries(LINK_ROW_NAMES.map((name) => [name, lines(name)])) as WrittenLines
  } catch {
    return null
  }
}
