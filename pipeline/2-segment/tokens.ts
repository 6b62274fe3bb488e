import type { Range } from '../model/span.ts'
import { repair } from './repair.ts'
import { readTokens } from './wink.ts'

/** A token before it is known which sentence it belongs to. */
export interface RawToken extends Range {
  readonly text: string
  readonly pos: string
  readonly lemma: string
}

/** Longer runs without white space are not handed to wink, which is quadratic in them. */
const LONG_RUN = /(?<!\S)\S{301,}/g
/** How text that wink gave no token for is cut: marks, words, numbers, single characters; nothing over 1,000 long. */
const PLAIN = /''|``|‘‘|’’|\p{L}[\p{L}\p{M}\p{N}]{0,999}|\p{N}{1,1000}|\S/gu
const APOSTROPHE = /(?<=\p{L})[’ʼ‘´`′](?=\p{L})/gu

/** The tokens of one paragraph, in order, disjoint; together they cover all of it but white space. */
export function tokensOf(text: string, paragraph: Range): readonly RawToken[] {
  const slice = text.slice(paragraph.start, paragraph.end)
  const source = forWink(slice)
  const { values, pos, lemmas } = readTokens(source)
  const tokens: RawToken[] = []
  let cursor = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const at = find(source, value, cursor)
    if (at < 0) continue
    addPlain(tokens, slice, cursor, at, paragraph.start)
    cursor = at + value.length
    if (value === '"' && slice[at] !== '"') cursor++
    const range = { start: paragraph.start + at, end: paragraph.start + cursor }
    const token = { ...range, text: slice.slice(at, cursor), pos: pos[i]!, lemma: lemmas[i] ?? value.toLowerCase() }
    if (/^[\p{L}\p{M}]+$/u.test(value) || value.length === 1) tokens.push(token)
    else tokens.push(...repair(token, /^\s*[#\d]/.test(slice.slice(cursor, cursor + 3))))
  }
  addPlain(tokens, slice, cursor, slice.length, paragraph.start)
  return tokens
}

/** The string that wink reads instead: equally long, so that its tokens can be found in the text. Two marks typed for `"` become one. */
function forWink(slice: string): string {
  return slice
    .replace(/[^\S ]/g, ' ')
    .replace(LONG_RUN, (run) => ' '.repeat(run.length))
    .replace(/'''(?=[\p{L}\p{N}])/gu, `" '`)
    .replaceAll("'''", `'" `)
    .replace(/''|``|‘‘|’’/g, '" ')
    .replace(APOSTROPHE, "'")
}

/** Where `value` stands at or after `cursor`: nearly always at the next character that is not a space. -1 for an empty one. */
function find(source: string, value: string, cursor: number): number {
  let at = cursor
  while (source[at] === ' ') at++
  if (!value.trim()) return -1
  return source.startsWith(value, at) ? at : source.indexOf(value, at)
}

/** Covers what wink left out between `from` and `to`. */
function addPlain(tokens: RawToken[], slice: string, from: number, to: number, base: number): void {
  if (to - from <= 1 && !slice.slice(from, to).trim()) return
  for (const match of slice.slice(from, to).matchAll(PLAIN)) {
    const [word] = match
    const start = base + from + match.index
    const pos = /^\p{L}/u.test(word) ? 'X' : /^\p{N}/u.test(word) ? 'NUM' : /^\p{P}/u.test(word) ? 'PUNCT' : 'SYM'
    tokens.push({ start, end: start + word.length, text: word, pos, lemma: word.toLowerCase() })
  }
}
