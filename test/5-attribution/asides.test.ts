import { expect, test } from 'vitest'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import { withoutAsides } from '../../pipeline/5-attribution/claims/boundaries.ts'
import { viewOf } from '../../pipeline/5-attribution/frames/view.ts'

/** The contents that are left of those in square brackets; the cue stands in braces. */
function left(marked: string): readonly string[] {
  const text = marked.replaceAll(/[[\]{}]/g, '')
  const range = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const content = [...marked.matchAll(/\[([^\]]*)\]/g)].map(([, words]) => range(words!))
  const cue = range(/\{(.*)\}/.exec(marked)![1]!)
  const segmented = segment(text)
  const quotes = findQuotations(segmented)
  return withoutAsides(viewOf(segmented, quotes, parse(segmented, quotes)), content, cue).map(({ start, end }) => text.slice(start, end))
}

test.each([
  ['where', '[“Save the owls!”] they {shouted from} [the street outside the hall].'],
  ['of whom', '[“She is a fine keeper,”] he {said of} [the new head].'],
  ['to whom, and the quotation goes on', '[“What now?”] he {asked} [me]. [“Where do they go?”]', '“Where do they go?”'],
  ['how, behind a comma', '[“It is late,”] she {said}, [not waiting for a reply].'],
  ['who, behind a comma', '[“It is late,”] {said} Doe, [whose term ends soon].'],
])('what tells %s something was said is not part of it', (_, marked, ...others) => {
  expect(left(marked)).toEqual([/[“].*?”/.exec(marked)![0], ...others])
})

test.each([
  ['the sentence that the quotation began', '[“The owls,”] she {said}, [would stay].'],
  ['what holds a quotation', '[“The owls are well,”] she {said}, [and the keeper is “tired.”]'],
  ['the next sentence', '[“The owls are well.”] She {says} [the keeper is tired].'],
  ['what is announced by a colon', '[“That is the lie,”] she {said}: [That the owls are well].'],
  ['a sentence without quotation marks', '[The owls], she {said} then, [would stay].'],
  ['what a quotation of words goes on with', '[The owls are “well cared for”], she {said} [and happy].'],
  ['what stands before the cue', 'Of [the keeper], [“He is tired,”] she {said}.'],
])('%s is', (_, marked) => {
  expect(left(marked)).toEqual([...marked.matchAll(/\[([^\]]*)\]/g)].map(([, words]) => words))
})
