import fc from 'fast-check'
import { expect, it } from 'vitest'
import { componentsBy, inBatches } from '../../pipeline/8-links/speakers/components.ts'
import { SortedRows } from '../../pipeline/model/sorted-rows.ts'

it('batches hold each speaker once, with all that share its keys, and are full at their size', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.nat(12), { maxLength: 3 }), { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), (keys, size) => {
    const rows = new SortedRows(2, 2 ** 32, true)
    for (const [n, own] of keys.entries()) for (const key of own) rows.add(key, n)
    const components = componentsBy(rows, keys.length)
    const batches = Array.from(inBatches(components, size), (batch) => [...batch])
    expect(batches.flat().sort((a, b) => a - b)).toEqual([...keys.keys()])
    for (const batch of batches) {
      expect(batch).toEqual(batch.toSorted((a, b) => a - b))
      const others = new Set(keys.flatMap((own, n) => (batch.includes(n) ? [] : own)))
      expect(batch.some((n) => keys[n]!.some((key) => others.has(key)))).toBe(false)

      const withoutLast = batch.filter((n) => components.firstOf[n] !== Math.max(...batch.map((m) => components.firstOf[m]!)))
      expect([withoutLast.length < size, batch === batches.at(-1) || batch.length >= size]).toEqual([true, true])
    }
    const owners = [...components.owners.pieces()].flatMap(([key, owner]) => Array.from(key!, (each, i) => [each, owner![i]]))
    expect(owners).toEqual([...new Set(keys.flat())].sort((a, b) => a - b).map((key) => [key, keys.findIndex((own) => own.includes(key))]))
  }))
})
