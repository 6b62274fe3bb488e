import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { causeOf } from '../model/cause.ts'
import type { ArticleError } from '../model/schema.ts'
import { articleError } from './errors.ts'
import { EXTENSIONS, extensionOf, hasKnownEnding } from './formats.ts'

/** Standard input, as it is written on the command line. */
export const STDIN = '-'

/**
 * The paths of the files that paths, folders (recursive, sorted by name) and globs stand for, each once, in the order given;
 * {@link STDIN} stays as it is. A path that leads nowhere is an error of its own. What lies in the folder `skip` is found only where
 * that folder, or something in it, is named itself.
 */
export async function* locate(paths: readonly string[], skip?: string, onPassedOver?: (path: string) => void): AsyncGenerator<string | ArticleError> {
  const seen = new Set<string>()
  for (const path of paths)
    for await (const found of expand(path, skip === undefined ? null : resolve(skip), onPassedOver)) {
      const file = typeof found === 'string' ? resolve(found) : null
      if (file && seen.has(file)) continue
      if (file) seen.add(file)
      yield found
    }
}

async function* expand(path: string, skip: string | null, onPassedOver?: (path: string) => void): AsyncGenerator<string | ArticleError> {
  if (path === STDIN) return yield path
  if (/^https?:\/\//i.test(path)) return yield articleError('read/missing', `${path}: claimtrace reads files, not addresses; save the page first: curl -L -o page.html '${path}'`, { path })
  const info = await stat(path).catch((error: unknown) => error as NodeJS.ErrnoException)
  if (info instanceof Error) return yield* expandGlob(path, info)
  if (!info.isDirectory()) return yield path
  let any = false
  for await (const found of walk(path, skip, onPassedOver)) {
    any = true
    yield found
  }
  if (!any) yield articleError('read/no-articles', `${path}: no articles in this folder; looked for ${EXTENSIONS.join(', ')}`, { path })
}

/** The files of a pattern; an error where the path is none, which `missed` says is not there. */
async function* expandGlob(pattern: string, missed: NodeJS.ErrnoException): AsyncGenerator<string | ArticleError> {
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (!isDynamicPattern(pattern)) return yield missing(pattern, missed)
  const found = await glob(pattern, { absolute: isAbsolute(pattern), expandDirectories: false })
  const files = found.filter((path) => hasKnownEnding(path) && !path.split(/[/\\]/).includes('node_modules')).sort()
  if (!files.length) yield articleError('read/missing', `${pattern}: no file matches; quote the pattern and check where you are`, { path: pattern })
  yield* await eachOnce(files)
}

/** Of paths that lead to one file through linked folders the one that goes through none, else the first: a link to a folder above is a loop. */
async function eachOnce(files: readonly string[]): Promise<Iterable<string>> {
  const folders = new Map<string, string>()
  const found = new Map<string, string>()
  for (const path of files) {
    const folder = resolve(dirname(path))
    if (!folders.has(folder)) folders.set(folder, await realpath(folder).catch(() => folder))
    const real = join(folders.get(folder)!, basename(path))
    if (!found.has(real) || real === resolve(path)) found.set(real, path)
  }
  return found.values()
}

async function* walk(folder: string, skip: string | null, onPassedOver?: (path: string) => void): AsyncGenerator<string | ArticleError> {
  let entries
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    return yield articleError('read/unreadable', `${folder}: cannot be read: ${causeOf(error)}`, { path: folder })
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (resolve(path) !== skip) yield* walk(path, skip, onPassedOver)
    } else if (isArticleFile(entry.name) && (entry.isFile() || entry.isSymbolicLink())) yield path // a pipe or socket may never end
    else if (!/\.(?:meta|corrections)\.json$/.test(entry.name)) onPassedOver?.(path)
  }
}

/** How many bytes the files have together; null where that cannot be known before (standard input). */
export async function totalBytes(paths: readonly string[]): Promise<number | null> {
  if (paths.includes(STDIN)) return null
  let total = 0
  for await (const found of locate(paths)) if (typeof found === 'string') total += await stat(found).then((info) => info.size, () => 0)
  return total
}

const isArticleFile = (name: string) => EXTENSIONS.includes(extensionOf(name))

function missing(path: string, error: NodeJS.ErrnoException): ArticleError {
  const code = error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'read/missing' : 'read/unreadable'
  return articleError(code, `${path}: ${causeOf(error)}; check the path`, { path })
}
