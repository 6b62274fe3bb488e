import { REPORTING_VERBS } from '../../lexicon/reporting.ts'
import { isMark, word, type View } from './view.ts'

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'PRON', 'SYM'])
const NO_HEAD = new Set(['which', 'who', 'that', 'whom', 'there', 'what', 'how', 'when', 'where', 'why', 'not', 'yesterday', 'today', 'whatever', 'whoever'])
const MISTAGGED = /^(?:VERB|AUX|ADV|ADP)$/
const SEASON = /^(?:week|weekend|month|year|night|summer|winter|spring|autumn|fall|morning|afternoon|evening|decade)$/
const TIME_NOUN = /^(?:night|day|morning|evening|week|month|year|time)$/

/** Words before a determiner that belong to the phrase: `all the clubs`. */
export const LEADING = new Set(['both', 'all', 'some', 'many', 'most', 'half', 'one', 'none', 'several', 'few', 'such', 'even', 'only'])
export const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose'])
export const WEEKDAYS = new RegExp(
  '^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$',
)

/** A run of tokens. */
export interface Phrase {
  readonly first: number
  /** Behind the last token. */
  readonly end: number
}

/** Whether a token can stand in a noun phrase. */
export function isNominal(view: View, i: number): boolean {
  const token = view.tokens[i]
  if (token === undefined || (isMark(view, i) && !isPossessive(view, i))) return false
  const { lower, pos } = token
  if (NO_HEAD.has(lower)) return lower === 'that' && isDemonstrative(view, i)
  if (NOMINAL.has(pos)) return true
  return lower === "'s" || lower === "'" || lower === '%' || lower === '&' || (lower === '-' && touching(view, i))
}

/** `that night`, but not `that nurses had left`. */
function isDemonstrative(view: View, i: number): boolean {
  const next = word(view, i + 1)
  return TIME_NOUN.test(next) || (view.tokens[i]!.pos === 'DET' && !next.endsWith('s'))
}

/** The mark of `the cyclists' plan`. */
function isPossessive(view: View, i: number): boolean {
  const [before, at, after] = [view.tokens[i - 1], view.tokens[i]!, view.tokens[i + 1]]
  if (before === undefined || after === undefined || (at.lower !== "'" && at.lower !== '’')) return false
  return before.end === at.start && before.lower.endsWith('s') && after.start > at.end && (after.pos === 'NOUN' || after.pos === 'ADJ')
}

/** A hyphen inside a word that the tokeniser took apart. */
function touching(view: View, i: number): boolean {
  const [before, at, after] = [view.tokens[i - 1], view.tokens[i]!, view.tokens[i + 1]]
  return before !== undefined && after !== undefined && before.end === at.start && after.start === at.end
}

/** A capitalised or participial word inside a noun phrase that was not tagged as a noun: `a retired general`. */
export function isModifier(view: View, i: number): boolean {
  const token = view.tokens[i]
  if (token === undefined) return false
  if (isNamePart(view, i)) return true
  if (token.pos === 'VERB') return /(?:ed|ing)$/.test(token.lower) && view.tokens[i - 1]?.pos === 'DET'
  return token.pos === 'ADV' && !NO_HEAD.has(token.lower) && isNominal(view, i + 1) && (view.tokens[i - 1]?.pos === 'DET' || token.text !== token.lower)
}

/** `Echo` in `the Daily Echo`: a capitalised word behind another that was tagged as a verb. */
export function isNamePart(view: View, i: number): boolean {
  const [before, token] = [view.tokens[i - 1], view.tokens[i]!]
  if (before === undefined || token.text === token.lower || token.text.length < 3) return false
  if (!MISTAGGED.test(token.pos) || REPORTING_VERBS.has(token.lower)) return false
  if (before.pos === 'DET') return true
  if (before.pos === 'NUM' || before.pos === 'NOUN') return view.tokens[i + 1]?.pos === 'PROPN'
  return before.pos === 'PROPN' && before.text !== before.lower
}

/** `last week`, `this month`: no part of a name. */
export function isTime(view: View, i: number): boolean {
  return /^(?:last|next|this|earlier|late|early)$/.test(word(view, i)) && SEASON.test(word(view, i + 1))
}

/** Whether a token is a verb or auxiliary. */
export function isVerbal(view: View, i: number): boolean {
  return view.tokens[i]?.pos === 'VERB' || view.tokens[i]?.pos === 'AUX'
}
