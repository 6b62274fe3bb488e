import { describe, expect, it } from 'vitest'
import { linkOfPair } from '../../pipeline/check/link-pairs.ts'
import { readPairs } from './fixture.ts'

const TITLES = [
  'who owes whom is exchanged', 'a pronoun stands for its speaker', 'one person, two reproaches', 'another month', 'a prefix turns it', 'the frame cut off', 'the not is cut', 'a negation lost', 'the condition is cut', 'of women and of men', 'a phrase states nothing', 'one word of one speaker', 'one denies what the same speaker is said to plan',
]

describe('what looks alike and is not one proposition', () => {
  it.each(readPairs().filter(({ title }) => TITLES.includes(title)))('$title: $link', (pair) => {
    expect(linkOfPair(pair).type).toBe(pair.link)
  })

  it('has all its cases', () => {
    const titles = new Set(readPairs().map(({ title }) => title))
    expect(TITLES.filter((title) => !titles.has(title))).toEqual([])
  })
})

it.each([['asserts', 'contradicts'], ['asks', 'none'], ['demands', 'none']] as const)('a denial contradicts what somebody %s: %s', (commitment, link) => {
  const denied = readPairs().find(({ title }) => title === 'denied')!
  expect(linkOfPair({ ...denied, a: { ...denied.a, more: { ...denied.a.more, commitment } } }).type).toBe(link)
})
