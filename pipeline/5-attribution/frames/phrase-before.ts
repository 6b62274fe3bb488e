import { isModifier, isNamePart, isNominal, isTime, LEADING, RELATIVE, WEEKDAYS, type Phrase } from './nominal.ts'
import { isMark, word, type View } from './view.ts'

const HEADS = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
/** Prepositions that bind a phrase to the noun before it more often than to the verb. */
const BINDING = new Set(['of', 'for', 'at', 'from', 'in', 'with', 'on', 'to', 'against', 'within', 'near', 'by'])
const BINDING_GERUND = new Set(['of', 'for', 'about', 'against'])
const PUBLISHED = /^(?:published|released|posted|obtained|conducted|based|filed|issued|commissioned|written|sent|seen)$/
const PUBLISHED_BY = /^(?:by|in|at|on|to|from)$/
const POSSESSIVE = new Set(
  'his her their its our my your him another others those these one himself herself itself themselves'.split(' '),
)

/** The noun phrase that ends right before token `end`, with the phrases that hang on it to the left; null if there is none. */
export function phraseBefore(view: View, end: number, from: number): Phrase | null {
  const bracket = word(view, end - 1) === ')' ? openingBracket(view, end - 1, from) : end
  if (bracket === null) return null
  const dated = WEEKDAYS.test(word(view, bracket - 1)) && word(view, bracket - 2) === 'on' && bracket - 3 >= from
  let close = dated ? bracket - 2 : bracket
  let first = runBefore(view, close, from)
  for (let i = first + 1; i < close; i++) if (isTime(view, i)) close = i
  while (first < close && /^(?:'s|'|%|-)$/.test(word(view, first))) first++
  if (first >= close || !isHead(view, first, close)) return null
  if (bracket === end && close - first === 1 && WEEKDAYS.test(word(view, first))) return null
  for (let next: number | null = first; next !== null; next = extended(view, first, end, from)) first = next
  return { first, end: bracket < end ? end : close }
}

/** First token of the run of nominal tokens that ends before `end`, not before `from`. */
function runBefore(view: View, end: number, from: number): number {
  let i = end
  while (i > from && (isNominal(view, i - 1) || isNamePart(view, i - 1) || (i < end && isModifier(view, i - 1)))) {
    i--
    const { pos, lower } = view.tokens[i]!
    if (pos === 'DET' && !LEADING.has(word(view, i - 1)) && word(view, i - 1) !== 'of') break
    if (pos === 'PRON' && !POSSESSIVE.has(lower)) break
  }
  return i
}

/** One step further to the left: over a preposition, a coordination, a participle, a relative clause; null at the end. */
function extended(view: View, first: number, end: number, from: number): number | null {
  if (first - 2 < from) return null
  const link = word(view, first - 1)
  if (link === 'both') return first - 1
  if (hangsOnVerb(view, first, end, from)) return shorter(first, runBefore(view, first - 2, from))
  if (BINDING.has(link) && isNominal(view, first - 2)) return shorter(first - 1, runBefore(view, first - 1, from))
  if (link === 'and' || link === 'or') {
    const item = word(view, first - 2) === ',' ? first - 2 : first - 1
    const next = runBefore(view, item, from)
    return next < item && bounded(view, next, from) ? listBefore(view, next, from) : null
  }
  return relativeBefore(view, first, from)
}

const shorter = (at: number, next: number) => (next < at ? next : null)

/** `the plan to extend the school year`, `documents seen by the Herald`, `the idea of sending nurses`. */
function hangsOnVerb(view: View, first: number, end: number, from: number): boolean {
  const [before, link] = [word(view, first - 2), word(view, first - 1)]
  if (first - 3 < from) return false
  if (view.tokens[first - 1]!.pos === 'VERB') {
    if (before === 'to') return view.tokens[end - 1]!.pos === 'NOUN' && view.tokens[first - 3]!.pos === 'NOUN'
    return link.endsWith('ing') && BINDING_GERUND.has(before) && isNominal(view, first - 3)
  }
  const participle = PUBLISHED.test(before) ? PUBLISHED_BY.test(link) : link === 'by' && /(?:ed|en|own)$/.test(before)
  return participle && view.tokens[first - 2]!.pos === 'VERB' && isNominal(view, first - 3)
}

/** Whether the last word of a phrase can head it. */
function isHead(view: View, first: number, end: number): boolean {
  let i = end - 1
  while (i > first && view.tokens[i]!.pos === 'PUNCT') i--
  const { pos } = view.tokens[i]!
  return HEADS.has(pos) || pos === 'ADJ' || pos === 'DET' || isNamePart(view, end - 1)
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
  const { lower, pos } = view.tokens[first - 1]!
  if (lower === ',' || lower === ':' || lower === 'both' || RELATIVE.has(lower)) return true
  return pos === 'SCONJ' || pos === 'CCONJ' || (BINDING.has(lower) && isNominal(view, first - 2))
}

/** `three officials who attended the meeting`: from the phrase in the relative clause back to what it hangs on. */
function relativeBefore(view: View, first: number, from: number): number | null {
  const verb = view.tokens[first - 1]!
  if (RELATIVE.has(verb.lower) || !/^(?:VERB|AUX|ADP)$/.test(verb.pos)) return null
  for (let i = first - 1; i > from && i > first - 14; i--) {
    const lower = word(view, i)
    if (/^(?:[,:;]|whether|if|because|how|why)$/.test(lower) || isMark(view, i)) return null
    if ((lower === 'who' || lower === 'that') && isNominal(view, i - 1)) return shorter(i, runBefore(view, i, from))
  }
  return null
}

function openingBracket(view: View, at: number, from: number): number | null {
  for (let i = at; i >= from && i > at - 20; i--) if (word(view, i) === '(') return i
  return null
}
