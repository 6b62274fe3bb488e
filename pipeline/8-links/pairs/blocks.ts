import { grown, Growing, GrowingLists, type Lists } from '../../model/columns.ts'
import { addTo } from '../../model/group-by.ts'

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
export function partBlock(block: readonly number[], nodes: Nodes, take: (members: readonly number[], hub: number) => void, parted: readonly number[] = []): number {
  if (block.length <= LARGEST_BLOCK) {
    take(block, -1)
    return 0
  }
  if (parted.length < PARTED) return partsOf(block, nodes, parted).reduce((cut, { word, members }) => cut + partBlock(members, nodes, take, [...parted, word]), 0)
  take(block, block.reduce((longest, node) => (nodes.size(node) > nodes.size(longest) ? node : longest)))
  return ((block.length - 1) * (block.length - 2)) / 2
}

/** The members of a block by each of their rare words but those that it was parted by before. */
function partsOf(block: readonly number[], { rare }: Nodes, before: readonly number[]): { readonly word: number; readonly members: number[] }[] {
  const parts = new Map<number, number[]>()
  const least = before.at(-1) ?? -1 // each set of words once
  for (const node of block) {
    const words = rare(node)
    for (let i = 0; i < words.length; i++) if (words[i]! > least) addTo(parts, words[i]!, node)
  }
  return [...parts].flatMap(([word, members]) => (members.length > 1 ? [{ word, members }] : []))
}

/** Keys of nodes, as two growing columns; equal keys make a block. Nodes come in order. */
export class Keys {
  readonly #key = new Growing<Uint32Array>(Uint32Array)
  readonly #node = new Growing<Uint32Array>(Uint32Array)

  add(key: number, node: number): void {
    this.#key.push(key)
    this.#node.push(node)
  }

  addAll(keys: ArrayLike<number>, node: number): void {
    for (let i = 0; i < keys.length; i++) this.add(keys[i]!, node)
  }

  /** The blocks of nodes that share a key; `cut` is how many pairs were left out of those that are too large. */
  blocks(nodes: Nodes): { readonly blocks: Blocks; readonly cut: number } {
    const blocks = new Blocks()
    let cut = 0
    for (const run of this.runs()) {
      let size = 0
      for (let i = 0; i < run.length; i++) if (i === 0 || run[i] !== run[size - 1]) run[size++] = run[i]! // each node once
      if (size > LARGEST_BLOCK) cut += partBlock([...run.subarray(0, size)], nodes, (members, hub) => blocks.add(members, hub))
      else if (size > 1) blocks.add(run.subarray(0, size), -1)
    }
    return { blocks, cut }
  }

  /** The nodes that share a key, in order, of each key that was added more than once; they may be overwritten. */
  *runs(): Generator<Uint32Array> {
    const { key, node } = sortedByKey(this.#key.values, this.#node.values)
    for (let from = 0, to = 0; from < key.length; from = to) {
      while (to < key.length && key[to] === key[from]) to++
      if (to - from > 1) yield node.subarray(from, to)
    }
  }
}

/** Blocks of nodes, whose members are in one column: so that pairs need not be kept, of which many blocks hold the same. */
export class Blocks {
  readonly #members = new GrowingLists<Uint32Array>(Uint32Array)
  readonly #hub = new Growing<Int32Array>(Int32Array)

  /** Adds one whose members, in order, are paired all with all, or with the hub. */
  add(members: ArrayLike<number>, hub: number): void {
    this.#members.add(members)
    this.#hub.push(hub)
  }

  /** Gives for each of so many nodes, in order, those behind it that it is paired with, each once and in order. */
  eachNode(nodes: number, take: (node: number, others: Uint32Array) => void): void {
    const { from: starts, values: members } = this.#members.lists
    const hubs = this.#hub.values
    const blocks = this.#byNode(nodes)
    const seen = new Int32Array(nodes).fill(-1)
    let others = new Uint32Array(1 << 10)
    for (let node = 0; node < nodes; node++) {
      let count = 0
      for (let i = blocks.from[node]!; i < blocks.from[node + 1]!; i++) {
        const block = blocks.values[i]!
        const from = starts[block]!
        const to = starts[block + 1]!
        const hub = hubs[block]!
        if (count + to - from > others.length) others = grown(others, count + to - from)
        if (hub >= 0 && hub !== node) {
          if (hub > node && seen[hub] !== node) others[count++] = hub
          seen[hub] = node
        } else
          for (let k = to - 1; k >= from && members[k]! > node; k--) {
            const other = members[k]!
            if (seen[other] === node) continue
            seen[other] = node
            others[count++] = other
          }
      }
      if (count > 0) take(node, others.subarray(0, count).sort())
    }
  }

  /** The blocks of each node. */
  #byNode(nodes: number): Lists<Uint32Array> {
    const { from: starts, values: members } = this.#members.lists
    const from = new Uint32Array(nodes + 1)
    for (let i = 0; i < members.length; i++) from[members[i]! + 1]!++
    for (let n = 0; n < nodes; n++) from[n + 1]! += from[n]!
    const [next, values] = [from.slice(), new Uint32Array(members.length)]
    for (let block = 0; block + 1 < starts.length; block++) for (let i = starts[block]!; i < starts[block + 1]!; i++) values[next[members[i]!]!++] = block
    return { from, values }
  }
}

/** Columns that belong together. */
interface Keyed {
  readonly key: Uint32Array
  readonly node: Uint32Array
}

/** Two columns in the order of the first, both overwritten: radix sort of three passes, stable. They are moved along rather than looked up by their places, which memory answers slowly. */
export function sortedByKey(key: Uint32Array, node: Uint32Array): Keyed {
  let [from, to]: [Keyed, Keyed] = [{ key, node }, { key: new Uint32Array(key.length), node: new Uint32Array(key.length) }]
  for (const shift of [0, 11, 22]) {
    const next = new Uint32Array(2049)
    for (let i = 0; i < key.length; i++) next[((from.key[i]! >>> shift) & 2047) + 1]!++
    for (let i = 0; i < 2048; i++) next[i + 1]! += next[i]!
    for (let i = 0; i < key.length; i++) {
      const at = next[(from.key[i]! >>> shift) & 2047]!++
      to.key[at] = from.key[i]!
      to.node[at] = from.node[i]!
    }
    ;[from, to] = [to, from]
  }
  return from
}
