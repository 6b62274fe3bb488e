import { Growing, newColumn } from '../../model/columns.ts'
import { addTo } from '../../model/group-by.ts'
import { SortedRows } from '../../model/sorted-rows.ts'
import { mix } from '../../model/hash.ts'

/** Blocks of up to this many members are paired all with all; larger ones are parted by their members' rare words. */
const LARGEST_BLOCK = 40
/** So many rare words part a block one after another; what is too large still is cut: each member is paired with its longest. */
const PARTED = 2

/** What the blocks need to know of a node: how long it is, and its rare words as hashes. */
export interface Nodes {
  readonly size: (node: number) => number
  readonly rare: (node: number) => ArrayLike<number>
}

/**
 * The parts of one block: each is paired all with all (`hub` -1), or with its hub only. A large block is parted by rare words first, and what is large
 * still is a star around its longest member. Pure; parts keep the order of the block. Gives how many pairs the stars left out.
 */
export function partBlock(block: readonly number[], nodes: Nodes, take: (members: readonly number[], hub: number) => void): number {
  return partFurther(block, nodes, take, 0, -1)
}

/** The same of a block that was parted so many times, by a word last. */
function partFurther(block: readonly number[], nodes: Nodes, take: (members: readonly number[], hub: number) => void, times: number, last: number): number {
  if (block.length <= LARGEST_BLOCK) {
    take(block, -1)
    return 0
  }
  if (times < PARTED) {
    let cut = 0
    for (const [word, members] of partsOf(block, nodes, last)) if (members.length > 1) cut += partFurther(members, nodes, take, times + 1, word)
    return cut
  }
  take(block, block.reduce((longest, node) => (nodes.size(node) > nodes.size(longest) ? node : longest)))
  return ((block.length - 1) * (block.length - 2)) / 2
}

/** The members of a block by each of their rare words behind the one that it was parted by last: so each set of words comes once. */
function partsOf(block: readonly number[], { rare }: Nodes, last: number): ReadonlyMap<number, number[]> {
  const parts = new Map<number, number[]>()
  for (const node of block) {
    const words = rare(node)
    for (let i = 0; i < words.length; i++) if (words[i]! > last) addTo(parts, words[i]!, node)
  }
  return parts
}

/** Keys of nodes; equal keys make a block. Nodes come in order. */
export class Keys {
  readonly #rows = new SortedRows(2, 2 ** 32, true)

  add(key: number, node: number): void {
    this.#rows.add(key, node)
  }

  addAll(keys: ArrayLike<number>, node: number): void {
    for (let i = 0; i < keys.length; i++) this.#rows.add(keys[i]!, node)
  }

  /** The pairs of nodes that share a key, of so many nodes; `cut` is how many pairs were left out of blocks that are too large. */
  pairs(nodes: Nodes, count: number): { readonly pairs: BlockPairs; readonly cut: number } {
    const pairs = new BlockPairs(count)
    const cuts = new Map<number, number>() // of the large blocks met lately by their hash: near copies share many keys
    let cut = 0
    for (const run of this.runs()) {
      let size = 0
      for (let i = 0; i < run.length; i++) if (i === 0 || run[i] !== run[size - 1]) run[size++] = run[i]! // each node once
      const block = size === run.length ? run : run.subarray(0, size)
      if (size > LARGEST_BLOCK) {
        if (cuts.size === LARGE_LATELY) cuts.clear()
        const hash = hashOfBlock(block)
        if (!cuts.has(hash)) cuts.set(hash, partBlock([...block], nodes, (members, hub) => pairs.add(members, hub)))
        cut += cuts.get(hash)!
      } else if (size > 1) pairs.add(block, -1)
    }
    return { pairs, cut }
  }

  /** The nodes that share a key, in order, of each key that was added more than once; they may be overwritten. */
  *runs(): Generator<Uint32Array> {
    for (const [key, node] of this.#rows.pieces() as Iterable<readonly [Uint32Array, Uint32Array]>)
      for (let from = 0, to = 0; from < key.length; from = to) {
        while (to < key.length && key[to] === key[from]) to++
        if (to - from > 1) yield node.subarray(from, to)
      }
  }
}

/** Blocks that were met lately, by a part of their hash; and large ones. */
const [LATELY, LARGE_LATELY] = [1 << 18, 1 << 16]

/** Pairs of nodes that share a block. */
export class BlockPairs {
  /** The members of blocks, one block behind another. */
  readonly #members = new Growing(Uint32Array)
  /** Of each node with which of these it is paired: from one place to before another. */
  readonly #parts: SortedRows
  /** Most keys are shared by the very nodes that share another: hashes of the blocks met lately tell. */
  readonly #met = new Float64Array(LATELY)

  constructor(private readonly nodes: number) {
    this.#parts = new SortedRows(3, nodes, true)
  }

  /** Adds a block whose members, in order, are paired all with all, or with the hub. */
  add(members: readonly number[] | Uint32Array, hub: number): void {
    if (hub >= 0) return this.#addStar(members, members.indexOf(hub))
    if (this.#wasMet(members)) return
    const begin = this.#members.size
    this.#members.append(members)
    for (let i = 0; i < members.length - 1; i++) this.#parts.add(members[i]!, begin + i + 1, begin + members.length)
  }

  #addStar(members: readonly number[] | Uint32Array, hub: number): void {
    const begin = this.#members.size
    this.#members.append(members.slice(hub))
    for (let i = 0; i < hub; i++) this.#parts.add(members[i]!, begin, begin + 1)
    this.#parts.add(members[hub]!, begin + 1, this.#members.size)
  }

  #wasMet(members: ArrayLike<number>): boolean {
    const hash = hashOfBlock(members)
    const slot = hash % LATELY
    if (this.#met[slot] === hash) return true
    this.#met[slot] = hash
    return false
  }

  /** Gives for each node in order those behind it that it is paired with, if any, each once and in order; they hold until the next are given. */
  eachNode(take: (node: number, others: Uint32Array) => void): void {
    const members = this.#members.values
    const metBy = newColumn(Int32Array, this.nodes).fill(-1)
    const found = new Growing(Uint32Array)
    for (const [node, begin, end] of this.#parts.pieces() as Iterable<readonly [Uint32Array, Uint32Array, Uint32Array]>)
      for (let i = 0; i < node.length; ) {
        const [own, first] = [node[i]!, i]
        found.size = 0
        for (; i < node.length && node[i] === own; i++)
          for (let at = begin[i]!; at < end[i]!; at++) {
            const other = members[at]!
            if (metBy[other] === own) continue
            metBy[other] = own
            found.push(other)
          }
        if (found.size > 0) take(own, i - first > 1 ? found.values.sort() : found.values)
      }
  }
}

/** Tells the members of a block from those of others: a whole number of 52 bits. */
function hashOfBlock(members: ArrayLike<number>): number {
  let [high, low] = [members.length, 0]
  for (let i = 0; i < members.length; i++) {
    high = mix(high, members[i]!)
    low = mix(members[i]!, low)
  }
  return high * 2 ** 20 + (low & 0xfffff)
}
