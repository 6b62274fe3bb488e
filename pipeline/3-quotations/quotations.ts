import type { Quotation, Quotations, SegmentedText } from '../model/layers.ts'

/** Paired quotation marks (first version: double marks, within a paragraph). */
export function findQuotations({ text, paragraphs }: SegmentedText): Quotations {
  const quotations: Quotation[] = []
  for (const p of paragraphs)
    for (const m of text.slice(p.start, p.end).matchAll(/["“][^"”]+["”]|''.+?''/g)) {
      const start = p.start + m.index
      const end = start + m[0].length
      quotations.push({ start, end, open: { start, end: start + 1 }, close: { start: end - 1, end }, style: 'double', depth: 0, continues: null })
    }
  return { quotations, problems: [] }
}
