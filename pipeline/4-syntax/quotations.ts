import type { Quotations, SegmentedText } from '../model/layers.ts'

/** Which quotation each token lies in, and which tokens are marks of the outermost ones. */
export interface QuotationOfTokens {
  readonly quotation: Int32Array
  readonly mark: Int8Array
}

/** The outermost quotation that each token overlaps, marks included. */
export function quotationOfTokens({ tokens }: SegmentedText, { quotations }: Quotations): QuotationOfTokens {
  const n = tokens.length
  const quotation = new Int32Array(n).fill(-1)
  const mark = new Int8Array(n)
  let from = 0
  for (const [index, { start, end, open, close, depth }] of quotations.entries()) {
    if (depth > 0) continue
    // the order is by start
    while (from < n && tokens[from]!.end <= start) from++
    for (let i = from; i < n && tokens[i]!.start < end; i++) {
      const token = tokens[i]!
      quotation[i] = index
      if (open && token.start < open.end && open.start < token.end) mark[i] = 1
      else if (close && token.start < close.end && close.start < token.end) mark[i] = 2
    }
  }
  return { quotation, mark }
}
