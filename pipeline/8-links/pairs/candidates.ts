import type { Texts } from '../judge/texts.ts'
import type { Vocabulary } from '../judge/vocabulary.ts'

/** Blocks with more members than this are parted by one more word, and larger parts joined as a star: more pairs find no more. */
const LARGEST_BLOCK = 40
const LARGEST_PART = 8
/** Pairs of this many of the rarest words make keys. */
const RAREST = 4

/** Keys of texts, as two growing columns; equal keys make a block. */
export class Keys {
  #key = new Uint32Array(1 << 12)
  #node = new Uint32Array(1 << 12)
  #size = 0

  add(key: number, node: number): void {
    if (this.#size === this.#key.length) {
      this.#key = grown(this.#key)
      this.#node = grown(this.#node)
    }
    this.#key[this.#size] = key
    this.#node[this.#size++] = node
  }

  /**
   * All pairs of nodes that share a key, each once, in order: as columns a and b with a < b. A block that is too large is
   * parted by the node's other rare words (`rarest`, as hashes); where that does not help, the longest text (`size`) is its hub.
   */
  pairs(size: (node: number) => number, rarest: (node: number) => readonly number[]): { readonly a: Uint32Array; readonly b: Uint32Array } {
    const order = sortByKey(this.#key, this.#size)
    const pairs = new Pairs()
    for (let from = 0, to = 0; from < this.#size; from = to) {
      const key = this.#key[order[from]!]!
      while (to < this.#size && this.#key[order[to]!] === key) to++
      if (to - from < 2) continue
      const block = Array.from(order.subarray(from, to), (i) => this.#node[i]!)
      if (block.length <= LARGEST_BLOCK) allPairs(block, pairs)
      else for (const part of parted(block, rarest)) (part.length <= LARGEST_PART ? allPairs : starPairs)(part, pairs, size)
    }
    return pairs.sorted()
  }
}

/** The members of a block by each of their rare words. */
function parted(block: readonly number[], rarest: (node: number) => readonly number[]): number[][] {
  const parts = new Map<number, number[]>()
  for (const node of block)
    for (const word of rarest(node)) {
      const part = parts.get(word)
      if (part) part.push(node)
      else parts.set(word, [node])
    }
  return [...parts.values()].filter((part) => part.length > 1)
}

function allPairs(block: readonly number[], pairs: Pairs): void {
  for (let i = 0; i < block.length; i++) for (let j = i + 1; j < block.length; j++) pairs.add(block[i]!, block[j]!)
}

function starPairs(block: readonly number[], pairs: Pairs, size: (node: number) => number): void {
  const hub = block.reduce((longest, node) => (size(node) > size(longest) ? node : longest))
  for (const node of block) pairs.add(hub, node)
}

/** Pairs of nodes as one number each (node numbers below 2^26), sorted and made unique at the end. */
class Pairs {
  #codes = new Float64Array(1 << 12)
  #size = 0

  add(x: number, y: number): void {
    if (x === y) return
    if (this.#size === this.#codes.length) {
      const more = new Float64Array(this.#size * 2)
      more.set(this.#codes)
      this.#codes = more
    }
    this.#codes[this.#size++] = Math.min(x, y) * 0x4000000 + Math.max(x, y)
  }

  sorted(): { a: Uint32Array; b: Uint32Array } {
    const codes = this.#codes.subarray(0, this.#size).sort()
    let n = 0
    for (let i = 0; i < codes.length; i++) if (i === 0 || codes[i] !== codes[i - 1]) codes[n++] = codes[i]!
    const a = new Uint32Array(n)
    const b = new Uint32Array(n)
    for (let i = 0; i < n; i++) {
      a[i] = Math.floor(codes[i]! / 0x4000000)
      b[i] = codes[i]! % 0x4000000
    }
    return { a, b }
  }
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(column.length * 2)
  more.set(column)
  return more
}

/** The positions of `keys`, sorted by key: radix sort of three passes, stable. */
function sortByKey(keys: Uint32Array, size: number): Uint32Array {
  let order = Uint32Array.from({ length: size }, (_, i) => i)
  let next = new Uint32Array(size)
  for (const shift of [0, 11, 22]) {
    const counts = new Uint32Array(2049)
    for (let i = 0; i < size; i++) counts[((keys[order[i]!]! >>> shift) & 2047) + 1]!++
    for (let i = 0; i < 2048; i++) counts[i + 1]! += counts[i]!
    for (let i = 0; i < size; i++) next[counts[(keys[order[i]!]! >>> shift) & 2047]!++] = order[i]!
    ;[order, next] = [next, order]
  }
  return order
}

/** Mixes two 32-bit numbers into one. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul((b + 0x7f4a7c15) | 0, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return (h ^ (h >>> 15)) >>> 0
}

/** FNV-1a of a string, finished: for keys that must not depend on the order in which words were met. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h >>> 0, text.length)
}

/** How many texts hold each word, by the word's number. */
export function countTexts(vocabulary: Vocabulary, texts: Texts): Uint32Array {
  const counts = new Uint32Array(vocabulary.words.length)
  for (let text = 0; text < texts.size; text++) for (const id of texts.content(text)) counts[id]!++
  return counts
}

/** How the count in the corpus weighs against the table: e to the power of this many texts make up for a whole unit of weight. */
const COUNTED = 3
const COUNTS = 10

/**
 * How rare each word is, by the word's number: by the static table and by the texts of the corpus that hold it (names of the
 * day are in no table). Words that only one text holds are of no use and get -1.
 */
export function rarityOf({ weights }: Vocabulary, counts: Uint32Array): Float64Array {
  return Float64Array.from(weights, (weight, id) => (counts[id]! > 1 ? Math.max(0, COUNTS + weight - Math.log1p(counts[id]!) / COUNTED) : -1))
}

/** The rarest of a text's content words, rarest first, ties by hash. */
export function rarestWords(rarity: Float64Array, hashes: readonly number[], content: Int32Array, count: number): readonly number[] {
  const rarest: number[] = []
  for (let i = 0; i < content.length; i++) {
    const id = content[i]!
    if (rarity[id]! < 0) continue
    let at = rarest.length
    while (at > 0 && isRarer(id, rarest[at - 1]!)) at--
    if (at === count) continue
    for (let j = Math.min(rarest.length, count - 1); j > at; j--) rarest[j] = rarest[j - 1]!
    rarest[at] = id
  }
  return rarest

  function isRarer(x: number, y: number): boolean {
    return rarity[x]! > rarity[y]! || (rarity[x] === rarity[y] && hashes[x]! < hashes[y]!)
  }
}

/** Keys of near copies: each pair of the four rarest words. */
export function addCopyKeys(keys: Keys, node: number, rarest: readonly number[], hashes: readonly number[]): void {
  const few = rarest.slice(0, RAREST).map((id) => hashes[id]!)
  for (let i = 0; i < few.length; i++)
    for (let j = i + 1; j < few.length; j++) keys.add(mix(Math.min(few[i]!, few[j]!), Math.max(few[i]!, few[j]!)), node)
}
