import type { Words } from '../judge/compare.ts'
import { FUNCTION, type Vocabulary } from '../judge/vocabulary.ts'
import { mix } from './hash.ts'

/** What two texts share: weights as shares, 0 to 1, and the number of shared content words. */
export interface Overlap {
  readonly jaccard: number
  readonly contained: number
  readonly shared: number
}

/**
 * The texts of many claims, claims with the same words and speakers as one, in a few columns: all words in one pool, and
 * the claims of a text as a chain. So a million claims cost no million of objects.
 */
export class Texts {
  /** How many texts there are; they are numbered in the order in which they were first met. */
  size = 0
  readonly #vocabulary: Vocabulary
  #pool = new Int32Array(1 << 16)
  #used = 0
  /** Where a text's words begin and end in the pool, and where its content words end, which follow them in order of number. */
  readonly #from: Int32Array
  readonly #middle: Int32Array
  readonly #to: Int32Array
  readonly #weight: Float64Array
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #next: Int32Array
  readonly #table: Int32Array

  constructor(vocabulary: Vocabulary, claims: number) {
    this.#vocabulary = vocabulary
    ;[this.#from, this.#middle, this.#to, this.#first, this.#last] = Array.from({ length: 5 }, () => new Int32Array(claims)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]
    this.#weight = new Float64Array(claims)
    this.#next = new Int32Array(claims).fill(-1)
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * claims + 2))).fill(-1)
  }

  /** Takes in claim number `claim`; it joins the text with the same words of which `isAlike` holds for its first claim. Gives the text's number. */
  add(claim: number, text: string, isAlike: (first: number) => boolean): number {
    const order = this.#vocabulary.read(text)
    const mask = this.#table.length - 1
    let slot = hashOfWords(order) & mask
    for (; this.#table[slot]! >= 0; slot = (slot + 1) & mask) {
      const known = this.#table[slot]!
      if (!this.#holds(known, order) || !isAlike(this.#first[known]!)) continue
      this.#next[this.#last[known]!] = claim
      this.#last[known] = claim
      return known
    }
    this.#table[slot] = this.size
    this.#first[this.size] = this.#last[this.size] = claim
    this.#write(this.size, order)
    return this.size++
  }

  #holds(text: number, order: readonly number[]): boolean {
    const from = this.#from[text]!
    if (this.#middle[text]! - from !== order.length) return false
    for (let i = 0; i < order.length; i++) if (this.#pool[from + i] !== order[i]) return false
    return true
  }

  #write(text: number, order: readonly number[]): void {
    while (this.#used + 2 * order.length > this.#pool.length) {
      const wider = new Int32Array(this.#pool.length * 2)
      wider.set(this.#pool)
      this.#pool = wider
    }
    const pool = this.#pool
    const { kinds } = this.#vocabulary
    this.#from[text] = this.#used
    for (let i = 0; i < order.length; i++) pool[this.#used++] = order[i]!
    const content = (this.#middle[text] = this.#used)
    for (const id of order) {
      if (kinds[id]! & FUNCTION) continue
      let at = this.#used
      while (at > content && pool[at - 1]! > id) at--
      if (at > content && pool[at - 1] === id) continue
      pool.copyWithin(at + 1, at, this.#used++)
      pool[at] = id
    }
    this.#to[text] = this.#used
    let weight = 0
    for (let i = content; i < this.#used; i++) weight += this.#vocabulary.weights[pool[i]!]!
    this.#weight[text] = weight
  }

  /** A text's words for comparing. */
  words(text: number): Words {
    const middle = this.#middle[text]!
    return { order: this.#pool.subarray(this.#from[text]!, middle), content: this.content(text), weight: this.#weight[text]! }
  }

  /** The numbers of a text's content words, each once, in order. */
  content(text: number): Int32Array {
    return this.#pool.subarray(this.#middle[text]!, this.#to[text]!)
  }

  /** How many words a text has. */
  length(text: number): number {
    return this.#middle[text]! - this.#from[text]!
  }

  /** The first claim of a text. */
  first(text: number): number {
    return this.#first[text]!
  }

  /** All claims of a text, in order. */
  claims(text: number): readonly number[] {
    const claims: number[] = []
    for (let claim = this.#first[text]!; claim >= 0; claim = this.#next[claim]!) claims.push(claim)
    return claims
  }

  /** Shared weight over the weight of both and of the lighter text: enough to tell near copies, and cheap. */
  overlap(x: number, y: number): Overlap {
    const pool = this.#pool
    const { weights } = this.#vocabulary
    const [endX, endY] = [this.#to[x]!, this.#to[y]!]
    let weight = 0
    let shared = 0
    for (let i = this.#middle[x]!, j = this.#middle[y]!; i < endX && j < endY; ) {
      const d = pool[i]! - pool[j]!
      if (d === 0) {
        weight += weights[pool[i]!]!
        shared++
        i++
        j++
      } else if (d < 0) i++
      else j++
    }
    const both = this.#weight[x]! + this.#weight[y]! - weight
    const less = Math.min(this.#weight[x]!, this.#weight[y]!)
    return { jaccard: both ? weight / both : 0, contained: less ? weight / less : 0, shared }
  }
}

function hashOfWords(order: readonly number[]): number {
  let hash = 0
  for (let i = 0; i < order.length; i++) hash = mix(hash, order[i]!)
  return hash
}
