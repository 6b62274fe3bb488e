import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { fileName } from '../9-output/files.ts'
import { causeOf } from '../model/cause.ts'
import { shortHash } from '../model/id.ts'
import { GrowingLines } from '../model/line-columns.ts'
import { LINK_ROW_NAMES, LINK_ROWS, linksPath, type KnownLinks, type LineColumns, type LinkRow, type LinkRowName, type LinkRows } from '../model/links-folder.ts'
import { annotatedArticleSchema, ARTICLE_SCHEMA, LINKS_SCHEMA, linksManifestSchema, type AnnotatedArticle, type LinksManifest } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { lineEnd, LineReader, piecesIn, type Bytes, type Place } from '../model/lines.ts'
import { regular } from '../model/regular.ts'

const AGAIN = 'run `claimtrace run` again'
/** So many articles that were read stay at hand. */
const AT_HAND = 200

/** Whether what is read is held against the contract, or was just written by this process. */
type Check = 'checked' | 'trusted'

/** A line of a file of links, until the next one is asked for: where it stands in the file, and where its bytes do. */
interface Line<Name extends LinkRowName> extends Place {
  readonly bytes: Bytes
  readonly from: number
  readonly row: () => LinkRow<Name>
}

/** The files that a run wrote, each read when it is asked for. */
export class OutputFiles {
  /** Names of the files of articles, in order. */
  readonly names: readonly string[]
  /** Null where the run wrote no links: then every claim stands alone. */
  readonly manifest: LinksManifest | null
  readonly #readers = new Map<LinkRowName, LineReader>()
  #stamp: string | undefined
  #atHand = new Map<string, AnnotatedArticle | null>()

  /**
   * `known` is what is known of links by who wrote them.
   * @throws UserError for a folder without a run's output, or with links of another version.
   */
  constructor(
    readonly folder: string,
    private readonly check: Check = 'checked',
    readonly known: KnownLinks | null = null,
  ) {
    const articles = join(folder, 'articles')
    if (!existsSync(folder)) throw new UserError(`${folder}: there is no such folder; run \`claimtrace run\` first, or name the folder with --out`)
    this.names = existsSync(articles) ? readdirSync(articles, { withFileTypes: true }).flatMap((file) => (file.isFile() && file.name.endsWith('.json') ? file.name : [])).toSorted() : []
    if (this.names.length === 0) throw new UserError(`${articles}: holds no articles; run \`claimtrace run\` first, or name the folder with --out`)
    this.manifest = existsSync(this.manifestPath) ? readJson(this.manifestPath, linksManifestSchema, LINKS_SCHEMA) : null
  }

  get manifestPath(): string {
    return linksPath(join(this.folder, 'links'), 'manifest')
  }

  /** Tells one state of the files from another by their names and sizes; cheap. What this process has just written is looked at once. */
  stamp(): string {
    return this.check === 'trusted' ? (this.#stamp ??= this.#stampNow()) : this.#stampNow()
  }

  #stampNow(): string {
    const sizes = this.names.map((name) => `${name} ${statSync(this.#path(name)).size}`)
    const links = this.manifest === null ? [] : [readFileSync(regular(this.manifestPath), 'utf8'), ...LINK_ROW_NAMES.map((name) => statSync(this.#linesOf(name), { throwIfNoEntry: false })?.size ?? 0)]
    return shortHash(...sizes, ...links)
  }

  /**
   * All articles, one at a time.
   * @throws UserError for a file that is broken or of another version.
   */
  readonly articles: Iterable<AnnotatedArticle> = {
    [Symbol.iterator]: function* (this: OutputFiles) {
      for (const name of this.names) yield this.read(name)
    }.bind(this),
  }

  /** One article by its id; null where its file is not there. */
  article(id: string): AnnotatedArticle | null {
    const before = this.#atHand.get(id)
    if (before !== undefined) return before
    const name = `${fileName(id)}.json`
    const article = this.readIfThere(name)
    if (this.#atHand.size >= AT_HAND) this.#atHand = new Map()
    this.#atHand.set(id, article)
    return article
  }

  /** The article in a file of {@link names}; null where that went away since. */
  readIfThere(name: string): AnnotatedArticle | null {
    try {
      return this.read(name)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  #path(name: string): string {
    return join(this.folder, 'articles', name)
  }

  /** The article in a file of {@link names}. */
  read(name: string): AnnotatedArticle {
    return this.check === 'trusted' ? (JSON.parse(readFileSync(regular(this.#path(name)), 'utf8')) as AnnotatedArticle) : readJson(this.#path(name), annotatedArticleSchema, ARTICLE_SCHEMA)
  }

  /**
   * All rows of a file of links with their places, one at a time; none where there are no links.
   * @throws UserError for a file that is broken, or does not hold what the manifest says.
   */
  *rows<Name extends LinkRowName>(name: Name): Generator<{ readonly row: LinkRow<Name> } & Place> {
    for (const { row, at, size } of this.#lines(name)) yield { row: row(), at, size }
  }

  /** What is known of the lines of a file of links. @throws as {@link rows}, where they are read for that. */
  columns(name: LinkRowName): LineColumns {
    if (this.known !== null) return this.known.lines[name]
    const lines = new GrowingLines(name)
    for (const { bytes, from, size, row } of this.#lines(name)) {
      if (this.check === 'trusted') lines.add(size + 1, bytes, from, from + size)
      else {
        const line = Buffer.from(JSON.stringify(row())) // as a run writes it
        lines.add(size + 1, line, 0, line.length)
      }
    }
    return lines.columns
  }

  *#lines<Name extends LinkRowName>(name: Name): Generator<Line<Name>> {
    if (this.manifest === null) return
    const file = readable(this.#linesOf(name))
    if (!existsSync(file)) throw new UserError(`${file}: is missing, though its manifest is there; ${AGAIN}`)
    let count = 0
    for (const { bytes, at } of piecesIn(file)) {
      for (let from = 0, to = 0; from < bytes.length; from = to + 1) {
        to = lineEnd(bytes, from)
        const [start, end, number] = [from, to, ++count]
        const row = () => rowOf(name, bytes.toString('utf8', start, end), `${file}:${number}`, this.check)
        yield { at: at + from, size: to - from, bytes, from, row }
      }
    }
    if (count !== this.manifest.rows[name]) throw new UserError(`${file}: holds ${count} rows, its manifest counts ${this.manifest.rows[name]}; ${AGAIN}`)
  }

  /** The rows of all files of links; null where there are no links. */
  get links(): LinkRows | null {
    const rows = <Name extends LinkRowName>(name: Name) => ({ [Symbol.iterator]: () => this.#only(name) })
    return this.manifest && { speakers: rows('speakers'), links: rows('links'), groups: rows('groups'), origins: rows('origins') }
  }

  *#only<Name extends LinkRowName>(name: Name): Generator<LinkRow<Name>> {
    for (const { row } of this.rows(name)) yield row
  }

  /** One row by its place. */
  row<Name extends LinkRowName>(name: Name, place: Place): LinkRow<Name> {
    const reader = this.#readers.get(name) ?? new LineReader(this.#linesOf(name))
    this.#readers.set(name, reader)
    return rowOf(name, reader.read(place), reader.file, this.check)
  }

  #linesOf(name: LinkRowName): string {
    return linksPath(join(this.folder, 'links'), name)
  }

  close(): void {
    for (const reader of this.#readers.values()) reader.close()
    this.#readers.clear()
  }
}

/** The path, to be read: where that fails, it is not what is written meanwhile. @throws UserError where a file is there that cannot be read. */
function readable(file: string): string {
  try {
    accessSync(regular(file), constants.R_OK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new UserError(`${file}: cannot be read: ${causeOf(error)}`)
  }
  return file
}

/** @throws UserError for a file that is no JSON, of another version, or does not fit. */
function readJson<T>(file: string, schema: z.ZodType<T>, name: string): T {
  const json = parsed(readFileSync(readable(file), 'utf8'), file)
  const written = (json as { schema?: unknown } | null)?.schema
  if (written !== name) throw new UserError(`${file}: is ${typeof written === 'string' ? written : 'no output of claimtrace'}, this version reads ${name}; ${AGAIN}`)
  return fitting(json, schema, file, name)
}

function rowOf<Name extends LinkRowName>(name: Name, line: string, where: string, check: Check): LinkRow<Name> {
  if (check === 'trusted') return JSON.parse(line) as LinkRow<Name>
  return fitting(parsed(line, where), LINK_ROWS[name] as z.ZodType<unknown>, where, LINKS_SCHEMA) as LinkRow<Name>
}

function parsed(json: string, where: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new UserError(`${where}: cannot be read as JSON (${(error as Error).message}); ${AGAIN}`)
  }
}

function fitting<T>(json: unknown, schema: z.ZodType<T>, where: string, name: string): T {
  const result = schema.safeParse(json)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new UserError(`${where}: does not fit ${name} at ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}; ${AGAIN}`)
}
