import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { regular } from '../model/regular.ts'
import { decode } from '../text/decode.ts'
import { FixtureError } from './fixture-error.ts'

/** @throws FixtureError where it cannot be read. */
export function readText(file: string): string {
  try {
    return decode(readFileSync(regular(file))).text
  } catch (error) {
    throw new FixtureError(file, null, `cannot be read: ${(error as Error).message}`)
  }
}

/** @throws FixtureError that begins with `fault` and names the first five mistakes, where the file does not fit the schema. */
export function readJson<T>(file: string, schema: z.ZodType<T>, fault: string): T {
  const text = readText(file)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new FixtureError(file, null, `not JSON: ${(error as Error).message}`)
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`)
  throw new FixtureError(file, null, `${fault}:\n  ${issues.join('\n  ')}`)
}
