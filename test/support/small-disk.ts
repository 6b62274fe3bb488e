import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

/** A file system of so many kB, which may be made larger later. */
export interface SmallDisk {
  readonly path: string
  readonly resize: (kilobytes: number) => void
  readonly remove: () => void
}

/** Mounts one at a path that is not there yet; null where this process may not mount. */
export function smallDisk(path: string, kilobytes: number): SmallDisk | null {
  mkdirSync(path)
  const mount = (options: string) => execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'ignore' })
  try {
    mount(`size=${kilobytes}k`)
  } catch {
    return null
  }
  return { path, resize: (size) => mount(`remount,size=${size}k`), remove: () => execFileSync('umount', [path]) }
}
