import { withoutPlural } from '../../lexicon/inflect.ts'
import type { Token } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'

/** The singular of a noun by its ending, in lower case: the tagger gives no lemma where it takes the word for a name. */
export function singular(token: Token): string {
  const lemma = token.lemma.toLowerCase()
  return lemma === token.lower ? withoutPlural(lemma) : lemma
}

/** A word without the full stop of an abbreviation. */
export function withoutStop(word: string): string {
  return word.endsWith('.') ? word.slice(0, -1) : word
}

/** The tokens that share a code unit with a range, as first and end; nothing where both are equal. */
export function tokensIn(tokens: readonly Token[], range: Range): readonly [first: number, end: number] {
  const first = tokenAt(tokens, range.start)
  let end = first
  while (end < tokens.length && tokens[end]!.start < range.end) end++
  return [first, end]
}
