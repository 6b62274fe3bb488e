import { AUXILIARIES, CONDITION_OPENERS } from '../lexicon/modals.ts'
import { NEGATION_STOPS, NEGATORS, NO_NEGATION } from '../lexicon/negators.ts'
import type { Token } from '../model/layers.ts'
import { sentenceEnd, sentenceStart, type View } from './view.ts'

/** How far before a word its negator may stand: `does not in any way really support`. */
const NEGATION_REACH = 5

/**
 * Whether a negator governs the word at `at`: it stands at most five words before it in the same clause, with nothing
 * between them that ends its scope (punctuation, a conjunction, a pronoun that opens a new clause).
 */
export function isNegated(view: View, at: number): boolean {
  const begin = sentenceStart(view, at)
  for (let i = at - 1; i >= Math.max(begin, at - NEGATION_REACH); i--) {
    const token = view.tokens[i]!
    if (token.pos === 'PUNCT' || NEGATION_STOPS.has(token.lower)) return false
    if (isNegator(view.tokens, i)) return !doubled(view, i, begin)
    if (token.lower === 'to' && view.tokens[i - 1]?.pos === 'NOUN') return false
  }
  return false
}

/** `no one is not ...`: a second negator before the first takes it back. */
function doubled(view: View, at: number, begin: number): boolean {
  for (let i = at - 1; i >= Math.max(begin, at - 2); i--) if (isNegator(view.tokens, i)) return true
  return false
}

/** Whether the token is a negator that negates what follows it (`not only` does not). */
export function isNegator(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  return NEGATORS.has(lower) && !(NO_NEGATION.get(lower)?.has(tokens[at + 1]?.lower ?? '') ?? false)
}

/** Token range of the condition that the sentence of token `at` states, or null. */
export function conditionOf(view: View, at: number): { readonly from: number; readonly to: number } | null {
  const { tokens } = view
  const end = sentenceEnd(view, at)
  for (let i = sentenceStart(view, at); i < end; i++) {
    const to = conditionAt(tokens, i)
    if (to > i) return { from: i, to }
  }
  return null
}

/** Openers of several words; `_` is any word. */
const LONG_OPENERS: readonly (readonly string[])[] = [
  ['as', 'long', 'as'],
  ['on', 'condition'],
  ['on', 'the', 'condition'],
  ['in', 'the', 'event'],
  ['only', 'when'],
  ['only', 'after'],
  ['only', 'with'],
  ['not', 'until'],
  ['under', 'certain', 'conditions'],
  ['under', 'the', 'right', 'conditions'],
  ['subject', 'to'],
]

function conditionAt(tokens: readonly Token[], at: number): number {
  const { lower } = tokens[at]!
  const before = tokens[at - 1]?.lower
  if (CONDITION_OPENERS.has(lower)) {
    if (lower === 'if' && (before === 'as' || before === 'even' || before === 'what' || isWhether(tokens, at))) return at
    if ((lower === 'provided' || lower === 'providing') && !['that', 'the', 'there', 'it'].includes(tokens[at + 1]?.lower ?? '')) return at
    if (lower === 'once' && before !== 'only' && before !== ',') return at
    return at + 1
  }
  const long = LONG_OPENERS.find((words) => words.every((word, k) => tokens[at + k]?.lower === word))
  return long ? at + long.length : at
}

/** `asked if`, `see if`, `know if`: an indirect question. */
function isWhether(tokens: readonly Token[], at: number): boolean {
  return ['ask', 'see', 'know', 'wonder', 'determine', 'decide', 'check', 'question', 'unclear', 'unsure'].includes(tokens[at - 1]?.lemma ?? '')
}

/** Whether the token is a finite verb or auxiliary, as far as parts of speech tell. */
export function isFinite(token: Token): boolean {
  return token.pos === 'AUX' || AUXILIARIES.has(token.lower) || (token.pos === 'VERB' && !token.lower.endsWith('ing'))
}
