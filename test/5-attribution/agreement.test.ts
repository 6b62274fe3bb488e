import { expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { attribute } from '../../pipeline/5-attribution/attribute.ts'

const TEXT = 'The keeper of the lighthouse told Nora Quill that the lamp had gone out before midnight.'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

/** What becomes of a claim that the tagger gave a probability of .6 with this speaker and this content. */
function reconciled(mention: string | null, content: string) {
  const text = segment(TEXT)
  const quotes = findQuotations(text)
  const tagged = { content: [at(content)], cue: at('told'), mention: mention === null ? null : at(mention), mode: 'speech', probability: 0.6, why: [] } as const
  return attribute(articleOf(TEXT, { id: 'lamp' }), text, quotes, parse(text, quotes), [tagged]).claims.find(({ cue }) => cue?.start === at('told').start)!
}

const probability = (mention: string, content: string) => reconciled(mention, content).probability

test('agreement of tagger and frame raises the probability of a claim, disagreement lowers it', () => {
  expect(probability('The keeper of the lighthouse', 'the lamp had gone out before midnight')).toBeGreaterThan(0.6)
  expect(probability('Nora Quill', 'the lamp had gone out before midnight')).toBeLessThan(0.6)
})

test('a claim whose content holds its speaker is mended by the frame of its cue; a shorter content is left', () => {
  const [lamp, keeper] = [at('the lamp had gone out before midnight'), at('The keeper of the lighthouse')]
  expect(reconciled(null, TEXT.slice(0, -1))).toMatchObject({ content: [lamp], mention: keeper })
  expect(reconciled('Nora Quill', 'the lamp had gone out')).toMatchObject({ content: [at('the lamp had gone out')] })
})
