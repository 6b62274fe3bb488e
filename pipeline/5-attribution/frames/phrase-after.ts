import type { Range } from '../../model/span.ts'
import { isModifier, isNominal, isTime, isVerbal, LEADING, RELATIVE, WEEKDAYS, type Phrase } from './nominal.ts'
import { isMark, rangeOf, word, type View } from './view.ts'

const BINDING = new Set(['of', 'for', 'at', 'from', 'with', 'within'])
/** Adjectives and participles behind a noun that carry a phrase of their own: `people close to the talks`. */
const POSTPOSED = /^(?:familiar|close|privy|involved|briefed|present|speaking|working|based)$/
/** Nouns whose `by` names who made them. */
const WRITTEN = /^(?:report|study|survey|poll|analysis|paper|letter|statement|review|article|post|memo|estimate)s?$/
const PARTICLES = /^(?:von|van|der|de|del|al|bin|la|le)$/
const POSSESSIVE = /^(?:himself|herself|itself|themselves|his|her|their|its)$/
const BREAK = /^[,.;:!?()–—―]$/

/**
 * The noun phrase that begins at token `at`, with what hangs on it to the right, up to a comma or verb; null if there is
 * none. Without a relative clause where `relative` is false: `said after the talks that`.
 */
export function phraseAfter(view: View, at: number, to: number, relative = true): Phrase | null {
  let end = runAfter(view, at, to)
  if (end === at) return null
  for (let next: number | null = end; next !== null; next = end + 1 < to ? extended(view, end, to) : null) end = next
  const link = word(view, end)
  if (end + 1 < to && ((relative && RELATIVE.has(link) && link !== 'which') || POSTPOSED.test(link))) end = relativeEnd(view, end, to)
  return { first: at, end }
}

/** {@link phraseAfter}, or where no noun phrase is recognised whatever stands up to the next comma or stop. */
export function nameAfter(view: View, at: number, to: number): Phrase | null {
  const phrase = phraseAfter(view, at, to)
  if (phrase !== null) return phrase
  let end = at
  while (end < to && end < at + 8 && !BREAK.test(word(view, end)) && view.quoteOf[end]! < 0) end++
  return end > at && end < at + 8 ? { first: at, end } : null
}

/** A phrase as a range of the text, without a possessive ending. */
export function phraseRange(view: View, { first, end }: Phrase): Range {
  const last = /^(?:'s|')$/.test(word(view, end - 1)) && end - 1 > first ? end - 1 : end
  return rangeOf(view, first, last)
}

/** One step further to the right: over a preposition, a coordination, a bracket; null at the end. */
function extended(view: View, end: number, to: number): number | null {
  const link = word(view, end)
  const place = link === 'in' && /^[A-Z]/.test(view.tokens[end + 1]!.text) && !WEEKDAYS.test(word(view, end + 1))
  const written = link === 'by' && WRITTEN.test(word(view, end - 1))
  if (BINDING.has(link) || place || written) return longer(end + 1, runAfter(view, end + 1, to))
  if (link === 'and' || link === 'or' || (link === ',' && listGoesOn(view, end, to))) {
    const item = link === ',' && /^(?:and|or)$/.test(word(view, end + 1)) ? end + 2 : end + 1
    const next = runAfter(view, item, to)
    return isVerbal(view, next) ? null : longer(item, next)
  }
  if (link !== '(') return null
  for (let i = end; i < to && i < end + 20; i++) if (word(view, i) === ')') return i + 1
  return null
}

const longer = (at: number, next: number) => (next > at ? next : null)

/** Behind the run of nominal tokens that begins at `at`. */
function runAfter(view: View, at: number, to: number): number {
  let i = at
  // leaked emails, growing concerns
  if (view.tokens[at]?.pos === 'VERB' && /(?:ed|ing)$/.test(word(view, at)) && view.tokens[at + 1]?.pos === 'NOUN') i++
  while (i < to && (isNominal(view, i) || isModifier(view, i) || (i > at && PARTICLES.test(word(view, i))))) {
    if (i > at && endsRun(view, i)) break
    i++
  }
  while (i > at && /^(?:'|-)$/.test(word(view, i - 1))) i--
  return i
}

/** Whether another phrase begins at a nominal token that follows one. */
function endsRun(view: View, i: number): boolean {
  const { pos, lower } = view.tokens[i]!
  if (pos === 'DET' && !LEADING.has(word(view, i - 1))) return true
  if (isTime(view, i) || (POSTPOSED.test(lower) && /^(?:to|with)$/.test(word(view, i + 1)))) return true
  if (WEEKDAYS.test(lower) && view.tokens[i - 1]!.pos !== 'DET') return true
  return pos === 'PRON' && !POSSESSIVE.test(lower)
}

/** `A, B, and C`: whether the comma at `at` goes on with a list that an `and` closes. */
function listGoesOn(view: View, at: number, to: number): boolean {
  let i = at
  for (let items = 0; items < 8 && word(view, i) === ','; items++) {
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
  while (i < to && !BREAK.test(word(view, i)) && !isMark(view, i) && i < at + 25) i++
  return i
}
