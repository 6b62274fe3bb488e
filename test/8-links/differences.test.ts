import { describe, expect, it } from 'vitest'
import { differencesOf as differencesIn, versionsOf } from '../../pipeline/8-links/judge/differences.ts'
import type { ClaimRow } from '../../pipeline/8-links/row.ts'
import { rowsOf } from '../../pipeline/8-links/claims/rows.ts'
import { articleOf } from './fixture.ts'

function row(article: string, words: string): ClaimRow {
  return rowsOf([articleOf(article, { speaker: 'Marta Lindqvist', words, more: { kind: 'person', commitment: 'asserts', stance: [] } })], [])[0]!
}

function differencesOf(a: ClaimRow, b: ClaimRow) {
  const [x, y] = versionsOf([a, b])
  return differencesIn(x!, y!)
}

describe('details in which versions of one utterance disagree', () => {
  it.each([
    ['date', '“The ferry will sail again on Saturday, whatever the weather.”', '“The ferry will sail again on Sunday, whatever the weather.”', 'Saturday', 'Sunday'],
    ['number', '“We found 15 of the stolen paintings in the barn.”', '“We found 50 of the stolen paintings in the barn.”', '15', '50'],
    ['spelling', '“I told Lindquist that the roof would not hold.”', '“I told Lindqvist that the roof would not hold.”', 'Lindquist', 'Lindqvist'],
    ['name', '“I will meet the pilots in Norby before the hearing.”', '“I will meet the pilots in Castlewood before the hearing.”', 'Norby', 'Castlewood'],
    ['name', 'the harbour board will hand the prize to pilot Steven Aldous at noon', 'the harbour board will hand the prize to pilot Joel Aldous at noon', 'Steven', 'Joel'],
    ['number', 'the board heard that 12 of the trawlers had left the quay', 'the board heard that some 15 of the trawlers had left the quay', '12', 'some 15'],
    ['words', '“We must not leave the quay before the storm has passed.”', '“We can not leave the quay before the storm has passed.”', 'must', 'can'],
    ['words', '“My brother is devoted to the old lighthouse and its keeper.”', '“My brother was devoted to the old lighthouse and its keeper.”', 'is', 'was'],
    ['words', '“Once the boats are in, they will close the harbour for the night.”', '“Once the boats are in, we will close the harbour for the night.”', 'they', 'we'],
    ['words', '“She left the farm to her son and nobody else.”', '“She left the farm to her daughter and nobody else.”', 'son', 'daughter'],
  ])('%s', (kind, x, y, from, to) => {
    const [a, b] = [row('a', x), row('b', y)]
    const found = differencesOf(a, b)
    expect(found.map((each) => [each.kind, each.a.exact, each.b.exact])).toEqual([[kind, from, to]])
    for (const side of [found[0]!.a, found[0]!.b]) expect((side.article === 'a' ? x : y).slice(side.start, side.end)).toBe(side.exact)
  })

  it('other words are a paraphrase where not both are quoted', () => {
    expect(differencesOf(row('a', '“She left the farm to her son and nobody else.”'), row('b', 'she left the farm to her daughter and nobody else'))).toEqual([])
  })

  it.each([
    ['a British spelling', 'the rumour that the centre would close', 'the rumor that the center would close'],
    ['a hyphen', 'the crew was on-site when the roof fell', 'the crew was on site when the roof fell'],
    ['a contraction', 'and there\u2019s nothing left of the old pier', 'and there is nothing left of the old pier'],
    ['a number in words', 'we found ten of the paintings in the barn', 'we found 10 of the paintings in the barn'],
    ['a possessive', 'we will rebuild Norby\u2019s harbour before the winter', 'we will rebuild Norby harbour before the winter'],
    ['a month cut short', 'the ferry will sail again in Aug after the repairs', 'the ferry will sail again in August after the repairs'],
    ['a title', 'we all heard Mr Lund promise the new boats', 'we all heard President Lund promise the new boats'],
    ['an acronym', 'the League of Inland Fishers has never owned a single trawler', 'LIF has never owned a single trawler'],
    ['a longer acronym', 'the crew of LIF had never owned a single trawler', 'the crew of LIFA had never owned a single trawler'],
    ['an acronym with stops', 'we asked the United Nations to look at the wreck', 'we asked the U.N. to look at the wreck'],
    ['a country by its people', 'the Danish trawlers lay in the bay all night', 'the Denmark trawlers lay in the bay all night'],
    ['another form of a word', 'we saw the pilots steering past the wreck at dawn', 'we saw the pilots steer past the wreck at dawn'],
    ['a word for the same', 'we heard a large bang from the engine room at dawn', 'we heard a big bang from the engine room at dawn'],
    ['a pronoun for a name', 'we never saw Aldous on the quay before that night', 'we never saw him on the quay before that night'],
    ['an insertion in brackets', 'we never saw [the keeper] on the quay before that night', 'we never saw strangers on the quay before that night'],
    ['a masked word', 'we never saw that s***head on the quay before', 'we never saw that scoundrel on the quay before'],
    ['how one says it', 'they are gonna sell the boats before the winter', 'they are going to sell the boats before the winter'],
    ['a sum cut short', 'the trawlers cost us $7m in a single winter', 'the trawlers cost us $7 million in a single winter'],
    ['an accent', 'we all heard Aldén promise the new boats', 'we all heard Alden promise the new boats'],
    ['a surname for a given name', 'it is said that Seidlow sailed past the wreck at dawn', 'it is said that Mike sailed past the wreck at dawn'],
    ['a word of another type', 'the board wants Batswing pilots to sail past the wreck', 'the board wants prize-winning pilots to sail past the wreck'],
    ['a word in another place', 'we beg the keepers to spare the lives of the crews', 'they beg the whole wide world to hear about the crews'],
    ['a preposition', 'we never thought of selling the boats at the quay', 'we never thought of selling the boats on the quay'],
    ['another script', 'we told them Acharai as the boats went out', 'we told them אחרי as the boats went out'],
    ['an article', 'he left a farm to his sister and her family', 'he left the farm to his sister and her family'],
  ])('%s is none', (_, x, y) => {
    expect(differencesOf(row('a', `\u201c${x}.\u201d`), row('b', `\u201c${y}.\u201d`))).toEqual([])
  })

  it('headlines have none: their capitals make no names', () => {
    expect(differencesOf(row('a', 'Harbour Board Sees Damage to Island Ties'), row('b', 'Harbour Board Sees Damage to Island Relations'))).toEqual([])
  })

  it('will is not would', () => {
    const [a, b] = [row('a', '\u201cThe ferry will sail again, whatever the weather.\u201d'), row('b', '\u201cThe ferry would sail again, whatever the weather.\u201d')]
    expect(differencesOf(a, b).map(({ kind }) => kind)).toEqual(['words'])
  })

  it('there is none where the wording is another', () => {
    expect(differencesOf(row('a', 'the bridge would be closed in May'), row('b', '“We shut it, there is no other way.”'))).toEqual([])
  })
})
