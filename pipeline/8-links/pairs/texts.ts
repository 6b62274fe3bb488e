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
    const [words, speakers] = [this.claims.words(claim), this.claims.speakerNumbers(claim)]
    const mask = table.length - 1
    let slot = hashOfNumbers(words, hashOfNumbers(speakers, 0)) & mask
    for (; table[slot]! >= 0; slot = (slot + 1) & mask) {
      const known = table[slot]!
      const first = this.#first[known]!
      if (!areEqual(words, this.claims.words(first)) || !areEqual(speakers, this.claims.speakerNumbers(first))) continue
      this.#next[this.#last[known]!] = claim
      this.#last[known] = claim
      return known
    }
    table[slot] = this.size
    this.#first[this.size] = this.#last[this.size] = claim
    return this.size++
  }

  #readContent(): void {
    const { kinds, weights } = this.claims.vocabulary
    const content = new Int32Array(this.claims.columns.words.values.length)
    let used = 0
    for (let text = 0; text < this.size; text++) {
      const start = (this.#contentFrom[text] = used)
      const own = this.order(text).filter((id) => !(kinds[id]! & FUNCTION)).sort()
      for (let i = 0; i < own.length; i++) if (i === 0 || own[i] !== own[i - 1]) content[used++] = own[i]!
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
    return this.order(text).length
  }

  /** The first claim of a text. */
  first(text: number): number {
    return this.#first[text]!
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

function areEqual(x: ArrayLike<number>, y: ArrayLike<number>): boolean {
  if (x.length !== y.length) return false
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false
  return true
}

function hashOfNumbers(numbers: ArrayLike<number>, seed: number): number {
  let hash = seed
  for (let i = 0; i < numbers.length; i++) hash = mix(hash, numbers[i]!)
  return hash
}
