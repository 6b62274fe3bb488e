import { expect, test } from 'vitest'
import { withoutCrossings } from '../../pipeline/5-attribution/claims/crossing.ts'
import { draftBy } from '../../pipeline/5-attribution/claims/draft.ts'

const TEXT = 'The mill will reopen in spring, and wages will rise.'
const claim = (start: number, end: number, probability: number) => draftBy('made up', null, { content: [{ start, end }], cue: null, mention: null, probability })

test.each([
  ['the later', 0.9, 0.4, { start: 0, end: 30 }, { start: 30, end: 52 }],
  ['the earlier', 0.4, 0.9, { start: 0, end: 20 }, { start: 21, end: 52 }],
])('of two claims that cross the less probable is cut: %s', (_, first, second, ...expected) => {
  const kept = withoutCrossings(TEXT, [claim(0, 30, first), claim(21, 52, second)])
  expect(kept.flatMap(({ content }) => content)).toEqual(expected)
})
