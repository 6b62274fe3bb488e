import { Growing, newColumn, wholeOf } from '../../model/columns.ts'
import { FiledColumn } from '../../model/filed-column.ts'
import type { Span } from '../../model/span.ts'
import { Recent } from '../../model/recent.ts'
import { Keys } from '../pairs/blocks.ts'
import type { Kept, Past, ToKeep } from '../past.ts'
import type { LinkSource } from '../source.ts'
import { passageKey } from './passages.ts'

/** The hashes of the passages of all articles, each at a place: those of article i are at `from[i]` to before `from[i + 1]`, in the order of its passages. */
export interface PassageColumns {
  readonly from: Uint32Array
  readonly hash: Uint32Array
  /** By place, the number of the article. */
  readonly owner: Uint32Array
}

/** What was kept of the hashes. */
const columnsIn = ({ numbers }: Kept) => ({ from: wholeOf(numbers['passagesFrom']!), hash: numbers['passagesHash']! })

/** What {@link passageColumns} and {@link markGone} find of them in the next run. */
export const keptColumns = ({ from, hash }: PassageColumns): ToKeep['numbers'] => ({ passagesFrom: from, passagesHash: new FiledColumn<Uint32Array>(Uint32Array).put(hash) })

/** The hashes of all articles; asks for those of articles that are new or have changed. */
export function passageColumns(sources: readonly LinkSource[], past: Past | null): PassageColumns {
  const before = past === null ? null : columnsIn(past.kept)
  const from = newColumn(Uint32Array, sources.length + 1)
  const hash = new Growing<Uint32Array>(Uint32Array)
  for (let i = 0, end = 0; i < sources.length; i = end) {
    const was = past === null ? -1 : past.was[i]!
    if (was < 0) {
      hash.append(sources[i]!.passageHashes())
      from[(end = i + 1)] = hash.size
    } else {
      const moved = hash.size - before!.from[was]!
      for (end = i; end < sources.length && past!.was[end] === was + end - i; end++) from[end + 1] = moved + before!.from[was + end - i + 1]!
      hash.append(before!.hash.slice(hash.size - moved, from[end]! - moved)) // of all that follow one another as before
    }
  }
  const owner = newColumn(Uint32Array, hash.size)
  for (let i = 0; i < sources.length; i++) owner.fill(i, from[i], from[i + 1])
  return { from, hash: hash.settled(), owner }
}

/** A set of hashes, that takes some others for its members as well. */
export class HashMarks {
  /** A bit for each part of 20 bits. */
  readonly #marked = new Uint32Array(1 << 15)

  add(hash: number): void {
    const part = Math.imul(hash, 0x9e3779b1) >>> 12
    this.#marked[part >>> 5]! |= 1 << (part & 31)
  }

  has(hash: number): boolean {
    const part = Math.imul(hash, 0x9e3779b1) >>> 12
    return ((this.#marked[part >>> 5]! >>> (part & 31)) & 1) === 1
  }

  addAll(hashes: Iterable<number>): void {
    for (const hash of hashes) this.add(hash)
  }
}

/** Marks what the articles held before that are gone or have changed. */
export function markGone(marks: HashMarks, { kept, now }: Past): void {
  const { from, hash } = columnsIn(kept)
  for (let i = 0; i < now.length; i++) if (now[i]! < 0) marks.addAll(hash.slice(from[i]!, from[i + 1]!))
}

/** For each marked hash that several articles have the places of it, in order; for each hash where there are no marks. */
export function sharedHashes({ hash }: PassageColumns, marks: HashMarks | null): Iterable<Uint32Array> {
  const keys = new Keys()
  for (let place = 0; place < hash.length; place++) if (marks === null || marks.has(hash[place]!)) keys.add(hash[place]!, place)
  return keys.runs()
}

/** So many articles are at hand once they are read. */
const RECENT = 1 << 12

/** The passages by their places, read where they are asked for. */
export class PassageTexts {
  readonly #read = new Recent<readonly Span[]>(RECENT)

  constructor(
    private readonly sources: readonly LinkSource[],
    private readonly columns: PassageColumns,
  ) {}

  /** Undefined where the article could not be read. */
  at(place: number): Span | undefined {
    const article = this.columns.owner[place]!
    const passages = this.#read.of(article, () => this.sources[article]!.passages())
    return passages[place - this.columns.from[article]!]
  }

  /** See {@link passageKey}; empty where the article could not be read. */
  keyAt(place: number): string {
    return passageKey(this.at(place)?.exact ?? '')
  }

  areSame(x: number, y: number): boolean {
    const [a, b] = [this.at(x)?.exact, this.at(y)?.exact]
    return a !== undefined && b !== undefined && (a === b || passageKey(a) === passageKey(b))
  }
}
