import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { idKey, idLine, linkKey, linkLine } from '../model/line-columns.ts'
import type { KnownLinks } from '../model/links-folder.ts'
import { noProgress, type Progress, type StartProgress } from '../model/progress.ts'
import type { AnnotatedArticle, ClaimRef, Group, Link, Origin } from '../model/schema.ts'
import { UserError } from '../model/user-error.ts'
import { BUILD } from '../model/version.ts'
import { buildIndex } from './build-index.ts'
import { passingFolder, ReadDatabase } from '../9-output/database.ts'
import type { ToIndex } from './index-articles.ts'
import { INDEX_VERSION } from './index-tables.ts'
import { indexedArticle } from './indexed.ts'
import { OutputFiles } from './output.ts'
import { placesOf } from './places.ts'

export type { ReadDatabase, Row } from '../9-output/database.ts'

/** What a run wrote: its files, each read when it is asked for, and the index that leads to them. */
export interface Output {
  readonly files: OutputFiles
  readonly index: ReadDatabase
  /** What a reader should know, in a line each. */
  readonly warnings: readonly string[]
  readonly close: () => void
}

export const indexPath = (folder: string): string => join(folder, '.index.sqlite')

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
 * As {@link openOutput}, of what this process has just written, so that nothing is checked again, and an index of an earlier run is brought
 * up to date. `links` is what is known of its links, null: they are read; `known` gives what is to be indexed of an article by the name of its file, null: it is read.
 */
export function openWritten(folder: string, links: KnownLinks | null, known: (name: string) => ToIndex | null): Output {
  const files = new OutputFiles(folder, 'trusted', links)
  const path = indexPath(folder)
  const before = indexAt(path)
  if (before !== null && saidBy(before, 'stamp') === files.stamp()) return outputOf(files, { index: before })
  const update = before !== null && mayBeUpdated(before)
  before?.close()
  const articles = { [Symbol.iterator]: () => toIndex(files, known) }
  buildIndex(path, files, articles, update)
  return outputOf(files, { index: new ReadDatabase(path) })
}

/** Whether an index held all that it led to, knows most articles again, and is no more than twice as large as one that is made anew. */
function mayBeUpdated(index: ReadDatabase): boolean {
  const { known } = index.get<{ known: number }>('SELECT count(mark) * 2 >= count(*) AS known FROM articles')!
  return known > 0 && saidBy(index, 'whole') === 'true' && Number(saidBy(index, 'next')) <= 2 * Number(saidBy(index, 'live'))
}

function* toIndex(files: OutputFiles, known: (name: string) => ToIndex | null): Generator<ToIndex> {
  for (const name of files.names) yield known(name) ?? readToIndex(files.read(name))
}

function readToIndex(article: AnnotatedArticle): ToIndex {
  return { id: article.source.id, mark: null, read: () => indexedArticle(article) }
}

function* eachToIndex(articles: Iterable<AnnotatedArticle>, progress: Progress): Generator<ToIndex> {
  for (const article of articles) {
    progress.add(1)
    yield readToIndex(article)
  }
}

interface Opened {
  readonly index: ReadDatabase
  readonly remove?: () => void
}

/** The index at the path; null where it is none of these files. */
function openIndex(path: string, files: OutputFiles): Opened | null {
  const index = indexAt(path)
  if (index === null || saidBy(index, 'stamp') === files.stamp()) return index && { index }
  index.close()
  return null
}

/** The index at the path; null where it is none of this version. */
function indexAt(path: string): ReadDatabase | null {
  if (!existsSync(path)) return null
  try {
    const index = new ReadDatabase(path)
    if (saidBy(index, 'version') === String(INDEX_VERSION)) return index
    index.close()
  } catch {
    // no database, or one of another form
  }
  return null
}

function madeIndex(folder: string, files: OutputFiles, startProgress: StartProgress): Opened {
  const progress = startProgress(files.names.length)
  const build = (path: string) => buildIndex(path, files, eachToIndex(files.articles, progress))
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

/** A group by its number in the index; null where it was made up for a claim that stands alone. */
export function writtenGroup({ index, files }: Output, number: number): Group | null {
  const [place] = placesOf(index, 'groups', number)
  return place === undefined ? null : files.row('groups', place)
}

/** The origins of a group, each with the claims that trace back to it. */
export function originsOf({ index, files }: Output, { support }: Group): readonly Origin[] {
  return support.origins.flatMap((id) => placesOf(index, 'origins', idKey(idLine(id))).map((place) => files.row('origins', place)).filter((origin) => origin.id === id))
}

/** The links that name a claim first, but for contradictions. */
export function linksFrom({ index, files }: Output, { article, claim }: ClaimRef): readonly Link[] {
  return placesOf(index, 'links', linkKey(linkLine({ article, claim }))).map((place) => files.row('links', place)).filter(({ type, a }) => type !== 'contradicts' && a.article === article && a.claim === claim)
}
