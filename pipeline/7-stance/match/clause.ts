import { AUXILIARIES, CONDITION_OPENERS } from '../../lexicon/modals.ts'
import { NEGATION_STOPS, NEGATORS, NO_NEGATION } from '../../lexicon/negators.ts'
import type { Clause, Token } from '../../model/layers.ts'
import { clauseAt, indexOf } from './clauses.ts'
import { sentenceEnd, sentenceStart, type View } from './view.ts'

/** Words before an adjective that turn it round, as a negator does. */
const LESSENING: ReadonlySet<string> = new Set(['least', 'less', 'fewer', 'insufficiently'])

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
    if (token.lower === 'that' && isProof(view.tokens[i - 1]) && isNegated(view, i - 1)) return true
    if (isNegator(view.tokens, i) || isFailure(view.tokens, i)) return !doubled(view, i, begin)
    if (token.pos === 'PUNCT' || NEGATION_STOPS.has(token.lower) || (token.lower === 'to' && view.tokens[i - 1]?.pos === 'NOUN')) break
  }
  return isDisbelieved(view, at)
}

/** `does not think that`, `did not believe`: the negation is meant for the clause that hangs on the verb. */
function isDisbelieved(view: View, at: number): boolean {
  const outer = view.syntax.clauses[clauseAt(view, at)?.parent ?? -1]
  if (outer === undefined || !CARRIERS.has(outer.lemma)) return false
  const head = indexOf(view, outer.head)
  return head >= 0 && (outer.negated || isNegated(view, head)) // nobody thinks, hardly believes
}

const CARRIERS: ReadonlySet<string> = new Set(['think', 'believe', 'agree'])

/** `failed to`, `refuses to`. */
const isFailure = (tokens: readonly Token[], at: number) => FAILING.has(tokens[at]!.lemma) && tokens[at + 1]?.lower === 'to'
const FAILING: ReadonlySet<string> = new Set(['fail', 'refuse', 'decline', 'neglect', 'unwilling', 'reluctant'])

/** `no evidence that`. */
const isProof = (token: Token | undefined) => token !== undefined && PROOFS.has(token.lemma || token.lower)
const PROOFS: ReadonlySet<string> = new Set(['evidence', 'proof', 'indication', 'sign'])

/** `no one is not ...`: a second negator before the first takes it back. */
function doubled(view: View, at: number, begin: number): boolean {
  for (let i = at - 1; i >= Math.max(begin, at - 2); i--) if (isNegator(view.tokens, i)) return true
  return false
}

/** Whether the token is a negator that negates what follows it (`not only` does not). */
export function isNegator(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  if (LESSENING.has(lower)) return tokens[at + 1]?.lower !== 'than'
  return NEGATORS.has(lower) && !(NO_NEGATION.get(lower)?.has(tokens[at + 1]?.lower ?? '') ?? false)
}

/** How far from a word its condition may stand. */
const CONDITION_REACH = 40

/** Whether the clause of token `at`, or one that hangs on it, states a condition; `, and` begins another main clause. */
export function isConditional(view: View, at: number): boolean {
  const { tokens } = view
  const end = Math.min(sentenceEnd(view, at), at + CONDITION_REACH)
  const begin = Math.max(sentenceStart(view, at), at - CONDITION_REACH)
  for (let i = at; i < end && !beginsMainClause(tokens, i); i++) if (conditionAt(tokens, i) > i) return true
  for (let i = at; i >= begin && !beginsMainClause(tokens, i + 1); i--) if (conditionAt(tokens, i) > i) return true
  return false
}

function beginsMainClause(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === ';' || (tokens[at]?.lower === 'and' && tokens[at - 1]?.lower === ',')
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

/** `if elected`, `if possible`: no condition on what is supported. */
const POLITE: ReadonlySet<string> = new Set(['elected', 'possible', 'necessary', 'needed', 'anything', 'any'])

function conditionAt(tokens: readonly Token[], at: number): number {
  const { lower } = tokens[at]!
  const before = tokens[at - 1]?.lower
  if (CONDITION_OPENERS.has(lower)) {
    const isPurpose = tokens[at + 2]?.lemma === 'be' && tokens[at + 3]?.lower === 'to' // if we are to win
    if (lower === 'if' && (isPurpose || POLITE.has(tokens[at + 1]?.lower ?? '') || ['as', 'even', 'what', 'particularly', 'especially'].includes(before ?? '') || isWhether(tokens, at))) return at
    if ((lower === 'provided' || lower === 'providing') && !['that', 'the', 'there', 'it'].includes(tokens[at + 1]?.lower ?? '')) return at
    if (lower === 'once' && before !== 'only' && before !== ',') return at
    return at + 1
  }
  const long = LONG_OPENERS.find((words) => words.every((word, k) => tokens[at + k]?.lower === word))
  return long && before !== 'for' ? at + long.length : at // for as long as I live
}

/** Whether the word stands in a clause that only supposes something: `if we need more ships, ...`. */
export function isSupposed(view: View, at: number): boolean {
  for (let clause = clauseAt(view, at); clause; clause = view.syntax.clauses[clause.parent] ?? null) {
    const marker = markerOf(view, clause)
    if (marker >= 0 && SUPPOSING.has(view.tokens[marker]!.lower) && view.tokens[marker - 1]?.lower !== 'only') return true
  }
  return false
}

/** Whether the word stands in an indirect question or a free relative: `what we could do`, `asked how they should do it`. */
export function isEmbedded(view: View, at: number): boolean {
  const marker = markerOf(view, clauseAt(view, at))
  const asked = !view.direct && marker === view.cueEnd && marker > 0 && view.tokens[marker]!.start > view.tokens[marker - 1]!.start
  return (asked || marker > Math.max(view.cueEnd, sentenceStart(view, at))) && ASKING.has(view.tokens[marker]!.lower)
}

const SUPPOSING: ReadonlySet<string> = new Set(['if', 'unless'])
const ASKING: ReadonlySet<string> = new Set(['what', 'whether', 'how', 'why', 'where', 'who'])

/** Where the word stands that opens a clause; -1 where none does, or not in the content. */
function markerOf(view: View, clause: Clause | null): number {
  const marker = clause?.marker ?? -1
  const found = marker < 0 ? -1 : indexOf(view, marker)
  return found >= view.cueEnd ? found : -1
}

/** `asked if`, `see if`, `know if`: an indirect question. */
function isWhether(tokens: readonly Token[], at: number): boolean {
  return ['ask', 'see', 'know', 'wonder', 'determine', 'decide', 'check', 'question', 'unclear', 'unsure'].includes(
    tokens[at - 1]?.lemma ?? '',
  )
}

/** A verb as it stands behind `to` or a modal. */
export const isBaseForm = (token: Token): boolean => token.pos === 'VERB' && (token.lemma || token.lower) === token.lower

/** Whether the token is a finite verb or auxiliary, as far as parts of speech tell. */
export function isFinite(token: Token): boolean {
  if (token.pos === 'PART') return false // the `'s` of a possessive
  return token.pos === 'AUX' || AUXILIARIES.has(token.lower) || (token.pos === 'VERB' && !token.lower.endsWith('ing'))
}

