import { expect, it } from 'vitest'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { draftBy } from '../../pipeline/5-attribution/claims/draft.ts'
import { cutStrays, withoutOuterClause } from '../../pipeline/5-attribution/claims/outer-clause.ts'
import { viewOf } from '../../pipeline/5-attribution/frames/view.ts'
import { parseMarked } from '../../pipeline/check/marked.ts'

/** The claims of a marked text, each with the contents that are marked for it, and what reads them. */
function claimsOf(marked: string) {
  const { text, marks } = parseMarked(`=== one\n${marked}\n`, 'test')[0]!
  const segmented = segment(text)
  const quotes = findQuotations(segmented)
  const view = viewOf(segmented, quotes, parse(segmented, quotes))
  const drafts = [...new Set(marks.flatMap(({ claims }) => claims))].map((claim) => {
    const of = (label: string) => marks.filter((mark) => mark.label === label && mark.claims.includes(claim)).map(({ start, end }) => ({ start, end }))
    return draftBy('test', of('cue')[0]!, { content: of('content'), cue: of('cue')[0]!, mention: of('speaker')[0] ?? null, probability: 1 })
  })
  return { view, drafts, words: (parts: readonly { start: number; end: number }[]) => parts.map(({ start, end }) => text.slice(start, end)) }
}

it.each([
  ['The minister, [speaker who] [cue said] [content he would resign, was booed in Porto].', ['he would resign']],
  ['[content The strikers], [speaker who] [cue called for] [content a vote and a ban, were sent away].', ['a vote and a ban']],
  ['Though [speaker the union] [cue wants] [content a ban on night work, owners have hired more guards].', ['a ban on night work']],
  ['[speaker The mayor] [cue said] [content the bridge, which is old, was shut].', ['the bridge, which is old, was shut']],
])('a content ends with the clause of its report: %s', (marked, wanted) => {
  const { view, drafts, words } = claimsOf(marked)
  expect(words(withoutOuterClause(view, drafts[0]!))).toEqual(wanted)
})

it('a quotation behind what another says is not the first one’s', () => {
  const { view, drafts, words } = claimsOf('[speaker Dale] [cue says] [content floods are rarer]. [speaker:2 Holm] [cue:2 noted] [content:2 the data are thin]. [content “We know the causes of it.”]')
  cutStrays(view, drafts)
  expect(words(drafts[0]!.content)).toEqual(['floods are rarer'])
})
