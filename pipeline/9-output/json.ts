import type { z } from 'zod'

/**
 * The value as it is written, checked against its schema first. Keys stand in the schema's order, so equal values give equal bytes.
 * @throws Error naming the place where the value does not fit: a bug in claimtrace, never a matter of the input.
 */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new Error(`the result does not fit its schema at ${issue.path.map(String).join('.')}: ${issue.message}`)
}

const SPREAD_SPAN = /\{\n\s+"start": (\d+),\n\s+"end": (\d+)(?:,\n\s+"exact": ("(?:[^"\\]|\\.)*"))?\n\s+\}/g

/** JSON for people: two spaces, each span on one line. Strings hold no raw line ends, so nothing inside one can match. */
export function prettyJson(value: unknown): string {
  const spread = JSON.stringify(value, null, 2)
  return `${spread.replace(SPREAD_SPAN, (_, start, end, exact) => `{ "start": ${start}, "end": ${end}${exact ? `, "exact": ${exact}` : ''} }`)}\n`
}
