import { expect, test } from 'vitest'
import { sigmoid, treesScore } from '../../pipeline/5-attribution/tagger/gbdt.ts'
import { boost } from '../../pipeline/train/boost.ts'
import { fitCurve, reliability } from '../../pipeline/train/calibrate.ts'
import { random } from '../../pipeline/train/crf-train.ts'
import { FeatureSet } from '../../pipeline/train/feature-set.ts'
import { foldsByMonth } from '../../pipeline/train/train-tagger.ts'
import type { TrainingArticle } from '../../pipeline/train/gold.ts'
import { trainRanker } from '../../pipeline/train/rank.ts'

test('boosted trees learn what no single number tells', () => {
  const next = random(3)
  const rows = Array.from({ length: 2000 }, () => Float32Array.of(next(), next(), next()))
  const labels = rows.map(([x, y]) => (x! > 0.5 === y! > 0.5 ? 1 : 0))
  const trees = boost(rows.slice(0, 1500), labels.slice(0, 1500))
  const right = rows.slice(1500).filter((row, i) => sigmoid(treesScore(trees, row)) > 0.5 === (labels[1500 + i] === 1)).length
  expect(right / 500).toBeGreaterThan(0.95)
})

test('the ranker prefers the alternatives that were right', () => {
  const choice = { options: [Int32Array.of(1, 2), Int32Array.of(1, 3), Int32Array.of(4)], right: [1] }
  const w = trainRanker(Array.from({ length: 20 }, () => choice), 8)
  expect(w[1]! + w[3]!).toBeGreaterThan(w[1]! + w[2]!)
  expect(w[1]! + w[3]!).toBeGreaterThan(w[4]!)
})

test('isotonic calibration never falls and repairs a skewed score', () => {
  const next = random(5)
  const outcomes = Array.from({ length: 5000 }, () => {
    const chance = next()
    return { chance, right: next() < chance * chance }
  })
  const curve = fitCurve(outcomes)
  expect([...curve.chances]).toEqual([...curve.chances].sort((x, y) => x - y))
  const middle = curve.scores.findIndex((s) => s > 0.5)
  expect(curve.chances[middle]).toBeGreaterThan(0.18)
  expect(curve.chances[middle]).toBeLessThan(0.34)
})

test('reliability compares what was said with what was right', () => {
  const outcomes = Array.from({ length: 10 }, (_, i) => ({ chance: 0.75, right: i < 5 }))
  const { rows, error } = reliability(outcomes)
  expect(rows[7]).toMatchObject({ claims: 10, said: 0.75, right: 0.5 })
  expect(error).toBeCloseTo(0.25)
})

test('only features that occur twice are learned, 0 is none', () => {
  const set = new FeatureSet()
  for (const id of [7, 7, 9, -3, 0, 0, -3, -3]) set.see(id)
  set.freeze()
  expect(set.size).toBe(2)
  expect(set.get(9)).toBe(-1)
  expect(set.get(0)).toBe(-1)
  expect(set.hashes()[set.get(-3)]).toBe(-3)
})

test('folds keep months together and none is empty', () => {
  const months = ['2020-01', '2020-01', '2020-01', '2020-02', '2020-03', '2020-04', '2020-05']
  const folds = foldsByMonth(months.map((month) => ({ gold: { month } }) as TrainingArticle), 4)
  expect(new Set(folds).size).toBe(4)
  expect(new Set(folds.slice(0, 3)).size).toBe(1)
})
