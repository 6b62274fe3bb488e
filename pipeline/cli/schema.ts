import { Argument, type Command } from 'commander'
import { writeLine } from './process.ts'

const NAMES = ['article', 'links', 'corrections', 'error', 'config'] as const

const EXAMPLES = `
Examples:
  claimtrace schema                     all of them, as one object
  claimtrace schema article             of output/articles/*.json and of a line of extract
  claimtrace schema links               of the rows of output/links/*.jsonl, and of their manifest`

/** `schema`: the contract as JSON Schema. */
export function register(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of what claimtrace writes, and of its configuration')
    .addArgument(new Argument('[name]', 'only this one').choices(NAMES))
    .addHelpText('after', EXAMPLES)
    .action(async (name: (typeof NAMES)[number] | undefined) => {
      const { jsonSchemas } = await import('../model/json-schemas.ts')
      const all = jsonSchemas()
      await writeLine(JSON.stringify(name ? all[name] : all, null, 2))
    })
}
