import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { noProgress, type Progress, type StartProgress } from '../model/progress.ts'
import type { Place } from '../model/lines.ts'
import type { AnnotatedArticle, Group, Origin } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { BUILD } from '../model/version.ts'
import { buildIndex, INDEX_VERSION } from './build-index.ts'
import { passingFolder, ReadDatabase } from '../9-output/database.ts'
import { indexedArticle, type IndexedArticle } from './indexed.ts'
import { OutputFiles } from './output.ts'

export type { ReadDatabase, Row } from '../9-output/database.ts'

/** What a run wrote: its files, each read when it is asked for, and the index that leads to them. */
export interface Output {
  readonly files: OutputFiles
  readonly index: ReadDatabase
  /** What a reader should know, in a line each. */
  readonly warnings: readonly string[]
  readonly close: () => void
}

export const indexPath = (folder: string): string => join(folder, 'index.sqlite')

/**
 * Opens the output of a run. Its index is made anew where it is missing or belongs to other files; beside them, or for the time being where
 * the folder cannot be written.
 * @throws UserError for a folder without a run's output, and for a file that is broken or of another version.
 * @example
 * const output = openOutput('output')
 */
export function openOutput(folder: string, startProgress: StartProgress = noProgress): Output {
  const files = new OutputFiles(folder)
  return outputOf(files, openIndex(indexPath(folder), files) ?? madeIndex(folder, files, startProgress))
}

function outputOf(files: OutputFiles, { index, remove = () => {} }: Opened): Output {
  return {
    files,
    index,
    warnings: warningsOf(files, index),
    close: () => {
      files.close()
      index.close()
      remove()
    },
  }
}

/**
 * As {@link openOutput}, of what this process has just written, so that nothing is checked again; `known` gives what the index holds of an
 * article by the name of its file, null: it is read.
 */
export function openWritten(folder: string, known: (name: string) => IndexedArticle | null): Output {
  const files = new OutputFiles(folder, 'trusted')
  const path = indexPath(folder)
  let opened = openIndex(path, files)
  if (opened === null) {
    buildIndex(path, files, knownOrRead(files, known))
    opened = { index: new ReadDatabase(path) }
  }
  return outputOf(files, opened)
}

function* knownOrRead(files: OutputFiles, known: (name: string) => IndexedArticle | null): Generator<IndexedArticle> {
  for (const name of files.names) yield known(name) ?? indexedArticle(files.read(name))
}

function* indexedOf(articles: Iterable<AnnotatedArticle>, progress: Progress): Generator<IndexedArticle> {
  for (const article of articles) {
    progress.add(1)
    yield indexedArticle(article)
  }
}

interface Opened {
  readonly index: ReadDatabase
  readonly remove?: () => void
}

/** The index at the path; null where it is none, or not of these files. */
function openIndex(path: string, files: OutputFiles): Opened | null {
  if (!existsSync(path)) return null
  try {
    const index = new ReadDatabase(path)
    if (saidBy(index, 'version') === String(INDEX_VERSION) && saidBy(index, 'stamp') === files.stamp()) return { index }
    index.close()
  } catch {
    // no database, or one of another form
  }
  return null
}

function madeIndex(folder: string, files: OutputFiles, startProgress: StartProgress): Opened {
  const progress = startProgress(files.names.length)
  const build = (path: string) => buildIndex(path, files, indexedOf(files.articles, progress))
  try {
    build(indexPath(folder))
    return { index: new ReadDatabase(indexPath(folder)) }
  } catch (error) {
    if (error instanceof UserError) throw error
    const own = passingFolder(indexPath(folder))
    build(indexPath(own))
    return { index: new ReadDatabase(indexPath(own)), remove: () => rmSync(own, { recursive: true, force: true }) }
  } finally {
    progress.stop()
  }
}

/** What the index says of itself: `stamp`, `types` of links by number, ... */
export const saidBy = (index: ReadDatabase, name: string) => index.get<{ value: string }>('SELECT value FROM about WHERE name = ?', name)?.value

/** Tells what is shown of an output, so many of its articles, from what is shown of others or of another state. */
export const stampOf = ({ index }: Output, articles: number): string => `${saidBy(index, 'stamp') ?? ''} ${articles}`

const AGAIN = 'run `claimtrace run` again'

function warningsOf({ manifest, manifestPath, names }: OutputFiles, index: ReadDatabase): string[] {
  const versions = (JSON.parse(saidBy(index, 'versions') ?? '[]') as string[]).filter((version) => version !== BUILD)
  const other = manifest !== null && manifest.run !== saidBy(index, 'run')
  return [
    ...versions.map((version) => `some of the output was written by claimtrace ${version}, this is ${BUILD}; ${AGAIN} to bring it up to date`),
    ...(manifest === null ? [`${manifestPath}: is missing, so that every claim stands alone; ${AGAIN}`] : []),
    ...(other ? [`${manifestPath}: belongs to another run, of ${manifest.articles} articles; here stand ${names.length}, and claims that it did not link stand alone`] : []),
  ]
}

/** The origins of a group, each with the claims that trace back to it. */
export function originsOf({ index, files }: Output, { support }: Group): readonly Origin[] {
  return support.origins.flatMap((id) => {
    const place = index.get<Place>('SELECT at, size FROM origins WHERE name = ?', id)
    return place === null ? [] : files.row('origins', place)
  })
}
