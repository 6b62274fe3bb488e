import { statSync } from 'node:fs'

/** Standard input and what a shell hands over as `<(command)`: pipes that somebody else has opened already. */
const HANDED_OVER = /^\/(?:dev\/(?:stdin|fd\/\d+)|proc\/[^/]+\/fd\/\d+)$/

/**
 * The path as it is, to be opened: a named pipe waits for ever, a device may never end, and neither holds what we read.
 * A folder, or a path that leads nowhere, is left to whoever opens it.
 * @throws an error with the code `ENOTREG` where it leads to a pipe, socket or device; the system's error where it cannot be told.
 */
export function regular(path: string): string {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info || info.isFile() || info.isDirectory() || HANDED_OVER.test(path)) return path
  throw Object.assign(new Error('it is a pipe, a socket or a device, no file'), { code: 'ENOTREG', path })
}
