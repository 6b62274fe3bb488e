import type { Figures } from './evaluate.ts'
import { figuresTable } from './figures-text.ts'
import type { TrainingArticle } from './gold.ts'
import type { TrainOptions } from './options.ts'

interface CardInput {
  readonly options: TrainOptions
  readonly training: readonly TrainingArticle[]
  readonly figures: string
  readonly heldOut: Figures | null
  readonly bytes: number
}

/** The model card: what the model is, what it was trained on and under which terms, how good it is, how to train it again. */
export function modelCard({ options, training, figures, heldOut, bytes }: CardInput): string {
  const months = [...new Set(training.map((a) => a.gold.month).filter(Boolean))].sort()
  const outlets = [...new Set(training.map((a) => a.gold.outlet).filter(Boolean))].sort()
  const claims = training.reduce((n, a) => n + a.claims.length, 0)
  const time = months.length ? [`${months[0]} to ${months.at(-1)}`] : []
  const from = outlets.length ? [outlets.join(', ')] : []
  const facts = [
    '- what: finds who said what in English news: source, cue and content of each attribution (linear-chain CRF),'
      + ' joined to claims (log-linear rankers), judged (boosted trees), calibrated (isotonic regression)',
    `- trained on: ${[`${training.length} articles, ${claims} attributions`, ...time, ...from].join('; ')}`,
    `- terms of the data: ${options.terms ?? 'not stated'}. The file holds weights of hashed features, no text`,
    `- size: ${bytes} bytes`,
    ...(options.date ? [`- date: ${options.date}`] : []),
    ...(options.command ? [`- command: \`${options.command}\``] : []),
  ]
  const held = heldOut
    ? `\n## Held out: ${options.holdOut.join(', ')}\n\n${figuresTable('held out', new Map([['unseen', heldOut]]))}\n`
    : ''
  return `# The attribution model\n\n${facts.join('\n')}\n\n## Cross-validated, months left out in turn\n\n${figures}\n${held}`
}
