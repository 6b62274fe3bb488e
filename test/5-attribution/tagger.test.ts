import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { tagClaims } from '../../pipeline/5-attribution/tagger/tagger.ts'
import type { Range } from '../../pipeline/model/span.ts'

function tag(text: string, boilerplate: readonly Range[] = []) {
  const segmented = segment(text)
  return tagClaims(segmented, parse(segmented, findQuotations(segmented)), boilerplate)
}

const words = (text: string, range: Range | null) => range && text.slice(range.start, range.end)
const shown = (text: string) =>
  tag(text).map(({ content, cue, mention }) => ({ content: content.map((c) => words(text, c)), cue: words(text, cue), mention: words(text, mention) }))

describe('what the shipped model finds', () => {
  test.each([
    ['curly marks', '“We will rebuild the pier before winter,” said Laura Benn, the harbour master.', 'Laura Benn'],
    ['straight marks', '"We will rebuild the pier before winter," said Laura Benn, the harbour master.', 'Laura Benn'],
    ['doubled marks', "''We will rebuild the pier before winter,'' said Laura Benn, the harbour master.", 'Laura Benn'],
    ['British marks', '‘We will rebuild the pier before winter,’ said Laura Benn, the harbour master.', 'Laura Benn'],
  ])('a quotation in %s', (_, text, name) => {
    const [claim, ...others] = shown(text)
    expect(others).toEqual([])
    expect(claim!.content.join(' ')).toContain('We will rebuild the pier before winter')
    expect(claim!.cue).toBe('said')
    expect(claim!.mention).toContain(name)
  })

  test('an indirect claim, and who said it', () => {
    expect(shown('The council announced on Monday that the library would close for a year.')).toMatchObject([
      { content: [expect.stringContaining('the library would close for a year')], cue: expect.stringContaining('announced'), mention: 'The council' },
    ])
  })

  test('one source for two verbs', () => {
    const claims = shown('Maria Lopez praised the staff and said the school would reopen soon.')
    expect(claims.map(({ mention }) => mention)).toEqual(['Maria Lopez', 'Maria Lopez'])
  })

  test('speech is told from belief', () => {
    expect(tag('The doctor said the fever would pass within a week.')[0]!.mode).toBe('speech')
    expect(tag('The doctor believes the fever will pass within a week.')[0]!.mode).toBe('attitude')
  })

  test('nothing in plain narrative or in boilerplate', () => {
    expect(tag('The train left at nine. Rain fell on the hills all night, and the river rose.')).toEqual([])
    const text = 'Our editor says you should subscribe to the newsletter.'
    expect(tag(text, [{ start: 0, end: text.length }])).toEqual([])
  })

  test('a speaker’s mention does not reach into a dateline', () => {
    const text = 'HILLNEWS.COM - Hill leaders held an urgent meeting to discuss what to do about the flood.'
    const dateline = { start: 0, end: 'HILLNEWS.COM -'.length }
    const mentions = tag(text, [dateline]).map(({ mention }) => words(text, mention))
    expect(mentions.length).toBeGreaterThan(0)
    expect(mentions.every((mention) => mention === null || !mention.includes('HILLNEWS'))).toBe(true)
  })

  test('every claim says why, heaviest of a part first, with a place in the text', () => {
    const text = '“It was a mistake,” the coach said after the match.'
    const { why, probability } = tag(text)[0]!
    expect(probability).toBeGreaterThan(0.5)
    expect(why.some(({ feature }) => feature?.startsWith('cue: '))).toBe(true)
    expect(why.some(({ feature }) => feature?.startsWith('speaker: '))).toBe(true)
    for (const { range } of why) expect(words(text, range)).toBeTruthy()
  })
})

test('on any text: claims lie inside it, their contents stand in order, probabilities are probabilities', () => {
  const pieces = fc.constantFrom('"', '“', '”', "''", '‘', '’', 'he said', 'according to', 'that', ' ', '\n', '\n\n', '.', ',', 'X', '…', '\ud83d', '😀', 'a'.repeat(300), 'They denied it', ':')
  fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(' ')), (text) => {
    for (const { content, cue, mention, probability } of tag(text)) {
      expect(content.length).toBeGreaterThan(0)
      content.forEach((part, i) => expect(part.start).toBeGreaterThanOrEqual(i ? content[i - 1]!.end : 0))
      for (const range of [...content, cue, mention]) if (range) expect(range.start < range.end && range.end <= text.length).toBe(true)
      expect(probability).toBeGreaterThanOrEqual(0)
      expect(probability).toBeLessThanOrEqual(1)
    }
  }), { numRuns: 60 })
})
