import { describe, expect, test } from 'vitest'
import { goldArticleSchema, mistakesOf } from '../../pipeline/check/gold.ts'
import { correctionsSchema } from '../../pipeline/model/schema.ts'
import { correctionsOf, statedOf, stateOf } from '../../pipeline/review/convert.ts'
import { goldOf } from '../../pipeline/review/gold.ts'
import type { ReviewState, Stated } from '../../pipeline/review/state.ts'
import { annotated, marked } from '../support/annotated.ts'

const SOURCE = '[content The ferry stays], [speaker Bo Lund] [cue said].\n[content:2 The mill burns], [speaker:2 a clerk] [cue:2 said].\n---\nspeaker: Bo Lund\nstance: support the ferry\n2 speaker: a clerk'
const TEXT = marked(SOURCE).text
const ARTICLE = annotated(SOURCE)
const [first, second] = ARTICLE.claims
const stated = (words: string): Stated => ({ ...statedOf(first!, ARTICLE), content: [{ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length }] })

const STATE: ReviewState = {
  judged: [
    { claim: first!.id, verdict: 'right', stated: null },
    { claim: second!.id, verdict: 'mended', stated: stated('mill burns') },
    { claim: 'added-2', verdict: 'added', stated: stated('ferry') },
  ],
  apart: [{ claim: first!.id, other: { article: 'other', claim: 'c1' }, verdict: 'not-same' }],
}
const QUOTES = { content: [{ exact: 'x', prefix: '', suffix: '', start: 0 }], mention: null, cue: null }

describe('what a person said', () => {
  test('comes back from the file as it went in', () => {
    const corrections = correctionsSchema.parse(correctionsOf(ARTICLE, TEXT, STATE, () => QUOTES))
    expect(stateOf(ARTICLE, TEXT, corrections, () => 'c1')).toEqual({ state: STATE, lost: 0 })
  })

  test('that fits nothing any more is counted', () => {
    const corrections = correctionsOf(ARTICLE, TEXT, STATE, () => QUOTES)
    const other = annotated('[content Another thing], [speaker Bo Lund] [cue said].\n---\nspeaker: Bo Lund')
    expect(stateOf(other, 'Another thing, Bo Lund said.', corrections, () => 'c1')).toEqual({ state: { judged: [], apart: [] }, lost: 3 })
  })
})

describe('gold', () => {
  test('holds what was confirmed, mended and added, in the order of the text', () => {
    const gold = goldArticleSchema.parse(goldOf(ARTICLE, TEXT, STATE, null))
    expect(mistakesOf(gold, TEXT)).toEqual([])
    expect(gold.claims.map(({ key, content, speaker, stance }) => [key, content[0]?.exact, speaker.names, stance[0]?.target])).toEqual([
      ['c01', 'The ferry stays', ['Bo Lund'], 'the ferry'],
      ['c02', 'ferry', ['Bo Lund'], 'the ferry'],
      ['c03', 'mill burns', ['Bo Lund'], 'the ferry'],
    ])
  })

  test('leaves out what is no claim, and says who is unnamed', () => {
    const judged = [{ claim: first!.id, verdict: 'wrong', stated: null }, { claim: second!.id, verdict: 'right', stated: null }] as const
    expect(goldOf(ARTICLE, TEXT, { judged, apart: [] }, null).claims.map(({ speaker }) => speaker)).toEqual([expect.objectContaining({ names: ['a clerk'], anonymous: true })])
  })

  test('keeps the keys that links name', () => {
    const before = goldOf(ARTICLE, TEXT, { judged: STATE.judged.slice(0, 2), apart: [] }, null)
    const renamed = { ...before, claims: before.claims.map((claim, i) => ({ ...claim, key: ['c07', 'c01'][i]! })) }
    expect(goldOf(ARTICLE, TEXT, STATE, renamed).claims.map(({ key }) => key)).toEqual(['c07', 'c02', 'c01'])
  })

  test('is not made of an article that is half judged', () => {
    expect(() => goldOf(ARTICLE, TEXT, { judged: STATE.judged.slice(0, 1), apart: [] }, null)).toThrow('1 of 2 claims are not judged yet')
  })
})
