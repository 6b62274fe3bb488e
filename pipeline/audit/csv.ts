import { csvTable } from '../model/csv.ts'
import type { GroupAnswer } from './answer.ts'
import { holds, type ArticleVerification } from './verify.ts'

/** A row for each source of each group, RFC 4180, with a heading. Several spans, speakers or stances are joined by " | ". */
export function auditCsv(groups: readonly GroupAnswer[]): string {
  const head = 'group,claimed,independent,article,claim,outlet,published,speaker,description,mention,exact,chain,kind,mode,commitment,stance,confidence,file,start,end,line,column,extracted_from,words,input,contradicted_by'
  const rows = groups.flatMap((group) =>
    group.sources.map((source) => [
      group.id,
      group.text,
      group.support.independent,
      source.article,
      source.claim,
      source.outlet,
      source.published,
      join(source.speakers.map(({ name }) => name)),
      join(source.speakers.flatMap(({ descriptions }) => descriptions)),
      source.mention,
      join(source.exact),
      join(source.chain),
      source.kind,
      source.mode,
      source.commitment,
      join(source.stance.map(({ label, target }) => `${label}: ${target}`)),
      source.confidence,
      source.file,
      source.place.start,
      source.place.end,
      source.place.line,
      source.place.column,
      source.extractedFrom,
      source.stillThere,
      source.original,
      join(group.contradictedBy.map((other) => other.group)),
    ]),
  )
  return table(head, rows)
}

/** A row for each span that does not stand where it was written to stand, and for each article that could not be compared or has changed. */
export function verificationCsv(articles: readonly ArticleVerification[]): string {
  const rows = articles.flatMap((article) => {
    const whole = holds({ ...article, findings: [] }) ? [] : [[article.article, article.path, '', '', '', '', article.unreadable === null ? `source ${article.original ?? ''}` : 'unreadable', '', '']]
    const spans = article.findings.map(({ field, span, found }) => {
      const to = found.status === 'moved' ? found.to : null
      return [article.article, article.path, field, span.start, span.end, span.exact, found.status, to?.start ?? null, to?.end ?? null]
    })
    return [...whole, ...spans]
  })
  return table('article,file,field,start,end,exact,status,now_start,now_end', rows)
}

const join = (parts: readonly string[]) => parts.join(' | ')

const table = (head: string, rows: readonly (readonly (string | number | null)[])[]) => csvTable(head.split(','), rows)
