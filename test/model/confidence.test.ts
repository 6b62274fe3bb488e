import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { calibrated } from '../../pipeline/model/confidence.ts'

const kind = fc.constantFrom('direct', 'indirect', 'mixed')
const mode = fc.constantFrom('speech', 'attitude')
const speaker = fc.constantFrom('named', 'unnamed', 'unknown')

describe('calibrated confidence', () => {
  it('is a probability and rises with what the stages give', () => {
    fc.assert(fc.property(fc.float({ min: 0, max: 1, noNaN: true }), fc.float({ min: 0, max: 1, noNaN: true }), kind, mode, speaker, (p, q, k, m, s) => {
      const [low, high] = [Math.min(p, q), Math.max(p, q)].map((x) => calibrated(x, { kind: k, mode: m }, s)) as [number, number]
      expect(low).toBeGreaterThan(0)
      expect(high).toBeLessThan(1)
      expect(low).toBeLessThanOrEqual(high)
    }))
  })

  it.each([0.2, 0.5, 0.8])('at %d is what the stages say for a speaker who is not found, and less for an attitude', (p) => {
    const speech = { kind: 'indirect', mode: 'speech' } as const
    expect(calibrated(p, speech, 'unknown')).toBeLessThan(calibrated(p, speech, 'named'))
    expect(calibrated(p, speech, 'unknown')).toBe(p)
    expect(calibrated(p, { ...speech, mode: 'attitude' }, 'named')).toBeLessThan(calibrated(p, speech, 'named'))
  })
})
