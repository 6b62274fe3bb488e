import { expect, it } from 'vitest'
import { withoutHoles } from '../../pipeline/5-attribution/claims/crossing.ts'
import { draftBy } from '../../pipeline/5-attribution/claims/draft.ts'

const TEXT = 'Holt said she welcomed the new school but condemned the plan to close the library. “It is late,” she said, “and cold.”'
const range = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from)
  return { start, end: start + words.length }
}
const draft = (cue: string, content: readonly string[], from = 0) =>
  draftBy('test', null, { content: content.map((words) => range(words, from)), cue: range(cue, from), mention: null, probability: 0.5 })

const words = ({ content }: { content: readonly { start: number; end: number }[] }) => content.map(({ start, end }) => TEXT.slice(start, end))

it('a clause that another claim’s cue holds apart is one content', () => {
  const outer = draft('said', ['she welcomed the new school', 'the plan to close the library'])
  withoutHoles(TEXT, [outer, draft('condemned', ['the plan to close the library'])])
  expect(words(outer)).toEqual(['she welcomed the new school but condemned the plan to close the library'])
})

it('a quotation that its own cue parts stays in two, and so does what nobody else claims', () => {
  const quoted = draft('said', ['“It is late,”', '“and cold.”'], TEXT.indexOf('“'))
  const cut = draft('said', ['she welcomed the new school', 'the plan to close the library'])
  withoutHoles(TEXT, [quoted, cut])
  expect([words(quoted), words(cut)]).toEqual([['“It is late,”', '“and cold.”'], ['she welcomed the new school', 'the plan to close the library']])
})
