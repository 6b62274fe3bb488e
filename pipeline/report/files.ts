import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeOwnFolder } from '../9-output/folder.ts'
import { lookAt } from '../9-output/seen.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { textHash } from '../model/hash.ts'
import { lineEnd } from '../model/lines.ts'
import { UserError } from '../model/user-error.ts'

/** The page's own files, beside this one in a built package, else where the build put them. */
const PAGE_FILES = ['report.js', 'report.css'] as const
const PLACES = ['./', '../../dist/'].map((place) => fileURLToPath(new URL(place, import.meta.url)))

/** Nothing but the page's own files may be loaded, from disk or from where it is served, and nothing may be sent. */
const POLICY = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; base-uri 'none'; form-action 'none'"

const INDEX = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>claimtrace report</title>
<link rel="stylesheet" href="report.css">
<body>
<div id="app"><p class="loading">Reading the report …</p><noscript><p>This page needs JavaScript. It runs from your disk and asks nobody for anything.</p></noscript></div>
<script src="report.js"></script>
`

/**
 * The folder that holds a built page.
 * @throws UserError where it was not built.
 */
export function builtPage(name: string): string {
  const built = PLACES.find((place) => existsSync(join(place, name)))
  if (built === undefined) throw new UserError('the pages are not built: run `npm run build`')
  return built
}

/** Rows, a line each: what tells what each is made of from anything else (`NaN`: that is not known), and its JSON, made where no earlier report has a line that was made of the same. */
export interface Lines {
  readonly of: ArrayLike<number>
  readonly make: (line: number) => string
}

/** A file of a report: how it stood when it was written, and what each of its lines was made of. */
export interface WrittenFile {
  readonly mark: number
  readonly of: ArrayLike<number>
}
/** By their names. */
export type WrittenFiles = ReadonlyMap<string, WrittenFile>

/** The folder of a report, in which files of an earlier one may stand. */
export class ReportFolder {
  /** How many bytes were written. */
  bytes = 0
  readonly written = new Map<string, WrittenFile>()

  constructor(
    readonly path: string,
    private readonly before: WrittenFiles,
  ) {}

  /** Whether all files of a report stand as they were written. */
  stands(): boolean {
    return this.before.size > 0 && [...this.before].every(([name, file]) => this.#isAsWritten(name, file))
  }

  /**
   * Puts the page into the folder, which is there, and takes away the first file that it reads: that comes last, so that where it stands all of them belong together.
   * @throws UserError where the page was not built, or where the folder of the data is a symbolic link.
   */
  async create(): Promise<void> {
    const built = builtPage(PAGE_FILES[0])
    await makeOwnFolder(join(this.path, 'data'))
    await rm(this.#at('data/site.js'), { force: true })
    for (const name of PAGE_FILES) await this.#put(name, await readFile(join(built, name), 'utf8'))
    await this.#put('index.html', INDEX)
  }

  async #put(name: string, content: string): Promise<void> {
    await this.#write(name, [textHash(content)], () => [content])
  }

  /** Writes a file of data, as a script that hands rows to the page; those of its lines that stand in it already are taken from there. */
  async writeLines(name: string, lines: Lines): Promise<void> {
    const path = `data/${name}.js`
    await this.#write(path, lines.of, function* (this: ReportFolder) {
      yield `claimtrace(${JSON.stringify(name)},[\n`
      yield* this.#rows(path, lines)
      yield '\n])\n'
    }.bind(this))
  }

  /** The rows, those that stand in the file one behind another in one piece. */
  *#rows(path: string, { of, make }: Lines): Generator<string | Uint8Array> {
    const known = this.#linesOf(path)
    for (let line = 0, end = 1; line < of.length; line = end++) {
      if (line > 0) yield ',\n'
      const first = known?.numbers.get(of[line]!)
      if (known === null || first === undefined) yield make(line)
      else {
        while (end < of.length && known.numbers.get(of[end]!) === first + end - line) end++
        yield known.bytes.subarray(known.begins[first], known.begins[first + end - line]! - BETWEEN)
      }
    }
  }

  /** The same of one row that is at hand. */
  async writeRow(name: string, row: unknown): Promise<void> {
    const json = scriptJson(row)
    await this.writeLines(name, { of: [textHash(json)], make: () => json })
  }

  async #write(name: string, of: WrittenFile['of'], content: () => Iterable<string | Uint8Array>): Promise<void> {
    const before = this.before.get(name)
    if (before !== undefined && isSame(before.of, of) && this.#isAsWritten(name, before)) return void this.written.set(name, before)
    await writeAtomic(this.#at(name), content(), { flush: false })
    const file = lookAt([this.#at(name)])
    this.written.set(name, { mark: file?.mark ?? 0, of })
    this.bytes += statSync(this.#at(name)).size
  }

  #at(name: string): string {
    return join(this.path, name)
  }

  #isAsWritten(name: string, { mark }: WrittenFile): boolean {
    return lookAt([this.#at(name)])?.mark === mark
  }

  /** The lines that stand in a file of data: the number of each by what it was made of, and where each begins, and would behind the last; null: it is not there as it was written. */
  #linesOf(name: string): { readonly bytes: Uint8Array; readonly begins: Uint32Array; readonly numbers: ReadonlyMap<number, number> } | null {
    const file = this.before.get(name)
    if (file === undefined || !this.#isAsWritten(name, file)) return null
    const bytes = readFileSync(this.#at(name))
    const begins = new Uint32Array(file.of.length + 1)
    begins[0] = lineEnd(bytes, 0) + 1
    for (let line = 0; line < file.of.length; line++) begins[line + 1] = lineEnd(bytes, begins[line]!) + 1
    begins[file.of.length]! += 1 // no comma is behind the last
    return { bytes, begins, numbers: new Map(Array.from(file.of, (of, line) => [Number.isNaN(of) ? -1 - line : of, line])) }
  }

  /** Removes the data that is none of this report's. */
  async clear(): Promise<void> {
    for (const name of await readdir(this.#at('data'))) if (name.endsWith('.js') && !this.written.has(`data/${name}`)) await rm(this.#at(`data/${name}`))
  }
}

function isSame(a: WrittenFile['of'], b: WrittenFile['of']): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** Bytes between two rows: a comma and the line's end. */
const BETWEEN = 2

/** JSON that stays data wherever a script may stand: no tag begins, no line ends, no half surrogate is lost in UTF-8. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
