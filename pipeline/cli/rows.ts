import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { UserError } from '../model/user-error.ts'
import { EXIT, complain, writeLine } from './process.ts'

/**
 * Answers a file of JSONL row by row (`-`: standard input). A line that is no row is said on standard error and left out; the
 * exit code is 2 then.
 * @throws UserError if the file cannot be read.
 */
export async function answerRows<Row>(file: string, schema: z.ZodType<Row>, shape: string, answer: (row: Row) => unknown): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  let number = 0
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++
      if (line.trim() === '') continue
      const row = rowOf(line, schema)
      if (row !== null) await writeLine(JSON.stringify(answer(row)))
      else {
        complain(`${file}, line ${number}: not a row ${shape}; it was left out`)
        process.exitCode = EXIT.failure
      }
    }
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

function rowOf<Row>(line: string, schema: z.ZodType<Row>): Row | null {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
