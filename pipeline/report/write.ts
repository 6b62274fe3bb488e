import { dirname, join } from 'node:path'
import { makeOwnFolder } from '../9-output/folder.ts'
import { lockFolder } from '../9-output/lock.ts'
import { ReportFolder } from './files.ts'
import type { ReportInput } from './input.ts'
import { NO_REPORT, readMemory, writeMemory, type ReportMemory } from './memory.ts'
import { Writer } from './writer.ts'

/** What was written: the page to open, and the bytes of it that were. */
export interface WrittenReport {
  readonly page: string
  readonly bytes: number
}

/** What is known of a report stands beside its folder, so that the folder can be given away as it is. */
const memoryOf = (path: string) => join(dirname(path), '.report')

/**
 * Writes the report into a folder, anew.
 * @throws UserError where the page was not built, where the folder is a symbolic link or another process writes there; the system's error where the folder cannot be written.
 */
export function writeReport(input: ReportInput, path: string): Promise<WrittenReport> {
  return written(input, path, NO_REPORT)
}

/**
 * Brings the report in a folder up to date: the same files as {@link writeReport} gives, of which those that stand already are left, and of articles that are as they were
 * nothing is read. Throws as that does.
 */
export function updateReport(input: ReportInput, path: string): Promise<WrittenReport> {
  return written(input, path, readMemory(memoryOf(path)))
}

async function written(input: ReportInput, path: string, before: ReportMemory): Promise<WrittenReport> {
  await makeOwnFolder(path)
  const lock = await lockFolder(path)
  try {
    const folder = new ReportFolder(path, before.files)
    const page = join(path, 'index.html')
    if (before.stamp === input.stamp && folder.stands()) return { page, bytes: 0 }
    await folder.create()
    const writer = new Writer(folder, input, before.facts)
    for (const article of input.articles) await writer.add(article)
    await writer.finish()
    await writeMemory(memoryOf(path), { stamp: input.stamp, files: folder.written, facts: writer.facts })
    return { page, bytes: folder.bytes }
  } finally {
    await lock.release()
  }
}
