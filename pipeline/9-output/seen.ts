import { lstatSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { Growing } from '../model/columns.ts'
import { shortHash } from '../model/id.ts'
import { regular } from '../model/regular.ts'
import { writeAtomic } from './write-atomic.ts'

/** How a file stood when it was looked at: a number that tells that from others, and when it was last changed in any way, in milliseconds. */
export interface Look {
  readonly mark: number
  readonly changed: number
}

/**
 * How files stand, with what is known of them in words: by inode, size, and the times at which content and inode were last changed. The last
 * one no program sets: whoever writes to a file, or puts another in its place, leaves another mark. Null where one of them is no file.
 */
export function lookAt(paths: readonly string[], ...known: readonly string[]): Look | null {
  let changed = 0
  const parts: (string | number)[] = [...known]
  for (const path of paths) {
    const file = lstatSync(path, { throwIfNoEntry: false })
    if (!file?.isFile()) return null
    parts.push(file.ino, file.size, file.mtimeMs, file.ctimeMs)
    changed = Math.max(changed, file.ctimeMs)
  }
  return { mark: Number.parseInt(shortHash(...parts), 16), changed }
}

type Noted = readonly [id: string, mark: number]

const areNoted = (value: unknown) => Array.isArray(value) && value.every((one) => Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'number')

/** When it was noted, in milliseconds, and what. */
const schema = z.strictObject({ at: z.number(), marks: z.custom<readonly Noted[]>(areNoted) })

/** Of what was changed so shortly (in milliseconds) before it was noted, a later change might bear the same time: no clock of a file system is coarser. */
const COARSE = 2000

/** How the files of articles stood at the end of an earlier run, `.seen`: what stands as it did then need not be read to be known. */
export class Seen {
  /** What was last changed before this, in milliseconds, is known by its mark. */
  readonly until: number
  readonly #before: ReadonlyMap<string, number>
  readonly #ids: string[] = []
  readonly #marks = new Growing<Float64Array>(Float64Array)

  constructor(private readonly path: string) {
    const { at, marks } = read(path)
    this.until = at - COARSE
    this.#before = new Map(marks)
  }

  /** The mark of an article's files. */
  get(id: string): number | null {
    return this.#before.get(id) ?? null
  }

  note(id: string, mark: number): void {
    this.#ids.push(id)
    this.#marks.push(mark)
  }

  /** Writes what was noted, if anything was; rejects with the system's error where that is not possible. */
  async write(): Promise<void> {
    if (this.#ids.length > 0) await writeAtomic(this.path, this.#json())
  }

  /** Piece by piece: there may be a million. */
  *#json(): Generator<string> {
    yield `{"at":${Date.now()},"marks":[`
    for (const [i, id] of this.#ids.entries()) yield `${i > 0 ? ',' : ''}${JSON.stringify([id, this.#marks.at(i)] satisfies Noted)}`
    yield ']}\n'
  }
}

function read(path: string): z.infer<typeof schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(regular(path), 'utf8')))
  } catch {
    return { at: 0, marks: [] }
  }
}
