import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrate } from '../../pipeline/5-attribution/tagger/calibration.ts'
import { decodeRising, encodeRising, packArrays, unpackArrays } from '../../pipeline/5-attribution/tagger/model-arrays.ts'
import { WeightTable } from '../../pipeline/5-attribution/tagger/model-table.ts'

test('rising integers survive packing', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat({ max: 0xffffffff })), (values) => {
    const rising = Uint32Array.from(values).sort()
    expect(decodeRising(encodeRising(rising), rising.length)).toEqual(rising)
  }))
})

test('arrays come back by name, and a missing one is named', () => {
  const packed = packArrays({ unit: 0.5 }, { bytes: Int8Array.of(-1, 2), bounds: Float32Array.of(1.5, Infinity) }, 1)
  const { facts, array } = unpackArrays(packed)
  expect(facts).toEqual({ unit: 0.5 })
  expect(array('bytes')).toEqual(Int8Array.of(-1, 2))
  expect(array('bounds')).toEqual(Float32Array.of(1.5, Infinity))
  expect(() => array('leaves')).toThrow('no part "leaves"')
})

test('the table adds up the weights of the features it knows', () => {
  const table = new WeightTable({
    hashes: Uint32Array.of(5, 4_000_000_000),
    masks: Uint16Array.of(0b1, 0b1_0000_0000_0001),
    values: Int8Array.of(4, -2, 6),
    unit: 0.5,
  })
  const scores = new Float64Array(13)
  table.score(Int32Array.of(5, 0, 7, 4_000_000_000 | 0), 1, 4, scores)
  expect(scores[0]).toBe(1)
  expect(scores[12]).toBe(3)
  expect(scores[1]).toBe(0)
  const row = new Float64Array(3 * 13)
  table.score(Int32Array.of(5, 5, 7, 0, 5, 5), 3, 2, row)
  expect([row[0], row[13], row[26]]).toEqual([2, 4, 2])
  // by group, in units: what speaks for labels 1 and 12 as against 0, at the second of two tokens, whose features are 5, a high hash, an unknown one and none
  const ids = Int32Array.of(0, 5, 0, 4_000_000_000 | 0, 0, 6, 0, 0), groups = Uint8Array.of(0, 1, 1, 2)
  const [for1, for12] = [new Int32Array(3), new Int32Array(3)]
  table.addAdvantages(for1, groups, ids, 2, 1, 1)
  table.addAdvantages(for12, groups, ids, 2, 1, 12)
  expect([...for1]).toEqual([-4, 2, 0])
  expect([...for12]).toEqual([-4, 8, 0])
})

test('calibration goes straight from knot to knot and stays flat beyond them', () => {
  const curve = { scores: Float32Array.of(0.2, 0.6), chances: Float32Array.of(0.1, 0.5) }
  expect(calibrate(curve, 0)).toBeCloseTo(0.1)
  expect(calibrate(curve, 0.4)).toBeCloseTo(0.3)
  expect(calibrate(curve, 0.9)).toBeCloseTo(0.5)
})
