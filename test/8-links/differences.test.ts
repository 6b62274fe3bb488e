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

  it('there is none where the wording is another', () => {
    expect(differencesOf(versionOf(row('a', 'the bridge would be closed in May')), versionOf(row('b', '“We shut it, there is no other way.”')))).toEqual([])
  })
})
