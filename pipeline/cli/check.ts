import type { Command } from 'commander'

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
    .action(async (path: string, options: { accept?: string; json?: true }) => {
      const { FixtureError } = await import('../check/fixture-error.ts')
      try {
        process.exitCode = await run(path, options)
      } catch (error) {
        if (!(error instanceof FixtureError)) throw error
        console.error(error.message)
        process.exitCode = 2
      }
    })
}

async function run(path: string, options: { accept?: string; json?: true }): Promise<0 | 1> {
  const { accept, check } = await import('../check/check.ts')
  const { readFixtures } = await import('../check/fixtures.ts')
  const { checkJson, renderCheck } = await import('../check/report.ts')
  const { default: colors } = await import('picocolors')
  const fixtures = readFixtures(path)
  if (options.accept !== undefined) {
    console.log(`wrote ${accept(fixtures, options.accept, process.env)}`)
    return 0
  }
  const report = check(fixtures)
  console.log(options.json ? JSON.stringify(checkJson(report), null, 2) : renderCheck(report, { width: process.stdout.columns ?? 120, colors }))
  return report.below.length > 0 ? 1 : 0
}
