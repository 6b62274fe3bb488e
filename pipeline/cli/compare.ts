import type { Command } from 'commander'

const EXAMPLES = `
Examples:
  claimtrace compare pairs.jsonl                 rows {"id", "a", "b"} in, rows {"id", "same", "score", "why"} out
  echo '{"id":1,"a":"The court freed him.","b":"He was released by the court."}' | claimtrace compare -

The judgement is on the two texts alone; links between claims look at speakers, stance and time as well.`

/** `compare`: whether two texts mean the same, by themselves. */
export function register(program: Command): void {
  program
    .command('compare')
    .description('judge pairs of texts: the same meaning or not')
    .argument('<file>', 'JSONL with rows {"id", "a", "b"}, or - for standard input')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string) => {
      const [{ judgeTexts }, { answerRows }] = await Promise.all([import('../8-links/judge/lone.ts'), import('./rows.ts')])
      await answerRows(file, ['a', 'b'], ({ id, a, b }) => ({ id, ...judgeTexts(a, b) }))
    })
}
