import { listAt, newColumn } from '../../model/columns.ts'
import { GrowingFiledLists, type FiledLists } from '../../model/filed-lists.ts'
import type { Claims } from '../claims/claims.ts'
import { Words } from '../judge/compare.ts'
import { FUNCTION } from '../judge/vocabulary.ts'
import { mix } from '../../model/hash.ts'
import type { Content } from './overlap.ts'

/**
 * The texts of many claims, claims with the same words and speakers as one, in a few columns, and the claims of a text as a chain. So a million
 * claims cost no million of objects.
 */
export class Texts {
  /** How many texts there are; they are numbered in the order of their first claims. */
  size = 0
  /** The text of each claim. */
  readonly of: Int32Array
  readonly #first: Uint32Array
  readonly #next: Int32Array
  /** How many words each text has. */
  readonly lengths: Uint32Array
  /** The content words of each text, each once in order of number; how many these are, and what they weigh. */
  readonly #content: FiledLists<Int32Array>
  readonly #width: Uint32Array
  readonly #weight: Float64Array

  constructor(private readonly claims: Claims) {
    this.of = newColumn(Int32Array, claims.size)
    this.#next = newColumn(Int32Array, claims.size).fill(-1)
    this.#first = newColumn(Uint32Array, claims.size)
    this.#readTexts()
    this.#first = this.#first.subarray(0, this.size)
    this.lengths = newColumn(Uint32Array, this.size)
    this.#width = newColumn(Uint32Array, this.size)
    this.#weight = newColumn(Float64Array, this.size)
    this.#content = this.#readContent()
  }

  #readTexts(): void {
    const last = newColumn(Int32Array, this.claims.size)
    const table = newColumn(Int32Array, 2 ** Math.ceil(Math.log2(2 * this.claims.size + 2))).fill(-1)
    for (let n = 0; n < this.claims.size; n++) this.of[n] = this.#add(n, table, last)
  }

  #add(claim: number, table: Int32Array, last: Int32Array): number {
    const mask = table.length - 1
    const [words, speakers] = [this.claims.words(claim), listAt(this.claims.speakers, claim)]
    let slot = hashOfList(words, hashOfList(speakers, 0)) & mask
    for (; table[slot]! >= 0; slot = (slot + 1) & mask) {
      const known = table[slot]!
      const first = this.#first[known]!
      if (!areEqual(speakers, listAt(this.claims.speakers, first)) || !areEqual(words, this.claims.words(first))) continue
      this.#next[last[known]!] = claim
      last[known] = claim
      return known
    }
    table[slot] = this.size
    this.#first[this.size] = last[this.size] = claim
    return this.size++
  }

  #readContent(): FiledLists<Int32Array> {
    const { kinds, weights } = this.claims.vocabulary
    const content = new GrowingFiledLists<Int32Array>(Int32Array)
    for (let text = 0; text < this.size; text++) {
      const words = this.order(text)
      const own = contentOf(words, kinds)
      let [size, weight] = [0, 0]
      for (let i = 0; i < own.length; i++)
        if (i === 0 || own[i] !== own[i - 1]) {
          own[size++] = own[i]! // each once
          weight += weights[own[i]!]!
        }
      content.add(own.subarray(0, size))
      this.lengths[text] = words.length
      this.#width[text] = size
      this.#weight[text] = weight
    }
    return content.settledInAnyOrder()
  }

  /** A text's words for comparing, which stay. */
  words(text: number): Words {
    return new Words(this.order(text).slice(), this.content(text).slice(), this.#weight[text]!)
  }

  /** The numbers of a text's words, as they stand; see `HELD`. */
  order(text: number): Int32Array {
    return this.claims.words(this.#first[text]!)
  }

  /** The numbers of a text's content words, each once, in order; see `HELD`. */
  content(text: number): Int32Array {
    return this.#content.at(text)
  }

  /** How many content words a text has, each counted once. */
  width(text: number): number {
    return this.#width[text]!
  }

  /** By word, how many texts hold it. */
  holding(): Uint32Array {
    const counts = newColumn(Uint32Array, this.claims.vocabulary.words.length)
    for (const ids of this.#content.values.pieces()) for (let i = 0; i < ids.length; i++) counts[ids[i]!]!++
    return counts
  }

  /** The first claim of a text. */
  first(text: number): number {
    return this.#first[text]!
  }

  /** The first claims of all texts. */
  get firsts(): Uint32Array {
    return this.#first
  }

  /** The next claim with the text of a claim, in order; -1 behind the last. */
  next(claim: number): number {
    return this.#next[claim]!
  }

  /** How many claims a text has, but no more than `most`. */
  countUpTo(text: number, most: number): number {
    let count = 0
    for (let claim = this.#first[text]!; claim >= 0 && count < most; claim = this.#next[claim]!) count++
    return count
  }

  /** All claims of a text, in order. */
  claimsOf(text: number): readonly number[] {
    const claims: number[] = []
    for (let claim = this.#first[text]!; claim >= 0; claim = this.#next[claim]!) claims.push(claim)
    return claims
  }

  /** A text's content words, for {@link overlapOf}; see `HELD`. */
  part(text: number): Content {
    const { values, from, to } = this.#content.placeOf(text)
    return { ids: values, from, to, weight: this.#weight[text]! }
  }
}

/** The numbers of the content words among some words, in order. */
function contentOf(words: Int32Array, kinds: readonly number[]): Int32Array {
  const own = new Int32Array(words.length)
  let size = 0
  for (let i = 0; i < words.length; i++) if (!(kinds[words[i]!]! & FUNCTION)) own[size++] = words[i]!
  return own.subarray(0, size).sort()
}

function areEqual(some: ArrayLike<number>, others: ArrayLike<number>): boolean {
  if (some.length !== others.length) return false
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false
  return true
}

function hashOfList(list: ArrayLike<number>, seed: number): number {
  let hash = seed
  for (let i = 0; i < list.length; i++) hash = mix(hash, list[i]!)
  return hash
}
