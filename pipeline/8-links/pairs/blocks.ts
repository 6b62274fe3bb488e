/** Blocks of up to this many members are paired all with all; larger ones are parted by their members' rare words. */
const LARGEST_BLOCK = 40
/** So many rare words part a block one after another; what is too large still is cut: each member is paired with its longest. */
const PARTED = 2

/** What the blocks need to know of a node: how long it is, and its rare words as hashes. */
export interface Nodes {
  readonly size: (node: number) => number
  readonly rare: (node: number) => readonly number[]
}

/** Keys of nodes, as two growing columns; equal keys make a block. */
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

  /** All pairs of nodes that share a key, each once, in order: as columns a and b with a < b; `cut` is how many were left out of blocks that are too large. */
  pairs(nodes: Nodes): { readonly a: Uint32Array; readonly b: Uint32Array; readonly cut: number } {
    const order = sortByKey(this.#key, this.#size)
    const pairs = new Pairs()
    let cut = 0
    for (let from = 0, to = 0; from < this.#size; from = to) {
      const key = this.#key[order[from]!]!
      while (to < this.#size && this.#key[order[to]!] === key) to++
      if (to - from > 1) cut += pairsOf(Array.from(order.subarray(from, to), (i) => this.#node[i]!), nodes, (x, y) => pairs.add(x, y))
    }
    return { ...pairs.sorted(), cut }
  }
}

/**
 * The candidate pairs of one block: all with all; a large block is parted by rare words first, and what is large still is a star
 * around its longest member. Pure. Gives how many pairs the stars left out.
 */
export function pairsOf(block: readonly number[], nodes: Nodes, add: (x: number, y: number) => void, parted: readonly number[] = []): number {
  if (block.length <= LARGEST_BLOCK) {
    for (let i = 0; i < block.length; i++) for (let j = i + 1; j < block.length; j++) add(block[i]!, block[j]!)
    return 0
  }
  if (parted.length < PARTED) return partsOf(block, nodes, parted).reduce((cut, { word, members }) => cut + pairsOf(members, nodes, add, [...parted, word]), 0)
  const hub = block.reduce((longest, node) => (nodes.size(node) > nodes.size(longest) ? node : longest))
  for (const node of block) add(hub, node)
  return ((block.length - 1) * (block.length - 2)) / 2
}

/** The members of a block by each of their rare words but those that it was parted by before. */
function partsOf(block: readonly number[], { rare }: Nodes, before: readonly number[]): { readonly word: number; readonly members: number[] }[] {
  const parts = new Map<number, number[]>()
  for (const node of block)
    for (const word of rare(node)) {
      if (before.length > 0 && word <= before.at(-1)!) continue // each set of words once
      const part = parts.get(word)
      if (part) part.push(node)
      else parts.set(word, [node])
    }
  return [...parts].flatMap(([word, members]) => (members.length > 1 ? [{ word, members }] : []))
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
