import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Range } from '../../pipeline/model/span.ts'
import { attribution, judged, judgeExample } from './example.ts'

const range = (text: string, words: string, after = 0): Range => {
  const start = text.indexOf(words, after)
  if (start < 0) throw new Error(`"${words}" is not in the text`)
  return { start, end: start + words.length }
}

/** The stances of the last of the claims, given as [content, cue]. */
function last(text: string, claims: readonly (readonly [string, string | null])[]) {
  const attributions = claims.map(([content, cue]) => attribution([range(text, content)], cue === null ? null : range(text, cue)))
  return judged(text, attributions)
    .at(-1)!
    .stance.map(({ label, target }) => `${label} ${target.text}`)
}

const labels = (text: string) => judgeExample(text).judgement.stance.map((s) => s.label)

describe('classify', () => {
  it('leads a pointer back to what was proposed', () => {
    const text = 'Anna Lund proposed closing the north quarry. Local guides voiced opposition to the idea.'
    expect(
      last(text, [
        ['closing the north quarry', 'proposed'],
        ['the idea', 'voiced opposition to'],
      ]),
    ).toEqual(['oppose closing the north quarry'])
  })

  it('names a target as a noun phrase, with the range of the words that stand in the text', () => {
    const { text, judgement } = judgeExample('The board <refused> to sell the barn.')
    const [stance] = judgement.stance
    expect(stance?.target.text).toBe('selling the barn')
    expect(text.slice(stance!.target.range!.start, stance!.target.range!.end)).toBe('sell the barn')
  })

  it('turns the label round with a negator, and back with a second one', () => {
    expect(judgeExample('The fee is not fair, <he said>').judgement.stance[0]?.label).toBe('oppose')
    expect(judgeExample('The fee is fair, <he said>').judgement.stance[0]?.label).toBe('support')
    expect(judgeExample('Nobody says the fee is not fair, <he said>').judgement.stance.map((s) => s.label)).toEqual(['support'])
  })

  it('takes nothing for wanted that is only supposed, and a reason for no stance beside what it is a reason for', () => {
    expect(labels('If the barn is unfair, nobody has noticed, <she said>')).toEqual([])
    expect(labels('The barn is unfair, <she said>')).toEqual(['oppose'])
    expect(labels('We must sell the barn because the fee is unfair, <she said>')).toEqual(['support'])
  })

  it('keeps two stances of a claim at the most', () => {
    expect(labels('The fee is unfair, the roof is dangerous, the lease is wrong and the barn is a disaster, <she said>')).toHaveLength(2)
  })

  it('makes support with a condition conditional', () => {
    expect(labels('“We are ready to sign the lease if the roof is mended,” <she said>')).toEqual(['conditional'])
    expect(labels('“We are ready to sign the lease,” <she said>')).toEqual(['support'])
  })

  it('leaves the words of a claim within to that claim', () => {
    const text = 'The Gazette reported that Ms Roe backs the new ferry.'
    const outer = { ...attribution([range(text, 'Ms Roe backs the new ferry')], range(text, 'reported')) }
    const inner = { ...attribution([range(text, 'the new ferry')], range(text, 'backs')), within: 0 }
    const [first, second] = judged(text, [outer, inner])
    expect(first?.stance).toEqual([])
    expect(second?.stance.map(({ label }) => label)).toEqual(['support'])
  })

  it('names people in full', () => {
    const text = 'Ann Poe criticised Ray. Bob Ray shrugged.'
    const bob = { id: 'p2', name: 'Bob Ray', kind: 'person', descriptions: [], mentions: [range(text, 'Ray')], anonymity: null } as const
    const speakers = { speakers: [bob], claims: [], chains: [] }
    const [claim] = judged(text, [attribution([range(text, 'Ray')], range(text, 'criticised'))], speakers)
    expect(claim?.stance).toMatchObject([{ label: 'oppose', target: { text: 'Bob Ray' } }])
  })

  it("does not take another person's wish for the speaker's", () => {
    const text = 'Ann Poe said Bob Ray supports the new ferry.'
    const person = (id: string, name: string) =>
      ({ id, name, kind: 'person', descriptions: [], mentions: [range(text, name)], anonymity: null }) as const
    const claims = [{ ids: ['p1'], resolved: 'name', via: null, probability: 1, why: [] }] as const
    const speakers = { speakers: [person('p1', 'Ann Poe'), person('p2', 'Bob Ray')], claims, chains: [[]] }
    const content = attribution([range(text, 'Bob Ray supports the new ferry')], range(text, 'said'))
    expect(judged(text, [content], speakers)[0]?.stance).toEqual([])
    expect(judged(text, [content])[0]?.stance).toHaveLength(1)
  })

  it('gives no stance where a claim only informs', () => {
    expect(judgeExample('The pool opened in 1931, <the warden said>').judgement.stance).toEqual([])
  })

  it('never throws, and points into the text, whatever the text', () => {
    const words = fc.constantFrom(
      'must',
      'not',
      'if',
      'support',
      'the idea',
      'to',
      'be',
      'call',
      'for',
      '“',
      '”',
      ',',
      '.',
      '\n',
      'it',
      'he',
      '?',
      'no',
      '😀',
      '\ud800',
      'and',
      'bans',
      'will',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.nat(), (text, a, b, c) => {
        if (text.length < 3) return
        const [x, y, z] = [a, b, c].map((n) => n % text.length).sort((p, q) => p - q) as [number, number, number]
        const cue = x < y ? { start: x, end: y } : null
        const content = y < z ? { start: y, end: z } : { start: 0, end: text.length }
        for (const { commitment, stance } of judged(text, [attribution([content], cue)]))
          for (const place of [commitment.evidence, ...stance.flatMap((s) => [s.evidence, s.target.range])])
            if (place) expect(place.start >= 0 && place.start < place.end && place.end <= text.length).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
