import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scriptJson } from '../../pipeline/report/files.ts'
import { compare } from '../../pipeline/report/page/diff.ts'
import { paragraphsOf, stretchesOf } from '../../pipeline/report/page/marks.ts'
import { addressOf, leastConfidence, parseRoute } from '../../pipeline/report/page/route.ts'
import { dateInWords, visible } from '../../pipeline/report/page/words.ts'
import { hostileText } from '../support/hostile.ts'

/** The text with what it alone has in brackets. */
const marked = (base: string, text: string) => compare(base, text).runs?.map((run) => (run.only ? `[${run.text}]` : run.text)).join('')

describe('versions of one claim', () => {
  test('differ word by word', () => {
    expect(marked('The bridge closes on Saturday.', '“The old bridge closes on Sunday.”')).toBe('“The [old] bridge closes on [Sunday].”')
    expect(compare('The bridge closes on Saturday.', 'The bridge closes.').lacks).toEqual(['on Saturday'])
  })

  test('do not differ in case, marks and spaces', () => {
    expect(marked('The bridge, it closes', '"the  bridge — it closes."')).toBe('"the  bridge — it closes."')
  })

  test('told in other words are not marked', () => {
    expect(compare('The bridge closes on Saturday.', 'Nobody may drive there from next week.').runs).toBeNull()
  })

  test('keep their words whatever they are', () => {
    fc.assert(fc.property(hostileText, hostileText, (base, text) => {
      const { runs } = compare(base, text)
      if (runs !== null && /[\p{L}\p{N}]/u.test(text)) expect(runs.map((run) => run.text).join('')).toBe(text)
    }))
  })
})

describe('data in a script', () => {
  test('is the same data, and nothing that ends or begins a script or a line', () => {
    fc.assert(fc.property(fc.oneof(hostileText, fc.constantFrom('</script>', '<!--', '\u2028\u2029')), (text) => {
      const script = scriptJson({ text })
      expect(script).not.toMatch(/[<\u2028\u2029]/)
      expect(JSON.parse(script)).toEqual({ text })
    }))
  })
})

describe('an address', () => {
  test('keeps a place', () => {
    const route = { p: 'claims', q: 'a&b=#"', outlet: 'The <Post>', sure: '70' } as const
    expect(parseRoute(addressOf(route))).toEqual(route)
  })

  test('of a claim alone leads to its article, of nothing to the overview', () => {
    expect(parseRoute('#c=c1').p).toBe('article')
    expect(parseRoute('').p).toBe('overview')
    expect(parseRoute('#p=nowhere').p).toBe('overview')
  })

  test('tells how sure things must be', () => {
    expect([{}, { sure: 'all' }, { sure: '70' }, { sure: 'x' }].map(leastConfidence)).toEqual([0.5, 0, 0.7, 0.5])
  })
})

describe('a marked text', () => {
  test('is cut into stretches that cover it once, each with the claims that it belongs to', () => {
    const place = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): readonly [number, number] => (a <= b ? [a, b + 1] : [b, a + 1]))
    fc.assert(fc.property(fc.array(place, { maxLength: 8 }), (places) => {
      const claims = places.map((at) => ({ content: [at], cue: null, mention: null, via: null, resolved: 'name' as const, chain: [], commitment: null, why: [] }))
      const stretches = stretchesOf(61, claims, new Set(claims.keys()), [], [])
      expect(stretches.map(({ start }) => start)).toEqual([0, ...stretches.map(({ end }) => end)].slice(0, -1))
      expect(stretches.at(-1)?.end).toBe(61)
      for (const { start, end, content } of stretches) expect(new Set(content)).toEqual(new Set(places.flatMap(([from, to], i) => (from <= start && to >= end ? [i] : []))))
    }))
  })

  test('has a paragraph for each line that holds something', () => {
    expect(paragraphsOf('One.\n\n  \r\nTwo.')).toEqual([[0, 4], [10, 14]])
  })
})

test('unseen controls are shown, each in one place', () => {
  expect(visible('a\u202eb\u0000c\n')).toBe('a\ufffdb\ufffdc\n')
})

test('a date is told as exactly as it is known', () => {
  expect(['2025-02-18T10:00:00Z', '2025-02', '2025', 'soon', null].map(dateInWords)).toEqual(['18 February 2025', 'February 2025', '2025', null, null])
})
