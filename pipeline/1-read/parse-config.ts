import type { LineCounter, Document } from 'yaml'
import type { Config } from '../model/config.ts'
import { configSchema } from '../model/config-schema.ts'
import { yaml } from '../model/packages.ts'
import { UserError } from '../model/user-error.ts'

/**
 * The configuration that a file holds.
 * @throws UserError naming file, line and field where it does not fit.
 */
export function parseConfig(json: string, file: string): Config {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new UserError(`${file}${syntaxPlace(json, error as Error)}: not JSON: ${(error as Error).message}`)
  }
  const parsed = configSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
  const message = issue.code === 'unrecognized_keys' ? 'there is no such field; there are topics, speakers, neverMerge, outlets' : issue.message
  const { document, counter } = placesIn(json)
  const range = nodeAt(document, path)
  const line = range === undefined ? '' : `:${counter.linePos(range).line}`
  throw new UserError(`${file}${line}: ${path.map(String).join('.') || 'the file'}: ${message}`)
}

/** JSON is YAML, whose parser knows where things stand. */
function placesIn(json: string): { readonly document: Document; readonly counter: LineCounter } {
  const { LineCounter, parseDocument } = yaml()
  const counter = new LineCounter()
  return { document: parseDocument(json, { lineCounter: counter }), counter }
}

function nodeAt(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return node.range[0]
  }
  return undefined
}

/** Where JSON stopped being JSON: the error tells the offset, or quotes what stands ten characters around it, or YAML knows better. */
function syntaxPlace(json: string, { message }: Error): string {
  const { document, counter } = placesIn(json)
  const offset = /at position (\d+)/.exec(message)?.[1]
  const quoted = /, \.\.\."([\s\S]*)"(?:\.\.\.)? is not valid JSON/.exec(message)?.[1]
  const position = offset !== undefined ? Number(offset) : quoted === undefined ? document.errors[0]?.pos[0] : json.indexOf(quoted) + 10
  if (position === undefined) return ''
  const { line, col } = counter.linePos(position)
  return `:${line}:${col}`
}
