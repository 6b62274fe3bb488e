import { expect, it } from 'vitest'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { isDescription, isHeading } from '../../pipeline/5-attribution/claims/labels.ts'
import { wholeMention } from '../../pipeline/5-attribution/claims/mentions.ts'
import { viewOf } from '../../pipeline/5-attribution/frames/view.ts'
import { parseMarked } from '../../pipeline/check/marked.ts'

/** A marked text, and where its speaker, cue and content stand. */
function read(marked: string) {
  const { text, marks } = parseMarked(`=== one\n${marked}\n`, 'test')[0]!
  const segmented = segment(text)
  const quotes = findQuotations(segmented)
  const at = (label: string) => marks.find((mark) => mark.label === label)!
  return { view: viewOf(segmented, quotes, parse(segmented, quotes)), at }
}

it.each([
  ['[speaker Sickening]: [content the rebels named the boy.]', true],
  ['[speaker Video]: [content a bear eats a kayak.]', true],
  ['[speaker Beirut]: [content The wife of the rebel is under arrest.]', true],
  ['[speaker Police]: [content man drowned in lake.]', false],
  ['[speaker Study]: [content coffee is good for you.]', false],
  ['[speaker Holm]: [content the club will not sell.]', false],
  ['[speaker Brown]: [content the club will not sell.]\nThe club will not sell, Gordon Brown said.', false],
])('what heads a picture or a page says nothing: %s', (marked, wanted) => {
  const { view, at } = read(marked)
  expect(isHeading(view, at('speaker'), at('content'))).toBe(wanted)
})

it.each([
  ['[speaker Recent] [cue criticism of] the board has grown.', true],
  ['There is [speaker strong] [cue criticism of] the board.', true],
  ['[speaker American] [cue criticism of] the board has grown.', false],
  ['[speaker Union] [cue fears] that the plant may close have grown.', false],
])('an adjective of the cue is nobody: %s', (marked, wanted) => {
  const { view, at } = read(marked)
  expect(isDescription(view, at('speaker'), at('cue'))).toBe(wanted)
})

it('what joins a relative clause is no part of who says it', () => {
  const { view, at } = read('There is a gap in the fence [speaker that experts] [cue say] lets the goats out.')
  const { start, end } = wholeMention(view, at('speaker'), at('cue'))!
  expect(view.text.slice(start, end)).toBe('experts')
})
