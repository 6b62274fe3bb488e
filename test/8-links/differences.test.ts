import { describe, expect, it } from 'vitest'
import { differencesOf, versionOf } from '../../pipeline/8-links/judge/differences.ts'
import type { ClaimRow } from '../../pipeline/8-links/row.ts'
import { rowsOf } from '../../pipeline/8-links/link.ts'
import { articleOf } from './fixture.ts'

function row(article: string, words: string): ClaimRow {
  return rowsOf([articleOf(article, { speaker: 'Marta Lindqvist', words, more: { kind: 'person', commitment: 'asserts', stance: [] } })], [])[0]!
}

describe('details in which versions of one utterance disagree', () => {
  it.each([
    ['date', '“The ferry will sail again on Saturday, whatever the weather.”', '“The ferry will sail again on Sunday, whatever the weather.”', 'Saturday', 'Sunday'],
    ['number', '“We found 15 of the stolen paintings in the barn.”', '“We found 50 of the stolen paintings in the barn.”', '15', '50'],
    ['spelling', '“I told Lindquist that the roof would not hold.”', '“I told Lindqvist that the roof would not hold.”', 'Lindquist', 'Lindqvist'],
    ['name', '“I will meet the pilots in Norby before the hearing.”', '“I will meet the pilots in Castlewood before the hearing.”', 'Norby', 'Castlewood'],
    ['words', '“She left the farm to her son and nobody else.”', '“She left the farm to her daughter and nobody else.”', 'son', 'daughter'],
  ])('%s', (kind, x, y, from, to) => {
    const [a, b] = [row('a', x), row('b', y)]
    const found = differencesOf(versionOf(a), versionOf(b))
    expect(found.map((each) => [each.kind, each.a.exact, each.b.exact])).toEqual([[kind, from, to]])
    for (const side of [found[0]!.a, found[0]!.b]) expect((side.article === 'a' ? x : y).slice(side.start, side.end)).toBe(side.exact)
  })

  it('other words are a paraphrase where not both are quoted', () => {
    expect(differencesOf(versionOf(row('a', '“She left the farm to her son and nobody else.”')), versionOf(row('b', 'she left the farm to her daughter and nobody else')))).toEqual([])
  })

  it.each([
    ['a British spelling', 'the rumour that the centre would close', 'the rumor that the center would close'],
    ['a hyphen', 'the crew was on-site when the roof fell', 'the crew was on site when the roof fell'],
    ['a contraction', 'and there\u2019s nothing left of the old pier', 'and there is nothing left of the old pier'],
    ['a number in words', 'we found ten of the paintings in the barn', 'we found 10 of the paintings in the barn'],
    ['a possessive', 'we will rebuild Norby\u2019s harbour before the winter', 'we will rebuild Norby harbour before the winter'],
    ['a month cut short', 'the ferry will sail again in Aug after the repairs', 'the ferry will sail again in August after the repairs'],
    ['a title', 'we all heard Mr Lund promise the new boats', 'we all heard President Lund promise the new boats'],
    ['an article', 'he left a farm to his sister and her family', 'he left the farm to his sister and her family'],
  ])('%s is none', (_, x, y) => {
    expect(differencesOf(versionOf(row('a', `\u201c${x}.\u201d`)), versionOf(row('b', `\u201c${y}.\u201d`)))).toEqual([])
  })

  it('will is not would', () => {
    const [a, b] = [row('a', '\u201cThe ferry will sail again, whatever the weather.\u201d'), row('b', '\u201cThe ferry would sail again, whatever the weather.\u201d')]
    expect(differencesOf(versionOf(a), versionOf(b)).map(({ kind }) => kind)).toEqual(['words'])
  })

  it('there is none where the wording is another', () => {
    expect(differencesOf(versionOf(row('a', 'the bridge would be closed in May')), versionOf(row('b', '“We shut it, there is no other way.”')))).toEqual([])
  })
})
