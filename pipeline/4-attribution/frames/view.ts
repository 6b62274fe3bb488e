import type { Quotations, SegmentedText, Token } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'

/** A text as the frames look at it: tokens, and for each the outermost quotation around it. */
export interface View {
  readonly segmented: SegmentedText
  readonly text: string
  readonly tokens: readonly Token[]
  readonly quotes: Quotations
  /** Per token: index of the outermost quotation that holds it (marks included), or -1. */
  readonly quoteOf: Int32Array
}

/** The view of a segmented text and its quotations. */
export function viewOf(segmented: SegmentedText, quotes: Quotations): View {
  const { tokens, text } = segmented
  const quoteOf = new Int32Array(tokens.length).fill(-1)
  let token = 0
  quotes.quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return
    while (token < tokens.length && tokens[token]!.end <= quotation.start) token++
    for (let i = token; i < tokens.length && tokens[i]!.start < quotation.end; i++) quoteOf[i] = index
  })
  return { segmented, text, tokens, quotes, quoteOf }
}

/** The range that tokens `first` to before `end` cover. */
export function rangeOf(view: View, first: number, end: number): Range {
  return { start: view.tokens[first]!.start, end: view.tokens[end - 1]!.end }
}

/** Index of the first token that ends behind `offset`, `tokens.length` if there is none. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const word = (view: View, i: number) => view.tokens[i]?.lower ?? ''

/** The lower-case word at a token, '' outside the text. */
export { word }

const SENTENCE_END = new Set(['.', '?', '!', '...', '…', ';'])

/** Whether a token ends a sentence or a clause for good. */
export function isStop(view: View, i: number): boolean {
  return SENTENCE_END.has(word(view, i))
}

const DASHES = new Set(['-', '–', '—', '--'])

export function isDash(view: View, i: number): boolean {
  return DASHES.has(word(view, i))
}

const OPENING = new Set(['"', '“', '‘', "'", "''", '``', '”', '’', '„', '«'])

/** Whether the token is a quotation mark. */
export function isMark(view: View, i: number): boolean {
  return OPENING.has(word(view, i))
}
