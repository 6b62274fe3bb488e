import type { Command } from 'commander'
import { regular } from '../model/regular.ts'
import { writeLine } from './process.ts'
import type { StepOptions, STEPS } from '../spark/steps.ts'

/** What each step of the job on Spark answers to its lines; see pipeline/spark/steps.ts. */
const NAMES: Readonly<Record<keyof typeof STEPS, string>> = {
  profile: 'speakers and passages of articles, under their keys',
  merge: 'the registry of speakers that share keys',
  claims: 'claims of articles, with their words',
  prepare: 'claims as they are keyed and judged',
  judge: 'links between the claims of blocks',
  lead: 'which of near copies stands for others',
  gather: 'groups of linked claims',
  origins: 'origins of groups, and what others tell of these',
}

interface Options {
  readonly config?: string
  readonly words?: string
}

/** The steps between the joins of Spark, each a command that is a filter of lines. */
export function register(program: Command): void {
  for (const [name, what] of Object.entries(NAMES) as [keyof typeof NAMES, string][])
    program
      .command(name, { hidden: true })
      .description(`step of the job on Apache Spark: ${what}`)
      .argument('<->', 'standard input: lines of fields that tabs part')
      .option('--config <file>', 'the configuration')
      .option('--words <file>', 'what the corpus tells of its words')
      .action(async (_: string, { config, words }: Options) => {
        const [{ STEPS }, { joined, linesOf }, { loadConfig }, { NO_CONFIG }] = await Promise.all([import('../spark/steps.ts'), import('../spark/rows.ts'), import('../1-read/config.ts'), import('../model/config.ts')])
        const options: StepOptions = { config: config === undefined ? NO_CONFIG : await loadConfig(config), counts: await countsIn(words) }
        for await (const lines of joined(STEPS[name](linesOf(process.stdin.setEncoding('utf8')), options))) await writeLine(lines)
      })
}

/** Lines of word, number of texts, and 1 for a name. */
async function countsIn(path: string | undefined): Promise<StepOptions['counts']> {
  if (path === undefined) return new Map()
  const { readFile } = await import('node:fs/promises')
  const lines = (await readFile(regular(path), 'utf8')).split('\n').filter(Boolean)
  return new Map(lines.map((line) => {
    const [word = '', texts, name] = line.split('\t')
    return [word, { texts: Number(texts), name: name === '1' }]
  }))
}
