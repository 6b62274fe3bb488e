import { articleFile } from '../9-output/files.ts'
import { countWhile } from '../model/bisect.ts'
import { Growing } from '../model/columns.ts'

/** An article that stands for an input: its id, the SHA-256 of its source and of its file, and a hash of what a person put right; null: nobody did. */
export interface Answer {
  readonly id: string
  readonly source: string
  readonly file: string
  readonly corrections: string | null
}

/** Bytes of a SHA-256. */
const HASH = 32

/** What stands for the inputs; once they are in order, in that of the names of its files. */
export class Answered implements Iterable<Answer> {
  readonly #ids: string[] = []
  /** Of each the source's, then the file's. */
  readonly #hashes = new Growing<Uint8Array>(Uint8Array)
  readonly #corrections = new Map<string, string>()
  #order = new Uint32Array()
  /** The place behind the one that was found last. */
  #next = 0

  get size(): number {
    return this.#ids.length
  }

  add({ id, source, file, corrections }: Answer): void {
    this.#ids.push(id)
    this.#hashes.append(Buffer.from(source + file, 'hex'))
    if (corrections !== null) this.#corrections.set(id, corrections)
  }

  /** Puts them in order; none is added after that. */
  sort(): this {
    const names = this.#ids.map(articleFile)
    this.#order = Uint32Array.from(names.keys()).sort((a, b) => (names[a]! < names[b]! ? -1 : 1))
    return this
  }

  *[Symbol.iterator](): Generator<Answer> {
    for (const n of this.#order) yield this.#at(n)
  }

  /** The one of that id; null: none. */
  of(id: string): Answer | null {
    return this.in(articleFile(id))
  }

  /** The one that stands in the file of that name among the articles; null: none. They are found soonest in order. */
  in(name: string): Answer | null {
    const place = this.#nameAt(this.#next) === name ? this.#next : countWhile(this.size, (i) => this.#nameAt(i)! < name)
    if (this.#nameAt(place) !== name) return null
    this.#next = place + 1
    return this.#at(this.#order[place]!)
  }

  #nameAt(place: number): string | null {
    return place < this.size ? articleFile(this.#ids[this.#order[place]!]!) : null
  }

  #at(n: number): Answer {
    const id = this.#ids[n]!
    const [source, file] = [2 * n, 2 * n + 1].map((place) => Buffer.from(this.#hashes.values.subarray(place * HASH, (place + 1) * HASH)).toString('hex')) as [string, string]
    return { id, source, file, corrections: this.#corrections.get(id) ?? null }
  }
}
