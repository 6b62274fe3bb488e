import { describe, expect, it } from 'vitest'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { judgeTowards } from '../../pipeline/7-stance/target/towards.ts'

function verdict(target: string, claim: string) {
  const text = segment(claim)
  return judgeTowards(text, parse(text, findQuotations(text)), segment(target))
}
const towards = (target: string, claim: string) => verdict(target, claim).label

describe('judgeTowards', () => {
  it('goes by the rules where what they judge is the target', () => {
    expect(verdict('night buses', 'Night buses reduce crime')).toEqual({
      label: 'support',
      rule: 'effect/more-good',
    })
    expect(towards('night buses', 'Night buses are a waste of money')).toBe('oppose')
    expect(towards('night buses', 'Night buses are not a waste of money')).toBe('support')
  })

  it('else by the polarity of words, turned by negation and by what lessens them', () => {
    expect(towards('zoos', 'What zoos stand for is cruelty')).toBe('oppose')
    expect(towards('zoos', 'What zoos stand for is the prevention of cruelty')).toBe('support')
  })

  it('takes praise of a curb for opposition to what it curbs', () => {
    expect(towards('gambling', 'A ban on gambling is necessary')).toBe('oppose')
    expect(towards('ban gambling', 'A ban on gambling is necessary')).toBe('support')
    expect(towards('ban gambling', 'Gambling is a harmless pleasure and a good thing')).toBe('oppose')
  })

  it('says nothing where the target is not named, or nothing is said of it', () => {
    expect(towards('night buses', 'Murder is a terrible crime')).toBe('none')
    expect(towards('night buses', 'Night buses run every hour')).toBe('none')
    expect(towards('', '')).toBe('none')
  })
})
