import { Growing } from '../../model/columns.ts'
import { LINK_TYPES, type Link } from '../../model/schema.ts'
import type { JudgedPair } from '../row.ts'
import { sortedByKey } from './blocks.ts'
import { KeptTexts } from './kept-texts.ts'

/** The links that were found, in columns: a million of them cost no million of objects. */
export class LinkColumns {
  readonly a = new Growing<Uint32Array>(Uint32Array)
  readonly b = new Growing<Uint32Array>(Uint32Array)
  readonly type = new Growing<Uint8Array>(Uint8Array)
  readonly confidence = new Growing<Float64Array>(Float64Array)
  /** The line of one that was written before, else -1; where the other ones are kept until they are written. */
  readonly written = new Growing<Int32Array>(Int32Array)
  readonly place = new Growing<Float64Array>(Float64Array)
  readonly links = new KeptTexts()

  /** Adds a link of claims a and b, a before b. */
  add(a: number, b: number, link: Link): void {
    this.#add(a, b, link.type, link.confidence)
    this.written.push(-1)
    this.place.push(this.links.add(JSON.stringify(link)))
  }

  /** Adds one that was written before, by its line. */
  addWritten(a: number, b: number, type: Link['type'], confidence: number, line: number): void {
    this.#add(a, b, type, confidence)
    this.written.push(line)
    this.place.push(-1)
  }

  #add(a: number, b: number, type: Link['type'], confidence: number): void {
    this.a.push(a)
    this.b.push(b)
    this.type.push(LINK_TYPES.indexOf(type))
    this.confidence.push(confidence)
  }

  /** All of them, by a, then by b. */
  inOrder(): OrderedLinks {
    const byB = sortedByKey(this.b.values.slice(), Uint32Array.from({ length: this.b.size }, (_, i) => i)).node
    const a = this.a.values
    return new OrderedLinks(this, sortedByKey(byB.map((i) => a[i]!), byB).node)
  }
}

/** Links in their order, each made when it is asked for. */
export class OrderedLinks implements Iterable<FoundPair> {
  constructor(
    private readonly found: LinkColumns,
    private readonly order: Uint32Array,
  ) {}

  get length(): number {
    return this.order.length
  }

  *[Symbol.iterator](): Generator<FoundPair> {
    for (let n = 0; n < this.order.length; n++) yield new FoundPair(this.found, this.order[n]!)
  }

  /** Each as it is to be written, or the number of its line where it was written before. */
  *rows(): Generator<Link | number> {
    for (const pair of this) yield pair.written ?? pair.link
  }

  /** Those of which something holds. */
  filter(holds: (pair: FoundPair) => boolean): OrderedLinks {
    return new OrderedLinks(this.found, this.order.filter((i) => holds(new FoundPair(this.found, i))))
  }
}

/** A judged pair. */
export class FoundPair implements JudgedPair {
  constructor(
    private readonly found: LinkColumns,
    private readonly i: number,
  ) {}

  get a(): number {
    return this.found.a.at(this.i)
  }

  get b(): number {
    return this.found.b.at(this.i)
  }

  get type(): JudgedPair['type'] {
    return LINK_TYPES[this.found.type.at(this.i)]!
  }

  get confidence(): number {
    return this.found.confidence.at(this.i)
  }

  get written(): number | undefined {
    const line = this.found.written.at(this.i)
    return line < 0 ? undefined : line
  }

  /** As it is to be written, where it was not before. */
  get link(): Link {
    return JSON.parse(this.found.links.at(this.found.place.at(this.i))) as Link
  }
}
