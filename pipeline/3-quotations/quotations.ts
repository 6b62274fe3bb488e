import type { Quotation, Quotations, SegmentedText, TokenRange } from '../model/layers.ts'
import type { RawProblem } from '../model/problems.ts'
import { marksOf, type Mark } from './marks.ts'
import { pair } from './pair.ts'

type Draft = { -readonly [K in keyof Quotation]: Quotation[K] }

/**
 * The quotations of a text: straight and curly double marks, `''` and <code>``</code>, guillemets, and single marks where they are
 * no apostrophes. Marks pair within a paragraph; a quotation left open there may go on in the next. A mark without a partner is a
 * problem. Linear in the length of the text, any length of quotation.
 */
export function findQuotations({ text, paragraphs }: SegmentedText): Quotations {
  const quotations: Draft[] = []
  const problems: RawProblem[] = []
  let open: readonly number[] = []
  for (const paragraph of paragraphs) {
    const found = inParagraph(text, paragraph, open.map((i) => quotations[i]!))
    const base = quotations.length
    found.drafts.forEach(({ draft, goesOnFrom }) => quotations.push({ ...draft, continues: goesOnFrom === null ? null : open[goesOnFrom]! }))
    const taken = new Set(quotations.slice(base).map((q) => q.continues))
    for (const i of open) if (!taken.has(i)) problems.push(unclosed(quotations[i]!))
    open = quotations.slice(base).flatMap((q, i) => (q.close === null ? [base + i] : []))
    for (const { start, end } of found.unpaired) problems.push({ code: 'quotation/unpaired', message: '', range: { start, end } })
  }
  for (const i of open) problems.push(unclosed(quotations[i]!))
  return { quotations, problems: problems.sort((a, b) => a.range!.start - b.range!.start) }
}

const unclosed = ({ open, start, end }: Quotation): RawProblem => ({ code: 'quotation/unclosed', message: '', range: open ?? { start, end } })

interface Found {
  /** In order of start, outer first. `goesOnFrom` is an index into the quotations left open by the paragraph before. */
  readonly drafts: readonly { readonly draft: Draft; readonly goesOnFrom: number | null }[]
  readonly unpaired: readonly Mark[]
}

function inParagraph(text: string, paragraph: TokenRange, before: readonly Quotation[]): Found {
  const marks = marksOf(text, paragraph)
  if (!marks.length) return { drafts: [], unpaired: [] }
  const pairing = pair(marks, paragraph.start)
  const drafts: Draft[] = [
    ...pairing.pairs.map(({ open, close }) => draftOf(open, close, close.end)),
    ...pairing.unclosed.map((open) => draftOf(open, null, paragraph.end)),
  ]
  const goesOn = goingOn(marks, pairing.unpaired, before)
  if (goesOn) drafts.push({ start: paragraph.start, end: goesOn.end, open: null, close: rangeOf(goesOn), style: goesOn.style, depth: 0, continues: null })
  drafts.sort((a, b) => a.start - b.start || b.end - a.end)
  const enclosing: Draft[] = []
  let expected = paragraph.start
  let reopened = 0
  return {
    drafts: drafts.map((draft) => {
      while (enclosing.length && enclosing.at(-1)!.end <= draft.start) enclosing.pop()
      draft.depth = enclosing.length
      enclosing.push(draft)
      const reopens = draft.start === expected && before[reopened]?.style === draft.style
      if (reopens) expected = draft.open?.end ?? -1
      return { draft, goesOnFrom: reopens ? reopened++ : null }
    }),
    unpaired: pairing.unpaired.filter((mark) => mark !== goesOn),
  }
}

/** The mark that closes a quotation which the paragraph goes on with without having reopened it: the first of its style. */
function goingOn(marks: readonly Mark[], unpaired: readonly Mark[], before: readonly Quotation[]): Mark | null {
  const first = marks.find((mark) => mark.style === before[0]?.style && mark.otherwise !== 'apostrophe')
  return first && first.role !== 'open' && unpaired.includes(first) ? first : null
}

function draftOf(open: Mark, close: Mark | null, end: number): Draft {
  return { start: open.start, end, open: rangeOf(open), close: close && rangeOf(close), style: open.style, depth: 0, continues: null }
}

const rangeOf = ({ start, end }: Mark) => ({ start, end })
