import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import { causeOf } from '../model/cause.ts'
import { regular } from '../model/regular.ts'
import { UserError } from '../model/user-error.ts'
import { EXIT, complain, writeLine } from './process.ts'

/** A row of JSONL: an id and the texts that the command asks for. */
type Row<Field extends string> = { readonly id: string | number } & { readonly [field in Field]: string }

/**
 * Answers a file of JSONL row by row (`-`: standard input); a row holds an `id` and these text fields. A line that is no row is said on
 * standard error and left out; the exit code is 2 then.
 * @throws UserError if the file cannot be read.
 */
export async function answerRows<Field extends string>(file: string, fields: readonly Field[], answer: (row: Row<Field>) => unknown): Promise<void> {
  const schema = z.object({ id: z.union([z.string(), z.number()]), ...Object.fromEntries(fields.map((field) => [field, z.string()])) })
  const shape = `{${['id', ...fields].map((field) => `"${field}"`).join(', ')}}`
  const input = file === '-' ? process.stdin : createReadStream(regular(file))
  let number = 0
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++
      if (line.trim() === '') continue
      const row = rowOf(line, schema) as Row<Field> | null
      if (row !== null) await writeLine(JSON.stringify(answer(row)))
      else {
        complain(`${file}, line ${number}: not a row ${shape}; it was left out`)
        process.exitCode = EXIT.failure
      }
    }
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${causeOf(error)}`)
  }
}

function rowOf(line: string, schema: z.ZodType): unknown {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
