import { isGivenName } from '../../lexicon/given-names.ts'
import { HONORIFICS, TITLES } from '../../lexicon/titles.ts'
import { withoutPlural } from '../../lexicon/inflect.ts'
import { isSourceNoun } from '../../lexicon/source-nouns.ts'
import { isPersonNoun, TIME_WORDS } from '../../lexicon/unnamed.ts'
import type { Clause, NounPhrase } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { tokenAt } from '../../text/token-at.ts'
import { phraseAfter, phraseRange } from '../frames/phrases.ts'
import { isMark, rangeOf, word, type View } from '../frames/view.ts'
import { PLAIN_DATES } from '../../lexicon/times.ts'

/**
 * A mention as the whole noun phrase that speaks, by the subject of the cue's verb: with its head where the mention is only what hangs on it
 * (`Fishermen along | the coast | say`), without the end of the clause before (`cleared him of wrongdoing, and | he`) or a time. Null where
 * nothing but a time is left.
 */
export function wholeMention(view: View, mention: Range, cue: Range | null): Range | null {
  const start = tokenAt(view.tokens, mention.start)
  const relative = word(view, start) === 'that' && /[^s]s$/.test(word(view, endOf(view, mention) - 1)) && endOf(view, mention) - start > 1 // a gap that | experts say
  const first = beforeHyphen(view, relative ? start + 1 : start)
  const end = behindNickname(view, beforePredicate(view, first, endOf(view, mention)))
  if (first >= end) return mention
  const [from, to] = bySubject(view, behindConjunct(view, first, end), end, cue)
  return withoutTimes(view, withGivenName(view, behindTime(view, from, to)), to)
}

/** Participles whose subject holds what is said: no passive of saying. */
const HOLDS =
  /^(?:convinced|concerned|worried|surprised|pleased|disappointed|determined|prepared|opposed|committed|scared|frightened|shocked|thrilled|excited|delighted|alarmed|troubled|satisfied|tempted|resigned|inclined|persuaded|embarrassed|ashamed|amused|annoyed|outraged|saddened|horrified|encouraged|dedicated|interested|agreed|obsessed|relieved|torn|stunned|baffled|puzzled|confused|dismayed|impressed|bothered|disgusted|terrified|appalled|heartened|devastated|astonished|amazed|upset)$/
/** Participles whose subject is who hears it. */
const HEARS = /^(?:told|informed|notified|assured|reassured|reminded|warned|asked|shown|taught|advised|instructed|ordered|urged|briefed|promised)$/

/** Who a cue takes for its speaker though nobody who is named says it: whom it is said of, who hears it, or `it`. */
export type Passive = 'subject' | 'hearer' | null

/** What a mention is that is the subject of a passive (`Brandt | is believed | to have left`, `Brandt | was told | that`), null for a speaker. */
export function passiveOf(view: View, mention: Range, cue: Range | null): Passive {
  if (cue !== null && isNamed(view, mention, cue)) return 'hearer'
  const clause = cue && clauseOf(view, cue)
  if (!clause?.passive || mention.end > cue!.start || tokenAt(view.tokens, mention.end - 1) >= clause.first) return null
  const verb = word(view, clause.head)
  const perfect = /^['’]s$/.test(word(view, clause.first)) && !word(view, clause.head - 1).startsWith('be') && word(view, clause.head + 1) !== 'to'
  if (HOLDS.test(verb) || perfect) return null
  for (let t = clause.head + 1; t < endOf(view, cue!); t++) if (view.tokens[t]!.pos === 'VERB') return null
  return HEARS.test(verb) || word(view, tokenAt(view.tokens, mention.start)) === 'it' ? 'hearer' : 'subject'
}

/** Who a passive's `by` names where the content begins with it: `were attacked by | the guild because “they punish the young”`. */
export function agentIn(view: View, { cue, content }: { readonly cue: Range | null; readonly content: readonly Range[] }): { readonly mention: Range; readonly content: readonly Range[] } | null {
  const [part, ...rest] = content as readonly [Range, ...Range[]]
  if (cue === null || word(view, tokenAt(view.tokens, cue.end - 1)) !== 'by' || part.start < cue.end) return null
  const [first, end] = [tokenAt(view.tokens, part.start), endOf(view, part)]
  const agent = phraseAfter(view, first, end, false)
  if (agent === null || word(view, first - 1) !== 'by' || !/^(?:as|because|for|over)$/.test(word(view, agent.end))) return null
  return { mention: phraseRange(view, agent), content: agent.end < end ? [rangeOf(view, agent.end, end), ...rest] : rest }
}

/** Whether a cue says what somebody is called of whom another verb tells more: `Olga Brandt, 47, | dubbed | “the queen”, is head of the union`. */
function isNamed(view: View, mention: Range, cue: Range): boolean {
  const at = tokenAt(view.tokens, cue.start)
  if (!/^(?:dubbed|called|nicknamed|named|labell?ed|branded|christened|described)$/.test(word(view, at)) || word(view, at - 1) !== ',') return false
  const { endToken } = view.segmented.sentences[view.tokens[at]!.sentence]!
  const { clauses, clauseAt, phrases } = view.syntax
  for (let i = at + 1; i < endToken; i++) {
    const clause = clauses[clauseAt[i]!]
    const subject = clause?.finite && clause.first === i && word(view, i - 1) === ',' ? phrases[clause.subject] : undefined
    if (subject && view.tokens[subject.head]!.end <= mention.end && view.tokens[subject.head]!.start >= mention.start) return true
  }
  return false
}

/** Whether a cue is no verb but describes the noun behind it: `a | proposed | price`, `the suspected theft`. */
export function isModifier({ tokens, syntax }: View, cue: Range): boolean {
  const t = tokenAt(tokens, cue.start)
  const token = tokens[t]
  if (!token || token.end < cue.end || !/^(VERB|ADJ)$/.test(token.pos) || syntax.clauseAt[t]! >= 0) return false
  const phrase = syntax.phrases[syntax.phraseAt[t]!]
  return phrase !== undefined && phrase.head > t && phrase.first < t && (tokens[phrase.first]!.pos === 'DET' || /^(?:his|her|its|their|our|my)$/.test(tokens[phrase.first]!.lower))
}

function endOf({ tokens }: View, { end }: Range): number {
  return Math.min(tokenAt(tokens, end - 1) + 1, tokens.length)
}

/** The beginning of a word of which a mention has the end: `Under | -Secretary`. */
function beforeHyphen({ tokens }: View, first: number): number {
  const isBound = (t: number) => t > 0 && /^[-‐‑]$/.test(tokens[t]!.text) && tokens[t]!.start === tokens[t - 1]!.end
  return isBound(first) ? first - 1 : isBound(first - 1) && tokens[first - 1]!.end === tokens[first]!.start ? first - 2 : first
}

/** Where a name ends that goes on behind a nickname in quotation marks: `Walter “Sticks” | Monroe`. */
function behindNickname(view: View, end: number): number {
  const { tokens, quoteOf } = view
  if (!isMark(view, end) || tokens[end - 1]!.pos !== 'PROPN') return end
  let close = end + 1
  while (close < end + 5 && !isMark(view, close)) close++
  const surname = tokens[close + 1]
  return quoteOf[end]! >= 0 && quoteOf[end] === quoteOf[close] && surname?.pos === 'PROPN' && surname.text !== surname.lower ? close + 2 : end
}

/** Where the speaker ends before a verb of his own: `Karl Osei | considered leaving`; but `pictures published in May`. */
function beforePredicate({ tokens, syntax: { clauseAt, clauses, phrases } }: View, first: number, end: number): number {
  for (let t = first + 1; t < end; t++) {
    const clause = clauses[clauseAt[t]!]
    if (!clause?.finite || clause.first !== t || clause.by !== 'before' || phrases[clause.subject]!.first > first) continue
    const { pos, lower } = tokens[t]!
    const next = tokens[clause.end]
    if (/^(?:NOUN|PROPN)$/.test(tokens[t - 1]!.pos) && (pos === 'AUX' || lower.endsWith('ed')) && next !== undefined && !/^(?:ADP|PUNCT)$/.test(next.pos)) return t
  }
  return end
}

function bySubject(view: View, first: number, end: number, cue: Range | null): [number, number] {
  const clause = cue && clauseOf(view, cue)
  const subject = clause ? view.syntax.phrases[clause.subject] : undefined
  const limit = cue ? tokenAt(view.tokens, cue.start) : 0
  // the referee | who | sent off three has admitted
  const relative = end - first === 1 && RELATIVES.test(word(view, first))
  // a source who requested | anonymity | said
  const asked = view.syntax.clauses[view.syntax.clauseAt[first - 1]!]
  const who = asked?.by === 'relative' && asked.end === first && end - first === 1 && view.tokens[first]!.pos === 'NOUN' ? view.syntax.phrases[asked.subject] : undefined
  if (who && clause && clause.first === end && !canTell(word(view, first))) return [who.first, end]
  if (clause && subject && relative && subject.head < first && subject.reach > end && subject.reach <= clause.first) return [subject.first, subject.reach]
  if (!clause || !subject || clause.by !== 'before' || end > clause.first || subject.end > limit) return [first, end]
  if (end - first === 1 && /^(?:i|he|she|it|we|they)$/.test(word(view, first))) return [first, end]
  if (subject.head < first && hangsOn(view, first, end, subject, clause)) return [subject.first, end]
  return first < subject.first && end >= subject.end && isLeftOver(view, first, subject) ? [subject.first, end] : [first, end]
}

/** Where the speaker begins behind the end of the clause before: `cost a third of the trade, and | they`; people joined by `, and` both speak. */
function behindConjunct({ tokens, syntax }: View, first: number, end: number): number {
  let and = first + 1
  while (and < end && tokens[and]!.lower !== 'and') and++
  const phrase = syntax.phrases[syntax.phraseAt[first]!]
  if (and + 1 >= end || tokens[and - 1]!.text !== ',' || phrase === undefined || phrase.name !== null) return first
  const isList = tokens.slice(first, and - 1).some(({ text }) => text === ',')
  return isList || canTell(tokens[phrase.head]!.lower) ? first : and + 1
}

/** Whether a noun is a person's, a group's or a document's. */
export const canTell = (noun: string) => TITLES.has(noun) || isSourceNoun(noun) || isPersonNoun(withoutPlural(noun))

/** The finite clause whose verb a cue holds. */
export function clauseOf(view: View, cue: Range): Clause | null {
  for (let t = endOf(view, cue) - 1; t >= tokenAt(view.tokens, cue.start); t--) {
    const clause = view.syntax.clauses[view.syntax.clauseAt[t]!]
    if (clause) return clause.finite ? clause : null
  }
  return null
}

/** Whether a mention behind the subject's head hangs on it by a preposition or in its relative clause, or is a time; no apposition, no list. */
function hangsOn({ tokens, syntax }: View, first: number, end: number, subject: NounPhrase, clause: Clause): boolean {
  if (end < clause.first - 1 && end !== subject.reach) return false
  const phrase = syntax.phrases[syntax.phraseAt[first]!]
  if (phrase && (phrase.apposes >= 0 || phrase.joins >= 0)) return false
  for (let t = first; t < end; t++) if (tokens[t]!.text === ',' || HONORIFICS.has(tokens[t]!.lower)) return false
  const before = tokens[first - 1]!
  if (TIME_WORDS.has(tokens[end - 1]!.lower)) return true
  return before.pos === 'ADP' || (subject.reach >= end && hasVerb(syntax, subject.end, clause.first))
}

const hasVerb = (syntax: View['syntax'], from: number, to: number) => {
  for (let t = from; t < to; t++) if (syntax.clauseAt[t]! >= 0) return true
  return false
}

/** Whether what stands before the subject in a mention is the end of another clause, and no member of a list or title of the subject's. */
function isLeftOver({ tokens }: View, first: number, subject: NounPhrase): boolean {
  if (subject.joins >= 0 || subject.apposes >= 0) return false
  const front = tokens.slice(first, subject.first)
  if (front.some(({ lower }) => RELATIVES.test(lower))) return false
  return front.some(({ pos }) => pos === 'SCONJ')
}

const RELATIVES = /^(?:who|whom|whose|which)$/

/** A mention that begins behind a given name that the sentence begins with: `Rob | Lane`. */
function withGivenName({ tokens, segmented }: View, first: number): number {
  const [before, token] = [tokens[first - 1], tokens[first]!]
  if (!before || before.sentence !== token.sentence || segmented.sentences[token.sentence]!.firstToken !== first - 1) return first
  return token.pos === 'PROPN' && isGivenName(before.text) && before.text !== before.lower ? first - 1 : first
}

/** Where the person begins whose saying a time is reckoned from: `Less than two weeks after | Lena Marsh`. */
function behindTime(view: View, first: number, end: number): number {
  for (let t = first; t < end - 1; t++) {
    if (!RECKONED.test(word(view, t))) continue
    const time = t === first || view.tokens.slice(first, t).some(({ lower }) => TIME_WORDS.has(lower))
    return time && /^(?:PROPN|PRON|DET|NOUN)$/.test(view.tokens[t + 1]!.pos) ? t + 1 : first
  }
  return first
}

const RECKONED = /^(?:after|before|since)$/

const TIME_OPENER = /^(?:last|late|early|this|next|on|in|at|by|later|earlier)$/
const TIME_ENDER = /^(?:yesterday|today|tonight)$/

/** Without a time before a person (`Tuesday morning | Lena Marsh`, `Monday | officials`) or behind; null for a time alone. */
function withoutTimes(view: View, first: number, end: number): Range | null {
  let from = first
  let [timed, dated] = [false, false]
  while (from < end && (TIME_OPENER.test(word(view, from)) || TIME_WORDS.has(word(view, from)) || /^\d{1,4}$/.test(word(view, from)))) {
    timed ||= TIME_WORDS.has(word(view, from))
    dated ||= /^(?:on|in|at|by)$/.test(word(view, from))
    from++
  }
  if (timed && from >= end) return isTime(view, first, end) ? null : rangeOf(view, first, end)
  const isName = from - first === 1 && isGivenName(view.tokens[first]!.text) && view.tokens[first - 1]?.pos !== 'ADP' // Summer Reed
  if (isName || !timed || !(opensPerson(view, from) || (PLAIN_DATES.has(word(view, from - 1)) && canTell(word(view, from))) || (dated && view.tokens[from]!.pos === 'PROPN'))) from = first
  while (end - from > 1 && TIME_ENDER.test(view.tokens[end - 1]!.text)) end--
  return rangeOf(view, from, end)
}

/** Whether a stretch of words for times names nobody: no surname (`Day said`) and no title (`24 Hours`). */
function isTime({ tokens }: View, first: number, end: number): boolean {
  return tokens.slice(first, end).every(({ text, lower }) => text === lower || PLAIN_DATES.has(lower) || TIME_OPENER.test(lower))
}

function opensPerson(view: View, t: number): boolean {
  const { lower, text, pos } = view.tokens[t]!
  const titled = TITLES.has(lower) || HONORIFICS.has(lower.replace('.', ''))
  return titled || pos === 'PRON' || pos === 'DET' || (text !== lower && isGivenName(text))
}
