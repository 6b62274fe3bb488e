import { expect, test } from 'vitest'
import { rowsOf } from '../../pipeline/8-links/claims/rows.ts'
import { contestedTargets, sidesOf, targetKey } from '../../pipeline/8-links/stances.ts'
import { mergeSpeakers } from '../../pipeline/8-links/speakers/speakers.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import type { StanceLabel } from '../../pipeline/model/schema.ts'
import { articleOf } from './rows.ts'

type Stance = readonly [who: string, label: StanceLabel, target: string, confidence?: number]

function contested(...stances: readonly Stance[]): readonly string[] {
  const inputs = stances.map(([who, label, target, confidence = 0.9], i) => {
    const input = articleOf(`a${i}`, [{ who, words: 'words' }])
    return { ...input, claims: input.claims.map((claim) => ({ ...claim, stance: [{ target, topic: null, label, confidence }] })) }
  })
  return [...contestedTargets(rowsOf(inputs, mergeSpeakers(inputs, NO_CONFIG)).flatMap((row) => sidesOf(row, [])))]
}

const key = (target: string) => targetKey(target, [])

test('a target is one thing in whatever form and order of its words, and no other', () => {
  expect(key('closing the harbour bridges')).toBe(key('the harbour bridge’s closing'))
  expect(key('closing the harbour bridge')).not.toBe(key('closing the harbour'))
  expect(targetKey('the old crossing', [{ id: 'bridge', label: 'the bridge', any: ['old crossing'] }])).toBe('bridge')
})

test.each<readonly [string, number, readonly Stance[]]>([
  ['one for, one against', 1, [['Ada Holm', 'support', 'the harbour bridge'], ['Tom Birch', 'oppose', 'the harbour bridge']]],
  ['both for', 0, [['Ada Holm', 'support', 'the harbour bridge'], ['Tom Birch', 'support', 'the harbour bridge']]],
  ['of different things', 0, [['Ada Holm', 'support', 'the harbour bridge'], ['Tom Birch', 'oppose', 'the harbour tunnel']]],
  ['of a bare name or noun', 0, [['Ada Holm', 'support', 'the bridge'], ['Tom Birch', 'oppose', 'the bridge']]],
  ['of one speaker', 0, [['Ada Holm', 'support', 'the harbour bridge'], ['Ada Holm', 'oppose', 'the harbour bridge']]],
  ['one likelier wrong', 0, [['Ada Holm', 'support', 'the harbour bridge', 0.4], ['Tom Birch', 'oppose', 'the harbour bridge']]],
  ['one only open', 0, [['Ada Holm', 'open', 'the harbour bridge'], ['Tom Birch', 'oppose', 'the harbour bridge']]],
])('contested: %s', (_, count, stances) => expect(contested(...stances)).toHaveLength(count))

test('contested: a claim that is likelier no claim has no say', () => {
  const inputs = (['support', 'oppose'] as const).map((label, i) => {
    const input = articleOf(`a${i}`, [{ who: ['Ada Holm', 'Tom Birch'][i]!, words: 'words' }])
    return { ...input, claims: input.claims.map((claim) => ({ ...claim, confidence: 0.4, stance: [{ target: 'the harbour bridge', topic: null, label, confidence: 0.9 }] })) }
  })
  expect(contestedTargets(rowsOf(inputs, mergeSpeakers(inputs, NO_CONFIG)).flatMap((row) => sidesOf(row, [])))).toEqual(new Set())
})
