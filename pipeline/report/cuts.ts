import { hashOf } from '../model/hash.ts'
import { shortHash } from '../model/id.ts'

/** Whether a list is cut behind what has this id, in parts of about so many: by the id alone, so that one more or less in the list shifts no other part. */
const isCut = (id: string, about: number): boolean => hashOf(id) % about === 0

/** A list that is written in parts as it grows, each named by the id that ends it. */
export class CutList<T> {
  #part: T[] = []
  readonly names: string[] = []

  constructor(
    private readonly about: number,
    private readonly write: (name: string, part: readonly T[]) => Promise<void>,
  ) {}

  async add(id: string, item: T): Promise<void> {
    this.#part.push(item)
    if (isCut(id, this.about)) await this.#end(shortHash(id))
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    if (this.#part.length > 0) await this.#end('last')
  }

  async #end(name: string): Promise<void> {
    this.names.push(name)
    await this.write(name, this.#part)
    this.#part = []
  }
}
