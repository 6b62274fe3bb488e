import { describe, expect, it } from 'vitest'
import { link } from '../../pipeline/8-links/link.ts'
import type { LinkClaim, LinkInput } from '../../pipeline/8-links/input.ts'
import { withdraw } from '../../pipeline/8-links/origins/support.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { LINK_ROW_NAMES, LINK_ROWS } from '../../pipeline/model/links-folder.ts'
import type { SpeakerKind } from '../../pipeline/model/schema.ts'
import type { Span } from '../../pipeline/model/span.ts'
import { articleOf, readPairs } from './fixture.ts'

interface Said {
  readonly who: string
  readonly words: string
  readonly via?: string
  readonly paragraph?: number
  readonly within?: string
  readonly continued?: boolean
}

const span = (exact: string, start = 0): Span => ({ start, end: start + exact.length, exact })

/** An article in which people say things one after the other; `kinds` tells who is not a person. */
function article(id: string, said: readonly Said[], about: Partial<LinkInput> = {}, kinds: Readonly<Record<string, SpeakerKind>> = {}): LinkInput {
  const names = [...new Set(said.flatMap(({ who, via }) => (via ? [who, via] : [who])))]
  const idOf = (name: string) => `p${names.indexOf(name) + 1}`
  const speakers = names.map((name) => ({ id: idOf(name), name, kind: kinds[name] ?? 'person', descriptions: [], mentions: [], anonymity: null }))
  const claims = said.map(({ who, words, via, paragraph = 0, within, continued }, i): LinkClaim => {
    const quoted = /^[“"]/.test(words)
    return {
      id: `c${i + 1}`, kind: quoted ? 'direct' : 'indirect', within: within ?? null, text: words, start: i * 1000, end: i * 1000 + words.length, first: span(words, i * 1000),
      paragraph, lastParagraph: paragraph, quoted, cue: null, mention: span(who, i * 1000 + 500), speakers: [idOf(who)], continued: continued ?? false,
      chain: via ? [{ name: via, speaker: idOf(via), mention: span(via, i * 1000 + 700), cue: null }] : [], commitment: 'asserts', stance: [],
    }
  })
  return { article: id, outlet: id, published: null, credits: [], passages: [], ...about, speakers, claims }
}

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

describe('origins and support', () => {
  it('one utterance carried by three outlets is one origin, attested three times', () => {
    const { groups, origins } = link(['a', 'b', 'c'].map((id) => article(id, [{ who: 'Ada Holm', words: FLOOD }])), NO_CONFIG)
    expect(groups).toHaveLength(1)
    expect(groups[0]!.support).toMatchObject({ articles: 3, outlets: 3, independent: 1, attested: 3, anonymous: 0 })
    expect(origins.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['utterance Ada Holm'])
  })

  it('two articles that rest on one report are not independent', () => {
    const kinds = { 'Harbour Times': 'publication', 'three officials': 'anonymous' } as const
    const words = 'the ministry will sell the shipyard to a fund from abroad'
    const said = [{ who: 'Harbour Times', words: `three officials said ${words}` }, { who: 'three officials', words, via: 'Harbour Times', within: 'c1' }]
    const { groups, origins } = link([article('a', said, {}, kinds), article('b', said, {}, kinds)], NO_CONFIG)
    expect(origins.filter(({ kind }) => kind === 'report').map(({ name, members }) => [name, members.length])).toEqual([['Harbour Times', 4]])
    expect(groups.map(({ support }) => [support.articles, support.independent, support.attested])).toContainEqual([2, 1, 1])
  })

  it('puts what a speaker says and the report of it in one group where the content is the same', () => {
    const kinds = { 'Harbour Times': 'publication' } as const
    const input = article('a', [{ who: 'Harbour Times', words: 'the bridge will close' }, { who: 'Ada Holm', words: 'the bridge will close', via: 'Harbour Times', within: 'c1' }], {}, kinds)
    const [outer, inner] = input.claims as [LinkClaim, LinkClaim]
    const { groups } = link([{ ...input, claims: [outer, { ...inner, start: outer.start, end: outer.end }] }], NO_CONFIG)
    expect(groups.map(({ members }) => members.length)).toEqual([2])
  })

  it('two reports of one outlet on different matters stay two origins', () => {
    const kinds = { 'Harbour Times': 'publication' } as const
    const { origins } = link(
      [
        article('a', [{ who: 'Harbour Times', words: 'the mayor hid the cost of the stadium from the council' }], {}, kinds),
        article('b', [{ who: 'Harbour Times', words: 'a bakery in the old town burnt down at night' }], {}, kinds),
      ],
      NO_CONFIG,
    )
    expect(origins.filter(({ kind }) => kind === 'report')).toHaveLength(2)
  })

  it('a report named once reaches unnamed sources that go on from it, until somebody with a name speaks', () => {
    const kinds = { 'Harbour Times': 'publication', officials: 'anonymous', 'an aide': 'anonymous' } as const
    const { origins } = link(
      [
        article('a', [
          { who: 'Harbour Times', words: 'the minister will resign' },
          { who: 'officials', words: 'the letter is written', paragraph: 1 },
          { who: 'an aide', words: 'it lies on the desk', paragraph: 1 },
          { who: 'Ada Holm', words: 'nobody has told her', paragraph: 2 },
          { who: 'an aide', words: 'the car was ordered', paragraph: 2 },
        ], {}, kinds),
      ],
      NO_CONFIG,
    )
    expect(origins.find(({ kind }) => kind === 'report')?.members.map(({ claim }) => claim)).toEqual(['c1', 'c2', 'c3'])
  })

  it('a wire credit ties two articles where they carry the same quotation, and covers what has no other origin', () => {
    const about = { credits: [span('(Reuters)')] }
    const { origins, groups } = link([article('a', [{ who: 'Ada Holm', words: FLOOD }], about), article('b', [{ who: 'Ada Holm', words: FLOOD }], about)], NO_CONFIG)
    expect(origins.filter(({ kind }) => kind === 'wire').map(({ name, members }) => [name, members.length])).toEqual([['Reuters', 2]])
    expect(groups[0]!.support.attested).toBe(1)
  })

  it('articles that share sentences of their own words copied them', () => {
    const shared = { passages: [span('Rain had fallen for eleven days without a break when the first cellars along the canal filled with water.')] }
    const { origins, groups } = link([article('a', [{ who: 'Ada Holm', words: FLOOD }], shared), article('b', [{ who: 'Ada Holm', words: FLOOD }], shared)], NO_CONFIG)
    expect(origins.filter(({ kind }) => kind === 'copy').map(({ members, evidence }) => [members.length, evidence.length])).toEqual([[2, 2]])
    expect(groups[0]!.support).toMatchObject({ outlets: 2, attested: 1 })
  })

  it('counts what rests on unnamed people alone', () => {
    const kinds = { 'a driver': 'anonymous' } as const
    const words = 'the brakes of the night bus had failed twice in that week'
    const { groups } = link([article('a', [{ who: 'a driver', words }], {}, kinds), article('b', [{ who: 'Ada Holm', words }])], NO_CONFIG)
    expect(groups).toHaveLength(1)
    expect(groups[0]!.support).toMatchObject({ independent: 2, anonymous: 1 })
  })

  it('tells what falls when an origin is withdrawn', () => {
    const kinds = { 'Harbour Times': 'publication' } as const
    const words = 'the ferry company has lost its licence for the northern route'
    const links = link([article('a', [{ who: 'Harbour Times', words }], {}, kinds), article('b', [{ who: 'Ada Holm', words }])], NO_CONFIG)
    const report = links.origins.find(({ kind }) => kind === 'report')!
    expect(withdraw(links, report.id)).toEqual([{ group: links.groups[0]!.id, left: 1, of: 2 }])
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
