import { describe, expect, test } from 'vitest'
import { parseMarked } from '../../pipeline/check/marked.ts'

const one = (source: string) => {
  const [first] = parseMarked(source, 'cases.txt')
  if (first === undefined) throw new Error('no case')
  return first
}
const slices = (source: string) => {
  const { text, marks } = one(source)
  return marks.map((mark) => [mark.label, mark.claims.join(), text.slice(mark.start, mark.end)])
}

describe('marks', () => {
  test('are taken out of the text and point at their words', () => {
    const source = '=== t\n[content “We will appeal,”] [cue said] [speaker Jane Doe].\n'
    expect(one(source).text).toBe('“We will appeal,” said Jane Doe.')
    expect(slices(source)).toEqual([['content', '1', '“We will appeal,”'], ['cue', '1', 'said'], ['speaker', '1', 'Jane Doe']])
  })

  test('nest, carry the numbers of their claims, and stand outer before inner', () => {
    expect(slices('=== t\n[content:2 [speaker She] [cue said] [content:1,3 yes]]')).toEqual([
      ['content', '2', 'She said yes'],
      ['speaker', '1', 'She'],
      ['cue', '1', 'said'],
      ['content', '1,3', 'yes'],
    ])
  })

  test('go over lines, which stay lines of the text', () => {
    expect(slices('=== t\n[content “One.\n\nTwo.”] [cue said] Jo')[0]).toEqual(['content', '1', '“One.\n\nTwo.”'])
  })

  test('leave escaped brackets and lone backslashes in the text', () => {
    expect(one('=== t\n\\[sic\\] C:\\temp').text).toBe('[sic] C:\\temp')
  })
})

test('facts belong to the claim whose number they carry, 1 where none is given', () => {
  const { facts, problems } = one(`=== t
[content Yes], [cue said] [speaker Ann], and [content:2 no]
---
speaker: Ann Lee + Bo
# a comment
2 within: 1
2 stance: oppose the new ruling
2 stance: support the old one
2 chain: Harbour Times; three aides
problem: quotation/unclosed
`)
  expect(facts.get(1)).toEqual({ speaker: ['Ann Lee', 'Bo'] })
  expect(facts.get(2)).toEqual({
    within: 1,
    stance: [{ label: 'oppose', target: 'the new ruling' }, { label: 'support', target: 'the old one' }],
    chain: ['Harbour Times', 'three aides'],
  })
  expect(problems).toEqual(['quotation/unclosed'])
})

test('unknown and none state that there is nothing', () => {
  const facts = one('=== t\n[content Yes]\n---\nspeaker: unknown\nstance: none\nchain: none\nwithin: none').facts.get(1)
  expect(facts).toEqual({ speaker: [], stance: [], chain: [], within: null })
})

test('a file holds comments, then cases with the line of their title', () => {
  const cases = parseMarked('# Judged by nobody\n\n=== one\nA.\n\n\n=== two\nB.\n', 'cases.txt')
  expect(cases.map(({ title, line, text }) => [title, line, text])).toEqual([['one', 3, 'A.'], ['two', 7, 'B.']])
})

test.each([
  ['words before a case', 'Hello\n=== t\nA.', 'cases.txt:1', 'begin a case'],
  ['a title twice', '=== t\nA.\n=== t\nB.', 'cases.txt:3', 'line 1'],
  ['no title', '===\nA.', 'cases.txt:1', 'needs a title'],
  ['no text', '=== t\n---\n', 'cases.txt:1', 'no text'],
  ['an unknown mark', '=== t\n[verb said] he', 'cases.txt:2', 'no such mark'],
  ['a bracket of the text', '=== t\nthe [sic] mark', 'cases.txt:2', 'write \\['],
  ['an unclosed mark', '=== t\nA.\n[cue said he', 'cases.txt:3', 'not closed'],
  ['a bracket too many', '=== t\nsaid] he', 'cases.txt:2', 'closes no mark'],
  ['an empty mark', '=== t\n[cue ] he', 'cases.txt:2', 'empty'],
  ['white space in a mark', '=== t\n[cue said ]he', 'cases.txt:2', 'white space'],
  ['a number on a quotation', '=== t\n[q:2 “Yes”]', 'cases.txt:2', 'take the number away'],
  ['an unknown fact', '=== t\n[content A]\n---\ntone: calm', 'cases.txt:4', 'not a fact'],
  ['an unknown label', '=== t\n[content A]\n---\nkind: loud', 'cases.txt:4', '"direct"'],
  ['a stance without a target', '=== t\n[content A]\n---\nstance: oppose', 'cases.txt:4', 'a label'],
  ['a fact about an unmarked claim', '=== t\n[content A]\n---\n2 kind: direct', 'cases.txt:4', 'claim 2 is marked nowhere'],
  ['a claim within none that is marked', '=== t\n[content A]\n---\nwithin: 3', 'cases.txt:4', 'claim 3'],
  ['a fact twice', '=== t\n[content A]\n---\nkind: direct\nkind: mixed', 'cases.txt:5', 'twice'],
  ['an unknown problem', '=== t\n[content A]\n---\nproblem: quotes', 'cases.txt:4', 'no such problem'],
])('%s is an error that says where and what to do', (_, source, place, advice) => {
  expect(() => parseMarked(source, 'cases.txt')).toThrow(place)
  expect(() => parseMarked(source, 'cases.txt')).toThrow(advice)
})
