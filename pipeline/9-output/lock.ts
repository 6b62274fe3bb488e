import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../model/user-error.ts'
import { TEMPORARY } from './write-atomic.ts'

/** A folder that is being written to, until `release`. */
export interface Lock {
  readonly release: () => Promise<void>
}

/**
 * Keeps two runs from writing into one folder: a file `.lock` with the process id. What a dead process left is taken over.
 * @throws UserError where another living process holds the folder; the system's error where the file cannot be written.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  const path = join(folder, '.lock')
  for (;;) {
    try {
      await writeFile(path, `${process.pid}\n`, { flag: 'wx' })
      return { release: () => rm(path, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''))
    if (isAlive(holder)) throw new UserError(`${folder}: another run (process ${holder}) is writing here; wait until it ends, or give another folder with --out (if no such run exists, delete ${path})`)
    await rm(path, { force: true })
  }
}

/** Removes the temporary files that killed runs left in these folders. Missing folders are passed over. */
export async function removeLeftovers(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => [])
    const dead = names.filter((name) => TEMPORARY.test(name) && !isAlive(Number(TEMPORARY.exec(name)![1])))
    await Promise.all(dead.map((name) => rm(join(folder, name), { force: true })))
  }
}

/** Whether a process of this id runs; ours counts as dead: it has left nothing before it began, and in a container the same ids come again. */
function isAlive(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0 || id === process.pid) return false
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
