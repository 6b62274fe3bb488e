import type { NounPhrase, Tokens } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { isMark, rangeOf, word, type View } from './view.ts'
import { PLAIN_DATES } from '../../lexicon/times.ts'

/** Words that begin a relative clause. */
export const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose'])
const SEASON = /^(?:week|weekend|month|year|night|summer|winter|spring|autumn|fall|morning|afternoon|evening|decade)$/
const BREAK = /^[,.;:!?()–—―]$/
/** Adjectives and participles behind a noun that carry a phrase of their own: `people close to the talks`. */
const POSTPOSED = /^(?:familiar|close|privy|involved|briefed|present|speaking|working|based)$/
/** Nouns whose `by` names who made them. */
const WRITTEN = /^(?:report|study|survey|poll|analysis|paper|letter|statement|review|article|post|memo|estimate)s?$/

/** Whether a token can stand in a noun phrase. */
export function isNominal({ syntax }: View, i: number): boolean {
  return (syntax.phraseAt[i] ?? -1) >= 0 || ((syntax.run[i] ?? -1) >= 0 && syntax.clauseAt[i]! < 0)
}

/** Whether a token belongs to a verb group. */
export function isVerbal({ syntax }: View, i: number): boolean {
  return (syntax.clauseAt[i] ?? -1) >= 0
}

/** `last week`, `this month`: no part of a name. */
export function isTime(view: View, i: number): boolean {
  return /^(?:last|next|this|earlier|late|early)$/.test(word(view, i)) && SEASON.test(word(view, i + 1))
}

/** A phrase as a range of the text, without a possessive ending. */
export function phraseRange(view: View, { first, end }: Tokens): Range {
  const last = /^(?:'s|')$/.test(word(view, end - 1)) && end - 1 > first ? end - 1 : end
  return rangeOf(view, first, last)
}

/**
 * The noun phrase that begins at token `at`, with what hangs on it to the right, not beyond `to`; null if there is none. Without a relative
 * clause where `relative` is false: `said after the talks that`.
 */
export function phraseAfter(view: View, at: number, to: number, relative = true): Tokens | null {
  // leaked emails
  const participle = view.tokens[at]?.pos === 'VERB' && /(?:ed|ing)$/.test(word(view, at)) && view.tokens[at + 1]?.pos === 'NOUN'
  const index = view.syntax.phraseAt[participle ? at + 1 : at] ?? -1
  if (index < 0 || at >= to) return null
  let end = wholeEnd(view, index, relative)
  if (word(view, end) === 'by' && WRITTEN.test(word(view, end - 1)) && view.syntax.phraseAt[end + 1]! >= 0) end = wholeEnd(view, view.syntax.phraseAt[end + 1]!, relative)
  for (let i = end; word(view, end) === '(' && i < to && i < end + 20; i++) if (word(view, i) === ')') end = i + 1
  if (relative && POSTPOSED.test(word(view, end))) while (end < to && !BREAK.test(word(view, end)) && !isMark(view, end)) end++
  return { first: at, end: Math.min(end, to) }
}

/** {@link phraseAfter}, or where no noun phrase is recognised whatever stands up to the next comma or stop. */
export function nameAfter(view: View, at: number, to: number): Tokens | null {
  const phrase = phraseAfter(view, at, to)
  if (phrase !== null) return phrase
  let end = at
  while (end < to && end < at + 8 && !BREAK.test(word(view, end)) && view.quoteOf[end]! < 0) end++
  return end > at && end < at + 8 ? { first: at, end } : null
}

/** Behind a noun phrase with the phrases that hang on it or are coordinated with it, and their relative clauses where `relative` holds. */
function wholeEnd({ syntax: { phrases } }: View, index: number, relative: boolean): number {
  const whole = new Set([index])
  let end = phrases[index]!.end
  for (let i = index; i < phrases.length && i < index + 12; i++) {
    const { of, joins, reach, end: own } = phrases[i]!
    if (i > index && !whole.has(of) && !whole.has(joins)) continue
    whole.add(i)
    end = Math.max(end, relative ? reach : own)
  }
  return end
}

/** The noun phrase that ends right before token `end` with all that it hangs on: `officials in the capital | said`; null if there is none. */
export function phraseBefore(view: View, end: number, from: number): Tokens | null {
  const { phrases, phraseAt } = view.syntax
  let close = end
  if (word(view, end - 1) === ')') for (let i = end - 1; i >= from && i > end - 20; i--) if (word(view, i) === '(') close = i
  const index = phraseAt[close - 1] ?? -1
  if (index < 0 || phrases[index]!.first < from) return null
  let first = phrases[index]!.first
  // whatever reaches up to here holds it
  for (let i = index - 1; i >= 0 && i > index - 8 && phrases[i]!.first >= from; i--) if (phrases[i]!.reach >= close) first = phrases[i]!.first
  const { joins } = phrases[index]!
  if (joins >= 0 && phrases[joins]!.first >= from) first = Math.min(first, phrases[joins]!.first)
  return { first, end }
}

/** The subject of a clause as it stands before its verb group, which begins at token `verb`: with all that hangs on it, without times and appositions. */
export function subjectPhrase(view: View, index: number, verb: number, relative = true): Tokens {
  const { first } = root(view.syntax.phrases, index)
  let end = wholeEnd(view, view.syntax.phraseAt[first]!, relative)
  if (PLAIN_DATES.has(word(view, end - 1)) && word(view, end - 2) === 'on' && end - 2 > first) end -= 2
  for (let i = end; word(view, end) === '(' && i < verb && i < end + 20; i++) if (word(view, i) === ')') end = i + 1
  return { first, end: first < verb ? Math.min(end, verb) : end }
}

function root(phrases: readonly NounPhrase[], index: number): NounPhrase {
  const { joins } = phrases[index]!
  return phrases[joins >= 0 ? joins : index]!
}
