import { randomInt } from 'node:crypto'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/** How the temporary file of a write ends: `<path>.<process id>-<random number>.tmp`. */
export const TEMPORARY = /\.(\d+)-\d+\.tmp$/

/** Chunks are gathered up to this many bytes before they go to the file. */
const BUFFERED = 1 << 18

/** A name beside the path that no other write uses. */
export const temporaryFor = (path: string): string => `${path}.${process.pid}-${randomInt(2 ** 47)}.tmp`

/**
 * Writes a file so that its path always holds all of the old content or all of the new: into a temporary file beside it, which is
 * flushed, measured, and renamed; the folder is flushed last. A symbolic link at the path is replaced, not followed. `content` may be
 * many chunks, each whole (none ends inside a surrogate pair) and no longer needed once the next is asked for, so that no file has to fit in one string. Without `flush` a power cut may
 * leave less: for what is looked at before it is trusted, and can be made again.
 * @throws the system's error (`ENOSPC` where less was taken than given); the old file then stands as it was, and no temporary one is left.
 */
export async function writeAtomic(path: string, content: string | Uint8Array | Iterable<string | Uint8Array>, { flush }: { readonly flush: boolean } = { flush: true }): Promise<void> {
  const temporary = temporaryFor(path)
  try {
    const file = await open(temporary, 'wx')
    let size = 0
    try {
      for (const bytes of buffersOf(content)) size += await writeAll(file, bytes)
      if (flush) await file.sync()
    } finally {
      await file.close()
    }
    const written = (await stat(temporary)).size
    if (written !== size) throw shortWrite(path, written, size)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  if (flush) await flushFolder(dirname(path))
}

const asBytes = (chunk: string | Uint8Array): Uint8Array => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)

/** Buffers that no write gathers in now: a report is hundreds of small files. */
const spare: Buffer[] = []

/** The bytes to write, each of which holds until the next is asked for. */
function* buffersOf(content: string | Uint8Array | Iterable<string | Uint8Array>): Generator<Uint8Array> {
  if (typeof content === 'string' || content instanceof Uint8Array) return yield asBytes(content)
  const gathered = spare.pop() ?? Buffer.allocUnsafe(BUFFERED)
  let size = 0
  try {
    for (const chunk of content) {
      const bytes = asBytes(chunk)
      if (size + bytes.length > BUFFERED) {
        yield gathered.subarray(0, size)
        size = 0
      }
      if (bytes.length > BUFFERED) yield bytes
      else {
        gathered.set(bytes, size)
        size += bytes.length
      }
    }
    yield gathered.subarray(0, size)
  } finally {
    spare.push(gathered)
  }
}

/** A full disk may take a part of a buffer and report no error: the rest is offered again, until it is refused. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<number> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done)
    if (bytesWritten === 0) throw shortWrite('write', done, bytes.length)
    done += bytesWritten
  }
  return bytes.length
}

function shortWrite(path: string, written: number, size: number): NodeJS.ErrnoException {
  return Object.assign(new Error(`${path}: ${written} of ${size} bytes were written`), { code: 'ENOSPC' })
}

/** So that the rename itself outlasts a power cut. Not every system lets a folder be opened. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
