import { overlaps, type Range } from '../../model/span.ts'
import { draftBy, type Draft } from './draft.ts'
import { Near } from './span-index.ts'
import { rangeOf, word, type View } from '../frames/view.ts'

/** How a paragraph of a transcript begins: `Q:`, `DOE:`, `Jane Doe:`, `The Chair:`, at most five words. */
const LABEL = /^(?:Q|A|[\p{Lu}][\p{L}.'’-]*(?: [\p{Lu}(][\p{L}.'’)-]*){0,4}) ?:/u

/**
 * Interviews and transcripts: paragraphs that begin with who speaks. Only where at least three do and a label recurs or is
 * `Q`, so that a colon in running text is none. A paragraph without a label goes on with the speaker before it.
 */
export function readTranscript(view: View, boilerplate: readonly Range[]): readonly Draft[] {
  const labelled = view.segmented.paragraphs.map((paragraph) => labelOf(view.text, paragraph))
  const counts = new Map<string, number>()
  for (const label of labelled) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1)
  const total = labelled.filter((label) => label !== null).length
  const first = labelled.findIndex((label) => label !== null)
  const last = labelled.findLastIndex((label) => label !== null)
  if (total < 3 || total < (last - first) / 3 || ![...counts.values()].some((count) => count > 1)) return []
  const drafts: Draft[] = []
  let speaking: Draft | null = null
  view.segmented.paragraphs.forEach((paragraph, i) => {
    if (boilerplate.some((each) => overlaps(each, paragraph))) return
    const label = labelled[i] ?? null
    if ((label === null && speaking === null) || i > last + 1) return
    const colon = label === null ? paragraph.firstToken - 1 : colonOf(view, paragraph.firstToken, paragraph.endToken)
    if (colon === null || colon + 1 >= paragraph.endToken) return
    const mention = label === null ? null : rangeOf(view, paragraph.firstToken, colon)
    const content = [rangeOf(view, colon + 1, paragraph.endToken)]
    const continues = label === null ? speaking : null
    const draft = draftBy('transcript', mention, { content, cue: null, mention, continues, probability: label === null ? 0.6 : 0.9 })
    if (label !== null) speaking = draft
    drafts.push(draft)
  })
  return drafts
}

function labelOf(text: string, { start, end }: Range): string | null {
  const opening = text.slice(start, Math.min(end, start + 80))
  return opening.includes(':') ? (LABEL.exec(opening)?.[0] ?? null) : null
}

function colonOf(view: View, first: number, end: number): number | null {
  for (let i = first + 1; i < end && i < first + 14; i++) if (word(view, i) === ':') return i
  return null
}

/** The claims that do not take the label of a turn for their speaker or cue: the turn says those already. */
export function withoutLabels(turns: readonly Draft[], drafts: readonly Draft[]): readonly Draft[] {
  if (turns.length === 0) return drafts
  const labels = turns.flatMap(({ mention }) => (mention === null ? [] : [{ start: mention.start, end: mention.end + 1 }]))
  const near = new Near(labels, (label) => [label])
  const isLabel = (range: Range | null) => range !== null && near.at(range).some((label) => overlaps(label, range))
  return drafts.filter(({ cue, mention }) => !isLabel(cue) && !isLabel(mention))
}
