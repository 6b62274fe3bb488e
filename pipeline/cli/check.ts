import type { Command } from 'commander'
import { EXIT, writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace check                                   everything in fixtures/, with the floors of fixtures/scores.json
  claimtrace check fixtures/cases/stance             the cases of one folder
  claimtrace check fixtures/cases/stance/sport.txt   the cases of one file
  claimtrace check --accept stance/sport/a-title     keep what is answered to this case now as its snapshot

Cases and gold are written by people: paste a text, mark it (fixtures/README.md). No command writes them.
Exit code 1: a figure is below its floor. Exit code 2: a fixture cannot be read.`

/** `check`: the pipeline against what people judged. */
export function register(program: Command): void {
  program
    .command('check')
    .description('measure the pipeline against the marked cases and gold articles, and show every miss')
    .argument('[fixtures]', 'a folder of fixtures, or a part of one', 'fixtures')
    .option('--accept <case>', 'write the snapshot of one case (never in CI)')
    .option('--json', 'figures and misses as JSON')
    .addHelpText('after', EXAMPLES)
    .action(action)
}

async function action(path: string, options: { readonly accept?: string; readonly json?: true }): Promise<void> {
  const [{ accept, check }, { readFixtures }, { checkJson, renderCheck }, { progressBar }, { colors }] = await Promise.all([
    import('../check/check.ts'),
    import('../check/fixtures.ts'),
    import('../check/report.ts'),
    import('./progress.ts'),
    import('./colors.ts'),
  ])
  const fixtures = readFixtures(path)
  if (options.accept !== undefined) return writeLine(`wrote ${await accept(fixtures, options.accept, process.env)}`)
  const report = check(fixtures, progressBar)
  await writeLine(options.json ? JSON.stringify(checkJson(report), null, 2) : renderCheck(report, { width: process.stdout.columns || 120, colors }))
  if (report.below.length > 0) process.exitCode = EXIT.findings
}
