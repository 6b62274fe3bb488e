import { randomInt } from 'node:crypto'
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { regular } from '../model/regular.ts'
import { UserError } from '../model/user-error.ts'
import { TEMPORARY } from './write-atomic.ts'

/** A folder that is being written to, until `release`. */
export interface Lock {
  readonly release: () => Promise<void>
}

/** The locks of this process, whose id in a file tells nothing. */
const HELD = new Set<string>()

/**
 * Keeps two runs from writing into one folder: a file `.lock` with the process id. What a dead process left is taken over.
 * @throws UserError where another living process, or another job of this one, holds the folder; the system's error where the file cannot be written.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  const path = resolve(folder, '.lock')
  if (HELD.has(path)) throw new UserError(`${folder}: this very process is writing here; wait until that ends, or give another folder`)
  HELD.add(path)
  const release = () => rm(path, { force: true }).finally(() => HELD.delete(path))
  try {
    await take(path, folder)
    return { release }
  } catch (error) {
    HELD.delete(path)
    throw error
  }
}

async function take(path: string, folder: string): Promise<void> {
  for (;;) {
    try {
      return await writeFile(path, `${process.pid}\n`, { flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = await holderOf(path)
    if (isAlive(holder)) throw new UserError(`${folder}: another run (process ${holder}) is writing here; wait until it ends, or give another folder with --out (if no such run exists, delete ${join(folder, '.lock')})`)
    await takeAway(path, holder)
  }
}

/** The process id in a lock file; 0 where there is none. A process that has just made the file has a moment to write it. */
async function holderOf(path: string): Promise<number> {
  const written = () => readFile(regular(path), 'utf8').catch(() => '')
  return Number((await written()) || (await setTimeout(MOMENT, null).then(written)))
}
const MOMENT = 200

/** Removes the lock of a dead process. Where another process took it over meanwhile, its lock is put back. */
async function takeAway(path: string, holder: number): Promise<void> {
  const aside = `${path}.${process.pid}-${randomInt(2 ** 47)}.tmp`
  try {
    await rename(path, aside)
    if (!Object.is(await holderOf(aside), holder)) await link(aside, path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** Removes the temporary files that killed runs left in these folders. Missing folders are passed over. */
export async function removeLeftovers(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => [])
    const dead = names.filter((name) => TEMPORARY.test(name) && !isAlive(Number(TEMPORARY.exec(name)![1])))
    await Promise.all(dead.map((name) => rm(join(folder, name), { recursive: true, force: true })))
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
