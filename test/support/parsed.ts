import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'
import type { SegmentedText, Syntax } from '../../pipeline/model/layers.ts'

/** A text with its syntax, and what tests ask of it. */
export interface Parsed {
  readonly text: SegmentedText
  readonly syntax: Syntax
  /** The words of tokens `first` to before `end` (one token by default), one space between them unless the text has none. */
  readonly words: (first: number, end?: number) => string
  /** The head word of the phrase with an index, `-` for none. */
  readonly head: (phrase: number | undefined) => string
}

export function parsed(text: string): Parsed {
  const segmented = segment(text)
  const syntax = parse(segmented, findQuotations(segmented))
  const words = (first: number, end = first + 1) => text.slice(segmented.tokens[first]!.start, segmented.tokens[end - 1]!.end)
  const head = (phrase: number | undefined) => (phrase === undefined || phrase < 0 ? '-' : words(syntax.phrases[phrase]!.head))
  return { text: segmented, syntax, words, head }
}
