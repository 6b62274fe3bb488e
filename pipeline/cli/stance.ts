import type { Command } from 'commander'

const EXAMPLES = `
Examples:
  claimtrace stance claims.jsonl                 rows {"id", "claim", "target"} in, rows {"id", "label", "rule"} out
  echo '{"id":1,"claim":"Night buses keep young people safe.","target":"night buses"}' | claimtrace stance -

The label is support, oppose or none; the rule says what decided it.`

/** `stance`: what claims say for or against a target that is given. */
export function register(program: Command): void {
  program
    .command('stance')
    .description('judge claims: for or against a given target, or neither')
    .argument('<file>', 'JSONL with rows {"id", "claim", "target"}, or - for standard input')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string) => {
      const [{ segment }, { findQuotations }, { parse }, { judgeTowards }, { answerRows }] = await Promise.all([
        import('../2-segment/segment.ts'),
        import('../3-quotations/quotations.ts'),
        import('../4-syntax/syntax.ts'),
        import('../7-stance/target/towards.ts'),
        import('./rows.ts'),
      ])
      await answerRows(file, ['claim', 'target'], ({ id, claim, target }) => {
        const text = segment(claim)
        return { id, ...judgeTowards(text, parse(text, findQuotations(text)), segment(target)) }
      })
    })
}
