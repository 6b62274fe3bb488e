import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribution, namesOf, resolve, resolveText } from './support.ts'

const slices = (text: string, ranges: readonly { start: number; end: number }[]) => ranges.map(({ start, end }) => text.slice(start, end))

describe('speakers of an article', () => {
  it('numbers speakers by their first mention and lists every mention, pronouns and titles too', () => {
    const text = 'Paul Matos met Mayor Julia Brandt. The mayor said no. Matos said yes. She left, and Brandt laughed.'
    const { speakers } = resolve(text, ['The mayor', 'Matos'])
    expect(speakers.map(({ id, name }) => `${id} ${name}`)).toEqual(['p1 Paul Matos', 'p2 Julia Brandt'])
    expect(slices(text, speakers[1]!.mentions)).toEqual(['Julia Brandt', 'The mayor', 'She', 'Brandt'])
  })

  it('lists only those whom a claim or a chain refers to', () => {
    const { speakers } = resolve('Rui Matos met Julia Brandt. Matos said yes.', ['Matos'])
    expect(speakers.map((s) => s.name)).toEqual(['Rui Matos'])
  })

  it('keeps titles and appositions as descriptions', () => {
    const { speakers } = resolve('Spanish Health Minister Ana Robles spoke. Robles, a former nurse, said no.', ['Robles'])
    expect(speakers[0]!.descriptions).toEqual(['Spanish Health Minister', 'former nurse'])
  })

  it('tells kinds apart', () => {
    const mentions = ['Norway', 'Reuters', 'The Senate Ethics Committee', 'European farmers', 'an aide', 'Rui Matos']
    const { speakers } = resolve(`${mentions.map((m) => `${m} said so.`).join(' ')}`, mentions)
    expect(speakers.map((s) => s.kind)).toEqual(['country', 'publication', 'organization', 'group', 'anonymous', 'person'])
  })

  it('points with via at the name in full or the antecedent, and not at the mention itself', () => {
    const text = 'Julia Brandt rose. Brandt said no. She said why.'
    const { claims } = resolve(text, ['Julia Brandt', 'Brandt', 'She'])
    expect(claims.map((c) => c.via && text.slice(c.via.start, c.via.end))).toEqual([null, 'Julia Brandt', 'Brandt'])
  })

  it('names the rejected candidates of a pronoun in why', () => {
    const { claims } = resolve('Paul Lane praised Owen Pryce on Monday. He said the ship was ready.', ['He'])
    expect(claims[0]!.ids).toHaveLength(1)
    expect(claims[0]!.why.map((reason) => reason.feature)).toEqual(['speaker: Owen Pryce less likely'])
    expect(claims[0]!.why[0]!.weight).toBeLessThan(0)
  })

  it('names in why the candidates that it could not tell apart', () => {
    const text = 'Peter Marsh sued Paul Lane in March. Peter Marsh and Paul Lane arrived with lawyers. The papers were forged, he said.'
    const [claim] = resolve(text, ['he']).claims
    expect(claim).toMatchObject({ ids: [], resolved: 'unknown' })
    expect(claim!.why.map((reason) => reason.feature).sort()).toEqual(['speaker: Paul Lane considered', 'speaker: Peter Marsh considered'])
  })

  it('says how likely it is that nobody is owed: where two fit less than where nobody does, and never surely', () => {
    const two = resolve('Peter Marsh and Paul Lane arrived. The papers were forged, he said.', ['he']).claims[0]!
    const none = resolve('The papers were forged, he said.', ['he']).claims[0]!
    expect(two).toMatchObject({ ids: [], resolved: 'unknown' })
    expect(none).toMatchObject({ ids: [], resolved: 'unknown' })
    expect(two.probability).toBeLessThan(0.2)
    expect(none.probability).toBeGreaterThan(two.probability)
    expect(none.probability).toBeLessThan(1)
  })

  it('answers nobody with the sieve unknown where a part of joint speakers is open', () => {
    const speakers = resolve('He and Julia Brandt said no.', ['He and Julia Brandt'])
    expect(speakers.claims[0]).toMatchObject({ ids: [], resolved: 'unknown' })
  })
})

describe('unnamed speakers', () => {
  it('counts them and finds the reason for their anonymity', () => {
    const text = 'Three officials, who spoke on condition of anonymity because they were not allowed to brief the press, said no.'
    const { speakers } = resolve(text, ['Three officials'])
    const { anonymity, name } = speakers[0]!
    expect({ name, number: anonymity!.number }).toEqual({ name: 'three officials', number: 3 })
    expect(text.slice(anonymity!.reason!.start, anonymity!.reason!.end)).toBe('because they were not allowed to brief the press')
  })

  it('gives no number where the text gives none, and no reason from another sentence', () => {
    const { speakers } = resolve('Officials said no. Others spoke on condition of anonymity because of the trial.', ['Officials'])
    expect(speakers[0]!.anonymity).toEqual({ number: null, reason: null })
  })

  it('are not made for people with a name', () => {
    expect(resolve('A spokesman, Owen Pryce, said no.', ['A spokesman, Owen Pryce,']).speakers[0]!.anonymity).toBeNull()
  })
})

describe('chains', () => {
  it('resolves each hop to its speaker', () => {
    const text = 'Norway proposed a fund, the Financial Times reported, citing two diplomats. The FT said more.'
    const { chains, speakers } = resolve(text, ['Norway'], [['two diplomats', 'the Financial Times']])
    const idOf = (kind: string) => speakers.find((s) => s.kind === kind)!.id
    expect(chains[0]).toEqual([
      { name: 'two diplomats', speaker: idOf('anonymous') },
      { name: 'Financial Times', speaker: idOf('publication') },
    ])
  })

  it('names a hop by the attribution whose speaker it is', () => {
    const text = 'Lena Fischer of the agency called. She said that Norway had agreed.'
    const she = { start: text.indexOf('She'), end: text.indexOf('She') + 3 }
    const norway = { start: text.indexOf('Norway'), end: text.indexOf('Norway') + 6 }
    const inner = attribution({ mention: norway, within: 0, chain: [{ mention: null, cue: null, attribution: 0 }] })
    const { chains } = resolveText(text, [attribution({ mention: she }), inner])
    expect(chains[1]!.map((hop) => hop.name)).toEqual(['Lena Fischer'])
  })
})

describe('claims that continue', () => {
  it('take the speakers of what they continue, however long the way', () => {
    const speakers = resolve('“One,” said Julia Brandt. “Two.” “Three.”', ['Julia Brandt', null, null])
    const [, second, third] = speakers.claims.map(({ resolved }, i) => `${namesOf(speakers, i)} ${resolved}`)
    expect([second, third]).toEqual(['Julia Brandt continued', 'Julia Brandt continued'])
    expect(speakers.claims[2]!.probability).toBeLessThan(speakers.claims[0]!.probability)
  })

  it('end at a circle', () => {
    const speakers = resolveText('“One.” “Two.”', [attribution({ continues: 1 }), attribution({ continues: 0 })])
    expect(speakers.claims.map((c) => c.resolved)).toEqual(['unknown', 'unknown'])
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    'Mr.', 'Julia Brandt', 'he', 'the mayor', 'said', 'and', 'of the', 'Norway', 'officials', "'s", 'I', 'who', 'U.S.',
    ',', '“', '”', '(', ')', '\n', '.', '🙂',
  )
  const places = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })), { maxLength: 5 })
  it('gives ranges inside the text, ids that exist, and never throws', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), places, (list, mentions) => {
        const text = list.join(' ')
        const claims = mentions
          .map(([at, length]) => ({ start: at % text.length, end: Math.min(text.length, (at % text.length) + length) }))
          .map((mention, i) => attribution({ mention, continues: i === 2 ? 0 : null, chain: [{ mention, cue: null, attribution: null }] }))
        const { speakers, claims: resolved } = resolveText(text, claims)
        const ids = new Set(speakers.map((s) => s.id))
        expect(resolved).toHaveLength(claims.length)
        for (const claim of resolved) expect(claim.ids.every((id) => ids.has(id))).toBe(true)
        const inside = ({ start, end }: { start: number; end: number }) => start >= 0 && start < end && end <= text.length
        expect(speakers.flatMap((s) => s.mentions).every(inside)).toBe(true)
        for (const speaker of speakers) expect(speaker.name.trim()).not.toBe('')
      }),
      { numRuns: 150 },
    )
  })
})
