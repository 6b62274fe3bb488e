import { isAbbreviation } from '../lexicon/abbreviations.ts'
import { rawToken, type RawToken } from './raw-token.ts'

const STOPPED = /\p{L}\.$/u
const ALPHANUMERIC = /[\p{L}\p{N}]/u
const TAIL_PIECE = /[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu
const INITIALS = /^\p{Lu}$|\p{L}\.\p{L}$/u

/** What is split off the end of a word, with the lemma and part of speech that it then has. */
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
const URL = /^(?:https?:|www\.)/i
const URL_TAIL = /(?:<.*|[.,;:!?…”"’'>)\]]+)$/s
/** Marks that wink at times leaves within a token. */
const MARKS = /[“”"«»„<>]|—|--+/
const PIECE = /[“”"«»„<>]|—|--+|[^“”"«»„<>—-]+|-/gu

/** Whether {@link repair} may find anything to cut in a word, be it written with straight or curly apostrophes. */
export function mayHoldMore(word: string): boolean {
  return word.endsWith('.') || ENCLITIC.test(word) || MARKS.test(word) || URL.test(word)
}

/** A token of wink cut where it holds more than one: enclitics, quotation marks, dashes, the stop of a sentence. */
export function repair(token: RawToken, numberFollows: boolean): readonly RawToken[] {
  const { text } = token
  const enclitic = ENCLITIC.exec(text)
  if (enclitic && enclitic.index > 0) {
    const { pos, lemma } = ENCLITICS[enclitic[0].toLowerCase().replace('’', "'")]!
    return [piece(token, 0, enclitic.index), rawToken(token.start + enclitic.index, enclitic[0], pos, lemma)]
  }
  if (URL.test(text)) return cutUrl(token)
  if (text.length > 1 && text.endsWith('.') && STOPPED.test(text) && !keepsStop(text.slice(0, -1), numberFollows))
    return [piece(token, 0, text.length - 1), piece(token, text.length - 1, text.length)]
  if (!MARKS.test(text) || !ALPHANUMERIC.test(text)) return [token]
  return Array.from(text.matchAll(PIECE), (m) => piece(token, m.index, m.index + m[0].length))
}

function cutUrl(token: RawToken): readonly RawToken[] {
  const tail = URL_TAIL.exec(token.text)
  if (!tail || tail.index === 0) return [token]
  const marks = [...tail[0].matchAll(TAIL_PIECE)]
  return [piece(token, 0, tail.index), ...marks.map((m) => piece(token, tail.index + m.index, tail.index + m.index + m[0].length))]
}

/** Whether the stop belongs to the word: abbreviations and initials, but not `in.` or `No.` at the end of a sentence. */
function keepsStop(word: string, numberFollows: boolean): boolean {
  if (INITIALS.test(word)) return true
  if (numberFollows && isAbbreviation(word, 'number')) return true
  return isAbbreviation(word, 'title') || isAbbreviation(word, 'inner') || isAbbreviation(word, 'final')
}

function piece(token: RawToken, from: number, to: number): RawToken {
  const text = token.text.slice(from, to)
  const pos = ALPHANUMERIC.test(text) ? token.pos : 'PUNCT'
  return rawToken(token.start + from, text, pos, text.toLowerCase())
}
