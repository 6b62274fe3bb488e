import { closeSync, lstatSync, openSync, rmSync, writeSync } from 'node:fs'
import { Growing, GrowingLists, listAt } from '../model/columns.ts'
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
  /** Each by a hash and its length in bytes: `3bb22e6b0d60,3240 1ea0e33902ad,9949`. */
  readonly more: string
}

/** Lines by number, without their ends: where each stands, how many bytes of it are its head, and the parts behind that, each by its hash as a number and its length. */
class Lines {
  readonly #at = new Growing<Float64Array>(Float64Array)
  readonly #size = new Growing<Uint32Array>(Uint32Array)
  readonly #head = new Growing<Uint32Array>(Uint32Array)
  readonly #parts = new GrowingLists<Float64Array>(Float64Array)

  /** Adds one, and gives its number. */
  add({ at, size }: Place, head: number, parts: readonly Part[]): number {
    this.#at.push(at)
    this.#size.push(size)
    this.#head.push(head)
    this.#parts.add(parts.flatMap((part) => [Number.parseInt(part.hash, 16), part.size]))
    return this.#at.size - 1
  }

  /** As one of others, at another place. */
  addOne(others: Lines, line: number, at: number): number {
    const { size } = others.place(line)
    return this.add({ at, size }, others.head(line).size, others.parts(line))
  }

  place(line: number): Place {
    return { at: this.#at.at(line), size: this.#size.at(line) }
  }

  head(line: number): Place {
    return { at: this.#at.at(line), size: this.#head.at(line) }
  }

  parts(line: number): readonly Part[] {
    const numbers = listAt(this.#parts.lists, line)
    return Array.from({ length: numbers.length / 2 }, (_, i) => ({ hash: hexOf(numbers[2 * i]!), size: numbers[2 * i + 1]! }))
  }
}

interface Part {
  readonly hash: string
  readonly size: number
}

/** Half of the digits of a {@link shortHash}, and what they count. */
const [HALF, HALF_OF] = [6, 2 ** 24]

/** A {@link shortHash} by its number: half by half, since small numbers are written sooner. */
const hexOf = (number: number) => digits(Math.floor(number / HALF_OF)) + digits(number % HALF_OF)
const digits = (half: number) => half.toString(16).padStart(HALF, '0')

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
  #lines = new Lines()
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

  /** What is known about an article. */
  get(id: string): About | null {
    const line = this.#known.get(id)
    return line === undefined ? null : (parsed<Head<About>>(this.#heads.read(this.#lines.head(line)))?.about ?? null)
  }

  /** A part of what else was told about it; null where it is not as it was written. */
  more(id: string, part: number): string | null {
    const line = this.#known.get(id)!
    const head = this.#lines.head(line)
    const parts = this.#lines.parts(line)
    const { hash, size } = parts[part]!
    const more = this.#reader.read({ at: parts.slice(0, part).reduce((from, before) => from + before.size + 1, head.at + head.size + 1), size })
    return shortHash(more) === hash ? more : null
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
    const lines = new Lines()
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
