import { expect, test } from 'vitest'
import { articleOf } from '../pipeline/1-read/article-of.ts'
import { assemble, type Layers } from '../pipeline/assemble.ts'

const TEXT = 'Jane Doe said the owls were well.'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

/** The confidence of one claim whose content and mention are right with one probability, and whose speaker is with another. */
function confidence(claim: number, speaker: number): number {
  const layers = {
    text: { text: TEXT, paragraphs: [], sentences: [], tokens: [] },
    quotes: { quotations: [], problems: [] },
    claims: [{ content: [at('the owls were well')], quoted: [], cue: at('said'), mention: at('Jane Doe'), kind: 'indirect', mode: 'speech', within: null, continues: null, chain: [], probability: claim, why: [] }],
    speakers: {
      speakers: [{ id: 'p1', name: 'Jane Doe', kind: 'person', descriptions: [], mentions: [at('Jane Doe')], anonymity: null }],
      claims: [{ ids: ['p1'], resolved: 'name', via: null, probability: speaker, why: [] }],
      chains: [[]],
    },
    judgements: [{ commitment: { label: 'asserts', rule: 'default', evidence: null }, stance: [] }],
    leftOut: [],
    model: 'test',
    topics: [],
  } satisfies Layers
  return assemble(articleOf(TEXT, { id: 'owls' }), layers).claims[0]!.confidence
}

test('confidence is that content and speaker are both right: the less sure of either, the lower', () => {
  expect(confidence(0.9, 0.9)).toBeLessThan(0.9)
  expect(confidence(0.9, 0.5)).toBeLessThan(confidence(0.9, 0.9))
  expect(confidence(0.5, 0.9)).toBeLessThan(confidence(0.9, 0.9))
  expect(confidence(1.2, 1)).toBeLessThanOrEqual(1)
})
