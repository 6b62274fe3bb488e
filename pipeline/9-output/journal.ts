import { closeSync, lstatSync, openSync, rmSync, writeSync } from 'node:fs'
import { AheadReader, LineReader, linesIn, type Place } from '../model/lines.ts'
import { shortHash } from '../model/id.ts'
import { writeAtomic } from './write-atomic.ts'

/** What a run knows about one article: enough to tell that nothing has changed, and what comes after needs of it, so that nothing is read twice. */
export interface Entry<About> {
  readonly id: string
  readonly about: About
  /** JSON without line ends, in parts that are asked for one by one. */
  readonly more: readonly string[]
}

/** The first part of a line: its article is told by it, and the parts that come behind. */
interface Head<About> extends Pick<Entry<About>, 'id' | 'about'> {
  /** Each by a hash and its length in bytes, in a text, which takes less memory: `3bb22e6b0d60,3240 1ea0e33902ad,9949`. */
  readonly more: string
}

/** A line, without its end, how many bytes of it are its head, and the parts behind that as the head tells them. */
interface Known extends Place {
  readonly head: number
  readonly parts: string
}

/** The parts of a line are parted by a tab, which no JSON holds. */
const TAB = 9

/**
 * The journal of the runs into one folder, `.journal`: a line an article, added when the article is written, so that a run that is killed goes
 * on where it was. Of two lines about one article the last holds; a line that is cut is none. It is added to, and written anew, in the order of the
 * ids, only where most of it no longer holds.
 */
export class Journal<About> {
  readonly #known = new Map<string, Known>()
  readonly #heads: AheadReader
  readonly #reader: LineReader
  #size = 0
  #handle: number | null = null

  constructor(readonly path: string) {
    const file = lstatSync(path, { throwIfNoEntry: false })
    if (file && !file.isFile()) rmSync(path, { recursive: true }) // a symbolic link is not written through
    this.#heads = new AheadReader(path)
    this.#reader = new LineReader(path)
    if (!file?.isFile()) return
    for (const { bytes, at, size } of linesIn(path)) {
      this.#size = at + size + 1
      if (at + size === file.size) break // its end was cut off
      const head = Math.max(0, bytes.indexOf(TAB))
      const told = parsed<Head<About>>(bytes.toString('utf8', 0, head))
      if (told !== null) this.#known.set(told.id, { head, at, size, parts: told.more })
    }
    if (this.#size === file.size) return
    this.#size = file.size // a last line without its end was cut off: what is added begins a new one
    this.#write('\n')
  }

  /** What is known about an article. */
  get(id: string): About | null {
    const known = this.#known.get(id)
    return known === undefined ? null : (parsed<Head<About>>(this.#heads.read({ at: known.at, size: known.head }))?.about ?? null)
  }

  /** A part of what else was told about it; null where it is not as it was written. */
  more(id: string, part: number): string | null {
    const { at, head, parts } = this.#known.get(id)!
    const told = partsIn(parts)
    const { hash, size } = told[part]!
    const more = this.#reader.read({ at: told.slice(0, part).reduce((from, before) => from + before.size + 1, at + head + 1), size })
    return shortHash(more) === hash ? more : null
  }

  /** Tells all that else was told about it from anything else. */
  mark(id: string): string {
    return this.#known.get(id)!.parts
  }

  /** A hash of each part of what else was told about it. */
  hashesOfMore(id: string): readonly string[] {
    return partsIn(this.#known.get(id)!.parts).map(({ hash }) => hash)
  }

  /** @throws the system's error where it cannot be written. */
  add({ id, about, more }: Entry<About>): void {
    const parts = more.map((part) => `${shortHash(part)},${Buffer.byteLength(part)}`).join(' ')
    const head = JSON.stringify({ id, about, more: parts } satisfies Head<About>)
    const at = this.#size
    this.#write(`${[head, ...more].join('\t')}\n`)
    this.#known.set(id, { head: Buffer.byteLength(head), at, size: this.#size - at - 1, parts })
  }

  #write(text: string): void {
    this.#handle ??= openSync(this.path, 'a')
    const bytes = Buffer.from(text)
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#handle, bytes, done)
    this.#size += bytes.length
  }

  /** Forgets the articles that are not kept; what no longer holds leaves the file once it is most of it. */
  async finish(keep: (id: string) => boolean): Promise<void> {
    this.close()
    for (const id of this.#known.keys()) if (!keep(id)) this.#known.delete(id)
    const ids = [...this.#known.keys()].sort()
    const holding = ids.reduce((sum, id) => sum + this.#known.get(id)!.size + 1, 0)
    if (holding >= this.#size / 2) return
    const places = new Map<string, Known>()
    const lines = function* (this: Journal<About>) {
      let at = 0
      for (const id of ids) {
        const known = this.#known.get(id)!
        yield `${this.#reader.read(known)}\n`
        places.set(id, { ...known, at })
        at += known.size + 1
      }
    }
    await writeAtomic(this.path, lines.call(this))
    this.close()
    this.#size = holding
    this.#known.clear()
    for (const [id, known] of places) this.#known.set(id, known)
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
    this.#heads.close()
    this.#reader.close()
  }
}

const partsIn = (parts: string) => parts.split(' ').map((part) => ({ hash: part.slice(0, part.indexOf(',')), size: Number(part.slice(part.indexOf(',') + 1)) }))

function parsed<T>(json: string): T | null {
  try {
    return JSON.parse(json) as T
  } catch {
    return null
  }
}
