import { describe, expect, it } from 'vitest'
import { NO_REPORTS, noReport } from '../../pipeline/5-attribution/frames/no-report.ts'
import { viewOf } from '../../pipeline/5-attribution/frames/view.ts'
import { segment } from '../../pipeline/2-segment/segment.ts'
import { findQuotations } from '../../pipeline/3-quotations/quotations.ts'
import { parse } from '../../pipeline/4-syntax/syntax.ts'

/** The row that the first verb of a row's list has in a sentence, all behind the verb being its content. */
function rowFor(text: string, verbs: string): string | null {
  const segmented = segment(text)
  const quotes = findQuotations(segmented)
  const view = viewOf(segmented, quotes, parse(segmented, quotes))
  const at = view.tokens.findIndex(({ lemma }, i) => verbs.split(' ').includes(lemma) && view.syntax.clauseAt[i]! >= 0)
  expect(at, `no verb of the row in: ${text}`).toBeGreaterThanOrEqual(0)
  return noReport(view, view.tokens[at]!, [{ start: view.tokens[at + 1]!.start, end: text.length - 1 }])?.id ?? null
}

describe.each(NO_REPORTS.map((row) => [row.id, row] as const))('%s', (id, { hits, misses, verbs }) => {
  it.each(hits)('reports nothing: %s', (text) => expect(rowFor(text, verbs)).toBe(id))
  it.each(misses)('may report: %s', (text) => expect(rowFor(text, verbs)).toBeNull())
})
