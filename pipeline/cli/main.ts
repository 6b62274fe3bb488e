import { Command, CommanderError } from 'commander'
import { fileTrouble } from '../model/cause.ts'
import { UserError } from '../model/user-error.ts'
import { VERSION } from '../model/version.ts'
import { register as audit } from './audit.ts'
import { register as check } from './check.ts'
import { register as compare } from './compare.ts'
import { register as exporting } from './export.ts'
import { register as extract } from './extract.ts'
import { register as match } from './match.ts'
import { printable } from './printable.ts'
import { EXIT, complain, guardInterrupt, guardOutput } from './process.ts'
import { register as report } from './report.ts'
import { register as review } from './review.ts'
import { register as run } from './run.ts'
import { register as schema } from './schema.ts'
import { register as serve } from './serve.ts'
import { register as sparkArchive } from './spark-archive.ts'
import { register as sparkSteps } from './spark-steps.ts'
import { register as stance } from './stance.ts'
import { register as train } from './train.ts'

/** One file per command; each loads what it needs when it is called, so that help comes at once. */
const COMMANDS = [run, extract, check, audit, match, exporting, compare, stance, report, review, serve, train, schema, sparkArchive, sparkSteps]

const program = new Command('claimtrace')
  .version(VERSION)
  .description('Reads raw news articles and answers: who said what, who is for or against it, and which sources really support it?')
  .helpCommand(false)
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(`claimtrace: ${printable(message).replace(/^error: /, '').replace(/\n(?=\()/, ' ')}`) })
  .addHelpText(
    'after',
    `
Examples:
  claimtrace run                        read sources/, write output/, tell what was found
  claimtrace extract news.jsonl         one line of JSON per article, for other programs
  claimtrace run --help                 every command teaches itself by example

Exit codes: 0 all well, 1 findings of check and audit --verify, 2 something could not be done.`,
  )
for (const register of COMMANDS) register(program)

guardOutput()
guardInterrupt()

try {
  if (process.argv.length > 2) await program.parseAsync()
  else program.outputHelp()
} catch (error) {
  if (!(error instanceof CommanderError)) {
    complain(error instanceof UserError ? error.message : fileTrouble(error) ?? `unexpected failure, please report it: ${(error as Error)?.stack ?? String(error)}`)
  }
  const help = error instanceof CommanderError && error.exitCode === 0
  process.exitCode = help ? EXIT.ok : EXIT.failure
}
