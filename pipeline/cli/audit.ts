import type { Command } from 'commander'
import type { Style } from '../audit/render.ts'
import type { Question } from '../audit/select.ts'
import type { ArticleVerification } from '../audit/verify.ts'
import { UserError } from '../model/user-error.ts'
import { OUTPUT_OPTION, outputOf, probability } from './options.ts'
import { EXIT, writeLine } from './process.ts'
import { LIKELY } from '../model/confidence.ts'

const EXAMPLES = `
Examples:
  claimtrace audit "security guarantee deters"      which sources support this, word for word
  claimtrace audit c0f3a91b2d4e                     one claim, by its id (or a group's)
  claimtrace audit --speaker Doe --target bridge    what Doe says about the bridge
  claimtrace audit --contested                      what some support and others oppose
  claimtrace audit --single-source --anonymous      what rests on one origin, and on unnamed people
  claimtrace audit --verify                         does every span still stand in its source?

Reads output/ and the source files that it names. Exit code 1: --verify found something that is not exact.
Exit code 2: there is no output to read, or it is of another version.`

interface Options {
  readonly speaker?: string
  readonly target?: string
  readonly contested?: true
  readonly singleSource?: true
  readonly anonymous?: true
  readonly verify?: true
  readonly all?: true
  readonly minConfidence?: number
  readonly json?: true
  readonly csv?: true
  readonly out: string
}

/** How many groups are shown where nobody asked for all. */
const SHOWN = 10

/** `audit`: which source supports this? */
export function register(program: Command): void {
  program
    .command('audit')
    .description('which sources support a claim: who says it, where, through whom, and whether it still stands there')
    .argument('[words...]', 'words of the claim, its speaker or its target; or the id of a claim or group')
    .option('--speaker <name>', 'only claims of this speaker')
    .option('--target <words>', 'only claims with a stance towards this')
    .option('--contested', 'only what some support and others oppose')
    .option('--single-source', 'only what rests on one independent origin')
    .option('--anonymous', 'only what rests on unnamed people')
    .option('--verify', 'anchor every span in the source files again')
    .option('--min-confidence <p>', 'only claims that are at least so sure, 0 to 1 (default: 0.5; 0 with --json and --csv)', probability)
    .option('--all', `show every answer, not the best ${SHOWN}`)
    .option('--json', 'the answer as JSON, all of it')
    .option('--csv', 'the answer as CSV, a row for each source')
    .option(...OUTPUT_OPTION)
    .addHelpText('after', EXAMPLES)
    .action(action)
}

/** Null where nothing in particular is asked for. */
function questionOf(words: readonly string[], options: Options): Question | null {
  const question: Question = {
    words: words.length === 0 ? null : words.join(' '),
    speaker: options.speaker ?? null,
    target: options.target ?? null,
    contested: options.contested === true,
    singleSource: options.singleSource === true,
    anonymous: options.anonymous === true,
  }
  return Object.values(question).some((value) => value !== null && value !== false) ? question : null
}

async function action(words: readonly string[], options: Options): Promise<void> {
  const [{ audit, verify }, { colors }] = await Promise.all([import('../audit/audit.ts'), import('./colors.ts')])
  const style = { width: process.stdout.columns || 100, colors }
  const question = questionOf(words, options)
  if (question === null && !options.verify) throw new UserError('say what to look for: a few words, an id, or an option; `claimtrace audit --help` shows examples')
  const output = await outputOf(options.out)
  if (options.verify || question === null) return showVerification(verify(output, question), options, style)
  const whole = options.json === true || options.csv === true
  const answer = audit(output, question, options.all || whole ? Infinity : SHOWN, options.minConfidence ?? (whole ? 0 : LIKELY))
  const { auditCsv } = await import('../audit/csv.ts')
  const { renderAudit } = await import('../audit/render.ts')
  await writeLine(options.json ? JSON.stringify(answer, null, 2) : options.csv ? auditCsv(answer.groups) : renderAudit(answer, style, question.contested))
}

async function showVerification(articles: readonly ArticleVerification[], options: Options, style: Style): Promise<void> {
  const { holds } = await import('../audit/verify.ts')
  const { verificationCsv } = await import('../audit/csv.ts')
  const { renderVerification } = await import('../audit/render.ts')
  const sound = articles.every(holds)
  await writeLine(options.json ? JSON.stringify({ holds: sound, articles }, null, 2) : options.csv ? verificationCsv(articles) : renderVerification(articles, style))
  if (!sound) process.exitCode = EXIT.findings
}
