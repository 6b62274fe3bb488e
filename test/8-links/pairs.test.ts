import { describe, expect, it } from 'vitest'
import { scorePairs } from '../../pipeline/check/check.ts'
import { readPairs } from './fixture.ts'

const PAIRS = readPairs()

/** The share of the pairs of some types that are linked as a person says. */
function right(...types: readonly string[]): number {
  const pairs = PAIRS.filter(({ link }) => types.includes(link))
  return scorePairs(pairs).held / pairs.length
}

describe('pairs of fixtures/links', () => {
  it('most are linked as a person says', () => {
    expect(right('same-quote')).toBeGreaterThan(0.9)
    expect(right('same-utterance', 'same-claim')).toBeGreaterThan(0.8)
    expect(right('contradicts')).toBeGreaterThan(0.8)
    expect(right('none')).toBeGreaterThan(0.5)
  })

  it('are many, each with a title of its own', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(60)
    expect(new Set(PAIRS.map(({ title }) => title)).size).toBe(PAIRS.length)
  })
})
