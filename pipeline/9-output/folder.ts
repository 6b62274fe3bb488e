import { lstat, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UserError } from '../model/user-error.ts'
import { removeLeftovers } from './lock.ts'

/**
 * Makes a folder inside one that the user named, and clears it of what killed runs left half-written: a symbolic link in its place would
 * lead what is written to somewhere else. Gives its path.
 * @throws UserError where it is a symbolic link; else rejects with the system's error where it cannot be made.
 */
export async function makeOwnFolder(path: string): Promise<string> {
  await makeFolder(path)
  if ((await lstat(path)).isSymbolicLink()) throw new UserError(`${path}: is a symbolic link, which is not written through; remove it, or give another folder`)
  await removeLeftovers([path])
  return path
}

/**
 * Makes a folder that the user named, which may be a symbolic link, with those above it. As `mkdir` with `recursive`, which never comes
 * back in folders such as /proc (Node 20). Rejects with the system's error where it cannot be made.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return
    const parent = dirname(path)
    if (code !== 'ENOENT' || (await stat(parent).catch(() => null))) throw error
    await makeFolder(parent)
    await mkdir(path)
  }
}
