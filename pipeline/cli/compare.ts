import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { z } from 'zod'
import { UserError } from '../model/user-error.ts'
import { EXIT, complain, writeLine } from './process.ts'

const EXAMPLES = `
Examples:
  claimtrace compare pairs.jsonl                 rows {"id", "a", "b"} in, rows {"id", "same", "score", "why"} out
  echo '{"id":1,"a":"The court freed him.","b":"He was released by the court."}' | claimtrace compare -

The judgement is on the two texts alone; links between claims look at speakers, stance and time as well.`

const rowSchema = z.object({ id: z.union([z.string(), z.number()]), a: z.string(), b: z.string() })

/** `compare`: whether two texts mean the same, by themselves. */
export function register(program: Command): void {
  program
    .command('compare')
    .description('judge pairs of texts: the same meaning or not')
    .argument('<file>', 'JSONL with rows {"id", "a", "b"}, or - for standard input')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string) => {
      const { judge } = await import('../7-links/judge.ts')
      const input = file === '-' ? process.stdin : createReadStream(file)
      let number = 0
      try {
        for await (const line of createInterface({ input, crlfDelay: Infinity })) {
          number++
          if (line.trim() === '') continue
          const row = rowOf(line)
          if (row) await writeLine(JSON.stringify({ id: row.id, ...judge(row.a, row.b) }))
          else {
            complain(`${file}, line ${number}: not a row {"id", "a", "b"}; it was left out`)
            process.exitCode = EXIT.failure
          }
        }
      } catch (error) {
        throw new UserError(`${file} cannot be read: ${(error as Error).message}`)
      }
    })
}

function rowOf(line: string): z.infer<typeof rowSchema> | null {
  try {
    return rowSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
