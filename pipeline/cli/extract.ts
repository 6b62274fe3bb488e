import type { Command } from 'commander'

const EXAMPLES = `
Examples:
  claimtrace extract news.jsonl                      one line of JSON per article, in the order of the input
  claimtrace extract articles/ 'more/*.html'         folders, globs
  cat news.jsonl | claimtrace extract - | jq -c '.claims[] | [.kind, .content[0].exact]'
  claimtrace extract --min-confidence .7 --no-attitudes news.jsonl

A row of JSONL is {"id", "text"} with "title", "outlet", "published", "url" if known. An input that cannot be read gives
a line of {"schema": "claimtrace/error/1"} in its place, and exit code 2 at the end.`

/** `extract`: articles in, JSONL out, for pipes and other programs. */
export function register(program: Command): void {
  program
    .command('extract')
    .description('annotate articles as a stream: one line of JSON per article on standard output')
    .argument('[paths...]', 'files, folders, globs, or - for JSONL on standard input', ['sources'])
    .option('--min-confidence <p>', 'leave out claims that are less sure than this (0 to 1)', '0')
    .option('--no-attitudes', 'leave out beliefs, wishes and intentions')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: { minConfidence: string; attitudes: boolean }) => {
      const { extract } = await import('../run/extract.ts')
      const { NO_CONFIG } = await import('../model/config.ts')
      for await (const answer of extract(paths, {
        config: NO_CONFIG,
        textPathOf: () => null,
        stdin: process.stdin,
        minConfidence: Number(options.minConfidence),
        attitudes: options.attitudes,
      })) {
        if ('code' in answer) process.exitCode = 2
        if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve))
      }
    })
}
