import { existsSync, readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parseMarked } from '../../pipeline/check/marked.ts'
import { contains, overlaps, type Range } from '../../pipeline/model/span.ts'
import { hostileText } from '../support/hostile.ts'

const find = (text: string) => findQuotations(segment(text))
const folder = 'fixtures/cases/quotations'

describe('cases', () => {
  const cases = readdirSync(folder).flatMap((file) => parseMarked(readFileSync(`${folder}/${file}`, 'utf8'), file))
  it.each(cases.map((c) => [c.file, c.title, c] as const))('%s: %s', (_file, _title, { text, marks, problems }) => {
    const found = find(text)
    const words = (range: { start: number; end: number }) => text.slice(range.start, range.end)
    expect(found.quotations.map(words)).toEqual(marks.filter((mark) => mark.label === 'q').map(words))
    expect([...new Set(found.problems.map((problem) => problem.code))]).toEqual(problems)
  })
})

describe('quotations', () => {
  it('name their marks, style and depth', () => {
    expect(find('“He said ‘no’”').quotations).toEqual([
      { start: 0, end: 14, open: { start: 0, end: 1 }, close: { start: 13, end: 14 }, style: 'double', depth: 0, continues: null },
      { start: 9, end: 13, open: { start: 9, end: 10 }, close: { start: 12, end: 13 }, style: 'single', depth: 1, continues: null },
    ])
  })

  it('say which quotation of the paragraph before they go on from', () => {
    const { quotations, problems } = find('“He told me, ‘We stay.\n“‘We go.’\nAnd so on,” she said.')
    expect(quotations.map(({ continues, depth, open, close }) => [continues, depth, open !== null, close !== null])).toEqual([
      [null, 0, true, false],
      [null, 1, true, false],
      [0, 0, true, false],
      [1, 1, true, true],
      [2, 0, false, true],
    ])
    expect(problems).toEqual([])
  })

  it('may be of any length', () => {
    const long = `“${'We will stay, and so will they. '.repeat(3000)}”`
    expect(find(`${long} she said.`).quotations).toMatchObject([{ start: 0, end: long.length }])
  })

  it('unclosed at the end of the text is a problem at its opening mark', () => {
    expect(find('She said: “We stay.').problems).toEqual([{ code: 'quotation/unclosed', message: '', range: { start: 10, end: 11 } }])
  })
})

describe('any text', () => {
  it('gives quotations in order that nest and do not cross, inside one paragraph each', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const layer = segment(text)
        const { quotations } = findQuotations(layer)
        quotations.forEach((q, i) => {
          expect(q.end).toBeGreaterThan(q.start)
          if (q.open) expect(q.open.start).toBe(q.start)
          if (q.close) expect(q.close.end).toBe(q.end)
          if (q.open && q.close) expect(q.open.end).toBeLessThanOrEqual(q.close.start)
          expect(layer.paragraphs.some((p) => contains(p, q))).toBe(true)
          if (q.continues !== null) expect(quotations[q.continues]!.close).toBeNull()
          const before = quotations[i - 1]
          if (before) expect(before.start < q.start || (before.start === q.start && before.end >= q.end)).toBe(true)
          const around = quotations.slice(0, i).filter((other) => overlaps(other, q))
          expect(around.every((other) => contains(other, q))).toBe(true)
          expect(q.depth).toBe(around.length)
        })
      }),
      { numRuns: 400 },
    )
  })

  it('drops no double mark: each opens, closes, is a problem, or an inch mark', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { quotations, problems } = find(text)
        const covered = new Set<number>()
        for (const range of [...quotations.flatMap((q) => [q.open, q.close]), ...problems.map((problem) => problem.range)])
          for (let i = range?.start ?? 0; i < (range?.end ?? 0); i++) covered.add(i)
        for (const mark of text.matchAll(/(?<!\d['’]?\s?\d*)["“”«„]/g)) expect(covered.has(mark.index)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

const corpus = '../shared/corpora/polnear-train.jsonl'

describe.skipIf(!existsSync(corpus))('development corpus', () => {
  it('finds at least 98 of 100 directly quoted contents', () => {
    interface Row {
      readonly text: string
      readonly attributions: readonly { readonly type: string; readonly content: readonly Range[] }[]
    }
    const rows = readFileSync(corpus, 'utf8').trim().split('\n').slice(0, 200).map((line) => JSON.parse(line) as Row)
    let [all, inside] = [0, 0]
    for (const { text, attributions } of rows) {
      const { quotations } = find(text)
      for (const { start, end } of attributions.filter((a) => a.type === 'direct').flatMap((a) => a.content)) {
        all++
        if (quotations.some((q) => q.start <= start && end <= q.end + 1)) inside++
      }
    }
    expect(inside / all).toBeGreaterThan(0.98)
  })
})
