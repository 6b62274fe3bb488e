import type { Style } from './render.ts'
import { holds, type ArticleVerification, type SpanFinding } from './verify.ts'
import { inMarks, wrap } from './wrap.ts'

/** The verification for people: a line for each article that holds, every finding of those that do not, and a verdict. */
export function renderVerification(articles: readonly ArticleVerification[], { width, colors }: Style): string {
  const broken = articles.filter((article) => !holds(article))
  const spans = articles.reduce((sum, article) => sum + article.spans, 0)
  const exact = articles.reduce((sum, article) => sum + article.exact, 0)
  const verdict = `${exact} of ${spans} spans of ${articles.length} ${articles.length === 1 ? 'article' : 'articles'} stand exactly where they were written to stand`
  return [
    ...broken.map((article) => [wrap(`${colors.bold(article.article)} ${colors.red(summaryOf(article))}`, width), ...article.findings.map((finding) => describe(finding, article, width))].join('\n')),
    broken.length === 0 ? colors.green(verdict) : `${verdict}; ${colors.red(`${broken.length} of ${articles.length} articles do not hold`)}`,
  ].join('\n\n')
}

function summaryOf({ unreadable, original, findings, spans, path, extractedFrom }: ArticleVerification): string {
  if (unreadable !== null) return unreadable
  const input = extractedFrom ?? path ?? 'the source'
  const left = extractedFrom === null ? '' : '; what follows is about the text that was extracted from it'
  const source = original === 'missing' ? `${input} is gone${left}` : original === 'changed' ? `${input} has changed since the run${left}` : ''
  return [source, findings.length === 0 ? 'all spans still stand' : `${findings.length} of ${spans} spans do not stand where they were`].filter(Boolean).join('; ')
}

function describe({ field, span, found }: SpanFinding, { path }: ArticleVerification, width: number): string {
  const now =
    found.status === 'moved'
      ? `moved to ${path ?? ''}:${found.line ?? 1}:${found.column ?? 1} (${found.to.start}-${found.to.end})`
      : found.status === 'ambiguous'
        ? `ambiguous: found elsewhere ${found.places === 1 ? 'once, but not among the same words' : `${found.places} times`}`
        : 'lost'
  return wrap(`${field} ${span.start}-${span.end} ${inMarks(span.exact)} ${now}`, width, 4, 2)
}
