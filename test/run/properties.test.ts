import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { isError } from '../../pipeline/1-read/read.ts'
import type { AnnotatedArticle } from '../../pipeline/model/schema.ts'
import type { Span } from '../../pipeline/model/span.ts'
import { answers } from '../../pipeline/run/answer.ts'

/** Pieces that news is made of, and what breaks programs: marks of all kinds, halves of pairs, control characters, other scripts. */
const PIECES = [
  'Jane Doe', 'the mayor', 'he', 'they', 'said', 'said that', 'told reporters', 'according to', 'denied', 'adding', 'would not', 'wrote', 'as', 'reported',
  'the owls were well', 'will stay', 'we', 'not', 'if', 'Mr.', 'U.S.', 'No. 5', '3.5', 'OSLO (AP) —', 'By John Roe', 'Subscribe to our newsletter now',
  '“', '”', '"', "'", '‘', '’', "''", '«', '»', ',', '.', '?', '!', ':', '—', '...', '(', ')', '[', ']', '\n', '\n\n', '\r\n', '\t', ' ', '\u00a0', '\u2028',
  '🦉', '👩‍👩‍👧', '\ud83e', '\udd89', '\u0000', '\u001b', '\ufeff', '\u202e', 'قال', '说', 'é', 'e\u0301', 'ß', 'İ', 'x'.repeat(1500),
] as const
const hostile = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) }), { maxLength: 60 })
  .chain((pieces) => fc.constantFrom(' ', '').map((between) => pieces.join(between)))

/** Every span anywhere in the answer. */
function spansIn(value: unknown): Span[] {
  if (value === null || typeof value !== 'object') return []
  return 'exact' in value ? [value as Span] : Object.values(value).flatMap(spansIn)
}

function annotated(text: string): AnnotatedArticle {
  const answered = answers([articleOf(text, { id: 'hostile' })])[0]!
  if (isError(answered)) throw new Error(answered.message)
  return answered
}

test('nothing throws, every span is a slice of the text, and a claim’s contents stand apart and in order', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const article = annotated(text)
      for (const { start, end, exact } of spansIn(article)) expect(text.slice(start, end)).toBe(exact)
      for (const { content } of article.claims) content.slice(1).forEach((span, i) => expect(span.start).toBeGreaterThanOrEqual(content[i]!.end))
      expect(new Set(article.claims.map(({ id }) => id)).size).toBe(article.claims.length)
    }),
    { numRuns: 300 },
  )
})

test('the same text gives the same answer', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(annotated(text)).toEqual(annotated(text))
    }),
    { numRuns: 40 },
  )
})
