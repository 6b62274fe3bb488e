import type { Command } from 'commander'
import type { Match, MatchAnswer } from '../match/match.ts'
import { UserError } from '../model/user-error.ts'
import { CONFIG_OPTION, OUTPUT_OPTION, outputOf } from './options.ts'
import { writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace match "The bridge will be closed until May"      which claims say it, which contradict it, or that nothing does
  claimtrace match --json "The bridge will be closed" | jq .contradicts

Judged as claims of different articles are, by the words and what is known of both; the sentence has no speaker. Reads output/.`

interface Options {
  readonly out: string
  readonly config?: string
  readonly json?: true
}

/** `match`: a new sentence against what a run found. */
export function register(program: Command): void {
  program
    .command('match')
    .description('match a new sentence with the claims of a run: who says it, who contradicts it')
    .argument('<words...>', 'the sentence')
    .option(...OUTPUT_OPTION)
    .option(...CONFIG_OPTION)
    .option('--json', 'the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(action)
}

async function action(words: readonly string[], { out, config, json }: Options): Promise<void> {
  const sentence = words.join(' ').trim()
  if (!sentence) throw new UserError('say which sentence to match')
  const [{ match }, { textOf }, { loadConfig }] = await Promise.all([import('../match/match.ts'), import('../report/texts.ts'), import('../1-read/config.ts')])
  const answer = match(sentence, await outputOf(out), textOf, await loadConfig(config ?? null))
  await writeLine(json ? JSON.stringify(answer, null, 2) : answerText(answer))
}

const part = (heading: string, matches: readonly Match[]) => (matches.length === 0 ? [] : [`${heading}:`, ...matches.map(line)])

function answerText({ says, contradicts }: MatchAnswer): string {
  if (says.length + contradicts.length === 0) return 'No claim says it or contradicts it.'
  return [...part('Says it', says), ...part('Contradicts it', contradicts)].join('\n')
}

function line({ text, speakers, outlet, published, article, claim, confidence }: Match): string {
  const who = speakers.join(', ') || 'not named'
  const where = [outlet ?? article, published?.slice(0, 10)].filter(Boolean).join(', ')
  return `  ${text}\n    ${who} (${where}), probability ${confidence.toFixed(2)}, ${claim}`
}
