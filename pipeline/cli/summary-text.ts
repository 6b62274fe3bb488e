import Table from 'cli-table3'
import type { GroupSummary, SourceSummary } from '../run/group-summary.ts'
import type { ArticleRow, Summary } from '../run/summary.ts'
import { COLOURED, colors } from './colors.ts'

/** A run's summary for people: the articles, what is best supported, what is contradicted, where the files are. */
export function summaryText(summary: Summary): string {
  return [articles(summary), supported(summary.supported), contradicted(summary.contradicted), files(summary)].filter(Boolean).join('\n\n')
}

const PLAIN = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' ' }

function articles({ listed, articles: count, how, sentences, claims }: Summary): string {
  const table = new Table({
    head: ['article', 'outlet', 'sentences', 'claims', 'direct', 'mixed', 'indirect', 'speakers', listed.some(({ problems }) => problems.length) ? 'problems' : ''],
    chars: PLAIN,
    style: { head: COLOURED ? ['bold'] : [], border: [], 'padding-left': 0, 'padding-right': 1 },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
  })
  for (const row of listed) table.push(cells(row))
  const total = `${plural(count, 'article')}, ${plural(sentences, 'sentence')}, ${plural(claims.direct + claims.indirect + claims.mixed, 'claim')}`
  const left = count > listed.length ? `... and ${count - listed.length} more articles\n` : ''
  return `${listed.length ? `${table.toString()}\n` : ''}${left}${colors.bold(total)}${howText(how)}`
}

function cells({ id, outlet, sentences, claims, speakers, problems }: ArticleRow): string[] {
  const { direct, mixed, indirect } = claims
  const numbers = [sentences, direct + mixed + indirect, direct, mixed, indirect, speakers].map(String)
  return [shorten(id, 40), shorten(outlet ?? '-', 24), ...numbers, problems.length ? colors.yellow(problems.join(' ')) : '']
}

function howText(how: Summary['how']): string {
  const parts = [
    how.kept && `${how.kept} unchanged since an earlier run`,
    how.updated && `${how.updated} written again (another version or source)`,
    how.failed && colors.red(`${how.failed} could not be answered`),
  ]
  const told = parts.filter(Boolean).join(', ')
  return told && ` (${told})`
}

function supported(groups: readonly GroupSummary[]): string {
  if (!groups.length) return ''
  const lines = groups.map((group) => `${colors.green(support(group))} ${quote(group.text)}\n${sources(group.sources)}`)
  return `${colors.bold('Best supported')} (independent origins, not copies of one report)\n${lines.join('\n')}`
}

function contradicted(groups: readonly GroupSummary[]): string {
  if (!groups.length) return ''
  const lines = groups.map(({ text, sources: own, contradictedBy }) => {
    const others = contradictedBy.map((other) => `  ${colors.red('but')} ${quote(other.text)}\n${sources(other.sources)}`)
    return [`${quote(text)}\n${sources(own)}`, ...others].join('\n')
  })
  return `${colors.bold('Contradicted')}\n${lines.join('\n')}`
}

const support = ({ independent, articles: count }: GroupSummary) => `${independent} independent, ${plural(count, 'article')}:`

function sources(all: readonly SourceSummary[]): string {
  const shown = all.slice(0, 8).map(({ article, outlet, speakers }) => `    ${speakers.join(', ') || 'unknown'} ${colors.dim(`in ${outlet ? `${outlet}, ` : ''}${article}`)}`)
  return [...shown, ...(all.length > shown.length ? [`    ... and ${all.length - shown.length} more`] : [])].join('\n')
}

function files({ out, links, groups, foreign }: Summary): string {
  const kinds = Object.entries(links).map(([type, count]) => `${count} ${type}`)
  const linked = out.links ? `\n  ${out.links}/*.jsonl  ${plural(groups, 'group')}, ${kinds.length ? `links: ${kinds.join(', ')}` : 'no links'}` : ''
  const others = foreign ? `\n  ${plural(foreign, 'file')} there of other runs: left alone, not linked` : ''
  return `${colors.bold('Files')}\n  ${out.articles}/*.json${others}${linked}`
}

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

const quote = (text: string) => shorten(text.replace(/\s+/g, ' '), 160)

function shorten(text: string, length: number): string {
  const units = [...text]
  return units.length > length ? `${units.slice(0, length - 1).join('')}…` : text
}
