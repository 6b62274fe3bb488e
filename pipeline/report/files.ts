import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeOwnFolder } from '../9-output/folder.ts'
import { writeAtomic } from '../9-output/write-atomic.ts'
import { UserError } from '../model/user-error.ts'
import { ROWS_IN_FILE, type RowKind } from './data.ts'

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

/** The folder of a report. */
export class ReportFolder {
  bytes = 0
  private readonly data: string

  constructor(readonly path: string) {
    this.data = join(path, 'data')
  }

  /**
   * Puts the page into the folder, which is there, and removes the data of another report.
   * @throws UserError where the page was not built, or where the folder of the data is a symbolic link.
   */
  async create(): Promise<void> {
    const built = builtPage(PAGE_FILES[0])
    await makeOwnFolder(this.data)
    for (const name of (await readdir(this.data)).filter((each) => each.endsWith('.js'))) await rm(join(this.data, name))
    for (const name of PAGE_FILES) await writeAtomic(join(this.path, name), await readFile(join(built, name)))
    await writeAtomic(join(this.path, 'index.html'), INDEX)
  }

  /** Writes one file of data, as a script that hands it to the page. */
  async write(name: string, value: unknown): Promise<void> {
    const script = `claimtrace(${JSON.stringify(name)},${scriptJson(value)})\n`
    this.bytes += Buffer.byteLength(script)
    await writeAtomic(join(this.data, `${name}.js`), script)
  }
}

/** Rows of a kind, in files of so many as one may hold; a file is written when it is full. */
export class RowFiles<Row> {
  count = 0
  #rows: Row[] = []
  #files = 0

  constructor(
    private readonly folder: ReportFolder,
    private readonly kind: RowKind,
  ) {}

  async add(row: Row): Promise<void> {
    this.count++
    this.#rows.push(row)
    if (this.#rows.length === ROWS_IN_FILE[this.kind]) await this.end()
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    if (this.#rows.length > 0) await this.folder.write(`${this.kind}-${this.#files++}`, this.#rows)
    this.#rows = []
  }
}

/** JSON that stays data wherever a script may stand: no tag begins, no line ends, no half surrogate is lost in UTF-8. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
