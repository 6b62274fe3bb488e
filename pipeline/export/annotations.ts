import type { AnnotatedArticle, Claim } from '../model/schema.ts'
import type { Span } from '../model/span.ts'
import { codePoints, type Exported } from './tables.ts'
import { quoteOf } from '../corrections/quote.ts'

/**
 * The claims as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): a page of annotations, each with the words, their context
 * and their position in code points. A claim whose text is gone has its words only.
 */
export function annotationPage({ articles, textOf }: Exported): object {
  const items = [...articles].flatMap((article) => {
    const text = textOf(article)
    const points = text === null ? null : codePoints(text)
    const names = new Map(article.speakers.map(({ id, name }) => [id, name]))
    return article.claims.map((claim) => annotation(article, claim, names, (span) => selectors(span, text, points)))
  })
  return { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:claimtrace:annotations', type: 'AnnotationPage', startIndex: 0, items }
}

function annotation({ source, claimtrace }: AnnotatedArticle, claim: Claim, names: ReadonlyMap<string, string>, selector: (span: Span) => object[]): object {
  const speaker = claim.speaker.ids.map((id) => names.get(id) ?? id).join(', ') || 'unnamed'
  const stances = claim.stance.map(({ label, target }) => `${label}: ${target.text}`)
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:claimtrace:${encodeURIComponent(source.id)}:${claim.id}`,
    type: 'Annotation',
    motivation: 'describing',
    generator: { id: 'urn:claimtrace', type: 'Software', name: `claimtrace ${claimtrace}` },
    body: [
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: [`${speaker} (${claim.kind}, ${claim.commitment.label})`, ...stances].join('; ') },
      { type: 'TextualBody', purpose: 'tagging', value: `speaker: ${speaker}` },
      { type: 'TextualBody', purpose: 'tagging', value: claim.commitment.label },
    ],
    target: claim.content.map((span) => ({ source: source.url ?? source.path ?? `urn:claimtrace:${encodeURIComponent(source.id)}`, selector: selector(span) })),
  }
}

function selectors(span: Span, text: string | null, points: ((offset: number) => number) | null): object[] {
  if (text === null || points === null) return [{ type: 'TextQuoteSelector', exact: span.exact }]
  const { exact, prefix, suffix } = quoteOf(text, span)
  return [
    { type: 'TextQuoteSelector', exact, prefix: prefix.toWellFormed(), suffix: suffix.toWellFormed() },
    { type: 'TextPositionSelector', start: points(span.start), end: points(span.end) },
  ]
}
