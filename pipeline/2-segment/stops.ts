import { isAbbreviation } from '../lexicon/abbreviations.ts'
import { rawToken, type RawToken } from './raw-token.ts'

const CAPITAL = /^\p{Lu}/u

/** Joins a title to the stop that wink cuts off, where a name or another title follows it: `Rear Adm | . | Karl Osei`. */
export function joinStops(tokens: RawToken[]): void {
  let kept = 0
  for (let i = 0; i < tokens.length; kept++) {
    const joins = isTitle(tokens, i)
    const token = tokens[i]!
    tokens[kept] = joins ? rawToken(token.start, `${token.text}.`, 'PROPN', `${token.lower}.`) : token
    i += joins ? 2 : 1
  }
  tokens.length = kept
}

function isTitle(tokens: readonly RawToken[], i: number): boolean {
  const stop = tokens[i + 1]
  if (stop?.text !== '.') return false // most
  const [token, next] = [tokens[i]!, tokens[i + 2]]
  if (stop.start !== token.end || next?.start !== stop.end + 1) return false
  return CAPITAL.test(token.text) && CAPITAL.test(next.text) && isAbbreviation(token.text, 'title')
}
