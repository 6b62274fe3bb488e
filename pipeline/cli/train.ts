import type { Command } from 'commander'
import { complain, writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace train --corpus fixtures                                  learn from your own gold: marked cases and gold articles
  claimtrace train --corpus gold.jsonl --hold-out 2016-07,2016-08     measure on months (or outlets) that are not learned from
  claimtrace train --corpus gold.jsonl --out pipeline/5-attribution/tagger   put the new model in the place of the shipped one

A row of gold is {"id", "text", "outlet", "date", "attributions": [{"source", "cue", "content": [{"start", "end"}], "reporting"}]}.
The same gold gives the same bytes. Hundreds of articles take some minutes.`

interface Options {
  readonly corpus: readonly string[]
  readonly holdOut?: string
  readonly terms?: string
  readonly date?: string
  readonly out: string
}

/** `train`: the attribution model anew from gold. */
export function register(program: Command): void {
  program
    .command('train')
    .description('build the attribution model anew from gold, with its figures and its card')
    .requiredOption('--corpus <paths...>', 'JSONL files with gold attributions, and folders of fixtures')
    .option('--hold-out <list>', 'months and outlets, with commas between: measured on, not learned from')
    .option('--terms <text>', 'what the card says of the terms of the data')
    .option('--date <date>', 'date for the card')
    .option('--out <folder>', 'where to write model.bin and model-card.md', 'output/model')
    .addHelpText('after', EXAMPLES)
    .action(action)
}

async function action({ corpus, holdOut, terms, date, out }: Options): Promise<void> {
  const [{ train }, { writeModel }, { heldOutTable }] = await Promise.all([
    import('../train/train.ts'),
    import('../train/write-model.ts'),
    import('../train/figures-text.ts'),
  ])
  const held = holdOut?.split(',').filter(Boolean) ?? []
  const command = ['claimtrace train --corpus', ...corpus, ...(holdOut ? ['--hold-out', holdOut] : [])].join(' ')
  const result = train({ corpus, holdOut: held, terms, date, command }, complain)
  const files = await writeModel(out, result)
  await writeLine(result.figures)
  if (result.heldOut) await writeLine(`\n${heldOutTable(held, result.heldOut)}`)
  await writeLine(`\nwrote ${files.join(' and ')}`)
}
