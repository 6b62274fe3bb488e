import { expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import type { Article } from '../../pipeline/model/article.ts'
import { keyOf } from '../../pipeline/run/settle.ts'

const article = articleOf('The keeper said that the owls support the new mill.', { id: 'owls' })
const key = keyOf(article, [], null)

test('what was written about the same source still holds', () => {
  expect(keyOf({ ...article, before: { key } }, [], null)).toBe(key)
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
  ['text', { text: 'The keeper said that the owls support the old mill.' }],
])('another %s has it written again', (_, change) => {
  expect(keyOf({ ...article, ...change }, [], null)).not.toBe(key)
})

test('topics and corrections that the user names since have it written again', () => {
  expect(keyOf(article, [{ id: 'mill', label: 'the mill', any: ['mill'] }], null)).not.toBe(key)
  expect(keyOf(article, [], 'hash')).not.toBe(key)
})
