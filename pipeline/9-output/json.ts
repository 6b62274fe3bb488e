import * as z from 'zod'

/** Schemas as functions made for them alone, which take a third of the time on the first few hundred articles and as much later on. */
const compiled = new WeakMap<z.ZodType, z.ZodType>()
/** What was found to fit, and which schema: values are read only, so they fit as long as they live. */
const fitting = new WeakMap<object, z.ZodType>()

/**
 * The value as it is written, checked against its schema first; one that was checked before is given back as it is. Keys stand in the
 * schema's order, so equal values give equal bytes.
 * @throws Error naming the place where the value does not fit: a bug in claimtrace, never a matter of the input.
 */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  if (fitting.get(value as object) === schema) return value as T
  if (!compiled.has(schema)) compiled.set(schema, z.compile(schema))
  const parsed = (compiled.get(schema) as z.ZodType<T>).safeParse(value)
  if (parsed.success) {
    fitting.set(parsed.data as object, schema) // all that is written is made of objects
    return parsed.data
  }
  const issue = parsed.error.issues[0]!
  throw new Error(`the result does not fit its schema at ${issue.path.map(String).join('.')}: ${issue.message}`)
}

const SPREAD_SPAN = /\{\n\s+"start": (\d+),\n\s+"end": (\d+)(?:,\n\s+"exact": ("(?:[^"\\]|\\.)*"))?\n\s+\}/g

/** JSON for people: two spaces, each span on one line. Strings hold no raw line ends, so nothing inside one can match. */
export function prettyJson(value: unknown): string {
  const spread = JSON.stringify(value, null, 2)
  return `${spread.replace(SPREAD_SPAN, (_, start, end, exact) => `{ "start": ${start}, "end": ${end}${exact ? `, "exact": ${exact}` : ''} }`)}\n`
}
