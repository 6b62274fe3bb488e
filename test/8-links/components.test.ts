import fc from 'fast-check'
import { expect, it } from 'vitest'
import { componentsBy, inBatches } from '../../pipeline/8-links/speakers/components.ts'
import { GrowingLists } from '../../pipeline/model/columns.ts'

it('batches hold each speaker once, with all that share its keys, and are full at their size', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.nat(12), { maxLength: 3 }), { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), (keys, size) => {
    const lists = new GrowingLists<Uint32Array>(Uint32Array)
    for (const own of keys) lists.add(own)
    const components = componentsBy(lists.lists)
    const batches = [...inBatches(components, size)]
    expect(batches.flat().sort((a, b) => a - b)).toEqual([...keys.keys()])
    for (const batch of batches) {
      expect(batch).toEqual(batch.toSorted((a, b) => a - b))
      const others = new Set(keys.flatMap((own, n) => (batch.includes(n) ? [] : own)))
      expect(batch.some((n) => keys[n]!.some((key) => others.has(key)))).toBe(false)

      const withoutLast = batch.filter((n) => components.firstOf[n] !== Math.max(...batch.map((m) => components.firstOf[m]!)))
      expect([withoutLast.length < size, batch === batches.at(-1) || batch.length >= size]).toEqual([true, true])
    }
    for (const [key, owner] of components.owners) expect(keys[owner]).toContain(key)
  }))
})
