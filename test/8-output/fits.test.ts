import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fitsOf } from '../../pipeline/8-output/fits.ts'
import { annotate, articleOf } from '../../pipeline/index.ts'
import { annotatedArticleSchema } from '../../pipeline/model/schema.ts'
import { spanSchema } from '../../pipeline/model/span.ts'

const TEXT = `By Jane Doe

“We will not pay,” said Mary Roe, the mayor of Troy, who backs the bridge. She added that two aides had "lied.

An official, who asked not to be named, denied that. Roe supports the plan, according to the Harbour Times.`
const article = annotate(articleOf(TEXT, { id: 'a' }))

/** A copy of `value` in which what stands at one of its places is changed. */
function changed(value: unknown, path: readonly number[], change: (old: unknown) => unknown): unknown {
  const [first, ...rest] = path
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (first === undefined || !entries.length) return change(value)
  const at = first % entries.length
  entries[at] = [entries[at]![0], changed(entries[at]![1], rest, change)]
  return Array.isArray(value) ? entries.map(([, element]) => element as unknown) : Object.fromEntries(entries)
}

const CHANGES: readonly ((old: unknown, other: unknown) => unknown)[] = [
  (_, other) => other,
  (old) => (typeof old === 'number' ? -old : typeof old === 'string' ? `${old}.` : old),
  (old) => (Array.isArray(old) ? [] : old),
  (old, other) => (typeof old === 'object' && old ? { ...old, other } : old),
  (old) => (typeof old === 'object' && old ? Object.fromEntries(Object.entries(old).slice(1)) : old),
  (old) => (typeof old === 'object' && old ? Object.fromEntries(Object.entries(old).toReversed()) : old),
]

describe('the quick test', () => {
  it('says yes of an annotated article', () => {
    expect(article.claims.length).toBeGreaterThan(1)
    expect(fitsOf(annotatedArticleSchema)(article)).toBe(true)
  })
  it('never says yes where the schema says no or writes something else', () => {
    const path = fc.array(fc.nat(50), { maxLength: 6 })
    const other = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, 1.5, 2 ** 60, new Date(0), [[]]))
    fc.assert(
      fc.property(path, fc.constantFrom(...CHANGES), other, (at, change, value) => {
        const candidate = changed(article, at, (old) => change(old, value))
        if (!fitsOf(annotatedArticleSchema)(candidate)) return
        expect(JSON.stringify(annotatedArticleSchema.parse(candidate))).toBe(JSON.stringify(candidate))
      }),
      { numRuns: 2000 },
    )
  })
  it.each([
    ['offsets that disagree with the text', spanSchema, { start: 1, end: 3, exact: 'a' }],
    ['an empty text', spanSchema, { start: 0, end: 1, exact: '' }],
    ['half a place', spanSchema, { start: 0.5, end: 1.5, exact: 'a' }],
    ['a place before the text', spanSchema, { start: -1, end: 0, exact: 'a' }],
    ['an unknown field', spanSchema, { start: 0, end: 1, exact: 'a', more: 1 }],
    ['a missing field', spanSchema, { start: 0, end: 1 }],
    ['another order', spanSchema, { end: 1, start: 0, exact: 'a' }],
    ['a list for an object', spanSchema, []],
    ['too few', z.array(z.string()).min(1), []],
    ['too much', z.number().max(1), 1.1],
    ['a value not listed', z.enum(['a', 'b']), 'c'],
    ['a format, which it does not know', z.email(), 'a'],
    ['a kind of schema that it does not know', z.string().transform(Number), '1'],
    ['a check that it does not know', z.string().regex(/a/), 'b'],
    ['a check that answers later', z.string().refine(async () => false), 'a'],
  ] as const)('says no of %s', (_, schema, value) => {
    expect(fitsOf(schema)(value)).toBe(false)
  })
  it('lets optional fields be left out', () => {
    const fits = fitsOf(z.strictObject({ a: z.string().optional(), b: z.number().optional(), c: z.null().optional() }))
    expect([{}, { a: 'x' }, { b: 1 }, { a: 'x', b: 1 }].map(fits)).toEqual([true, true, true, true])
    expect([{ b: 1, a: 'x' }, { a: undefined }, { c: 1 }].map(fits)).toEqual([false, false, false])
  })
})
