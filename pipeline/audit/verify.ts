import type { AnnotatedArticle } from '../model/schema.ts'
import type { Place } from '../model/lines.ts'
import type { OutputFiles } from '../store/output.ts'
import type { Anchored } from './anchor.ts'
import { lineAndColumn, type Original, type Sources } from './sources.ts'
import { spansOf, type WrittenSpan } from './spans.ts'
import { addTo } from '../model/group-by.ts'

export type SpanFinding = WrittenSpan & { readonly found: Exclude<Anchored, { status: 'exact' }> & { readonly line?: number; readonly column?: number } }

/** What became of one article's spans. */
export interface ArticleVerification {
  readonly article: string
  /** The file that the spans point into, and the input that it was extracted from. */
  readonly path: string | null
  readonly extractedFrom: string | null
  readonly spans: number
  readonly exact: number
  /** Why nothing could be compared, or null. */
  readonly unreadable: string | null
  readonly original: Original | null
  readonly findings: readonly SpanFinding[]
}

/** Anchors every span of an article in its source again, and the evidence of origins that lies in it. Nothing but an exact hit passes. */
export function verifyArticle(article: AnnotatedArticle, evidence: readonly WrittenSpan[], sources: Sources): ArticleVerification {
  const spans = [...spansOf(article), ...evidence]
  const source = sources.of(article)
  const about = { article: article.source.id, path: source.path, extractedFrom: article.source.textPath === null ? null : article.source.path, spans: spans.length }
  if (source.text === null) return { ...about, exact: 0, unreadable: source.reason, original: null, findings: [] }
  const { text, anchorer } = source
  const findings = spans.flatMap(({ field, span }): SpanFinding[] => {
    const found = anchorer.anchor(span)
    if (found.status === 'exact') return []
    return [{ field, span, found: found.status === 'moved' ? { ...found, ...lineAndColumn(text, found.to.start) } : found }]
  })
  return { ...about, exact: spans.length - findings.length, unreadable: null, original: source.original, findings }
}

/** Whether everything stands where it was written to stand, in a source that is as it was. */
export function holds({ unreadable, findings, original }: ArticleVerification): boolean {
  return unreadable === null && findings.length === 0 && (original === 'same' || original === 'not kept')
}

/** Gives the evidence of origins that lies in an article. */
export function evidenceOf(files: OutputFiles): (article: string) => readonly WrittenSpan[] {
  const places = new Map<string, Place[]>()
  for (const { row, at, size } of files.rows('origins'))
    for (const article of new Set(row.evidence.map((span) => span.article))) addTo(places, article, { at, size })
  return (id) =>
    (places.get(id) ?? []).flatMap((place) => {
      const origin = files.row('origins', place)
      return origin.evidence.flatMap(({ article, ...span }, i) => (article === id ? [{ field: `links/origins.jsonl ${origin.id} evidence.${i}`, span }] : []))
    })
}
