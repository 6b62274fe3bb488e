import type { Range } from '../model/span.ts'
import { readTokens } from './wink.ts'

/** A token before it is known which sentence it belongs to. */
export interface RawToken extends Range {
  readonly text: string
  readonly pos: string
  readonly lemma: string
}

/** Longer runs without white space are not handed to wink (quadratic) but cut by {@link PLAIN}. */
const MAX_RUN = 300
const LONG_RUN = new RegExp(`\\S{${MAX_RUN + 1},}`, 'g')
/** How text that wink gave no token for is cut: marks, words, numbers, single characters; nothing over 1,000 long. */
const PLAIN = /''|``|\p{L}[\p{L}\p{M}\p{N}]{0,999}|\p{N}{1,1000}|\S/gu
/** Two characters typed for one double quotation mark. */
const TYPED_DOUBLE = /''|``|‘‘|’’|´´/g
const APOSTROPHE = /(?<=\p{L})[’ʼ‘´`′](?=\p{L})/gu

/** The tokens of one paragraph, in order, disjoint; together they cover all of it but white space. */
export function tokensOf(text: string, paragraph: Range): readonly RawToken[] {
  const slice = text.slice(paragraph.start, paragraph.end)
  const source = forWink(slice)
  const read = readTokens(source)
  const tokens: RawToken[] = []
  let cursor = 0
  const cover = (end: number) => {
    if (cursor < end) addPlain(tokens, slice, cursor, end, paragraph.start)
    cursor = end
  }
  read.values.forEach((value, i) => {
    const at = find(source, value, cursor)
    if (at < 0) return
    cover(at)
    cursor = at + value.length
    if (value === '"' && slice[at] !== '"' && TYPED_DOUBLE_AT(slice, at)) cursor++
    addRepaired(tokens, { start: at, end: cursor, text: slice.slice(at, cursor), pos: read.pos[i]!, lemma: read.lemmas[i]! }, paragraph.start)
  })
  cover(slice.length)
  return tokens
}

const TYPED_DOUBLE_AT = (slice: string, at: number) => slice[at] === slice[at + 1]

/** The string that wink reads instead: same length, so that its tokens can be found in the text. */
function forWink(slice: string): string {
  return slice
    .replace(/[^\S ]/g, ' ')
    .replace(LONG_RUN, (run) => ' '.repeat(run.length))
    .replace(TYPED_DOUBLE, '" ')
    .replace(APOSTROPHE, "'")
}

/** Where `value` stands at or after `cursor`: nearly always at the next character that is not a space. */
function find(source: string, value: string, cursor: number): number {
  let at = cursor
  while (source[at] === ' ') at++
  return source.startsWith(value, at) ? at : value.trim() ? source.indexOf(value, at) : -1
}

function addPlain(tokens: RawToken[], slice: string, from: number, to: number, base: number): void {
  for (const match of slice.slice(from, to).matchAll(PLAIN)) {
    const [word] = match
    const start = base + from + match.index
    const pos = /^\p{L}/u.test(word) ? 'X' : /^\p{N}/u.test(word) ? 'NUM' : /^\p{P}/u.test(word) ? 'PUNCT' : 'SYM'
    tokens.push({ start, end: start + word.length, text: word, pos, lemma: word.toLowerCase() })
  }
}

/** What wink leaves joined: `where` splits a token, the pieces being `parts` with their pos and lemma (null: the token's own). */
const ENCLITICS: Readonly<Record<string, { readonly pos: string; readonly lemma: string }>> = {
  "'s": { pos: 'PART', lemma: "'s" },
  "n't": { pos: 'PART', lemma: 'not' },
  "'re": { pos: 'AUX', lemma: 'be' },
  "'m": { pos: 'AUX', lemma: 'be' },
  "'ve": { pos: 'AUX', lemma: 'have' },
  "'ll": { pos: 'AUX', lemma: 'will' },
  "'d": { pos: 'AUX', lemma: 'would' },
}
const ENCLITIC = /(?<=\p{L})(?:n[’']t|[’'](?:s|re|m|ve|ll|d))$/iu
const SPLIT = /[“”"«»„<>]|—|--+/

function addRepaired(tokens: RawToken[], token: RawToken, base: number): void {
  const { text, start } = token
  const push = (from: number, to: number, pos: string, lemma: string) =>
    tokens.push({ start: base + start + from, end: base + start + to, text: text.slice(from, to), pos, lemma })
  if (text.length < 3 || /^[\p{L}\p{M}]+$/u.test(text)) {
    push(0, text.length, token.pos, token.lemma)
    return
  }
  const enclitic = ENCLITIC.exec(text)
  if (enclitic && enclitic.index > 0) {
    const as = ENCLITICS[enclitic[0].toLowerCase().replace('’', "'")]!
    push(0, enclitic.index, token.pos, text.slice(0, enclitic.index).toLowerCase())
    push(enclitic.index, text.length, as.pos, as.lemma)
    return
  }
  const trailing = /^(?:https?:|www\.).*?([.,;:!?…”"’'>)\]]+)$/s.exec(text)
  if (trailing || SPLIT.test(text) && /[\p{L}\p{N}]/u.test(text)) {
    const cut = trailing ? text.length - trailing[1]!.length : 0
    if (cut) push(0, cut, token.pos, text.slice(0, cut).toLowerCase())
    for (const piece of text.slice(cut).matchAll(/[“”"«»„<>]|—|--+|''|[.,;:!?…’')\]](?=[^\p{L}\p{N}]*$)|(?:(?![“”"«»„<>—]|--)(?![.,;:!?…’')\]]+$).)+/gsu))
      push(cut + piece.index, cut + piece.index + piece[0].length, /[\p{L}\p{N}]/u.test(piece[0]) ? token.pos : 'PUNCT', piece[0].toLowerCase())
    return
  }
  push(0, text.length, token.pos, token.lemma)
}
