import { Rows } from '../../model/rows.ts'
import { LINK_TYPES, type Link } from '../../model/schema.ts'
import { SortedRows } from '../../model/sorted-rows.ts'
import type { JudgedPair } from '../row.ts'
import { confidenceIn, foundCode, typeIn } from './found-code.ts'
import { KeptTexts } from '../../model/kept-texts.ts'

/** The columns of a judged pair: its claims, what was found ({@link foundCode}, 0 for nothing), and where it stands, in two numbers. */
type Columns = readonly [a: Uint32Array, b: Uint32Array, found: Uint32Array, place: Uint32Array, rest: Uint32Array]
const NONE = new Uint32Array()
const NO_COLUMNS: Columns = [NONE, NONE, NONE, NONE, NONE]
/** Stands where the place is the number of a line that was written before. */
const WRITTEN = 2 ** 32 - 1

/** Pairs of claims as they are judged, and the links found, out of the way until all are there. */
export class JudgedPairs {
  readonly #rows: SortedRows
  readonly #links = new KeptTexts()

  /** Of so many claims. */
  constructor(claims: number) {
    this.#rows = new SortedRows(5, claims)
  }

  /** Adds a pair that is not linked, claim a before claim b. */
  add(a: number, b: number): void {
    this.#rows.add(a, b)
  }

  addLinked(a: number, b: number, link: Link): void {
    const place = this.#links.add(JSON.stringify(link))
    this.#rows.add(a, b, foundCode(link), place % 2 ** 32, Math.floor(place / 2 ** 32))
  }

  /** Adds one that was linked and written before, by what was found and its line. */
  addWritten(a: number, b: number, found: number, line: number): void {
    this.#rows.add(a, b, found, line, WRITTEN)
  }

  /** All of them, by a, then by b, and those that are linked. */
  inOrder(): { readonly judged: Rows; readonly links: OrderedLinks } {
    const [judged, links] = [new Rows(2), new Rows(5)]
    for (const columns of this.#rows.pieces() as Iterable<Columns>) {
      judged.append(columns, 0, columns[0].length)
      links.appendSome(columns, (i) => columns[2][i]! > 0)
    }
    return { judged, links: new OrderedLinks(links, this.#links) }
  }
}

/** Links in their order; one holds until the next is asked for. */
export class OrderedLinks implements Iterable<FoundPair> {
  constructor(
    private readonly rows: Rows,
    private readonly links: KeptTexts,
  ) {}

  get length(): number {
    return this.rows.length
  }

  [Symbol.iterator](): Iterator<FoundPair, undefined> {
    return new FoundPair(this.rows.pieces() as Iterator<Columns>, this.links)
  }

  /** Each as it is to be written, or the number of its line where it was written before. */
  *rowsToWrite(): Generator<Link | number> {
    for (const pair of this) yield pair.written ?? pair.link
  }

  /** Those of which something holds. */
  filter(holds: (pair: FoundPair) => boolean): OrderedLinks {
    const rows = new Rows(5)
    for (const pair of this) if (holds(pair)) rows.append(pair.columns, pair.i, pair.i + 1)
    return new OrderedLinks(rows, this.links)
  }
}

/** A judged pair, which becomes the next one: links are gone through again and again, and a million objects are dear. */
export class FoundPair implements JudgedPair, Iterator<FoundPair, undefined> {
  columns: Columns = NO_COLUMNS
  i = -1
  readonly #here = { done: false, value: this } as const

  constructor(
    private readonly pieces: Iterator<Columns>,
    private readonly links: KeptTexts,
  ) {}

  next(): IteratorResult<FoundPair, undefined> {
    while (++this.i >= this.columns[0].length) {
      const piece = this.pieces.next()
      if (piece.done === true) return { done: true, value: undefined }
      ;[this.columns, this.i] = [piece.value, -1]
    }
    return this.#here
  }

  get a(): number {
    return this.columns[0][this.i]!
  }

  get b(): number {
    return this.columns[1][this.i]!
  }

  /** See {@link foundCode}. */
  get found(): number {
    return this.columns[2][this.i]!
  }

  get type(): JudgedPair['type'] {
    return LINK_TYPES[typeIn(this.found)]!
  }

  get confidence(): number {
    return confidenceIn(this.found)
  }

  get written(): number | undefined {
    return this.columns[4][this.i] === WRITTEN ? this.columns[3][this.i] : undefined
  }

  /** As it is to be written, where it was not before. */
  get link(): Link {
    return JSON.parse(this.links.at(this.columns[4][this.i]! * 2 ** 32 + this.columns[3][this.i]!)) as Link
  }
}
