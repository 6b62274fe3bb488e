import type { Quotation, Quotations, SegmentedText } from '../model/layers.ts'
import type { RawProblem } from '../model/problems.ts'
import type { Range } from '../model/span.ts'
import { marksOf, type Mark } from './marks.ts'
import { pair } from './pair.ts'
import { countWhile } from '../model/bisect.ts'

/**
 * The quotations of a text: straight and curly double marks, `''` and two grave accents, guillemets, and single marks where they are
 * no apostrophes. Marks pair within a paragraph; a quotation left open there may go on in the next. A mark without a partner is a
 * problem. Linear in the length of the text, any length of quotation.
 */
export function findQuotations({ text, paragraphs, sentences }: SegmentedText): Quotations {
  const quotations: Quotation[] = []
  const problems: RawProblem[] = []
  /** Indices of the quotations that the paragraph before left open, outer before inner. */
  let open: readonly number[] = []
  for (const paragraph of paragraphs) {
    const before = open.map((index) => ({ index, style: quotations[index]!.style }))
    const found = withForgottenOpening(text, paragraph, sentences, inParagraph(text, paragraph, before))
    const continued = new Set<number | null>()
    const opened: number[] = []
    for (const quotation of found.quotations) {
      continued.add(quotation.continues)
      if (quotation.close === null) opened.push(quotations.length)
      quotations.push(quotation)
    }
    for (const i of open) if (!continued.has(i)) problems.push(unclosed(quotations[i]!))
    for (const mark of found.unpaired) problems.push({ code: 'quotation/unpaired', message: '', range: rangeOf(mark) })
    open = opened
  }
  for (const i of open) problems.push(unclosed(quotations[i]!))
  return { quotations, problems: problems.toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0)) }
}

function unclosed({ open, start, end }: Quotation): RawProblem {
  return { code: 'quotation/unclosed', message: '', range: open ?? { start, end } }
}

/** A quotation whose place among the others is not known yet. */
interface Draft extends Quotation {
  depth: number
  continues: number | null
}

/** A quotation that the paragraph before left open: its index, and what can reopen or close it. */
interface LeftOpen {
  readonly index: number
  readonly style: Quotation['style']
}

interface Found {
  /** In order of start, outer first. */
  readonly quotations: readonly Quotation[]
  readonly unpaired: readonly Mark[]
}

/** Behind a closing mark: who says it, by a verb of the few that stand there. */
const CUED =
  /^\s(?:(?:says?|said|told|asked|added|wrote|writes|tweeted|posted|warned|argued|insisted|explained|replied|recalled|noted|claimed)\s\p{Lu}|(?:\S+\s){1,5}?(?:says?|said|told|asked|added|wrote|writes|tweeted|posted|warned|argued|insisted|explained|replied|recalled|noted|claimed)\b)/u
const LONGEST_CUE = 80

/**
 * A closing mark behind a comma or stop and before `the governor said` ends a quotation whose opening mark was forgotten: it begins with the
 * sentence, or behind a colon in it. Only where nothing else in the sentence is quoted. The mark stays a problem.
 */
function withForgottenOpening(text: string, paragraph: Range, sentences: SegmentedText['sentences'], found: Found): Found {
  const closing = found.unpaired.filter(({ style, end, start }) => {
    return style === 'double' && start > paragraph.start && /[,.!?]/.test(text[start - 1]!) && CUED.test(text.slice(end, Math.min(paragraph.end, end + LONGEST_CUE)))
  })
  const added = closing.flatMap((mark) => {
    const sentence = sentences[indexAt(sentences, mark.start)]
    if (sentence === undefined) return []
    const colon = text.lastIndexOf(': ', mark.start)
    const start = colon > sentence.start ? colon + 2 : sentence.start
    if (start >= mark.start || found.quotations.some((each) => each.start < mark.end && each.end > start)) return []
    return [draftOf(start, mark.end, null, rangeOf(mark), mark.style)]
  })
  if (added.length === 0) return found
  const quotations = [...found.quotations, ...added].toSorted((a, b) => a.start - b.start || b.end - a.end)
  return { quotations, unpaired: found.unpaired }
}

/** The last of the ranges that begins at or before an offset. */
const indexAt = (ranges: readonly Range[], offset: number): number => countWhile(ranges.length, (i) => ranges[i]!.start <= offset) - 1

function inParagraph(text: string, paragraph: Range, openBefore: readonly LeftOpen[]): Found {
  const marks = marksOf(text, paragraph)
  if (!marks.length) return { quotations: [], unpaired: [] }
  const { pairs, unclosed: left, unpaired } = pair(marks, paragraph.start)
  const drafts: Draft[] = [
    ...pairs.map(({ open, close }) => draftOf(open.start, close.end, rangeOf(open), rangeOf(close), open.style)),
    ...left.map((open) => draftOf(open.start, paragraph.end, rangeOf(open), null, open.style)),
  ]
  const first = closesWhatWasOpen(marks, unpaired, openBefore[0]?.style)
  const closing = first && !drafts.some((draft) => draft.start < first.start && first.start < draft.end) ? first : null
  if (closing) drafts.push(draftOf(paragraph.start, closing.end, null, rangeOf(closing), closing.style))
  drafts.sort((a, b) => a.start - b.start || b.end - a.end)
  place(drafts, paragraph.start, openBefore)
  return { quotations: drafts, unpaired: unpaired.filter((mark) => mark !== closing) }
}

/** Adds depth, and which quotation is reopened: those that begin the paragraph, mark behind mark, in the order they were left open. */
function place(drafts: readonly Draft[], paragraphStart: number, openBefore: readonly LeftOpen[]): void {
  const enclosing: Draft[] = []
  let expected = paragraphStart
  let reopened = 0
  for (const draft of drafts) {
    while (enclosing.length && enclosing.at(-1)!.end <= draft.start) enclosing.pop()
    draft.depth = enclosing.length
    enclosing.push(draft)
    const left = openBefore[reopened]
    if (draft.start !== expected || left?.style !== draft.style) continue
    expected = draft.open?.end ?? -1
    reopened++
    draft.continues = left.index
  }
}

/** The mark that closes a quotation which the paragraph goes on with without having reopened it: the first mark of its style. */
function closesWhatWasOpen(marks: readonly Mark[], unpaired: readonly Mark[], style: Quotation['style'] | undefined): Mark | null {
  const first = marks.find((mark) => mark.style === style && mark.otherwise !== 'apostrophe')
  return first && first.role !== 'open' && unpaired.includes(first) ? first : null
}

function draftOf(start: number, end: number, open: Range | null, close: Range | null, style: Quotation['style']): Draft {
  return { start, end, open, close, style, depth: 0, continues: null }
}

const rangeOf = ({ start, end }: Mark): Range => ({ start, end })
