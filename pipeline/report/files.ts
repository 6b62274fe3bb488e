import { existsSync, readFileSync, statSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeOwnFolder } from '../9-output/folder.ts'
import { lookAt } from '../9-output/seen.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { shortHash } from '../model/id.ts'
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

/** A row, as a line of JSON that is made where none of an earlier report was made of the same; null: that is not known. */
export interface Line {
  readonly of: string | null
  readonly make: () => string
}

/** The line of a row that is at hand; without `of` it is told by what it says. */
export function lineOf(row: unknown, of?: Line['of']): Line {
  const json = scriptJson(row)
  return { of: of === undefined ? shortHash(json) : of, make: () => json }
}

/** A file of a report: how it stood when it was written, and what each of its lines was made of. */
export interface WrittenFile {
  readonly mark: number
  readonly of: readonly Line['of'][]
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
    await this.#write(name, [shortHash(content)], () => [content])
  }

  /** Writes a file of data, as a script that hands rows to the page; those of its lines that stand in it already are taken from there. */
  async writeLines(name: string, lines: readonly Line[]): Promise<void> {
    const path = `data/${name}.js`
    await this.#write(path, lines.map(({ of }) => of), function* (this: ReportFolder) {
      const known = this.#linesOf(path)
      yield `claimtrace(${JSON.stringify(name)},[\n`
      for (const [i, { of, make }] of lines.entries()) {
        if (i > 0) yield ',\n'
        yield (of !== null && known.get(of)) || make()
      }
      yield '\n])\n'
    }.bind(this))
  }

  /** The same of rows that are at hand. */
  async writeRows(name: string, rows: readonly unknown[]): Promise<void> {
    const json = rows.map(scriptJson).join(',\n')
    await this.writeLines(name, [{ of: shortHash(json), make: () => json }])
  }

  async #write(name: string, of: WrittenFile['of'], content: () => Iterable<string | Uint8Array>): Promise<void> {
    const before = this.before.get(name)
    if (before !== undefined && isSame(before.of, of) && this.#isAsWritten(name, before)) return void this.written.set(name, before)
    await writeAtomic(this.#at(name), content())
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

  /** The lines of a file of data, by what they were made of. */
  #linesOf(name: string): ReadonlyMap<string, Uint8Array> {
    const lines = new Map<string, Uint8Array>()
    const file = this.before.get(name)
    if (file === undefined || !this.#isAsWritten(name, file)) return lines
    const bytes = readFileSync(this.#at(name))
    let from = lineEnd(bytes, 0) + 1
    for (const [i, of] of file.of.entries()) {
      const end = lineEnd(bytes, from)
      if (of !== null) lines.set(of, bytes.subarray(from, i < file.of.length - 1 ? end - 1 : end))
      from = end + 1
    }
    return lines
  }

  /** Removes the data that is none of this report's. */
  async clear(): Promise<void> {
    for (const name of await readdir(this.#at('data'))) if (name.endsWith('.js') && !this.written.has(`data/${name}`)) await rm(this.#at(`data/${name}`))
  }
}

function isSame(a: WrittenFile['of'], b: WrittenFile['of']): boolean {
  return a.length === b.length && a.every((of, i) => of !== null && of === b[i])
}

/** JSON that stays data wherever a script may stand: no tag begins, no line ends, no half surrogate is lost in UTF-8. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
