import { describe, expect, it } from 'vitest'
import { link } from '../../pipeline/8-links/link.ts'
import { groupClaims, leadingOrder } from '../../pipeline/8-links/pairs/join.ts'
import type { JudgedPair } from '../../pipeline/8-links/row.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { articleOf } from './rows.ts'

const linked = (a: number, b: number, confidence = 0.9, type: JudgedPair['type'] = 'same-claim'): JudgedPair => ({ a, b, type, confidence })

/** Who leads each claim's group, of claims that are the longer the lower their number, each of the article that its letter names. */
const leaders = (articles: string, ...links: readonly JudgedPair[]) => {
  const longest = Uint32Array.from(articles, (_, n) => n)
  return [...groupClaims({ articleOf: [...articles], longest, copyOf: Int32Array.from(longest), links, apart: [] })]
}

const bridge = (id: string, state: string) => articleOf(id, [{ who: 'Ada Holm', words: `“The old harbour bridge at Norby was ${state} for lorries last summer.”` }])

describe('groups of claims', () => {
  it('join where most of their claims are linked', () => {
    expect(leaders('abc', linked(0, 2), linked(1, 2))).toEqual([0, 0, 0])
    expect(leaders('abab', linked(0, 3, 0.9), linked(2, 1, 0.9), linked(0, 1, 0.5))).toEqual([0, 0, 0, 0])
  })

  it('stay apart where few are', () => {
    expect(leaders('abcde', linked(0, 2), linked(0, 3), linked(1, 3, 0.5), linked(1, 4))).toEqual([0, 1, 0, 0, 1])
  })

  it('stay apart where a claim of one contradicts a claim of the other', () => {
    expect(leaders('abc', linked(0, 2), linked(1, 2, 0.8), linked(0, 1, 0.9, 'contradicts'))).toEqual([0, 1, 0])
  })

  it('are made of likely links', () => {
    expect(leaders('ab', linked(0, 1, 0.39))).toEqual([0, 1])
  })

  it('are led by a claim that is likelier right than not', () => {
    expect([...leadingOrder([3, 2, 2, 4], (n) => n !== 0)]).toEqual([3, 1, 2, 0])
    expect([...leadingOrder([3, 2, 2, 4], () => true)]).toEqual([3, 0, 1, 2])
  })

  it('are led by the longest, in whatever order the links come', () => {
    const links = [linked(1, 2, 0.7), linked(0, 2, 0.8), linked(3, 1, 0.9)]
    expect(leaders('abcd', ...links)).toEqual(leaders('abcd', ...links.toReversed()))
  })

  it('never contradict themselves', () => {
    const { links, groups } = link([bridge('a', 'safe or unsafe'), bridge('b', 'safe'), bridge('c', 'unsafe')], NO_CONFIG)
    expect(links.map(({ type, a, b }) => [type === 'contradicts', a.article + b.article])).toEqual([[false, 'ab'], [false, 'ac'], [true, 'bc']])
    expect(groups.map(({ members, contradictedBy }) => [members.map(({ article }) => article).join(''), contradictedBy.length])).toEqual([['ab', 1], ['c', 1]])
  })
})
