import { Option, type Command } from 'commander'
import { formOf, passedOverCounter, withInputOptions, type InputOptions } from './input-options.ts'
import { CONFIG_OPTION, probability, workerCount } from './options.ts'
import { EXIT, complain, writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace extract news.jsonl                      one line of JSON per article, in the order of the input
  claimtrace extract articles/ 'more/*.html'         folders, globs
  cat news.jsonl | claimtrace extract - | jq -c '.claims[] | [.kind, .content[0].exact]'
  claimtrace extract --min-confidence .7 --no-attitudes news.jsonl

A row of JSONL is {"id", "text"}, with "title", "outlet", "published" and "url" where they are known. An input that cannot be
read gives a line of {"schema": "claimtrace/error/1"} in its place, and exit code 2 at the end.`

interface Options extends InputOptions {
  readonly minConfidence: number
  readonly attitudes: boolean
  readonly workers?: number
  readonly config?: string
  readonly linking?: true
}

/** `extract`: articles in, JSONL out, for pipes and other programs. */
export function register(program: Command): void {
  withInputOptions(program.command('extract'))
    .description('annotate articles as a stream: one line of JSON per article on standard output')
    .argument('[paths...]', 'files, folders, globs, or - for standard input (default: sources)')
    .option('--min-confidence <p>', 'leave out claims that are less sure than this, 0 to 1', probability, 0)
    .option('--no-attitudes', 'leave out beliefs, wishes and intentions')
    .option('--workers <n>', 'threads that annotate', workerCount, 1)
    .option(...CONFIG_OPTION)
    .addOption(new Option('--linking', 'lines of id, article and what linking needs of it, parted by tabs: for the job on Apache Spark').hideHelp())
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], options: Options) => {
      const [{ extractLines }, { loadConfig }, { progressOf }] = await Promise.all([
        import('../run/extract.ts'),
        import('../1-read/config.ts'),
        import('./progress.ts'),
      ])
      const inputs = paths.length ? paths : ['sources']
      const progress = process.stdout.isTTY ? null : await progressOf(inputs) // on a terminal the lines themselves show it
      const passedOver = passedOverCounter()
      const lines = extractLines(inputs, {
        config: await loadConfig(options.config ?? null),
        textPathOf: () => null,
        stdin: process.stdin,
        minConfidence: options.minConfidence,
        attitudes: options.attitudes,
        workers: options.workers,
        linking: options.linking === true,
        form: formOf(options),
        onPassedOver: passedOver.add,
        ...(progress && { onBytes: progress.add }),
      })
      for await (const { json, error } of lines) {
        if (error !== null) {
          complain(error)
          process.exitCode = EXIT.failure
        }
        await writeLine(json)
      }
      progress?.stop()
      const unread = passedOver.text()
      if (unread !== null) complain(unread)
    })
}
