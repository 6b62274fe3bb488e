import { grown, newColumn, wholeOf, type Column, type ColumnPieces, type SlicedColumn } from '../../model/columns.ts'
import { FiledLists, IN_ORDER } from '../../model/filed-lists.ts'
import { Rows } from '../../model/rows.ts'
import type { Kept, ToKeep } from '../past.ts'
import type { BlockPairs } from './blocks.ts'
import type { ComparedText, Corpus } from './corpus.ts'
import { nearnessOf, overlapOf, scoreOf, type Nearness, type Overlap } from './overlap.ts'

/** Pairs of texts that share a block, by the first text, then by the second, and what each pair is: see {@link pairKind}. */
export class SeenPairs {
  readonly #rows = new Rows(3)
  #text = new Uint32Array(1)

  /** Adds the pairs of one text with some others, which come in order. */
  add(text: number, others: Uint32Array, kinds: Float32Array): void {
    if (others.length > this.#text.length) this.#text = grown(this.#text, others.length)
    this.#text.fill(text, 0, others.length)
    this.#rows.append([this.#text, others, new Uint32Array(kinds.buffer, kinds.byteOffset, kinds.length)], 0, others.length)
  }

  get length(): number {
    return this.#rows.length
  }

  /** All pairs, piece by piece. */
  *pieces(): Generator<{ readonly text: Uint32Array; readonly other: Uint32Array; readonly kind: Float32Array }> {
    for (const [text, other, bits] of this.#rows.pieces() as Iterable<readonly [Uint32Array, Uint32Array, Uint32Array]>) yield { text, other, kind: new Float32Array(bits.buffer, bits.byteOffset, bits.length) }
  }
}

/** What a pair of texts is as one number: how much they share where they are alike, the same below 0 where they are copies; beyond all numbers where they are related otherwise, and 0 where they are not near. */
const pairKind = (nearness: Nearness | null, overlap: Overlap): number => (nearness === null ? 0 : nearness === 'related' ? Infinity : nearness === 'alike' ? scoreOf(overlap) : -scoreOf(overlap))

/** Whether a pair is alike, no more, by its kind. */
export const areAlike = (kind: number): boolean => kind > 0 && kind < Infinity

/** What the pairs of texts that share a block are; of pairs of texts that are as they were in an earlier run it is known from there. */
export function seenPairs(corpus: Corpus, pairs: BlockPairs, before: SeenBefore | null): SeenPairs {
  const seen = new SeenPairs()
  let kinds = new Float32Array(1)
  pairs.eachNode((text, others) => {
    if (others.length > kinds.length) kinds = grown(kinds, others.length) // one for all: there are as many texts as claims
    const known = kinds.subarray(0, others.length).fill(NaN)
    before?.tell(text, others, known)
    seen.add(text, others, addKinds(corpus, text, others, known))
  })
  return seen
}

/** What a text is to some others, written to `known` where NaN stands for what is not known. */
function addKinds(corpus: Corpus, x: number, others: Uint32Array, known: Float32Array): Float32Array {
  const { weights } = corpus.claims.vocabulary
  const areTied = (a: ComparedText, b: ComparedText) => corpus.claims.areTied(a.first, b.first)
  let own: ComparedText | undefined
  for (let i = 0; i < others.length; i++) {
    if (!Number.isNaN(known[i])) continue
    own ??= staying(corpus.text(x))
    const other = corpus.text(others[i]!)
    const overlap = overlapOf(weights, own, other)
    known[i] = pairKind(nearnessOf(overlap, own, other, areTied), overlap)
  }
  return known
}

/** The same with words of its own, however many others are asked for. */
const staying = ({ ids, from, to, ...text }: ComparedText): ComparedText => ({ ...text, ids: ids.slice(from, to), from: 0, to: to - from })

/** What the next run is to know of the pairs that were seen; `firsts` are the first claims of the texts. */
export function keptSeen(seen: SeenPairs, firsts: Uint32Array): ToKeep {
  const from = newColumn(Uint32Array, firsts.length + 1)
  for (const { text } of seen.pieces()) for (let i = 0; i < text.length; i++) from[text[i]! + 1]!++
  for (let x = 0; x < firsts.length; x++) from[x + 1]! += from[x]!
  const column = <T extends Column>(kind: new (size: number) => T, of: (piece: { readonly other: Uint32Array; readonly kind: Float32Array }) => T): ColumnPieces<T> => ({
    kind,
    length: seen.length,
    pieces: function* () {
      for (const piece of seen.pieces()) yield of(piece)
    },
  })
  return { numbers: { textFirst: firsts, seenFrom: from, seenOther: column(Uint32Array, ({ other }) => other), seenKind: column(Float32Array, ({ kind }) => kind) }, lists: {} }
}

/** What an earlier run saw of pairs of texts whose first claims, and what is known of them, are as they were. */
export class SeenBefore {
  /** Of each text those behind it, in order, with which it shared a block, and what each pair was. */
  readonly #others: FiledLists<Uint32Array>
  readonly #kinds: FiledLists<Float32Array>
  /** The number that each text of the earlier run has now, and the other way round; -1 for none. */
  readonly #now: Int32Array
  readonly #was: Int32Array

  /** `moved` gives the number that each claim of the earlier run has now, or -1. */
  constructor({ numbers }: Kept, moved: Int32Array, { texts }: Corpus) {
    const textFirst = wholeOf(numbers['textFirst']!)
    const from = wholeOf(numbers['seenFrom'] as SlicedColumn<Uint32Array>)
    this.#others = new FiledLists(from, numbers['seenOther'] as SlicedColumn<Uint32Array>, IN_ORDER)
    this.#kinds = new FiledLists(from, numbers['seenKind'] as SlicedColumn<Float32Array>, IN_ORDER)
    this.#now = newColumn(Int32Array, textFirst.length).fill(-1)
    this.#was = newColumn(Int32Array, texts.size).fill(-1)
    textFirst.forEach((claim, text) => {
      const now = moved[claim]!
      if (now < 0 || texts.first(texts.of[now]!) !== now) return
      this.#now[text] = texts.of[now]!
      this.#was[texts.of[now]!] = text
    })
  }

  /** Writes to `known` what a text was to some others, which come in order, where that is known. */
  tell(text: number, others: Uint32Array, known: Float32Array): void {
    const was = this.#was[text]!
    if (was < 0) return
    const [values, kinds] = [this.#others.at(was), this.#kinds.at(was)]
    for (let n = 0, i = 0; n < others.length; n++) {
      while (i < values.length && this.#now[values[i]!]! < others[n]!) i++ // texts that are as they were have kept their order
      if (i < values.length && this.#now[values[i]!] === others[n]) known[n] = kinds[i]!
    }
  }
}
