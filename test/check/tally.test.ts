import { expect, test } from 'vitest'
import { compareWithFloors, percent } from '../../pipeline/check/floors.ts'
import { figure, precisionAtCoverage, Tally } from '../../pipeline/check/tally.ts'

test('counts are summed over documents and divided once', () => {
  const tally = new Tally()
  tally.add('cue', { hits: 1, gold: 1, ours: 1 })
  tally.add('cue', { hits: 0, gold: 3, ours: 1 })
  expect(tally.figures().get('cue')).toMatchObject({ precision: 0.5, recall: 0.25, f1: 1 / 3 })
})

test('a figure over nothing is absent, not zero or one', () => {
  expect(figure({ hits: 0, gold: 0, ours: 0, given: { right: 0, of: 0 } })).toMatchObject({ precision: null, recall: null, f1: null })
  expect(figure({ hits: 0, gold: 2, ours: 0, given: { right: 0, of: 0 } })).toMatchObject({ precision: null, recall: 0, f1: 0 })
})

test('precision by coverage takes the surest first, and equals by their mean', () => {
  const claims = [0.9, 0.8, 0.5, 0.5].map((confidence, i) => ({ confidence, right: i !== 2 }))
  expect(precisionAtCoverage(claims).map(({ precision }) => precision)).toEqual([1, 1, 2.5 / 3, 0.75])
  expect(precisionAtCoverage([])).toEqual([])
})

test('floors: a figure below or gone fails, one well above may be raised', () => {
  const scores = new Map([['articles', new Map([['content', 80], ['cue', 69.9], ['chain', 50.5]])]])
  const { below, raisable } = compareWithFloors({ articles: { content: 75, cue: 70, chain: 50, kind: 10 } }, scores)
  expect(below.map(({ layer, score }) => [layer, score])).toEqual([['cue', 69.9], ['kind', null]])
  expect(raisable.map(({ layer }) => layer)).toEqual(['content'])
})

test('percent rounds down, so that a floor copied from a report holds', () => {
  expect([percent(0.66666), percent(0.29), percent(1)]).toEqual([66.6, 29, 100])
})
