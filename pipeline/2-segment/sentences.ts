import { BOUNDARY_RULES, type Candidate } from './boundaries.ts'
import { layoutStarts } from './layout.ts'
import type { RawToken } from './raw-token.ts'

const LETTER = /\p{L}/u

const MARK = /^(?:[.?!…。！？]+|.*\p{L}\.)$/su
const EMOTICON = /^[:;]['’]?-?[()DPp]$/
const CLOSER = /^(?:[)\]}”’»"']|''|’’)$/
const OPENER = /^(?:[([{“‘«"'`„¿¡]|''|``|‘‘)$/

/** Which tokens of a paragraph begin a sentence, the first being 0, and by which rules. */
export interface Boundaries {
  readonly starts: readonly number[]
  /** The ids of the rules that decided, in order of the places they decided. */
  readonly rules: readonly string[]
}

/** Finds the places where a sentence may end and has {@link BOUNDARY_RULES} judge them. Linear in the number of tokens. */
export function sentenceBoundaries(text: string, tokens: readonly RawToken[]): Boundaries {
  const starts = [0]
  const rules: string[] = []
  const alone = layoutStarts(text, tokens)
  let open = false
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (alone.size && alone.has(i) && starts.at(-1) !== i) starts.push(i)
    if (isDouble(token.text)) open = !open
    if (!mayEnd(token.text)) continue
    let last = i
    let mark = i
    while (last + 1 < tokens.length && !alone.has(last + 1) && goesWith(tokens, last, open)) {
      last++
      if (isDouble(tokens[last]!.text)) open = !open
      if (MARK.test(tokens[last]!.text)) mark = last
    }
    if (last + 1 >= tokens.length) break
    const next = afterOpeners(tokens, last + 1)
    const candidate: Candidate = { tokens, mark, last, first: starts.at(-1)!, next, word: wordBefore(tokens, mark) }
    const rule = BOUNDARY_RULES.find((r) => r.when(candidate))
    if (rule) rules.push(rule.id)
    if (rule?.verdict !== 'join') starts.push(last + 1)
    i = last
  }
  return { starts, rules }
}

/** Whether a sentence may end at the token. A look at its first and last character rules most out. */
function mayEnd(text: string): boolean {
  if (COLONS.has(text.charCodeAt(0)) && EMOTICON.test(text)) return true
  return ENDS.has(text.charCodeAt(text.length - 1)) && MARK.test(text)
}

const codes = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (c) => c.charCodeAt(0)))
const COLONS = codes(':;')
const ENDS = codes('.?!…。！？')

const isDouble = (text: string) => text === '"' || text === "''"

/** Whether the token after `last` belongs to what ends there: another mark, a bracket or quotation mark that closes (or is put to). */
function goesWith(tokens: readonly RawToken[], last: number, open: boolean): boolean {
  const [token, next] = [tokens[last]!, tokens[last + 1]!]
  const glued = token.end === next.start
  if (/^[.?!…]+$/.test(next.text)) return glued || /^[.…]/.test(next.text)
  if (EMOTICON.test(next.text)) return true
  const apart = tokens[last + 2]?.start !== next.end
  if (next.text === '“') return glued && apart
  return CLOSER.test(next.text) && (glued || (isDouble(next.text) && open && apart))
}

function afterOpeners(tokens: readonly RawToken[], from: number): number {
  let i = from
  while (i < tokens.length - 1 && OPENER.test(tokens[i]!.text)) i++
  return i
}

/** The word that the mark follows (a space between them is a slip) or that holds it, without the stop. */
function wordBefore(tokens: readonly RawToken[], mark: number): string {
  const own = tokens[mark]!.text
  if (LETTER.test(own)) return own.slice(0, -1)
  const [before, sign] = [tokens[mark - 2], tokens[mark - 1]]
  return sign?.text === '°' && before?.end === sign.start ? before.text + sign.text : (sign?.text ?? '')
}
