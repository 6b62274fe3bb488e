import { FUNCTION_WORDS } from '../lexicon/function-words.ts'
import type { RawProblem } from '../model/problems.ts'

const CONTROL = /[^\P{Cc}\t\n\f\r\u0085]/gu
const ANY_SURROGATE = /[\ud800-\udfff]/
const LONE_SURROGATE = /\p{Surrogate}/u
const BETWEEN_WORDS = /[\s\d.,;:!?"“”„«»()[\]{}<>/|*#@&%$€£+=_—–-]+/
const LATIN = /^[a-zÀ-ɏ]/i

/** How much of the text is looked at for its language, in code units. */
const SAMPLE = 2_000
/** Fewer words than this say nothing about the language. */
const MIN_WORDS = 40
/** Share of function words: English articles have .3 to .5, other European languages up to .1. */
const MIN_SHARE = 0.15

/** What is odd about the text as such: empty, control characters, halves of surrogate pairs, not English. */
export function inspect(text: string): RawProblem[] {
  if (!text.trim()) return [{ code: 'read/empty', message: '', range: null }]
  return [...lostCharacters(text), ...controlCharacters(text), ...loneSurrogate(text), ...language(text)]
}

/** Quotation marks, dashes and accents of UTF-8 as Windows-1252 shows them: `â€œ`, `Ã©`. */
const READ_WRONGLY = /â€[™œ\u009d˜“”¦¢]|Ã[\u00a0-\u00bf]|Â[\u00a0£©«»]/

/** Characters that were lost, or read in a wrong encoding, before or while the text was decoded. */
function lostCharacters(text: string): RawProblem[] {
  const lost = text.indexOf('\ufffd')
  if (lost >= 0) return [encoding(`the text holds ${text.split('\ufffd').length - 1} U+FFFD, the first at ${lost}: characters that were lost`, lost, 1)]
  const wrong = READ_WRONGLY.exec(text)
  return wrong ? [encoding(`"${wrong[0]}" at ${wrong.index} looks like UTF-8 that was read as Windows-1252`, wrong.index, wrong[0].length)] : []
}

const encoding = (message: string, at: number, length: number): RawProblem => ({ code: 'read/encoding', message, range: { start: at, end: at + length } })

function controlCharacters(text: string): RawProblem[] {
  const first = text.search(CONTROL)
  if (first < 0) return []
  const count = text.match(CONTROL)!.length
  const message = `the text holds ${count} control character${count > 1 ? 's' : ''}, the first at ${first}; they were kept`
  return [{ code: 'read/control-characters', message, range: { start: first, end: first + 1 } }]
}

function loneSurrogate(text: string): RawProblem[] {
  const first = ANY_SURROGATE.test(text) ? text.search(LONE_SURROGATE) : -1
  if (first < 0) return []
  return [{ code: 'read/lone-surrogate', message: '', range: { start: first, end: first + 1 } }]
}

function language(text: string): RawProblem[] {
  const words = text.slice(0, SAMPLE).split(BETWEEN_WORDS).filter(Boolean)
  let latin = 0
  let functional = 0
  for (const word of words) {
    if (LATIN.test(word)) latin++
    if (FUNCTION_WORDS.has(word.toLowerCase())) functional++
    if (latin >= words.length / 2 && functional / words.length >= MIN_SHARE) return []
  }
  const letters = words.reduce((n, word) => n + word.length, 0)
  const foreign = latin < words.length / 2 && letters > MIN_WORDS
  const english = functional / words.length >= MIN_SHARE
  return foreign || (!english && words.length >= MIN_WORDS) ? [{ code: 'read/not-english', message: '', range: null }] : []
}
