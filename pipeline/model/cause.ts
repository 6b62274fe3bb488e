const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EEXIST: 'a file of that name is there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ELOOP: 'its symbolic links go in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'no space is left on the device',
  EROFS: 'the file system is read-only',
  EIO: 'the device failed',
}

/** What the system said of a file that nobody expected to fail, in a line; null for any other error. */
export function fileTrouble(error: unknown): string | null {
  const { path, code } = error as NodeJS.ErrnoException
  return path === undefined || code === undefined ? null : `${path}: ${causeOf(error)}`
}

/** What went wrong with a file, in words. */
export function causeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code
  return (code && CAUSES[code]) || (error instanceof Error ? error.message : String(error))
}
