import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { noProgress, type Progress, type StartProgress } from '../model/progress.ts'
import type { Place } from '../model/lines.ts'
import type { AnnotatedArticle, Group, Origin, RegisteredSpeaker } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { BUILD } from '../model/version.ts'
import { buildIndex, INDEX_VERSION, type ToIndex } from './build-index.ts'
import { passingFolder, ReadDatabase } from '../9-output/database.ts'
import { indexedArticle } from './indexed.ts'
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
  const index = openIndex(indexPath(folder), files)
  return outputOf(files, index === null || index === 'outdated' ? madeIndex(folder, files, startProgress) : index)
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
 * article by the name of its file, null: it is read; `speakers` is the registry where it is at hand. An index of an earlier run is brought up to date.
 */
export function openWritten(folder: string, known: (name: string) => ToIndex | null, speakers?: Iterable<RegisteredSpeaker>): Output {
  const files = new OutputFiles(folder, 'trusted')
  const path = indexPath(folder)
  let opened = openIndex(path, files)
  if (opened === null || opened === 'outdated') {
    const articles = function* () {
      for (const name of files.names) yield known(name) ?? toRead(files.read(name))
    }
    const build = (update: boolean) => buildIndex(path, files, articles(), { ...(speakers && { speakers }), update })
    if (opened === 'outdated') {
      try {
        build(true)
      } catch {
        build(false) // it was damaged
      }
    } else build(false)
    opened = { index: new ReadDatabase(path) }
  }
  return outputOf(files, opened)
}

const toRead = (article: AnnotatedArticle): ToIndex => ({ id: article.source.id, hash: null, read: () => indexedArticle(article) })

function* toIndex(articles: Iterable<AnnotatedArticle>, progress: Progress): Generator<ToIndex> {
  for (const article of articles) {
    progress.add(1)
    yield toRead(article)
  }
}

interface Opened {
  readonly index: ReadDatabase
  readonly remove?: () => void
}

/** Of an index that is brought up to date, so many more claims may have been there than are that need not be read again. */
const MOST_LEFT = 1.25

/** The index at the path, where it is of these files; else whether it may be brought up to date: it is of this version, and most of what is in it was still there when it was written. */
function openIndex(path: string, files: OutputFiles): Opened | 'outdated' | null {
  if (!existsSync(path)) return null
  try {
    const index = new ReadDatabase(path)
    const is = saidBy(index, 'version') === String(INDEX_VERSION)
    if (is && saidBy(index, 'stamp') === files.stamp()) return { index }
    const there = is ? index.get<{ n: number | null }>("SELECT sum(1 + length(claims) - length(replace(claims, ' ', ''))) AS n FROM articles WHERE mark IS NOT NULL")!.n : 0
    const ever = is ? (JSON.parse(saidBy(index, 'next')!) as { claim: number }).claim : Infinity
    index.close()
    return ever <= MOST_LEFT * (there ?? 0) ? 'outdated' : null
  } catch {
    return null // no database, or one of another form
  }
}

function madeIndex(folder: string, files: OutputFiles, startProgress: StartProgress): Opened {
  const progress = startProgress(files.names.length)
  const build = (path: string) => buildIndex(path, files, toIndex(files.articles, progress))
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
