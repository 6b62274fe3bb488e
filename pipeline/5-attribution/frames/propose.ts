import { contains, type Range } from '../../model/span.ts'
import { clauseEnd, hasFinite, withoutPunctuation, type Group } from './clause.ts'
import { complementOf, quoteEnd, type Complement } from './complement.ts'
import { verbCues, type VerbCue } from './cues.ts'
import { isNominal, isTime, isVerbal, phraseRange } from './phrases.ts'
import type { Tokens } from '../../model/layers.ts'
import { otherCues } from './other-cues.ts'
import { passive } from './passive.ts'
import { proposal, type Found, type Proposal, type Reported } from './proposal.ts'
import { mainSubject, subjectOf, type Subject } from './subject.ts'
import { CUE, holdsCue, isDash, isMark, isStop, rangeOf, word, type View } from './view.ts'
import { PLAIN_DATES } from '../../lexicon/times.ts'

/** What the frames of the lexicon find in one sentence (tokens `from` to before `to`), in order of the cues. */
export function proposeInSentence(view: View, from: number, to: number): readonly Proposal[] {
  if (!holdsCue(view, from, to)) return []
  const found: Found[] = verbCues(view, from, to).map((cue) => {
    const subject = subjectOf(view, cue, from, to)
    const first = subject === null || subject === 'inherit' || subject.inverted ? cue.first : Math.min(subject.phrase.first, cue.first)
    return { cue, first, subject }
  })
  const proposals: Proposal[] = []
  const spoken: Spoken[] = []
  for (const each of found) {
    const { subject } = each
    const mention = subject === 'inherit' ? sharedSubject(view, spoken, each.cue, from) : (subject?.phrase ?? null)
    const claim = each.cue.passive ? passive(view, each, from, to, found) : active(view, each, mention, from, to, found)
    if (claim === null) continue
    proposals.push(claim)
    if (mention !== null && !each.cue.passive) spoken.push({ cue: each.cue, content: claim.content, mention })
  }
  return [...proposals, ...otherCues(view, from, to, found)].filter((each) => each.content.length > 0)
}

interface Spoken {
  readonly cue: VerbCue
  readonly content: readonly Range[]
  readonly mention: Tokens
}

/**
 * Whose subject a participle or second verb shares: the last speaker who is not reported within another's words, else whoever
 * the sentence is about.
 */
function sharedSubject(view: View, spoken: readonly Spoken[], cue: VerbCue, from: number): Tokens | null {
  const isOutermost = (each: Spoken) => !spoken.some((other) => other !== each && isInside(view, each.cue, other))
  const level = spoken.findLast((each) => !isInside(view, cue, each) && isOutermost(each))
  return (level ?? spoken.at(-1))?.mention ?? mainSubject(view, from, cue.first)
}

const isInside = (view: View, { head }: VerbCue, { content }: Spoken) => content.some((part) => contains(part, view.tokens[head]!))

function active(view: View, found: Found, mention: Tokens | null, from: number, to: number, groups: readonly Group[]): Proposal | null {
  const { cue, subject } = found
  if (mention === null) return null
  if (found.first === from + 1 && word(view, from) === 'as') return asReported(view, found, mention, to, groups)
  const inverted = isInverted(subject)
  const left = found.first > from && cue.finite ? leftContent(view, found, from) : null
  const complement = inverted || (left !== null && left.quote) ? null : complementOf(view, cue, to, groups)
  if (complement !== null) return withComplement(view, cue, mention, complement)
  if (left === null || (!left.quote && !trails(view, found, inverted, to))) return null
  const right = rightOfTrailing(view, inverted ? mention.end : cue.end, to, left.quote, groups)
  const frame = left.quote ? 'quotation before the cue' : 'clause before the cue'
  return proposal(reported(view, cue, mention, frame), left.quote ? 'same-end' : 'end', right === null ? [left.range] : [left.range, right])
}

/** What the parts of a claim are, its content aside. */
function reported(view: View, cue: VerbCue, mention: Tokens, frame: string): Reported {
  return { cue: rangeOf(view, cue.first, cue.end), mention: phraseRange(view, mention), mode: cue.verb.mode, frame }
}

function isInverted(subject: Subject): boolean {
  return subject !== null && subject !== 'inherit' && subject.inverted
}

/** Verbs that trail behind a clause though they introduce no quotations. */
const TRAILING: ReadonlySet<string> = new Set(['think', 'believe', 'say', 'fear', 'hope', 'suspect', 'estimate', 'predict', 'forecast'])

/** Whether `X said` can stand behind a clause: nothing follows that the verb would govern, and X is no relative pronoun. */
function trails(view: View, { cue }: Found, inverted: boolean, to: number): boolean {
  const { frames } = cue.verb
  if (!frames.has('quote') && !TRAILING.has(cue.verb.lemma)) return false
  if (inverted) return true
  if (/^(?:who|which|that)$/.test(word(view, cue.first - 1))) return false
  const next = view.tokens[cue.end]
  if (next === undefined || cue.end >= to || frames.has('hearer')) return true
  return !isNominal(view, cue.end) || PLAIN_DATES.has(next.lower) || isTime(view, cue.end)
}

/** `As the Mail reported on Monday, content`. */
function asReported(view: View, { cue }: Found, mention: Tokens, to: number, groups: readonly Group[]): Proposal | null {
  let comma = cue.end
  while (comma < to && word(view, comma) !== ',') comma++
  const end = comma < to ? clauseEnd(view, comma + 1, to, groups) : 0
  if (end <= comma + 1 || !hasFinite(view, comma + 1, end)) return null
  return proposal(reported(view, cue, mention, 'as reported'), 'certain', [rangeOf(view, comma + 1, end)])
}

const CLAUSES: ReadonlySet<Complement['frame']> = new Set(['that', 'wh'])

function withComplement(view: View, cue: VerbCue, mention: Tokens, complement: Complement): Proposal {
  return {
    content: [rangeOf(view, complement.first, complement.end)],
    cue: rangeOf(view, cue.first, Math.max(cue.end, complement.frame === 'quote' ? cue.end : complement.cueEnd)),
    mention: phraseRange(view, mention),
    mode: cue.verb.mode,
    frame: `${cue.verb.lemma} + ${complement.frame}`,
    extent: CLAUSES.has(complement.frame) ? 'clause' : 'loose',
  }
}

/** The content that ends right before `X said` or `said X`, set off by a comma, dash or quotation mark. */
function leftContent(view: View, found: Found, from: number): { range: Range; quote: boolean } | null {
  let end = found.first
  while (end > from && view.tokens[end - 1]!.pos === 'ADV' && view.quoteOf[end - 1]! < 0) end--
  if (word(view, end - 1) === 'as') end--
  const setOff = word(view, end - 1) === ',' || isDash(view, end - 1)
  if (setOff) end--
  if (end <= from) return null
  const quote = view.quoteOf[end - 1]!
  if (quote >= 0) {
    const { start } = view.quotes.quotations[quote]!
    let first = end - 1
    while (first > 0 && view.quoteOf[first - 1] === quote) first--
    if (!setOff && !/^[,.?!…—–―-]+$/.test(word(view, end - 2))) return null
    const opened = first > from && !isClauseBefore(view, first, from)
    return { range: { start: opened ? view.tokens[from]!.start : start, end: view.tokens[end - 1]!.end }, quote: true }
  }
  if (!setOff) return null
  const bare = withoutPunctuation(view, from, end)
  if (bare <= from) return null
  const range = rangeOf(view, from, bare)
  const ends = isStop(view, found.cue.end)
  if (end - from >= 3 && (hasFinite(view, from, end) || (ends && end - from > 4))) return { range, quote: false }
  // The reactor, the operator said, would be restarted; The reactor, said Doe, was old
  const close = isInverted(found.subject) ? (found.subject as { phrase: Tokens }).phrase.end : found.cue.end
  return word(view, close) === ',' && isVerbal(view, close + 1) ? { range, quote: false } : null
}

/** Whether a quotation stands on its own: what is before it in the sentence is a clause of its own. */
function isClauseBefore(view: View, first: number, from: number): boolean {
  const before = word(view, first - 1)
  return before === ':' || before === ',' || before === ';' || /^[.?!]$/.test(before) || isMark(view, first - 1) || first - from > 30
}

/** Words behind the cue's comma that begin something said of the reporting. */
const ADJUNCT = /^(?:who|which|while|as|after|when|where|whose|according|citing|in|at|on|during|before|following|adding)$/

/** `The deal, she said, was dead`; `“We agree,” he said, “it is a must.”`: what goes on behind the cue in the sentence. */
function rightOfTrailing(view: View, groupEnd: number, to: number, quote: boolean, groups: readonly Group[]): Range | null {
  const last = quote ? Math.min(to, groupEnd + 30) : groupEnd
  for (let i = groupEnd; i < last; i++) {
    if (view.cues[i]! & CUE.verb) break
    if (!isMark(view, i) || view.quoteOf[i]! < 0) continue
    return word(view, i - 1) === ',' || word(view, i - 1) === ':' || i === groupEnd ? rangeOf(view, i, quoteEnd(view, i)) : null
  }
  if (quote || word(view, groupEnd) !== ',' || groupEnd + 2 >= to) return null
  const start = groupEnd + 1
  const opening = view.tokens[start]!
  if (ADJUNCT.test(opening.lower) || (opening.pos === 'VERB' && opening.lower.endsWith('ing'))) return null
  const end = clauseEnd(view, start, to, groups)
  return end > start && hasFinite(view, start, end) ? rangeOf(view, start, end) : null
}
