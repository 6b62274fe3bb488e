import { REPORTING_VERBS } from '../../lexicon/reporting.ts'
import { isMark, rangeOf, word, type View } from './view.ts'
import type { Range } from '../../model/span.ts'

const NOMINAL = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'PRON', 'SYM'])
const HEADS = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
/** Prepositions that bind a phrase to the noun before it more often than to the verb. */
const BINDING = new Set(['of', 'for', 'at', 'from', 'in', 'with', 'on', 'to', 'against', 'within', 'near', 'by'])
const BINDING_RIGHT = new Set(['of', 'for', 'at', 'from', 'with', 'within'])
const BINDING_GERUND = new Set(['of', 'for', 'about', 'against'])
const PREPOSITION = /^(?:by|in|at|to|for|from|with)$/
const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose'])
const NO_HEAD = new Set(['which', 'who', 'that', 'whom', 'there', 'what', 'how', 'when', 'where', 'why', 'not', 'yesterday', 'today'])
const LEADING = new Set(['both', 'all', 'some', 'many', 'most', 'half', 'one', 'none', 'several', 'few', 'such', 'even', 'only'])
const WEEKDAYS = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/

/** Whether a token can stand in a noun phrase. */
function isNominal(view: View, i: number): boolean {
  const token = view.tokens[i]
  if (token === undefined || (isMark(view, i) && !isPossessive(view, i))) return false
  if (NO_HEAD.has(token.lower)) return token.lower === 'that' && ((token.pos === 'DET' && !word(view, i + 1).endsWith('s')) || /^(?:night|day|morning|evening|week|month|year|time)$/.test(word(view, i + 1)))
  if (NOMINAL.has(token.pos)) return true
  return token.lower === "'s" || token.lower === "'" || token.lower === '%' || token.lower === '&' || (token.pos === 'PUNCT' && token.lower === '-' && touching(view, i))
}

/** The mark of `the cyclists' plan`. */
function isPossessive(view: View, i: number): boolean {
  const [before, at, after] = [view.tokens[i - 1], view.tokens[i]!, view.tokens[i + 1]]
  return (at.lower === "'" || at.lower === '’') && before !== undefined && before.end === at.start && before.lower.endsWith('s') && after !== undefined && after.start > at.end && (after.pos === 'NOUN' || after.pos === 'ADJ')
}

/** A hyphen inside a word that the tokeniser took apart. */
function touching(view: View, i: number): boolean {
  const [before, at, after] = [view.tokens[i - 1], view.tokens[i]!, view.tokens[i + 1]]
  return before !== undefined && after !== undefined && before.end === at.start && after.start === at.end
}

/** A capitalised or participial word inside a noun phrase that was not tagged as a noun: `retired general`, `van der Berg`. */
function isModifier(view: View, i: number): boolean {
  const token = view.tokens[i]
  if (token === undefined) return false
  if (isNamePart(view, i)) return true
  if (token.pos === 'VERB') return /(?:ed|ing)$/.test(token.lower) && view.tokens[i - 1]?.pos === 'DET'
  return token.pos === 'ADV' && isNominal(view, i + 1) && (view.tokens[i - 1]?.pos === 'DET' || token.text !== token.lower)
}

/** `Echo` in `the Daily Echo`: a capitalised word behind another that was tagged as a verb. */
function isNamePart(view: View, i: number): boolean {
  const [before, token] = [view.tokens[i - 1], view.tokens[i]!]
  if (before === undefined || token.text === token.lower || !/^(?:VERB|AUX|ADV|ADP)$/.test(token.pos) || REPORTING_VERBS.has(token.lower)) return false
  return token.text.length > 2 && (before.pos === 'DET' || ((before.pos === 'NUM' || before.pos === 'NOUN') && view.tokens[i + 1]?.pos === 'PROPN') || (before.pos === 'PROPN' && before.text !== before.lower))
}

export interface Phrase {
  readonly first: number
  /** Behind the last token. */
  readonly end: number
}

/** First token of the run of nominal tokens that ends before `end`, not before `from`. */
function runBefore(view: View, end: number, from: number): number {
  let i = end
  while (i > from && (isNominal(view, i - 1) || isNamePart(view, i - 1) || (i < end && isModifier(view, i - 1)))) {
    i--
    if (view.tokens[i]!.pos === 'DET' && !LEADING.has(word(view, i - 1)) && word(view, i - 1) !== 'of') break
    if (view.tokens[i]!.pos === 'PRON' && !/^(?:his|her|their|its|our|my|your|him|another|others|those|these|one|himself|herself|itself|themselves)$/.test(word(view, i))) break
  }
  return i
}

/** The noun phrase that ends right before token `end`, with the phrases that hang on it to the left; null if there is none. */
export function phraseBefore(view: View, end: number, from: number): Phrase | null {
  let close = end
  let bracketed = false
  if (word(view, close - 1) === ')') {
    const open = backTo(view, close - 1, from, '(')
    if (open === null) return null
    close = open
    bracketed = true
  }
  let first = runBefore(view, close, from)
  for (let i = first + 1; i < close; i++) if (isTime(view, i)) close = i
  while (first < close && /^(?:'s|'|%|-)$/.test(word(view, first))) first++
  if (first >= close || !(HEADS.has(headPos(view, first, close)) || isNamePart(view, close - 1))) return null
  if (!bracketed && WEEKDAYS.test(word(view, close - 1)) && close - first === 1) return null
  for (;;) {
    const link = word(view, first - 1)
    if (first - 2 < from) break
    if (link === 'both') {
      first--
      continue
    }
    if (view.tokens[first - 1]!.pos === 'VERB' && word(view, first - 2) === 'to' && view.tokens[end - 1]!.pos === 'NOUN' && view.tokens[first - 3]?.pos === 'NOUN' && first - 3 >= from) {
      first = runBefore(view, first - 2, from)
      continue
    }
    if (PREPOSITION.test(link) && /(?:ed|en|own|id)$/.test(word(view, first - 2)) && view.tokens[first - 2]!.pos === 'VERB' && isNominal(view, first - 3) && first - 3 >= from) {
      first = runBefore(view, first - 2, from)
      continue
    }
    if (view.tokens[first - 1]!.pos === 'VERB' && link.endsWith('ing') && BINDING_GERUND.has(word(view, first - 2)) && isNominal(view, first - 3)) {
      first = runBefore(view, first - 2, from)
      continue
    }
    if (BINDING.has(link) && isNominal(view, first - 2)) {
      const next = runBefore(view, first - 1, from)
      if (next === first - 1) break
      first = next
    } else if (link === 'and' || link === 'or') {
      const comma = word(view, first - 2) === ','
      let next = runBefore(view, first - (comma ? 2 : 1), from)
      if (next >= first - (comma ? 2 : 1) || !bounded(view, next, from)) break
      next = listBefore(view, next, from)
      first = next
    } else {
      const relative = relativeBefore(view, first, from)
      if (relative === null) break
      first = relative
    }
  }
  return { first, end: bracketed ? end : close }
}

/** `last week`, `this month`: no part of a name. */
function isTime(view: View, i: number): boolean {
  return /^(?:last|next|this|earlier|late|early)$/.test(word(view, i)) && /^(?:week|weekend|month|year|night|summer|winter|spring|autumn|fall|morning|afternoon|evening|decade)$/.test(word(view, i + 1))
}

const headPos = (view: View, first: number, end: number) => {
  for (let i = end - 1; i >= first; i--) if (view.tokens[i]!.pos !== 'PUNCT') return view.tokens[i]!.pos === 'ADJ' || view.tokens[i]!.pos === 'DET' ? 'NOUN' : view.tokens[i]!.pos
  return ''
}

/** `A, B, and C`: from B back to the list's first item, which no preposition or verb governs. */
function listBefore(view: View, first: number, from: number): number {
  let start = first
  while (word(view, start - 1) === ',' && start - 1 > from) {
    const next = runBefore(view, start - 1, from)
    if (next === start - 1 || isTime(view, next) || (next > from && /^(?:ADP|VERB|AUX|PART)$/.test(view.tokens[next - 1]!.pos))) break
    start = next
  }
  return start
}

/** Whether a coordination may begin at `first`: at the clause's beginning, not behind a verb or preposition. */
function bounded(view: View, first: number, from: number): boolean {
  if (first <= from) return true
  const before = view.tokens[first - 1]!
  return before.lower === ',' || before.lower === ':' || before.pos === 'SCONJ' || before.pos === 'CCONJ' || RELATIVE.has(before.lower) || before.lower === 'both' || (BINDING.has(before.lower) && isNominal(view, first - 2))
}

/** `three officials who attended the meeting`: from the phrase in the relative clause back to what it hangs on. */
function relativeBefore(view: View, first: number, from: number): number | null {
  const verb = view.tokens[first - 1]
  if (verb === undefined || RELATIVE.has(verb.lower) || (verb.pos !== 'VERB' && verb.pos !== 'AUX' && verb.pos !== 'ADP')) return null
  for (let i = first - 1; i > from && i > first - 14; i--) {
    const lower = word(view, i)
    if (lower === ',' || lower === ':' || lower === ';' || isMark(view, i)) return null
    if ((lower === 'who' || lower === 'that') && isNominal(view, i - 1)) {
      const start = runBefore(view, i, from)
      return start < i ? start : null
    }
  }
  return null
}

function backTo(view: View, at: number, from: number, mark: string): number | null {
  for (let i = at; i >= from && i > at - 20; i--) if (word(view, i) === mark) return i
  return null
}

/**
 * The noun phrase that begins at token `at`, with what hangs on it to the right, up to a comma or verb; null if there is
 * none. Without a relative clause where `relative` is false: `said after the talks that`.
 */
export function phraseAfter(view: View, at: number, to: number, relative = true): Phrase | null {
  const run = runAfter(view, at, to)
  if (run === at) return null
  let end = run
  for (;;) {
    const link = word(view, end)
    if (end + 1 >= to) break
    if (BINDING_RIGHT.has(link) || (link === 'in' && /^[A-Z]/.test(view.tokens[end + 1]!.text) && !WEEKDAYS.test(word(view, end + 1)))) {
      const next = runAfter(view, end + 1, to)
      if (next === end + 1) break
      end = next
    } else if (link === 'and' || link === 'or' || (link === ',' && listGoesOn(view, end, to))) {
      const skip = link === ',' && /^(?:and|or)$/.test(word(view, end + 1)) ? 2 : 1
      const next = runAfter(view, end + skip, to)
      if (next === end + skip || isVerbal(view, next)) break
      end = next
    } else if (relative && RELATIVE.has(link) && link !== 'which') {
      end = relativeEnd(view, end, to)
      break
    } else if (link === '(') {
      const close = forwardTo(view, end, to, ')')
      if (close === null || close === end) break
      end = close + 1
    } else if (/^(?:familiar|close|privy|involved|briefed|present|speaking|working|based)$/.test(link)) {
      end = relativeEnd(view, end, to)
      break
    } else break
  }
  return { first: at, end }
}

const isVerbal = (view: View, i: number) => view.tokens[i]?.pos === 'VERB' || view.tokens[i]?.pos === 'AUX'

function runAfter(view: View, at: number, to: number): number {
  let i = /(?:ed|ing)$/.test(word(view, at)) && view.tokens[at]!.pos === 'VERB' && view.tokens[at + 1]?.pos === 'NOUN' ? at + 1 : at
  while (i < to && (isNominal(view, i) || isModifier(view, i) || (i > at && /^(?:von|van|der|de|del|al|bin|la|le)$/.test(word(view, i))))) {
    if (i > at && view.tokens[i]!.pos === 'DET' && !LEADING.has(word(view, i - 1))) break
    if (i > at && (isTime(view, i) || (/^(?:familiar|close|privy)$/.test(word(view, i)) && /^(?:to|with)$/.test(word(view, i + 1))))) break
    if (i > at && WEEKDAYS.test(word(view, i)) && view.tokens[i - 1]!.pos !== 'DET') break
    if (i > at && view.tokens[i]!.pos === 'PRON' && !/^(?:himself|herself|itself|themselves|his|her|their|its)$/.test(word(view, i))) break
    i++
  }
  while (i > at && /^(?:'|-)$/.test(word(view, i - 1))) i--
  return i
}

/** `A, B, and C`: whether the comma at `at` goes on with a list that an `and` closes. */
function listGoesOn(view: View, at: number, to: number): boolean {
  let i = at
  for (let items = 0; items < 8; items++) {
    if (word(view, i) !== ',') return false
    if (/^(?:and|or)$/.test(word(view, i + 1))) return runAfter(view, i + 2, to) > i + 2
    const next = runAfter(view, i + 1, to)
    if (next === i + 1) return false
    if (/^(?:and|or)$/.test(word(view, next))) return runAfter(view, next + 1, to) > next + 1
    i = next
  }
  return false
}

function relativeEnd(view: View, at: number, to: number): number {
  let i = at + 1
  while (i < to && !/^[,.;:!?()–—]$/.test(word(view, i)) && !isMark(view, i) && i < at + 25) i++
  return i
}

function forwardTo(view: View, at: number, to: number, mark: string): number | null {
  for (let i = at; i < to && i < at + 20; i++) if (word(view, i) === mark) return i
  return null
}

/** {@link phraseAfter}, or where no noun phrase is recognised whatever stands up to the next comma or stop. */
export function nameAfter(view: View, at: number, to: number): Phrase | null {
  const phrase = phraseAfter(view, at, to)
  if (phrase !== null) return phrase
  let end = at
  while (end < to && end < at + 8 && !/^[,.;:!?()–—]$/.test(word(view, end)) && view.quoteOf[end]! < 0) end++
  return end > at && end < at + 8 ? { first: at, end } : null
}

/** A phrase as a range of the text, without a possessive ending. */
export function phraseRange(view: View, { first, end }: Phrase): Range {
  const last = /^(?:'s|')$/.test(word(view, end - 1)) && end - 1 > first ? end - 1 : end
  return rangeOf(view, first, last)
}

export { isNominal, isTime, isVerbal, WEEKDAYS }
