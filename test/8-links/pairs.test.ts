import { describe, expect, it } from 'vitest'
import { link } from '../../pipeline/8-links/link.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { articleOf, readPairs } from './fixture.ts'

const PAIRS = readPairs()

describe('pairs of fixtures/links', () => {
  it.each(PAIRS)('$link: $title', ({ a, b, link: wanted, changes }) => {
    const { links } = link([articleOf('a', a), articleOf('b', b)], NO_CONFIG)
    expect(links[0]?.type ?? 'none', JSON.stringify(links)).toBe(wanted)
    expect(links[0]?.changes.map(({ kind }) => kind) ?? []).toEqual(expect.arrayContaining(changes))
  })

  it('are many, each with a title of its own', () => {
    expect(PAIRS.length).toBeGreaterThanOrEqual(60)
    expect(new Set(PAIRS.map(({ title }) => title)).size).toBe(PAIRS.length)
  })
})
