import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noProgress, type StartProgress } from '../model/progress.ts'
import { UserError } from '../model/user-error.ts'
import { BUILD } from '../model/version.ts'
import { buildIndex, INDEX_VERSION } from './build-index.ts'
import { ReadDatabase } from '../9-output/database.ts'
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
  const found = openIndex(indexPath(folder), files) ?? madeIndex(folder, files, startProgress)
  const { index, remove = () => {} } = found
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

/** Writes the index where it is not there, or belongs to other files. */
export function updateIndex(folder: string): void {
  const files = new OutputFiles(folder)
  try {
    const index = openIndex(indexPath(folder), files)
    index?.index.close()
    if (index === null) buildIndex(indexPath(folder), files)
  } finally {
    files.close()
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
    if (aboutOf(index, 'version') === String(INDEX_VERSION) && aboutOf(index, 'stamp') === files.stamp()) return { index }
    index.close()
  } catch {
    // no database, or one of another form
  }
  return null
}

function madeIndex(folder: string, files: OutputFiles, startProgress: StartProgress): Opened {
  const progress = startProgress(files.names.length)
  const build = (path: string) => buildIndex(path, files, () => progress.add(1))
  try {
    build(indexPath(folder))
    return { index: new ReadDatabase(indexPath(folder)) }
  } catch (error) {
    if (error instanceof UserError) throw error
    const own = mkdtempSync(join(tmpdir(), 'claimtrace-'))
    build(indexPath(own))
    return { index: new ReadDatabase(indexPath(own)), remove: () => rmSync(own, { recursive: true, force: true }) }
  } finally {
    progress.stop()
  }
}

const aboutOf = (index: ReadDatabase, name: string) => index.get<{ value: string }>('SELECT value FROM about WHERE name = ?', name)?.value

const AGAIN = 'run `claimtrace run` again'

function warningsOf({ manifest, manifestPath, names }: OutputFiles, index: ReadDatabase): string[] {
  const versions = (JSON.parse(aboutOf(index, 'versions') ?? '[]') as string[]).filter((version) => version !== BUILD)
  const other = manifest !== null && manifest.run !== aboutOf(index, 'run')
  return [
    ...versions.map((version) => `some of the output was written by claimtrace ${version}, this is ${BUILD}; ${AGAIN} to bring it up to date`),
    ...(manifest === null ? [`${manifestPath}: is missing, so that every claim stands alone; ${AGAIN}`] : []),
    ...(other ? [`${manifestPath}: belongs to another run, of ${manifest.articles} articles; here stand ${names.length}, and claims that it did not link stand alone`] : []),
  ]
}
