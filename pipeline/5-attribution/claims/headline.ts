import { sizeOf, type Range } from '../../model/span.ts'
import { draftBy, type Draft } from './draft.ts'
import { withoutPunctuation } from '../frames/clause.ts'
import { rangeOf, word, type View } from '../frames/view.ts'

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u

const LONGEST_NAME = 5

/**
 * `Mayor Lund: Bridge will open in May` as the first line: the name's claim, if the article reports that speaker further
 * down. Without that, what stands before a headline's colon is as often a topic.
 */
export function readHeadline(view: View, drafts: readonly Draft[]): readonly Draft[] {
  const line = view.segmented.paragraphs[0]
  if (line === undefined) return []
  let colon = line.firstToken
  while (colon < line.endToken && colon <= line.firstToken + LONGEST_NAME && word(view, colon) !== ':') colon++
  const end = withoutPunctuation(view, colon + 1, line.endToken)
  if (word(view, colon) !== ':' || colon === line.firstToken || end - colon < 4) return []
  const mention = rangeOf(view, line.firstToken, colon)
  const last = word(view, colon - 1)
  const speaks = ({ mode, mention: by }: Draft) => mode === 'speech' && by !== null && by.start > line.end && names(view, by, last)
  if (!drafts.some(speaks)) return []
  const content: Range = rangeOf(view, colon + 1, end)
  if (drafts.some((each) => sizeOf(each.content) > 0 && each.content[0]!.start < line.end)) return []
  return [draftBy('headline', mention, { content: [content], cue: null, mention, probability: 0.7 })]
}

function names(view: View, mention: Range, last: string): boolean {
  return view.text.slice(mention.start, mention.end).toLowerCase().split(BETWEEN_WORDS).includes(last)
}
