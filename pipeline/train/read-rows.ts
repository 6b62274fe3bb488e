import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { regular } from '../model/regular.ts'
import { UserError } from '../model/user-error.ts'

/**
 * The rows of a JSONL file; blank lines are passed over.
 * @param what each row is, for messages
 * @throws UserError naming file and line.
 */
export function readRows<T>(file: string, schema: z.ZodType<T>, what: string): T[] {
  return readFileSync(regular(file), 'utf8').split('\n').flatMap((line, i) => {
    if (!line.trim()) return []
    const parsed = schema.safeParse(parseJson(line, `${file}, line ${i + 1}`))
    if (parsed.success) return [parsed.data]
    const { path, message } = parsed.error.issues[0]!
    throw new UserError(`${file}, line ${i + 1}: not ${what}: ${path.join('.')}: ${message}`)
  })
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new UserError(`${place}: not JSON: ${(error as Error).message}`)
  }
}
