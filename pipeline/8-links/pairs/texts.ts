import type { Column, Lists } from '../../model/columns.ts'
import type { Claims } from '../claims/claims.ts'
import { Words } from '../judge/compare.ts'
import { FUNCTION } from '../judge/vocabulary.ts'
import { mix } from './hash.ts'
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
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #next: Int32Array
  /** The content words of all texts, each once in order of number; where a text's begin; what they weigh. */
  #content = new Int32Array(0)
  readonly #contentFrom: Int32Array
  readonly #weight: Float64Array

  constructor(private readonly claims: Claims) {
    ;[this.of, this.#first, this.#last] = Array.from({ length: 3 }, () => new Int32Array(claims.size)) as [Int32Array, Int32Array, Int32Array]
    this.#next = new Int32Array(claims.size).fill(-1)
    const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * claims.size + 2))).fill(-1)
    for (let n = 0; n < claims.size; n++) this.of[n] = this.#add(n, table)
    this.#contentFrom = new Int32Array(this.size + 1)
    this.#weight = new Float64Array(this.size)
    this.#readContent()
  }

  #add(claim: number, table: Int32Array): number {
    const { columns: { words }, speakers } = this.claims
    const mask = table.length - 1
    let slot = hashOfList(words, claim, hashOfList(speakers, claim, 0)) & mask
    for (; table[slot]! >= 0; slot = (slot + 1) & mask) {
      const known = table[slot]!
      const first = this.#first[known]!
      if (!areEqual(words, claim, first) || !areEqual(speakers, claim, first)) continue
      this.#next[this.#last[known]!] = claim
      this.#last[known] = claim
      return known
    }
    table[slot] = this.size
    this.#first[this.size] = this.#last[this.size] = claim
    return this.size++
  }

  #readContent(): void {
    const { vocabulary: { kinds, weights }, columns: { words } } = this.claims
    const content = new Int32Array(words.values.length)
    let used = 0
    for (let text = 0; text < this.size; text++) {
      const start = (this.#contentFrom[text] = used)
      const first = this.#first[text]!
      let end = start
      for (let i = words.from[first]!; i < words.from[first + 1]!; i++) if (!(kinds[words.values[i]!]! & FUNCTION)) content[end++] = words.values[i]!
      content.subarray(start, end).sort()
      for (let i = start; i < end; i++) if (used === start || content[i] !== content[used - 1]) content[used++] = content[i]! // each once
      let weight = 0
      for (let i = start; i < used; i++) weight += weights[content[i]!]!
      this.#weight[text] = weight
    }
    this.#contentFrom[this.size] = used
    this.#content = content.slice(0, used)
  }

  /** A text's words for comparing. */
  words(text: number): Words {
    return new Words(this.order(text), this.content(text), this.#weight[text]!)
  }

  /** The numbers of a text's words, as they stand. */
  order(text: number): Int32Array {
    return this.claims.words(this.#first[text]!)
  }

  /** The numbers of a text's content words, each once, in order. */
  content(text: number): Int32Array {
    return this.#content.subarray(this.#contentFrom[text]!, this.#contentFrom[text + 1]!)
  }

  /** How many words a text has. */
  length(text: number): number {
    const { from } = this.claims.columns.words
    const first = this.#first[text]!
    return from[first + 1]! - from[first]!
  }

  /** How many content words a text has, each counted once. */
  width(text: number): number {
    return this.#contentFrom[text + 1]! - this.#contentFrom[text]!
  }

  /** By word, how many texts hold it. */
  holding(): Uint32Array {
    const counts = new Uint32Array(this.claims.vocabulary.words.length)
    for (let i = 0; i < this.#content.length; i++) counts[this.#content[i]!]!++
    return counts
  }

  /** The first claim of a text. */
  first(text: number): number {
    return this.#first[text]!
  }

  /** The first claims of all texts. */
  get firsts(): Uint32Array {
    return Uint32Array.from(this.#first.subarray(0, this.size))
  }

  /** The next claim with the text of a claim, in order; -1 behind the last. */
  next(claim: number): number {
    return this.#next[claim]!
  }

  /** All claims of a text, in order. */
  claimsOf(text: number): readonly number[] {
    const claims: number[] = []
    for (let claim = this.#first[text]!; claim >= 0; claim = this.#next[claim]!) claims.push(claim)
    return claims
  }

  /** A text's content words, for {@link overlapOf}. */
  part(text: number): Content {
    return { ids: this.#content, from: this.#contentFrom[text]!, to: this.#contentFrom[text + 1]!, weight: this.#weight[text]! }
  }
}

function areEqual({ from, values }: Lists<Column>, x: number, y: number): boolean {
  const [start, other] = [from[x]!, from[y]!]
  const length = from[x + 1]! - start
  if (from[y + 1]! - other !== length) return false
  for (let i = 0; i < length; i++) if (values[start + i] !== values[other + i]) return false
  return true
}

function hashOfList({ from, values }: Lists<Column>, n: number, seed: number): number {
  let hash = seed
  for (let i = from[n]!; i < from[n + 1]!; i++) hash = mix(hash, values[i]!)
  return hash
}
