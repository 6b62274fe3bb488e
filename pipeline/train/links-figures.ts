import { Tally, type Figure } from '../check/tally.ts'
import type { crossValidate } from './links.ts'

/** Precision, recall and F1 of links and contradictions as a table of Markdown: each event by the weights of the others, then all. */
export function linkFigures(events: ReturnType<typeof crossValidate>): string {
  const all = { given: new Tally(), found: new Tally() }
  const rows = events.flatMap(({ cluster, given, found }) => {
    all.given.addAll(given)
    all.found.addAll(found)
    return [rowOf(cluster, 'gold', given), rowOf(cluster, 'found', found)]
  })
  const head = ['event', 'claims', ...LAYERS.map((layer) => `${layer}: P / R / F1 (right, gold, ours)`)]
  return [head, head.map(() => '---'), ...rows, rowOf('all', 'gold', all.given), rowOf('all', 'found', all.found)].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const LAYERS = ['same-quote or same-utterance', 'any same-*', 'contradicts'] as const

function rowOf(event: string, claims: string, tally: Tally): readonly string[] {
  const figures = tally.figures()
  return [event, claims, ...LAYERS.map((layer) => cell(figures.get(layer)))]
}

const percent = (x: number | null) => (x === null ? '-' : (100 * x).toFixed(1))

function cell(figure: Figure | undefined): string {
  if (figure === undefined) return '-'
  const { precision, recall, f1, hits, gold, ours } = figure
  return `${percent(precision)} / ${percent(recall)} / ${percent(f1)} (${hits}, ${gold}, ${ours})`
}

/** The card of the weights: what they are, what they were learned from, how good they are, how to learn them again. */
export function linkCard(about: { readonly events: number; readonly command: string; readonly terms: string }, figures: string): string {
  return `# The judge of links

- what: two logistic regressions over the features of \`features.ts\`: whether two claims are one proposition, and whether they are then one utterance
- learned from: ${about.events} events with gold links, from the claims of the gold and from those that the pipeline finds
- terms of the data: ${about.terms}. The file holds weights of measures, no text
- command: \`${about.command}\`

## Cross-validated: each event by weights learned from the others; given gold's claims, and end to end

${figures}
`
}
