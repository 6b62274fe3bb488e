import type { Figures } from './evaluate.ts'
import type { Outcome } from './calibrate.ts'
import { reliability } from './calibrate.ts'

const percent = (x: number) => (100 * x).toFixed(1)

/** A Markdown table: one row of figures per key. */
export function figuresTable(head: string, figures: ReadonlyMap<string, Figures>): string {
  const rows = [...figures].map(([key, f]) => {
    const shares = [f.claim, f.precision, f.recall, f.reporting, f.content, f.speaker].map(percent)
    return [key || '(unknown)', f.articles, f.gold, f.found, ...shares]
  })
  return table([head, 'articles', 'gold', 'found', 'claim F1', 'precision', 'recall', 'reporting F1', 'content F1', 'speaker'], rows)
}

/** The figures on what was held out, as a Markdown table. */
export function heldOutTable(held: readonly string[], figures: Figures): string {
  return figuresTable('held out', new Map([[held.join(', '), figures]]))
}

/** Said against right by tenths of probability, with the expected calibration error. */
export function reliabilityTable(outcomes: readonly Outcome[]): string {
  const { rows, error } = reliability(outcomes)
  const lines = rows
    .filter((r) => r.claims > 0)
    .map((r) => [`${r.from.toFixed(1)} to ${(r.from + 0.1).toFixed(1)}`, r.claims, percent(r.said), percent(r.right)])
  return `${table(['probability', 'claims', 'said', 'right'], lines)}\n\nExpected calibration error: ${error.toFixed(3)}`
}

/** How many of the surest claims are right. */
export function coverageTable(outcomes: readonly Outcome[]): string {
  const sorted = [...outcomes].sort((x, y) => y.chance - x.chance)
  const rows = [0.25, 0.5, 0.75, 1].map((share) => {
    const part = sorted.slice(0, Math.round(share * sorted.length))
    return [`${100 * share} %`, part.length, percent(part.filter((o) => o.right).length / (part.length || 1))]
  })
  return table(['surest', 'claims', 'precision'], rows)
}

type Cells = readonly (string | number)[]

const line = (cells: Cells) => `| ${cells.join(' | ')} |`

function table(head: readonly string[], rows: readonly Cells[]): string {
  return [line(head), line(head.map((_, i) => (i ? '--:' : '---'))), ...rows.map(line)].join('\n')
}
