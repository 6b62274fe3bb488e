import type { Command } from 'commander'
import { join } from 'node:path'
import { causeOf } from '../model/cause.ts'
import { regular } from '../model/regular.ts'
import { formOf, passedOverCounter, withInputOptions, type InputOptions } from './input-options.ts'
import { CONFIG_OPTION, folderName, probability, workerCount } from './options.ts'
import { EXIT, atFirstInterrupt, complain, writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace run                             read sources/, write output/, tell what was found
  claimtrace run articles/ extra.jsonl       other articles; folders, globs and - (standard input) work too
  claimtrace run news.csv --text-column body  a table; columns are guessed from usual names
  pbpaste | claimtrace run -                 text as it was copied
  claimtrace run articles/ --out /tmp/out    somewhere else
  claimtrace run --json | jq .supported      the summary for programs

It can be stopped at any time: what is written stays, and the next run goes on from there. An article is annotated again when
its text, its metadata or the version of claimtrace has changed, or with --fresh.`

interface Options extends InputOptions {
  readonly out: string
  readonly fresh?: boolean
  readonly workers?: number
  readonly json?: boolean
  readonly config?: string
  readonly report: boolean
  readonly minConfidence: number
  readonly verbose?: boolean
  readonly linkWeights?: string
}

/** `run`: the main job, from raw articles to linked claims in files. */
export function register(program: Command): void {
  withInputOptions(program.command('run'))
    .description('annotate articles and link their claims; writes one file per article, and links/*.jsonl')
    .argument('[paths...]', 'files, folders, globs, or - for standard input (default: sources)')
    .option('--out <folder>', 'where to write', folderName, 'output')
    .option('--fresh', 'annotate again what an earlier run has written already')
    .option('--workers <n>', 'threads that annotate', workerCount, 1)
    .option(...CONFIG_OPTION)
    .option('--min-confidence <p>', 'show claims that are at least so sure, 0 to 1; all are written', probability, 0.5)
    .option('--verbose', 'list the articles, however many')
    .option('--link-weights <path>', 'weights of the judge of links in place of the shipped ones (see `claimtrace train --links`)')
    .option('--no-report', 'write no pages to read (see `claimtrace report`)')
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', EXAMPLES)
    .action(action)
}

async function action(given: readonly string[], options: Options): Promise<void> {
  const [{ run }, { growBy, growForChange, LINKING_GROWTH }, { loadConfig }, { phasesAfter, progressOf }, { summaryText }] = await Promise.all([
    import('../run/run.ts'),
    import('../model/heap.ts'),
    import('../1-read/config.ts'),
    import('./progress.ts'),
    import('./summary-text.ts'),
  ])
  const paths = given.length ? given : ['sources']
  const config = await loadConfig(options.config ?? null)
  const linkModel = options.linkWeights === undefined ? undefined : await readWeights(options.linkWeights)
  const controller = new AbortController()
  atFirstInterrupt(() => controller.abort())
  const reading = await progressOf(paths)
  const phases = phasesAfter(reading)
  const passedOver = passedOverCounter()
  let report: string | null = null
  const summary = await run(paths, {
    out: options.out,
    config,
    stdin: process.stdin,
    ...(linkModel && { linkModel }),
    fresh: options.fresh === true,
    workers: options.workers,
    minConfidence: options.minConfidence,
    signal: controller.signal,
    onBytes: reading.add,
    onPhase: (phase, total, isAnew) => {
      if (phase === 'linking' && isAnew) growBy(LINKING_GROWTH)
      else if (phase === 'linking') growForChange()
      return phases.begin(phase, total)
    },
    form: formOf(options),
    onPassedOver: passedOver.add,
    ...(options.report && {
      onLinked: async (written) => {
        const { reportOfRun } = await import('./report.ts')
        report = await reportOfRun(options.out, written)
      },
    }),
  }).finally(phases.stop)
  for (const error of summary.errors) complain(error.message)
  const others = summary.how.failed - summary.errors.length
  if (others) complain(`... and ${others} more that could not be answered; \`claimtrace extract\` tells each`)
  if (controller.signal.aborted) {
    complain(`interrupted; ${summary.articles} articles stand in ${summary.out.articles}, run again to go on`)
    process.exit(EXIT.interrupted)
  }
  await writeLine(options.json ? JSON.stringify(summary, null, 2) : summaryText(summary, options.verbose === true))
  const unread = passedOver.text()
  if (unread !== null && !options.json) await writeLine(`\n${unread}`)
  if (report !== null && !options.json) await writeLine(`\nTo read it: open ${report} in a browser`)
  if (summary.how.failed) process.exitCode = EXIT.failure
}

/** The weights in a file, or in the folder that `train --links` wrote them to. */
async function readWeights(path: string) {
  const [{ readFile, stat }, { readLinkModel }, { UserError }] = await Promise.all([import('node:fs/promises'), import('../8-links/judge/model.ts'), import('../model/user-error.ts')])
  try {
    const file = (await stat(path)).isDirectory() ? join(path, 'weights.json') : path
    return readLinkModel(await readFile(regular(file), 'utf8'))
  } catch (error) {
    throw new UserError(`${path}: ${causeOf(error)}; give what \`claimtrace train --links\` wrote`)
  }
}
