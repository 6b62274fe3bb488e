import { expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { annotate } from '../../pipeline/annotate.ts'
import type { Article } from '../../pipeline/model/article.ts'
import { isCurrent, now } from '../../pipeline/run/resume.ts'

const TEXT = 'The keeper said that the owls support the new mill.'
const article = articleOf(TEXT, { id: 'owls' })
const before = annotate(article)

test('what was written about the same source still holds', () => {
  expect(isCurrent(before, article, now(), [])).toBe(true)
})

test.each<readonly [keyof Article, Partial<Article>]>([
  ['published', { published: '2025-02-18' }],
  ['outlet', { outlet: 'Mill Lane Courier' }],
  ['url', { url: 'https://example.org/owls' }],
  ['title', { title: 'Owls' }],
  ['authors', { authors: ['Ann Roe'] }],
  ['path', { path: 'elsewhere.txt' }],
  ['sha256', { sha256: 'other' }],
  ['encoding', { encoding: 'windows-1252' }],
])('another %s has it written again', (_, change) => {
  expect(isCurrent(before, { ...article, ...change }, now(), [])).toBe(false)
})

test('another model, another version or a topic that the user named since has it written again', () => {
  expect(isCurrent({ ...before, model: 'other' }, article, now(), [])).toBe(false)
  expect(isCurrent({ ...before, claimtrace: '0.0.1' }, article, now(), [])).toBe(false)
  const [target] = before.claims.flatMap(({ stance }) => stance.map((each) => each.target.text))
  if (target !== undefined) expect(isCurrent(before, article, now(), [{ id: 'mill', label: 'the mill', any: ['mill'] }])).toBe(false)
})
