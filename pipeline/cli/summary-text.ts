import Table from 'cli-table3'
import type { GroupSummary, SourceSummary } from '../run/group-summary.ts'
import type { ArticleRow, Summary } from '../run/summary.ts'
import { COLOURED, colors } from './colors.ts'
import { reserveInWords } from '../model/commitment-words.ts'
import { plural } from '../model/support-words.ts'

/** Up to so many articles are listed without being asked for. */
const FEW = 10
const FEW_GROUPS = 3
/** Sources of each claim: where the articles are few, and where a screen has to do. */
const SOURCES = 6
const SOURCES_OF_MANY = 2

/** A run's summary for people: totals, what is best supported, what is contradicted, where to look; the articles where they are few or asked for. */
export function summaryText(summary: Summary, verbose: boolean): string {
  const few = verbose || summary.articles <= FEW
  const groups = few ? summary.supported : summary.supported.slice(0, FEW_GROUPS)
  const against = few ? summary.contradicted : summary.contradicted.slice(0, FEW_GROUPS)
  const shown = few ? SOURCES : SOURCES_OF_MANY
  return [few ? table(summary) : '', totals(summary, few), supported(groups, shown), contradicted(against, shown), files(summary)].filter(Boolean).join('\n\n')
}

const PLAIN = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' ' }

function table({ listed, articles: count }: Summary): string {
  if (listed.length === 0) return ''
  const rows = new Table({
    head: ['article', 'outlet', 'sentences', 'claims', 'direct', 'mixed', 'indirect', 'speakers', listed.some(({ problems }) => problems.length) ? 'problems' : ''],
    chars: PLAIN,
    style: { head: COLOURED ? ['bold'] : [], border: [], 'padding-left': 0, 'padding-right': 1 },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
  })
  for (const row of listed) rows.push(cells(row))
  return `${rows.toString()}${count > listed.length ? `\n... and ${count - listed.length} more articles` : ''}`
}

function totals({ articles, how, sentences, claims, unlikely, minConfidence, outlets, cut, problems }: Summary, listed: boolean): string {
  const total = `${plural(articles, 'article')}, ${plural(sentences, 'sentence')}, ${plural(claims.direct + claims.indirect + claims.mixed, 'claim')}`
  const found = Object.entries(problems).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code, count]) => `${code} in ${count}`)
  return [
    `${colors.bold(total)}${howText(how)}`,
    ...(unlikely > 0 ? [`${plural(unlikely, 'claim')} less likely than ${Math.round(minConfidence * 100)} % ${unlikely === 1 ? 'is' : 'are'} not shown (--min-confidence 0 shows all)`] : []),
    ...(articles > 0 && outlets < articles ? [`the outlet is known of ${outlets === 0 ? 'none' : `${outlets}`} of the articles; where it is not, who copies whom is told by the words alone`] : []),
    ...(cut > 0 ? [`${plural(cut, 'pair')} of claims that too many others resemble ${cut === 1 ? 'was' : 'were'} not judged; each was judged with the longest of its set`] : []),
    ...(found.length > 0 ? [colors.yellow(`problems: ${found.join(', ')}${listed ? '' : '; --verbose lists the articles'}`)] : []),
  ].join('\n')
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

function supported(groups: readonly GroupSummary[], shown: number): string {
  if (!groups.length) return ''
  const lines = groups.map((group) => `${quote(group.text)}\n  ${colors.green(group.support)} ${colors.dim(group.id)}\n${sources(group.sources, shown)}`)
  return `${colors.bold('Best supported')} (by origins that nothing ties to one another: a lower bound)\n${lines.join('\n')}`
}

function contradicted(groups: readonly GroupSummary[], shown: number): string {
  if (!groups.length) return ''
  const lines = groups.map(({ text, sources: own, contradictedBy }) => {
    const others = contradictedBy.map((other) => `  ${colors.red('but')} ${quote(other.text)}\n${sources(other.sources, shown)}`)
    return [`${quote(text)}\n${sources(own, shown)}`, ...others].join('\n')
  })
  return `${colors.bold('Contradicted')}\n${lines.join('\n')}`
}

function sources(all: readonly SourceSummary[], shown: number): string {
  const lines = [...new Set(all.map(({ article, outlet, speakers, commitment }) => `    ${speakers.join(', ') || 'unknown'}${reserveInWords(commitment)} ${colors.dim(`in ${outlet ? `${outlet}, ` : ''}${article}`)}`))]
  return [...lines.slice(0, shown), ...(lines.length > shown ? [`    ... and ${lines.length - shown} more`] : [])].join('\n')
}

function files({ out, links, groups, foreign }: Summary): string {
  const kinds = Object.entries(links).map(([type, count]) => `${count} ${type}`)
  const linked = out.links ? `\n  ${out.links}/*.jsonl  ${plural(groups, 'group')}, ${kinds.length ? `links: ${kinds.join(', ')}` : 'no links'}` : ''
  const others = foreign ? `\n  ${plural(foreign, 'file')} there of other runs: left alone, not linked` : ''
  const look = out.links && groups > 0 ? `\n\n${colors.bold('To look further')}\n  claimtrace audit "words of a claim", or an id above; --help shows more` : ''
  return `${colors.bold('Files')}\n  ${out.articles}/*.json${others}${linked}${look}`
}

const quote = (text: string) => shorten(text.replace(/\s+/g, ' '), 160)

function shorten(text: string, length: number): string {
  const units = [...text]
  return units.length > length ? `${units.slice(0, length - 1).join('')}…` : text
}
