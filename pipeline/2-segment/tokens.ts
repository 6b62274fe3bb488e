import type { Range } from '../model/span.ts'
import { joinHosts } from './hosts.ts'
import { rawToken, tokenOf, type RawToken } from './raw-token.ts'
import type { Reading } from './reading.ts'
import { repair } from './repair.ts'
import { joinStops } from './stops.ts'
import { readTokens } from './wink.ts'

const BEFORE_WORD = /'''(?=[\p{L}\p{N}])/gu
const WORD = /^\p{L}/u
const NUMBER = /^\p{N}/u
const PUNCTUATION = /^\p{P}/u

/** Longer runs without white space than this are not handed to wink, which is quadratic in them. */
const MAX_RUN = 300
/** How text that wink gave no token for is cut: marks, words, numbers, single characters; nothing over 1,000 long. */
const PLAIN = /''|``|‘‘|’’|\p{L}[\p{L}\p{M}\p{N}]{0,999}|\p{N}{1,1000}|\S/gu
const NUMBER_FOLLOWS = /^\s*[#\d]/
const APOSTROPHE = /[’ʼ‘´`′](?<=\p{L}.)(?=\p{L})/gu

/** The tokens of each paragraph, in order, disjoint; together they cover all of it but white space. */
export function tokensOf(text: string, paragraphs: readonly Range[]): readonly (readonly RawToken[])[] {
  const sources = paragraphs.map(({ start, end }) => forWink(text.slice(start, end)))
  const words = readTokens(sources)
  return paragraphs.map(({ start, end }, i) => placed(words[i]!, sources[i]!, text.slice(start, end), start))
}

/** The words of wink, found one after the other in the source it read, as tokens of the slice of the text from `base`. */
function placed(words: readonly Reading[], source: string, slice: string, base: number): readonly RawToken[] {
  const tokens: RawToken[] = []
  let cursor = 0
  for (const word of words) {
    const { value } = word
    const at = word.blank ? -1 : find(source, value, cursor)
    if (at < 0) continue
    addPlain(tokens, slice, cursor, at, base)
    cursor = at + value.length
    if (value === '"' && slice[at] !== '"') cursor++
    const { form } = word
    const token = word.same ? tokenOf(base + at, form) : rawToken(base + at, slice.slice(at, cursor), form.pos, form.lemma)
    if (word.whole) tokens.push(token)
    else for (const piece of repair(token, NUMBER_FOLLOWS.test(slice.slice(cursor, cursor + 3)))) tokens.push(piece)
  }
  addPlain(tokens, slice, cursor, slice.length, base)
  joinHosts(tokens)
  joinStops(tokens)
  for (let i = 1; i + 1 < tokens.length; i++) if (isNameInDisguise(tokens, i)) tokens[i] = rawToken(tokens[i]!.start, tokens[i]!.text, 'PROPN', tokens[i]!.lower)
  return tokens
}

const SMALL = /^\p{Ll}/u

/** A name that wink reads as a verb: `Professor Burrows also said`; in a headline the next word has a capital too. */
function isNameInDisguise(tokens: readonly RawToken[], i: number): boolean {
  const token = tokens[i]!
  if (token.pos !== 'VERB') return false
  const before = tokens[i - 1]!, behind = tokens[i + 1]!
  if (before.pos !== 'PROPN' || token.text === token.lower || before.text === before.lower) return false
  return token.start === before.end + 1 && (behind.start === token.end ? /^[,’']/.test(behind.text) : SMALL.test(behind.text))
}

/** The string that wink reads instead: equally long, so that its tokens can be found in the text. Two marks typed for `"` become one. */
function forWink(slice: string): string {
  const spaced = slice.replace(/[^\S ]/g, ' ')
  const short = hasLongRun(spaced) ? spaced.split(' ').map((run) => (run.length > MAX_RUN ? ' '.repeat(run.length) : run)).join(' ') : spaced
  if (!/[’ʼ‘´`′']/.test(short)) return short
  return short
    .replace(BEFORE_WORD, `" '`)
    .replaceAll("'''", `'" `)
    .replace(/''|``|‘‘|’’/g, '" ')
    .replace(APOSTROPHE, "'")
}

function hasLongRun(spaced: string): boolean {
  for (let at = 0, space = 0; at + MAX_RUN < spaced.length; at = space + 1) {
    space = spaced.lastIndexOf(' ', at + MAX_RUN)
    if (space < at) return true
  }
  return false
}

const SPACE = 32

/** Where `value` stands at or after `cursor`: nearly always at the next character that is not a space. -1 for nowhere. */
function find(source: string, value: string, cursor: number): number {
  let at = cursor
  while (source.charCodeAt(at) === SPACE) at++
  for (let i = 0; i < value.length; i++) if (source.charCodeAt(at + i) !== value.charCodeAt(i)) return source.indexOf(value, at)
  return at
}

/** Covers what wink left out between `from` and `to`. */
function addPlain(tokens: RawToken[], slice: string, from: number, to: number, base: number): void {
  if (to === from || (to === from + 1 && slice.charCodeAt(from) === SPACE)) return
  for (const match of slice.slice(from, to).matchAll(PLAIN)) {
    const [word] = match
    const start = base + from + match.index
    const pos = WORD.test(word) ? 'X' : NUMBER.test(word) ? 'NUM' : PUNCTUATION.test(word) ? 'PUNCT' : 'SYM'
    tokens.push(rawToken(start, word, pos, word.toLowerCase()))
  }
}
