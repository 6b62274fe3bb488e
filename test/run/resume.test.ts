import { expect, test } from 'vitest'
import { NO_METADATA, type GivenArticle, type Metadata } from '../../pipeline/1-read/raw.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { keyOf } from '../../pipeline/run/settle.ts'

const TEXT = 'The keeper said that the owls support the new mill.'
const given: GivenArticle = {
  id: 'owls', path: 'news/owls.txt', textPath: null, text: TEXT, extracted: false, sha256: 'of the text', bytes: TEXT.length, encoding: 'utf-8', given: NO_METADATA, frontMatter: null, title: null, problems: [],
}
const key = keyOf(given, NO_CONFIG, null)

test('what was written about the same source still holds', () => {
  expect(keyOf({ ...given, before: { key } }, NO_CONFIG, null)).toBe(key)
  expect(keyOf(given, { ...NO_CONFIG, outlets: { elsewhere: 'Herald' }, neverMerge: [['Ann Roe', 'Anna Roe']] }, null)).toBe(key)
})

test.each<readonly [string, Partial<GivenArticle>]>([
  ['path', { path: 'elsewhere.txt' }],
  ['sha256', { sha256: 'other' }],
  ['encoding', { encoding: 'windows-1252' }],
  ['front matter', { frontMatter: { start: 0, end: 3 } }],
  ['text', { text: 'The keeper said that the owls support the old mill.' }],
])('another %s has it written again', (_, change) => {
  expect(keyOf({ ...given, ...change }, NO_CONFIG, null)).not.toBe(key)
})

test.each<readonly [keyof Metadata, Partial<Metadata>]>([
  ['published', { published: '2025-02-18' }],
  ['outlet', { outlet: 'Mill Lane Courier' }],
  ['url', { url: 'https://example.org/owls' }],
  ['title', { title: 'Owls' }],
  ['authors', { authors: ['Ann Roe'] }],
])('another %s has it written again', (_, change) => {
  expect(keyOf({ ...given, given: { ...NO_METADATA, ...change } }, NO_CONFIG, null)).not.toBe(key)
})

test('topics, outlets of folders and corrections that the user names since have it written again', () => {
  expect(keyOf(given, { ...NO_CONFIG, topics: [{ id: 'mill', label: 'the mill', any: ['mill'] }] }, null)).not.toBe(key)
  expect(keyOf(given, { ...NO_CONFIG, outlets: { news: 'Herald' } }, null)).not.toBe(key)
  expect(keyOf(given, NO_CONFIG, 'hash')).not.toBe(key)
})
