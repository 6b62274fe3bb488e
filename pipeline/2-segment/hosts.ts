import { rawToken, type RawToken } from './raw-token.ts'

const HOST_ENDINGS = new Set('com org net gov edu co uk tv info io au eu fr de nl ca ie jp br ru cn rs za nz'.split(' '))
const DIGITS_WITHIN = /^\p{Ll}+\d+\p{Lu}/u
const LABEL = /^[\p{L}\p{N}-]+$/u

/** Joins what wink cuts a host name into (`Harbour | . | com`, `4 | to7Seas`) to one name; a new sentence begins with a capital. */
export function joinHosts(tokens: RawToken[]): void {
  let kept = 0
  for (let i = 0; i < tokens.length; kept++) {
    const end = hostEnd(tokens, i)
    const token = tokens[i]!
    tokens[kept] = end === i + 1 ? token : rawToken(token.start, textOf(tokens, i, end), 'PROPN', textOf(tokens, i, end).toLowerCase())
    i = end
  }
  tokens.length = kept
}

const textOf = (tokens: readonly RawToken[], from: number, end: number) => tokens.slice(from, end).map(({ text }) => text).join('')

/** Behind the last ending of a host name that begins at a token; the next token where none does. */
function hostEnd(tokens: readonly RawToken[], i: number): number {
  let end = i + 1
  if (tokens[i]!.pos === 'NUM' && isTight(tokens, end) && DIGITS_WITHIN.test(tokens[end]!.text)) return end + 1
  if (tokens[i + 1]?.text !== '.' || !LABEL.test(tokens[i]!.text)) return end
  for (let k = i; tokens[k + 1]?.text === '.' && isTight(tokens, k + 1) && isTight(tokens, k + 2) && LABEL.test(tokens[k + 2]!.text); k += 2)
    if (HOST_ENDINGS.has(tokens[k + 2]!.text)) end = k + 3
  return end
}

const isTight = (tokens: readonly RawToken[], k: number) => tokens[k] !== undefined && tokens[k].start === tokens[k - 1]!.end
