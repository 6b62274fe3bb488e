import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Anchorer } from '../../pipeline/audit/anchor.ts'
import { anchor, type Span } from '../../pipeline/model/span.ts'

const BEFORE = '“The bridge will be closed in May,” said the mayor of Westport. “We have no choice,” said the engineer.'

/** The span of some words of the text, the n-th time they stand there. */
function spanOf(words: string, nth = 1, text = BEFORE): Span {
  let start = -1
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1)
  return anchor(text, { start, end: start + words.length })
}

const ALL = [spanOf('“The bridge will be closed in May,”'), spanOf('said'), spanOf('the mayor of Westport'), spanOf('“We have no choice,”'), spanOf('said', 2), spanOf('the engineer')]
const found = (span: Span, now: string, known = ALL) => new Anchorer(now, known).anchor(span)

describe('a span', () => {
  test('is exact where it stands as written', () => {
    for (const span of ALL) expect(found(span, BEFORE)).toEqual({ status: 'exact' })
  })

  test('is moved where its words stand once elsewhere', () => {
    expect(found(ALL[0]!, `Correction. ${BEFORE}`)).toEqual({ status: 'moved', to: { start: 12, end: 12 + ALL[0]!.exact.length } })
  })

  test('is moved when the words around it tell which of two places is meant', () => {
    expect(found(ALL[4]!, `Correction. ${BEFORE}`)).toEqual({ status: 'moved', to: { start: ALL[4]!.start + 12, end: ALL[4]!.end + 12 } })
  })

  test('is ambiguous where nothing tells the places apart', () => {
    const twice = `x ${ALL[0]!.exact} and again ${ALL[0]!.exact}`
    expect(found(ALL[0]!, twice, [ALL[0]!])).toEqual({ status: 'ambiguous', places: 2 })
  })

  test('of few words with nothing known around it is not taken for moved', () => {
    expect(found(ALL[1]!, 'Nobody said a word.', [ALL[1]!])).toEqual({ status: 'ambiguous', places: 1 })
  })

  test('is lost where its words stand nowhere', () => {
    expect(found(ALL[0]!, BEFORE.replace('May', 'June'))).toEqual({ status: 'lost' })
  })

  test('is lost where its words stand between other words now', () => {
    expect(found(ALL[1]!, '“The bridge stays,” said the chief of Eastport.')).toEqual({ status: 'lost' })
  })

  test('of many words that stands among other words now is ambiguous', () => {
    expect(found(ALL[0]!, `Well. ${ALL[0]!.exact} wrote the chief.`)).toEqual({ status: 'ambiguous', places: 1 })
  })

  test.each([
    ['one letter', BEFORE.replace('bridge', 'bridgе')],
    ['another mark', BEFORE.replace('“The', '"The')],
    ['a space more', BEFORE.replace('closed in', 'closed  in')],
    ['upper case', BEFORE.replace('The bridge', 'THE bridge')],
  ])('never passes a look-alike: %s', (_, now) => {
    expect(found(ALL[0]!, now).status).toBe('lost')
  })
})

test('whatever is called moved stands there word for word, and exact only where nothing changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '“', ' '), minLength: 1, maxLength: 60 }), fc.string({ unit: fc.constantFrom('a', 'b', '“', ' '), maxLength: 90 }), fc.nat(59), fc.nat(59), (before, now, x, y) => {
      const [start, end] = [Math.min(x, y) % before.length, Math.max(x, y) % before.length].toSorted((a, b) => a - b) as [number, number]
      if (start === end) return
      const span = anchor(before, { start, end })
      const result = found(span, now, [span, anchor(before, { start: 0, end: before.length })])
      if (result.status === 'moved') expect(now.slice(result.to.start, result.to.end)).toBe(span.exact)
      expect(result.status === 'exact').toBe(now.slice(start, end) === span.exact)
    }),
  )
})
