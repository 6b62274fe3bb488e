import { describe, expect, it } from 'vitest'
import { link } from '../../pipeline/8-links/link.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { LINK_ROW_NAMES, LINK_ROWS } from '../../pipeline/model/links-folder.ts'
import { articleOf, readPairs } from './fixture.ts'
import { articleOf as article } from './rows.ts'

const FLOOD = '“The dam will not hold another winter of floods like the last one.”'

describe('link', () => {
  it('writes what the schema says, the same for every order of the articles', () => {
    const articles = readPairs().slice(0, 30).flatMap(({ a, b }, i) => [articleOf(`x${i}`, a), articleOf(`y${i}`, b)])
    const forwards = link(articles, NO_CONFIG)
    for (const name of LINK_ROW_NAMES) for (const row of forwards[name]) expect(() => LINK_ROWS[name].parse(row)).not.toThrow()
    expect(link(articles.toReversed(), NO_CONFIG)).toEqual(forwards)
  })

  it('links nothing within one article', () => {
    const twice = article('one', [{ who: 'Ada Holm', words: FLOOD }, { who: 'Ada Holm', words: FLOOD, paragraph: 3 }])
    expect(link([twice], NO_CONFIG).links).toEqual([])
  })

  it('does not chain groups: who is like a member, but not like the longest text, stays out', () => {
    const half = 'the harbour bridge must be closed to lorries before the summer'
    const rest = 'the toll on the river tunnel should rise to nine crowns'
    const groups = link(
      [
        article('a', [{ who: 'Ada Holm', words: `“${half}, and ${rest}”` }]),
        article('b', [{ who: 'Ada Holm', words: `“${half}”` }]),
        article('c', [{ who: 'Ada Holm', words: `“${half} because the old concrete cracks in frost”` }]),
        article('d', [{ who: 'Ada Holm', words: '“the old concrete cracks in frost”' }]),
      ],
      NO_CONFIG,
    ).groups
    const groupOf = (id: string) => groups.find(({ members }) => members.some((member) => member.article === id))?.id
    expect(groupOf('a')).toBe(groupOf('b'))
    expect(groupOf('a')).not.toBe(groupOf('d'))
  })

  it('finds copies among many claims as well, each group once', () => {
    const many = Array.from({ length: 2001 }, (_, i) =>
      article(`n${i}`, Array.from({ length: 10 }, (__, k) => ({ who: 'Ada Holm', words: `“Parish ${i} counted ${k + 2} storks near farm ${i * 10 + k} and mill ${i + 7 * k}.”` }))))
    const { links, groups } = link([...many, article('x', [{ who: 'Ada Holm', words: FLOOD }]), article('y', [{ who: 'Ada Holm', words: FLOOD.replace('another', 'one more') }])], NO_CONFIG)
    expect(links.filter(({ a, b }) => a.article === 'x' && b.article === 'y').map(({ type }) => type)).toEqual(['same-quote'])
    expect(groups.flatMap(({ members }) => members)).toHaveLength(20_012)
  })
})

describe('stance over the corpus', () => {
  it('opposite stances to one target make it contested, and no contradiction', () => {
    const pair = readPairs().find(({ title }) => title === 'opposite stances to one target')!
    const { links, groups } = link([articleOf('a', pair.a), articleOf('b', pair.b)], NO_CONFIG)
    expect(links).toEqual([])
    expect(groups.every(({ contested }) => contested.length === 1)).toBe(true)
  })
})
