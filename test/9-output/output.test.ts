import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { fileName } from '../../pipeline/9-output/files.ts'
import { checked, prettyJson } from '../../pipeline/9-output/json.ts'
import { select } from '../../pipeline/9-output/select.ts'
import { annotate } from '../../pipeline/annotate.ts'
import { annotatedArticleSchema, errorSchema, type AnnotatedArticle } from '../../pipeline/model/schema.ts'

describe('file names of ids', () => {
  test.each([
    ['story-1', 'story-1'],
    ['a/b', 'a%2Fb'],
    ['../../etc/passwd', '%2E.%2F..%2Fetc%2Fpasswd'],
    ['100%', '100%25'],
    ['C:\\x', 'C%3A%5Cx'],
    ['новости 🦉', 'новости 🦉'],
    ['a\u0000b\ud800', 'a%00b%D800'],
    ['dot.', 'dot%2E'],
    ['con', '%63on'],
    ['LPT1.x', '%4CPT1.x'],
    ['console', 'console'],
  ])('%j', (id, name) => expect(fileName(id)).toBe(name))

  test('are never too long, and two ids never share one', () => {
    const long = 'é'.repeat(300)
    expect(Buffer.byteLength(fileName(long))).toBeLessThan(200)
    expect(fileName(`${long}a`)).not.toBe(fileName(`${long}b`))
    const id = fc.string({ unit: fc.constantFrom('a', '%', '2', 'F', '/', '.', ' ', '~') })
    fc.assert(fc.property(id, id, (a, b) => a === b || fileName(a) !== fileName(b)))
  })

  test('lead nowhere else', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => !/^\.|[/\\]/.test(fileName(id))))
  })
})

describe('JSON', () => {
  test('for people: a span is a line', () => {
    expect(prettyJson({ cue: { start: 1, end: 2, exact: 'a "b" {\n' }, all: [{ start: 3, end: 4 }], none: [] })).toBe(
      '{\n  "cue": { "start": 1, "end": 2, "exact": "a \\"b\\" {\\n" },\n  "all": [\n    { "start": 3, "end": 4 }\n  ],\n  "none": []\n}\n',
    )
  })

  test('is the same value, whatever the texts hold', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('{\n"start": 1,\n"end": 2\n}'))
    fc.assert(
      fc.property(fc.array(fc.record({ start: fc.nat(), end: fc.nat(), exact: text })), (spans) => {
        expect(JSON.parse(prettyJson({ spans }))).toEqual({ spans })
      }),
    )
  })

  test('keys stand in the order of the schema, whatever order they came in', () => {
    const error = { message: 'm', code: 'c', line: null, path: null, id: null, schema: 'claimtrace/error/1' }
    expect(Object.keys(checked(errorSchema, error))).toEqual(['schema', 'id', 'path', 'line', 'code', 'message'])
  })

  test('what does not fit is told with its place', () => {
    const article = annotate(articleOf('The owls are well.', { id: 'x' }))
    expect(() => checked(annotatedArticleSchema, { ...article, source: { ...article.source, bytes: -1 } })).toThrow('at source.bytes')
  })
})

describe('selection of claims', () => {
  const article = {
    claims: [
      { id: 'a', within: null, confidence: 0.9, mode: 'speech' },
      { id: 'b', within: 'a', confidence: 0.2, mode: 'speech' },
      { id: 'c', within: 'b', confidence: 0.9, mode: 'attitude' },
      { id: 'd', within: 'c', confidence: 0.9, mode: 'speech' },
    ],
  } as unknown as AnnotatedArticle
  const kept = (selection: Parameters<typeof select>[1]) => select(article, selection).claims.map(({ id, within }) => [id, within])

  test('a claim within one that is left out lies in the next one around it', () => {
    expect(kept({ minConfidence: 0.5, attitudes: true })).toEqual([['a', null], ['c', 'a'], ['d', 'c']])
    expect(kept({ minConfidence: 0.5, attitudes: false })).toEqual([['a', null], ['d', 'a']])
  })

  test('what is just as sure as was asked for is kept', () => {
    expect(kept({ minConfidence: 0.9, attitudes: true }).map(([id]) => id)).toEqual(['a', 'c', 'd'])
  })

  test('everything is kept as it is', () => {
    expect(select(article, { minConfidence: 0, attitudes: true })).toBe(article)
  })
})
