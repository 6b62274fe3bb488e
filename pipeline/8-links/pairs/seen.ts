import { Growing, type Lists } from '../../model/columns.ts'
import type { Kept } from '../past.ts'
import type { Blocks } from './blocks.ts'
import type { ComparedText, Corpus } from './corpus.ts'
import { nearnessOf, overlapOf, scoreOf, type Nearness, type Overlap } from './overlap.ts'

/** Of each text those behind it, in order, with which it shares a block (lists of `others`), and what each pair is: see {@link pairKind}. */
export interface SeenPairs {
  readonly others: Lists<Uint32Array>
  readonly kinds: Float32Array
}

/** What a pair of texts is as one number: how much they share where they are alike, the same below 0 where they are copies; beyond all numbers where they are related otherwise, and 0 where they are not near. */
const pairKind = (nearness: Nearness | null, overlap: Overlap): number => (nearness === null ? 0 : nearness === 'related' ? Infinity : nearness === 'alike' ? scoreOf(overlap) : -scoreOf(overlap))

/** Whether a pair is alike, no more, by its kind. */
export const areAlike = (kind: number): boolean => kind > 0 && kind < Infinity

/**
 * The pairs of texts that share a block, and what they are. Pure numbers; of pairs of texts that are as they were in an earlier run it is known from there.
 */
export function seenPairs(corpus: Corpus, blocks: Blocks, before: SeenBefore | null): SeenPairs {
  const { texts } = corpus
  const [from, others, kinds] = [new Uint32Array(texts.size + 1), new Growing<Uint32Array>(Uint32Array), new Growing<Float32Array>(Float32Array)]
  blocks.eachNode(texts.size, (x, behind) => {
    from[x + 1] = behind.length
    others.append(behind)
    kinds.append(kindsOf(corpus, x, behind, before?.of(x, behind)))
  })
  for (let x = 0; x < texts.size; x++) from[x + 1]! += from[x]!
  return { others: { from, values: others.values }, kinds: kinds.values }
}

/** What a text is to some others; NaN in `known`, which is written to, for what is not known. */
function kindsOf(corpus: Corpus, x: number, others: Uint32Array, known: Float32Array = new Float32Array(others.length).fill(NaN)): Float32Array {
  const { weights } = corpus.claims.vocabulary
  const areTied = (a: ComparedText, b: ComparedText) => corpus.claims.areTied(a.first, b.first)
  let own: ComparedText | undefined
  for (let i = 0; i < others.length; i++) {
    if (!Number.isNaN(known[i])) continue
    own ??= corpus.text(x)
    const other = corpus.text(others[i]!)
    const overlap = overlapOf(weights, own, other)
    known[i] = pairKind(nearnessOf(overlap, own, other, areTied), overlap)
  }
  return known
}

/** What the next run is to know of the pairs that were seen; `firsts` are the first claims of the texts. */
export const keptSeen = ({ others: { from, values }, kinds }: SeenPairs, firsts: Uint32Array): Kept => ({ numbers: { textFirst: firsts, seenFrom: from, seenOther: values, seenKind: kinds }, lists: {} })

/** What an earlier run saw of pairs of texts whose first claims, and what is known of them, are as they were. */
export class SeenBefore {
  readonly #seen: SeenPairs
  /** The number that each text of the earlier run has now, and the other way round; -1 for none. */
  readonly #now: Int32Array
  readonly #was: Int32Array

  /** `moved` gives the number that each claim of the earlier run has now, or -1. */
  constructor({ numbers }: Kept, moved: Int32Array, { texts }: Corpus) {
    const { textFirst, seenFrom: from, seenOther: values, seenKind: kinds } = numbers as { readonly textFirst: Uint32Array; readonly seenFrom: Uint32Array; readonly seenOther: Uint32Array; readonly seenKind: Float32Array }
    this.#seen = { others: { from, values }, kinds }
    this.#now = new Int32Array(textFirst.length).fill(-1)
    this.#was = new Int32Array(texts.size).fill(-1)
    textFirst.forEach((claim, text) => {
      const now = moved[claim]!
      if (now < 0 || texts.first(texts.of[now]!) !== now) return
      this.#now[text] = texts.of[now]!
      this.#was[texts.of[now]!] = text
    })
  }

  /** What a text was to some others, which come in order; NaN where that is not known, undefined where it is of none. */
  of(text: number, others: Uint32Array): Float32Array | undefined {
    const was = this.#was[text]!
    if (was < 0) return undefined
    const { others: { from, values }, kinds } = this.#seen
    const known = new Float32Array(others.length)
    const end = from[was + 1]!
    for (let n = 0, i = from[was]!; n < others.length; n++) {
      while (i < end && this.#now[values[i]!]! < others[n]!) i++ // texts that are as they were have kept their order
      known[n] = i < end && this.#now[values[i]!] === others[n] ? kinds[i]! : NaN
    }
    return known
  }
}
