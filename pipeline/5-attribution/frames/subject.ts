import { isSourceNoun } from '../../lexicon/source-nouns.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { isNominal, isVerbal, type Phrase } from './nominal.ts'
import { nameAfter, phraseAfter } from './phrase-after.ts'
import { phraseBefore } from './phrase-before.ts'
import type { VerbCue } from './cues.ts'
import { isDash, isMark, word, type View } from './view.ts'

/** Where a cue's subject stands: `inherit` means that the verb shares the subject of the one before it. */
export type Subject = { readonly phrase: Phrase; readonly inverted: boolean } | 'inherit' | null

const RELATIVE = /^(?:who|which|that)$/
const CONJUNCTION = /^(?:and|but|or|then|yet|nor)$/

/** Who says it, as far as the verb's neighbourhood in the sentence (tokens `from` to before `to`) tells. */
export function subjectOf(view: View, cue: VerbCue, from: number, to: number): Subject {
  if (!cue.finite) return participleSubject(view, cue, from)
  let i = cue.first
  while (i > from && view.tokens[i - 1]!.pos === 'ADV' && view.quoteOf[i - 1]! < 0 && !CONJUNCTION.test(word(view, i - 1))) i--
  if (i === from) return invertedSubject(view, cue, to)
  const before = word(view, i - 1)
  if (isMark(view, i - 1) || view.quoteOf[i - 1]! >= 0) return invertedSubject(view, cue, to)
  if (RELATIVE.test(before)) return relativeSubject(view, i - 1, from)
  if (CONJUNCTION.test(before)) return 'inherit'
  if (before === ',' || isDash(view, i - 1)) {
    const apposed = appositionSubject(view, i - 1, from)
    const inverted = invertedSubject(view, cue, to)
    if (inverted !== null && (view.quoteOf[i - 2] ?? -1) >= 0) return inverted
    if (apposed !== null) return { phrase: apposed, inverted: false }
    return inverted ?? 'inherit'
  }
  const phrase = phraseBefore(view, i, from) ?? sinceQuotation(view, i, from)
  return phrase === null ? 'inherit' : { phrase, inverted: false }
}

/** Whatever stands between a quotation and the verb, where no noun phrase was recognised. */
function sinceQuotation(view: View, end: number, from: number): Phrase | null {
  let first = end
  while (first > from && end - first < 9 && view.quoteOf[first - 1]! < 0) first--
  return first < end && first > from && end - first < 9 ? { first, end } : null
}

/** `said Jane Doe`: the phrase behind the verb, where no phrase before it can be the subject. */
function invertedSubject(view: View, cue: VerbCue, to: number): Subject {
  if (cue.verb.form === 'base' || cue.verb.form === 'ing' || cue.verb.form === 'participle') return null
  if (/^(?:that|it|this|him|them|me|us)$/.test(word(view, cue.end))) return null
  const behindQuotation = (view.quoteOf[cue.first - 1] ?? -1) >= 0
  const phrase = behindQuotation ? nameAfter(view, cue.end, to) : phraseAfter(view, cue.end, to)
  return phrase === null ? null : { phrase, inverted: true }
}

function relativeSubject(view: View, relative: number, from: number): Subject {
  const end = word(view, relative - 1) === ',' || isDash(view, relative - 1) ? relative - 1 : relative
  const phrase = phraseBefore(view, end, from)
  if (phrase !== null) return { phrase: word(view, relative) === 'who' ? antecedent(view, phrase) : phrase, inverted: false }
  const apposed = word(view, relative - 1) === ',' ? appositionSubject(view, relative - 1, from) : null
  return apposed === null ? 'inherit' : { phrase: apposed, inverted: false }
}

/** `a swipe at the owner, who`: the owner, unless a person is before the preposition (`a spokesman for the owner, who`). */
function antecedent(view: View, phrase: Phrase): Phrase {
  for (let i = phrase.end - 1; i > phrase.first; i--) {
    if (!/^(?:at|on|against|to|by|with)$/.test(word(view, i))) continue
    const { lower, pos } = view.tokens[i - 1]!
    const person = pos !== 'NOUN' || isSourceNoun(lower) || TITLES.has(lower)
    return person ? phrase : { first: i + 1, end: phrase.end }
  }
  return phrase
}

/** `Doe, a lawyer, said`, `Doe - who won - said`: the phrase before what is set off and ends at the mark `close`. */
function appositionSubject(view: View, close: number, from: number): Phrase | null {
  const dash = isDash(view, close)
  let fallback: Phrase | null = null
  for (let i = close - 1; i > from; i--) {
    if (view.quoteOf[i]! >= 0) return fallback
    if (dash ? !isDash(view, i) : word(view, i) !== ',') continue
    if (close - i > 40) return fallback
    const phrase = phraseBefore(view, i, from)
    if (phrase === null || !opensApposition(view, i + 1)) continue
    if (word(view, phrase.first - 1) === ',' && dash) {
      const named = phraseBefore(view, phrase.first - 1, from)
      if (named !== null && startsClause(view, named.first, from)) return named
    }
    if (startsClause(view, phrase.first, from)) return phrase
    fallback ??= phrase
  }
  return fallback
}

const OPENING = /^(?:who|which|whose|whom|along|including|speaking|one|also|then|now|himself|herself)$|(?:ing|ed)$/

function opensApposition(view: View, i: number): boolean {
  const token = view.tokens[i]
  if (token === undefined) return false
  return isNominal(view, i) || OPENING.test(token.lower)
}

function startsClause(view: View, first: number, from: number): boolean {
  if (first <= from) return true
  const before = view.tokens[first - 1]!
  return /^[,:]$/.test(before.lower) || /^[CS]CONJ$/.test(before.pos) || isMark(view, first - 1) || isDash(view, first - 1)
}

/** `a letter saying`, `with Doe saying`: the phrase right before; else whoever the sentence is about. */
function participleSubject(view: View, cue: VerbCue, from: number): Subject {
  const before = cue.first - 1
  if (/^(?:by|after|before|while)$/.test(word(view, before))) {
    const nearest = nearestSubject(view, from, before)
    if (nearest !== null) return { phrase: nearest, inverted: false }
  }
  if (before < from || !isNominal(view, before) || view.quoteOf[before]! >= 0) return 'inherit'
  const phrase = phraseBefore(view, cue.first, from)
  return phrase === null ? 'inherit' : { phrase, inverted: false }
}

/** `the owner scared them by telling them that`: the subject of the last finite verb before a preposition. */
function nearestSubject(view: View, from: number, before: number): Phrase | null {
  for (let i = before - 1; i > from && i > before - 12 && view.quoteOf[i]! < 0; i--) {
    if (!isVerbal(view, i) || word(view, i).endsWith('ing') || word(view, i - 1) === 'to') continue
    let end = i
    while (end > from && (view.tokens[end - 1]!.pos === 'ADV' || view.tokens[end - 1]!.pos === 'AUX')) end--
    return phraseBefore(view, end, from)
  }
  return null
}

/** The subject of the sentence's first finite verb, which participles and coordinated verbs share. */
export function mainSubject(view: View, from: number, before: number): Phrase | null {
  for (let i = from + 1; i < before; i++) {
    if (view.quoteOf[i]! >= 0 || !isVerbal(view, i)) continue
    const token = view.tokens[i]!
    if (token.lower.endsWith('ing') || word(view, i - 1) === 'to') continue
    let end = i
    while (end > from && view.tokens[end - 1]!.pos === 'ADV') end--
    const apposed = word(view, end - 1) === ',' || isDash(view, end - 1)
    const phrase = apposed ? appositionSubject(view, end - 1, from) : phraseBefore(view, end, from)
    if (phrase !== null) return phrase
  }
  return null
}
