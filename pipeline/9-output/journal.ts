import { closeSync, lstatSync, openSync, rmSync, writeSync } from 'node:fs'
import { AheadReader, LineReader, linesIn, type Bytes, type Place } from '../model/lines.ts'
import { shortHash, shortHashOf } from '../model/id.ts'
import { JournalLines, numberOf, type Part } from './journal-lines.ts'
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
  /** Each by a hash and its length in bytes: `3bb22e6b0d60,3240 1ea0e33902ad,9949`. */
  readonly more: string
}

/** The parts of a line are parted by a tab, which no JSON holds. */
const TAB = 9

/**
 * The journal of the runs into one folder, `.journal`: a line an article, added when the article is written, so that a run that is killed goes
 * on where it was. Of two lines about one article the last holds; a line that is cut is none. It is added to, and written anew, in the order of the
 * ids, only where most of it no longer holds.
 */
export class Journal<About> {
  /** By article, the number of the line that holds. */
  readonly #known = new Map<string, number>()
  #lines = new JournalLines()
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
      if (typeof told?.more === 'string') this.#known.set(told.id, this.#lines.add({ at, size }, head, partsIn(told.more)))
    }
    if (this.#size === file.size) return
    this.#size = file.size // a last line without its end was cut off: what is added begins a new one
    this.#write('\n')
  }

  /** How many articles it knows. */
  get size(): number {
    return this.#known.size
  }

  /** What is known about an article. */
  get(id: string): About | null {
    const line = this.#known.get(id)
    return line === undefined ? null : (parsed<Head<About>>(this.#heads.read(this.#lines.head(line)))?.about ?? null)
  }

  /** A part of what else was told about it; null where it is not as it was written. */
  more(id: string, part: number): string | null {
    const place = this.#lines.part(this.#known.get(id)!, part)
    if (place === null) return null
    const bytes = this.#reader.bytes(place)
    return numberOf(shortHashOf(bytes)) === place.hash ? bytes.toString('utf8') : null
  }

  /** Bytes of such a part by their place in it, as they stand there: they hold until more is asked for. Null where the part is none or too short. */
  bytesOf(id: string, part: number, { at, size }: Place): Bytes | null {
    const place = this.#lines.part(this.#known.get(id)!, part)
    return place === null || at + size > place.size ? null : this.#reader.bytes({ at: place.at + at, size })
  }

  /** Tells all that else was told about it from anything else. */
  mark(id: string): string {
    return toldOf(this.#lines.parts(this.#known.get(id)!))
  }

  /** A hash of each part of what else was told about it. */
  hashesOfMore(id: string): readonly string[] {
    return this.#lines.parts(this.#known.get(id)!).map(({ hash }) => hash)
  }

  /** @throws the system's error where it cannot be written. */
  add({ id, about, more }: Entry<About>): void {
    const parts = more.map((part) => ({ hash: shortHash(part), size: Buffer.byteLength(part) }))
    const head = JSON.stringify({ id, about, more: toldOf(parts) } satisfies Head<About>)
    const at = this.#size
    this.#write(`${[head, ...more].join('\t')}\n`)
    this.#known.set(id, this.#lines.add({ at, size: this.#size - at - 1 }, Buffer.byteLength(head), parts))
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
    const holding = ids.reduce((sum, id) => sum + this.#lines.place(this.#known.get(id)!).size + 1, 0)
    if (holding >= this.#size / 2) return
    const lines = new JournalLines()
    const written = function* (this: Journal<About>) {
      let at = 0
      for (const id of ids) {
        const line = this.#known.get(id)!
        const place = this.#lines.place(line)
        yield `${this.#reader.read(place)}\n`
        lines.addOne(this.#lines, line, at)
        at += place.size + 1
      }
    }
    await writeAtomic(this.path, written.call(this))
    this.close()
    this.#size = holding
    this.#lines = lines
    this.#known.clear()
    for (const [line, id] of ids.entries()) this.#known.set(id, line)
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
    this.#heads.close()
    this.#reader.close()
  }
}

const toldOf = (parts: readonly Part[]) => parts.map(({ hash, size }) => `${hash},${size}`).join(' ')
const partsIn = (told: string): readonly Part[] => told.split(' ').map((part) => ({ hash: part.slice(0, part.indexOf(',')), size: Number(part.slice(part.indexOf(',') + 1)) }))

function parsed<T>(json: string): T | null {
  try {
    return JSON.parse(json) as T
  } catch {
    return null
  }
}
