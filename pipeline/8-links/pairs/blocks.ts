import { Growing, listsByNumber, newColumn, wholeOf, type Lists } from '../../model/columns.ts'
import { FiledColumn } from '../../model/filed-column.ts'
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

  /** The pairs of nodes that share a key, of so many nodes, which are paired so many `atOnce`; `cut` is how many pairs were left out of blocks that are too large. */
  pairs(nodes: Nodes, count: number, atOnce?: number): { readonly pairs: BlockPairs; readonly cut: number } {
    const pairs = new BlockPairs(count, atOnce)
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

/** So many nodes are paired at once: what is in memory are the blocks that these are in. */
const AT_ONCE = 1 << 17
/** Stands behind the members of a block. */
const END = 2 ** 32 - 1

/** Pairs of nodes that share a block. */
export class BlockPairs {
  /** For each range of nodes the blocks that these are in: how many members are in the range, these and all behind them, and {@link END}. */
  readonly #ranges: readonly FiledColumn<Uint32Array>[]
  /** Most keys are shared by the very nodes that share another: hashes of the blocks met lately tell. */
  readonly #met = new Float64Array(LATELY)

  constructor(
    private readonly nodes: number,
    private readonly atOnce = AT_ONCE,
  ) {
    this.#ranges = Array.from({ length: Math.ceil(nodes / atOnce) }, () => new FiledColumn(Uint32Array))
  }

  /** Adds a block whose members, in order, are paired all with all, or with the hub. */
  add(members: readonly number[] | Uint32Array, hub: number): void {
    if (hub >= 0) this.#addStar(members, members.indexOf(hub))
    else if (!this.#wasMet(members)) this.#addBlock(members, members.length - 1)
  }

  #addStar(members: readonly number[] | Uint32Array, hub: number): void {
    for (let i = 0; i < hub; i++) this.#addBlock([members[i]!, members[hub]!], 1)
    this.#addBlock(members.slice(hub), 1)
  }

  /** Adds a block of which so many members are paired with all behind them. */
  #addBlock(members: readonly number[] | Uint32Array, paired: number): void {
    for (let i = 0, end = 0; i < paired; i = end) {
      const range = Math.floor(members[i]! / this.atOnce)
      while (end < paired && members[end]! < (range + 1) * this.atOnce) end++
      const blocks = this.#ranges[range]!
      blocks.push(end - i)
      blocks.append(i === 0 ? members : members.slice(i))
      blocks.push(END)
    }
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
    const metBy = newColumn(Int32Array, this.nodes).fill(-1)
    const found = new Growing(Uint32Array)
    for (const [range, filed] of this.#ranges.entries()) {
      const blocks = wholeOf(filed)
      const { from, values } = behindEach(blocks, range * this.atOnce, Math.min(this.atOnce, this.nodes - range * this.atOnce))
      for (let n = 0; n + 1 < from.length; n++) {
        const own = range * this.atOnce + n
        found.size = 0
        for (let i = from[n]!; i < from[n + 1]!; i++)
          for (let at = values[i]!; blocks[at] !== END; at++) {
            const other = blocks[at]!
            if (metBy[other] === own) continue
            metBy[other] = own
            found.push(other)
          }
        if (found.size > 0) take(own, from[n + 1]! - from[n]! > 1 ? found.values.sort() : found.values)
      }
    }
  }
}

/** Of each of so many nodes, from the first of a range on, where those begin that stand behind it in blocks. */
function behindEach(blocks: Uint32Array, first: number, nodes: number): Lists<Uint32Array> {
  return listsByNumber(nodes, (add) => {
    for (let at = 0; at < blocks.length; at++) {
      const paired = blocks[at]!
      for (let i = 0; i < paired; i++) add(blocks[at + 1 + i]! - first, at + 2 + i)
      at += paired
      while (blocks[at] !== END) at++
    }
  })
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
