import { zipSync, type Zippable } from 'fflate'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { UserError } from '../model/user-error.ts'
import { sparkTables } from './tables.ts'

/** What of a package no program loads. */
const NOT_LOADED = /\.(?:map|md|markdown|d\.[cm]?ts|ts)$/
/** Files that do not change with the clock make the same bytes. */
const AS_OF = new Date(2000, 0, 1)
/** Read and run by all (`rwxr-xr-x`), as zip writes it for Unix. */
const EXECUTABLE = { os: 3, attrs: 0o100755 << 16 }

/**
 * The archive for `spark-submit --archives`: the built program with its models and word lists, the packages that it needs, the types of the
 * tables (`tables.json`) and, where `node` names one, the Node.js that runs it. A zip, the same bytes for the same files.
 * @throws UserError where the program was not built or a package of it is not installed.
 */
export function archiveOf(root: string, node: string | null): Uint8Array {
  if (!existsSync(join(root, 'dist/claimtrace.js'))) throw new UserError('there is no built program to put into the archive; run npm run build first')
  const files: Zippable = { 'tables.json': Buffer.from(JSON.stringify(sparkTables())) }
  const add = (path: string) => (files[packed(path, root)] = readFileSync(path))
  add(join(root, 'package.json'))
  for (const path of filesIn(join(root, 'dist'))) if (!path.includes(`${sep}types${sep}`)) add(path)
  for (const folder of packagesOf(root)) for (const path of filesIn(folder)) add(path)
  if (node !== null) files['node'] = [readFileSync(node), EXECUTABLE]
  return zipSync(files, { level: 6, mtime: AS_OF })
}

/** The path in the archive of a file of the program, or of a package that may be installed beside it. */
const packed = (path: string, root: string) => (path.startsWith(root) ? relative(root, path) : path.slice(path.indexOf(`${sep}node_modules${sep}`) + 1)).split(sep).join('/')

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path)
    return entry.isFile() && !NOT_LOADED.test(entry.name) ? [path] : []
  })

/** The folders of all packages that the program needs, each once, sorted. */
function packagesOf(root: string): readonly string[] {
  const found = new Set<string>()
  const visit = (from: string): void => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { readonly dependencies?: Readonly<Record<string, string>> }
    for (const name of Object.keys(dependencies)) {
      const folder = installed(name, from)
      if (found.has(folder)) continue
      found.add(folder)
      visit(folder)
    }
  }
  visit(root)
  return [...found].toSorted()
}

/** Where a package is installed for what lies in a folder: in the nearest `node_modules` above. */
function installed(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name)
    if (existsSync(join(path, 'package.json'))) return path
    if (folder === dirname(folder)) throw new UserError(`the package ${name} is not installed; run npm ci first`)
  }
}
