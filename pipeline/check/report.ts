import Table from 'cli-table3'
import { diffLines } from 'diff'
import type { Colors } from 'picocolors/types.js'
import type { Changed, CheckReport, GroupReport } from './check.ts'
import { type Floors, percent } from './floors.ts'
import type { DocumentScore, Miss } from './score.ts'
import type { Figure } from './tally.ts'
import type { Range } from '../model/span.ts'

export interface Style {
  readonly width: number
  readonly colors: Colors
}

/** The report for people: every miss under its words, what changed, then the figures and the verdict. */
export function renderCheck(report: CheckReport, style: Style): string {
  const missed = report.documents.filter(({ misses }) => misses.length > 0)
  return [
    ...missed.map((document) => renderDocument(document, style)),
    ...renderCorpusMisses(report, style),
    ...report.changed.map((changed) => renderChanged(changed, style)),
    ...report.groups.map((group) => renderGroup(group, report.floors[group.group] ?? {}, style)),
    renderVerdict(report, style),
  ].join('\n')
}

function renderDocument({ expected, misses, tally }: DocumentScore, style: Style): string {
  const { colors } = style
  const short = [...tally.figures()].flatMap(([layer, { f1 }]) => (f1 === null || f1 === 1 ? [] : [`${layer} ${show(f1)}`]))
  const heading = `${colors.bold(expected.title)}  ${colors.dim([expected.id, ...short].join(' · '))}`
  const parts = misses.map((miss) => {
    const { place, lines } = excerpt(expected.text, miss, expected.line, style.width, colors.red)
    return [`  ${describeMiss(miss, colors)}  ${colors.dim(`${expected.file}:${place}`)}`, ...lines.map((line) => `  ${line}`)].join('\n')
  })
  return `${[heading, ...parts].join('\n')}\n`
}

function describeMiss({ layer, verdict, key, gold, ours }: Pick<Miss, 'layer' | 'verdict' | 'key' | 'gold' | 'ours'>, { red, yellow }: Colors): string {
  const what = key === null ? layer : `${layer} of ${key}`
  if (verdict === 'wrong') return `${red('wrong')} ${what}: should be ${gold ?? ''}, is ${ours ?? ''}`
  if (verdict === 'extra') return `${yellow('extra')} ${what}${ours === null ? '' : `: ${ours}`}`
  return `${red('missed')} ${what}${gold === null ? '' : `: ${gold}`}${ours === null ? '' : ` (ours: ${ours})`}`
}

/** Pairs of claims or speakers over which gold and the links disagree, with their words. */
function renderCorpusMisses({ corpusMisses, documents }: CheckReport, { width, colors }: Style): string[] {
  if (corpusMisses.length === 0) return []
  const wordsOf = new Map<string, string>(documents.flatMap(({ expected }) => expected.claims.map(({ key, content }) => [`${expected.title}#${key}`, content.map(({ start, end }) => expected.text.slice(start, end)).join(' … ')] as const)))
  const line = (name: string) => {
    const words = wordsOf.get(name)?.replace(/\s+/g, ' ')
    return `    ${name}${words === undefined ? '' : `  ${colors.dim(words)}`}`.slice(0, Math.max(40, width))
  }
  const parts = corpusMisses.map(({ title, pair, ...miss }) => [`  ${describeMiss({ ...miss, key: title === null ? null : `“${title}”` }, colors)}`, ...pair.map(line)].join('\n'))
  return [`${[colors.bold('links between articles'), ...parts].join('\n')}\n`]
}

function renderChanged({ id, before, now }: Changed, { colors }: Style): string {
  const diff = diffLines(before, now).flatMap(({ value, added, removed }) =>
    value.trimEnd().split('\n').map((line) => (added ? colors.green(`  + ${line}`) : removed ? colors.red(`  - ${line}`) : colors.dim(`    ${line}`))),
  )
  return [`${colors.bold(id)} answers otherwise than its snapshot; if that is right: claimtrace check --accept ${id}`, ...diff, ''].join('\n')
}

function renderGroup({ group, documents, held, figures, coverage }: GroupReport, floors: Floors[string], { colors }: Style): string {
  const table = new Table({
    head: [group, 'gold', 'ours', 'precision', 'recall', 'F1', 'floor', 'given the claim'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true, 'padding-left': 1, 'padding-right': 1 },
    chars: PLAIN,
  })
  for (const [layer, figure] of figures) table.push([layer, figure.gold, figure.ours, ...[figure.precision, figure.recall, figure.f1].map(show), floors[layer]?.toFixed(1) ?? '', given(figure)])
  const [head = '', ...rows] = table.toString().split('\n')
  const sure = coverage.map((at) => `${show(at.precision)} of the surest ${at.coverage} %`).join(', ')
  return [
    colors.bold(head),
    ...rows,
    ...(documents === 0 ? [] : [` ${held} of ${documents} ${group === 'articles' ? 'articles' : 'cases'} without a miss${floors.cases === undefined ? '' : ` (${show(held / documents)} %, floor ${floors.cases.toFixed(1)})`}`]),
    ...(sure === '' ? [] : [` content and speaker's mention right: ${sure}`]),
    '',
  ].join('\n')
}

const PLAIN = Object.fromEntries(
  ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right', 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'].map(
    (name) => [name, ''],
  ),
)

const show = (share: number | null) => (share === null ? '-' : percent(share).toFixed(1))

const given = ({ given: { right, of } }: Figure) => (of === 0 ? '' : `${show(right / of)} of ${of}`)

function renderVerdict({ groups, below, raisable, changed, snapshots }: CheckReport, { colors }: Style): string {
  const documents = groups.reduce((sum, group) => sum + group.documents, 0)
  const held = groups.reduce((sum, group) => sum + group.held, 0)
  const lines = [`${held} of ${documents} texts without a miss`]
  if (snapshots > 0) lines.push(`${snapshots - changed.length} of ${snapshots} snapshots unchanged`)
  for (const group of new Set(raisable.map((result) => result.group))) {
    const layers = raisable.filter((result) => result.group === group).map(({ layer, floor, score }) => `${layer} ${floor} -> ${score ?? 0}`)
    lines.push(colors.dim(`may be raised in scores.json: ${group}: ${layers.join(', ')}`))
  }
  for (const { group, layer, floor, score } of below)
    lines.push(colors.red(`below its floor: ${group} ${layer} is ${score === null ? 'not measured any more' : score.toFixed(1)}, the floor is ${floor.toFixed(1)}`))
  if (below.length === 0) lines.push(colors.green('no figure is below its floor'))
  return lines.join('\n')
}

/** The report for programs. */
export function checkJson({ groups, documents, corpusMisses, changed, below, raisable }: CheckReport): object {
  return {
    groups: groups.map((group) => ({ ...group, figures: Object.fromEntries(group.figures) })),
    documents: documents.map(({ expected, tally, misses }) => ({
      id: expected.id,
      file: expected.file,
      line: expected.line,
      figures: Object.fromEntries(tally.figures()),
      misses: misses.map((miss) => ({ ...miss, exact: expected.text.slice(miss.start, miss.end) })),
    })),
    corpusMisses,
    changed,
    below,
    raisable,
  }
}

const INDENT = 2

/**
 * The line of the text in which a range begins, cut to the width, with carets under the range's words as a compiler shows them.
 * `firstLine` is the number of the text's first line in its file; `place` is line and column (code points, from 1).
 */
export function excerpt(text: string, range: Range, firstLine: number, width: number, paint: (carets: string) => string): { place: string; lines: readonly string[] } {
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1
  const newline = text.indexOf('\n', range.start)
  const lineEnd = newline === -1 ? text.length : newline
  const number = firstLine + text.slice(0, lineStart).split('\n').length - 1
  const gutter = `${number} │ `
  const line = Array.from(text.slice(lineStart, lineEnd), (char) => (/\p{C}/u.test(char) ? ' ' : char))
  const start = codePoints(text.slice(lineStart, range.start))
  const length = Math.max(1, codePoints(text.slice(range.start, Math.min(range.end, lineEnd))))
  const room = Math.max(20, width - gutter.length - INDENT)
  const [from, to] = windowAround(start, length, line.length, room)
  const head = from > 0 ? '…' : ''
  const tail = to < line.length ? '…' : ''
  const shown = Math.min(length, to - start)
  const more = range.end > lineEnd ? ` and ${text.slice(lineEnd, range.end).split('\n').length - 1} more lines` : ''
  return {
    place: `${number}:${start + 1}`,
    lines: [
      `${gutter}${head}${line.slice(from, to).join('')}${tail}`,
      `${' '.repeat(gutter.length - 2)}│ ${' '.repeat(start - from + head.length)}${paint('^'.repeat(shown))}${more}`,
    ],
  }
}

const codePoints = (text: string) => Array.from(text).length

/** Which part of a line to show: all of it, else the range with as much around it as there is room for. */
function windowAround(start: number, length: number, lineLength: number, room: number): [number, number] {
  if (lineLength <= room) return [0, lineLength]
  const inner = room - 2
  const before = Math.max(0, Math.min(20, inner - length))
  const from = Math.max(0, Math.min(start - before, lineLength - inner))
  return [from, Math.min(lineLength, from + inner)]
}
