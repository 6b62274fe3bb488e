import { Words } from '../judge/compare.ts'
import { FUNCTION, type Vocabulary } from '../judge/vocabulary.ts'
import { mix } from './hash.ts'
import { overlapOf, type Content, type Overlap } from './overlap.ts'

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
  /** Where a text's words begin and end in the pool. */
  readonly #from: Int32Array
  readonly #to: Int32Array
  /** The content words of all texts, each once in order of number, and where a text's begin. */
  #content = new Int32Array(0)
  readonly #contentFrom: Int32Array
  readonly #weight: Float64Array
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #next: Int32Array
  #table: Int32Array
  /** A text that has the same words as a claim, by the claim's text. */
  readonly #read = new Map<string, number>()

  constructor(vocabulary: Vocabulary, claims: number) {
    this.#vocabulary = vocabulary
    ;[this.#from, this.#to, this.#first, this.#last] = Array.from({ length: 4 }, () => new Int32Array(claims)) as [Int32Array, Int32Array, Int32Array, Int32Array]
    this.#contentFrom = new Int32Array(claims + 1)
    this.#weight = new Float64Array(claims)
    this.#next = new Int32Array(claims).fill(-1)
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(2 * claims + 2))).fill(-1)
  }

  /** Takes in claim number `claim`; it joins the text with the same words of which `isAlike` holds for its first claim, which implies that `hash` is the same. Gives the text's number. */
  add(claim: number, text: string, hash: number, isAlike: (first: number) => boolean): number {
    const read = this.#read.get(text)
    const order = read === undefined ? this.#vocabulary.read(text) : this.order(read)
    const mask = this.#table.length - 1
    let slot = hashOfWords(order, hash) & mask
    for (; this.#table[slot]! >= 0; slot = (slot + 1) & mask) {
      const known = this.#table[slot]!
      if (!this.#holds(known, order) || !isAlike(this.#first[known]!)) continue
      this.#next[this.#last[known]!] = claim
      this.#last[known] = claim
      if (read === undefined) this.#read.set(text, known)
      return known
    }
    if (read === undefined) this.#read.set(text, this.size)
    this.#table[slot] = this.size
    this.#first[this.size] = this.#last[this.size] = claim
    this.#from[this.size] = this.#used
    while (this.#used + order.length > this.#pool.length) {
      const wider = new Int32Array(this.#pool.length * 2)
      wider.set(this.#pool)
      this.#pool = wider
    }
    this.#pool.set(order, this.#used)
    this.#to[this.size] = this.#used += order.length
    return this.size++
  }

  #holds(text: number, order: ArrayLike<number>): boolean {
    const from = this.#from[text]!
    if (this.#to[text]! - from !== order.length) return false
    for (let i = 0; i < order.length; i++) if (this.#pool[from + i] !== order[i]) return false
    return true
  }

  /** To be called when all claims are in: words are numbered in the order of their spelling, and content words sorted. */
  settle(): void {
    const renumbered = this.#vocabulary.renumber()
    this.#table = new Int32Array(0)
    this.#read.clear()
    const pool = (this.#pool = this.#pool.slice(0, this.#used))
    for (let i = 0; i < pool.length; i++) pool[i] = renumbered[pool[i]!]!
    const { kinds, weights } = this.#vocabulary
    const content = new Int32Array(this.#used)
    let used = 0
    for (let text = 0; text < this.size; text++) {
      const start = (this.#contentFrom[text] = used)
      let weight = 0
      const own = pool.subarray(this.#from[text]!, this.#to[text]!).filter((id) => !(kinds[id]! & FUNCTION)).sort()
      for (let i = 0; i < own.length; i++) if (i === 0 || own[i] !== own[i - 1]) content[used++] = own[i]!
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
    return this.#pool.subarray(this.#from[text]!, this.#to[text]!)
  }

  /** The numbers of a text's content words, each once, in order. */
  content(text: number): Int32Array {
    return this.#content.subarray(this.#contentFrom[text]!, this.#contentFrom[text + 1]!)
  }

  /** How many words a text has. */
  length(text: number): number {
    return this.#to[text]! - this.#from[text]!
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

  /** See {@link overlapOf}. */
  overlap(x: number, y: number): Overlap {
    return overlapOf(this.#vocabulary.weights, this.#partOf(x), this.#partOf(y))
  }

  #partOf(text: number): Content {
    return { ids: this.#content, from: this.#contentFrom[text]!, to: this.#contentFrom[text + 1]!, weight: this.#weight[text]! }
  }
}

function hashOfWords(order: ArrayLike<number>, seed: number): number {
  let hash = seed
  for (let i = 0; i < order.length; i++) hash = mix(hash, order[i]!)
  return hash
}
