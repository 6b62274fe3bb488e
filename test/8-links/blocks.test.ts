import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Keys, type Nodes } from '../../pipeline/8-links/pairs/blocks.ts'

const NODES = 60
/** No node has rare words, so that a large block is a star; longer ones come later, but for a few. */
const nodes: Nodes = { size: (node) => node % 50, rare: () => [] }

test('nodes are paired once, in order, with all that share a key, or with the longest of those that are too many, however many are paired at once', () => {
  const blocks = fc.array(fc.uniqueArray(fc.nat(NODES - 1), { minLength: 1, maxLength: NODES }), { maxLength: 12 })
  fc.assert(
    fc.property(blocks, fc.integer({ min: 1, max: NODES }), (all, atOnce) => {
      const expected = new Set(all.flatMap((block) => pairsOf(block)))
      expect(pairedBy(all, atOnce)).toEqual([...expected].sort())
    }),
  )
})

function pairedBy(blocks: readonly (readonly number[])[], atOnce: number): string[] {
  const keys = new Keys()
  for (let node = 0; node < NODES; node++) keys.addAll(blocks.flatMap((block, key) => (block.includes(node) ? [key] : [])), node)
  const found: string[] = []
  keys.pairs(nodes, NODES, atOnce).pairs.eachNode((node, others) => {
    expect([...others]).toEqual([...new Set(others)].sort((a, b) => a - b))
    for (const other of others) found.push(named(node, other))
  })
  expect(new Set(found).size).toBe(found.length)
  return found.sort()
}

function pairsOf(block: readonly number[]): string[] {
  const members = block.toSorted((a, b) => a - b)
  if (members.length <= 40) return members.flatMap((a, i) => members.slice(i + 1).map((b) => named(a, b)))
  const hub = members.reduce((longest, node) => (nodes.size(node) > nodes.size(longest) ? node : longest))
  return members.filter((node) => node !== hub).map((node) => named(Math.min(node, hub), Math.max(node, hub)))
}

const named = (a: number, b: number) => `${a} ${b}`
