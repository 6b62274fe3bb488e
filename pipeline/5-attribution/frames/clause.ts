import { REPORTING_VERBS } from '../../lexicon/reporting.ts'
import type { VerbCue } from './cues.ts'
import { isTime, isVerbal } from './phrases.ts'
import { finiteClauseIn } from '../../text/syntax.ts'
import { isDash, isMark, word, type View } from './view.ts'
import { PLAIN_DATES } from '../../lexicon/times.ts'

/** A cue with the first token of its group: subject and verb phrase together. */
export interface Group {
  readonly cue: VerbCue
  readonly first: number
}

const CONJUNCTION = /^(?:and|but|while|whereas|though|although|as|or)$/
/** Words behind a comma that begin something said of the reporting rather than of what was reported. */
const ASIDE = /^(?:without|according|citing|quoting|per)$/

/**
 * Where a clause that begins at token `start` ends (behind its last token): at the sentence's end, or where another
 * reporting begins that is not part of it.
 */
export function clauseEnd(view: View, start: number, to: number, groups: readonly Group[]): number {
  let i = start
  for (; i < to; i++) {
    const quote = view.quoteOf[i]!
    if (quote >= 0) {
      while (i + 1 < to && view.quoteOf[i + 1] === quote) i++
      if (word(view, i - 1) === ',' && asideFollows(view, i + 1)) {
        i++
        break
      }
      continue
    }
    const lower = word(view, i)
    if (lower === ';') break
    if (i > start && (lower === ',' ? asideFollows(view, i + 1) : CONJUNCTION.test(lower) && word(view, i + 1) === 'according')) break
    if (i > start && otherReport(view, start, i, groups)) break
  }
  // a quotation of several sentences that begins in the clause belongs to it whole
  const open = view.quoteOf[i - 1] ?? -1
  if (i === to && i > start && open >= 0 && view.quoteOf[i] === open) {
    while (view.quoteOf[i] === open) i++
    return i
  }
  return withoutPunctuation(view, start, i)
}

function asideFollows(view: View, i: number): boolean {
  const lower = word(view, i)
  if (ASIDE.test(lower)) return true
  const at = lower === 'and' || lower === 'but' || view.tokens[i]?.pos === 'ADV' ? i + 1 : i
  return REPORTING_VERBS.get(word(view, at))?.some((reading) => reading.form === 'ing') ?? false
}

/** A clause that begins so has its subject behind the first comma: `in Paris, she said`. */
const OPENING = new Set(['ADP', 'SCONJ', 'ADV'])

/** Whether at token `i` (a comma or conjunction) a report begins that stands beside the clause, not in it. */
function otherReport(view: View, start: number, i: number, groups: readonly Group[]): boolean {
  const lower = word(view, i)
  const joined = CONJUNCTION.test(lower)
  if (!joined && lower !== ',' && !isDash(view, i)) return false
  let at = i + 1
  while (CONJUNCTION.test(word(view, at)) || view.tokens[at]?.pos === 'ADV') at++
  const behindAs = word(view, at - 1) === 'as'
  const group = groups.find(({ cue, first }) => cue.finite && (cue.passive ? cue.first === at && behindAs : first === at))
  if (group !== undefined && sharesStance(group, start, i, groups)) return false
  if (group === undefined || (!joined && OPENING.has(view.tokens[start]!.pos) && !hasFinite(view, start, i))) return false
  // `and said`: shares the subject; `, Doe said`: trails behind the clause or stands beside it
  const sharesSubject = group.first === group.cue.first && group.cue.first === group.cue.head
  return !joined || sharesSubject || lower === 'while' || lower === 'as' || lower === 'but' || word(view, i - 1) === ','
}

const holdsSomething = ({ verb: { frames } }: VerbCue) => frames.has('np') && !frames.has('that') && !frames.has('quote')

/** `said she | favoured the road and opposed the toll`: of two verbs that hold something for good or bad the second shares the first one's subject. */
function sharesStance({ cue, first }: Group, start: number, i: number, groups: readonly Group[]): boolean {
  const inner = groups.findLast((each) => each.cue.head < i && each.first < each.cue.first && each.first >= start)
  return inner !== undefined && inner.first === start && first === cue.first && holdsSomething(cue) && holdsSomething(inner.cue)
}

/** Whether a finite verb stands between two tokens: `in Paris, she said` has none before the comma. */
export function hasFinite({ syntax }: View, from: number, end: number): boolean {
  return finiteClauseIn(syntax, from, end) !== null
}

/** The end without trailing commas, stops and dashes. */
export function withoutPunctuation(view: View, start: number, end: number): number {
  let i = end
  while (i > start && isPunctuation(view, i - 1)) i--
  return i
}

const isPunctuation = (view: View, at: number) =>
  /^[,;:.?!…]+$/.test(word(view, at)) || isDash(view, at) || (isMark(view, at) && view.quoteOf[at]! < 0)

/** Where a noun phrase or gerund that begins at `start` ends with all that hangs on it: before another finite clause. */
export function complementEnd(view: View, start: number, to: number, groups: readonly Group[]): number {
  const end = clauseEnd(view, start, to, groups)
  for (let i = start + 1; i < end; i++) {
    if (view.quoteOf[i]! >= 0) continue
    const lower = word(view, i)
    const over =
      isWhen(view, i) ||
      (lower === ',' && !GOES_ON.test(word(view, i + 1)) && !listItem(view, i, end)) ||
      ((lower === 'and' || lower === 'but') && finiteFollows(view, i + 1, end))
    if (over) return withoutPunctuation(view, start, i)
  }
  return end
}

const TIMED = /^(?:after|before|during|when|while|yesterday|today|earlier)$/
/** Behind a comma, what still belongs to the phrase before it. */
const GOES_ON = /^(?:and|or|as|including|which|who|whose|not|especially|particularly|such)$/

/** Behind a noun phrase, what says when it was said rather than what. */
function isWhen(view: View, i: number): boolean {
  const lower = word(view, i)
  if (TIMED.test(lower) || isTime(view, i)) return true
  if (lower === 'as' && view.tokens[i + 1]?.pos === 'PRON' && isVerbal(view, i + 2)) return true
  return PLAIN_DATES.has(lower === 'on' ? word(view, i + 1) : lower) && !/^(?:DET|ADP)$/.test(view.tokens[i - 1]!.pos)
}

function listItem(view: View, comma: number, end: number): boolean {
  for (let i = comma + 1; i < end && i < comma + 8; i++) {
    if (/^(?:and|or)$/.test(word(view, i))) return true
    if (isVerbal(view, i)) return false
  }
  return false
}

function finiteFollows(view: View, i: number, end: number): boolean {
  let at = i
  while (at < end && view.tokens[at]!.pos === 'ADV') at++
  const token = view.tokens[at]
  if (token === undefined || at >= end) return false
  return token.pos === 'AUX' || (token.pos === 'VERB' && /(?:ed|s)$/.test(token.lower)) || (token.pos === 'PRON' && isVerbal(view, at + 1))
}

const CLAUSE_OPENING = /^(?:there|if|when|while|because|unless|although)$/

/** Whether a clause with a subject and a finite verb of its own begins at token `start`: with its subject, an adverb, a quotation or what opens it. */
export function isClause(view: View, start: number, to: number): boolean {
  const { phrases, phraseAt } = view.syntax
  const adverb = view.tokens[start]?.pos === 'ADV' || CLAUSE_OPENING.test(word(view, start)) || isMark(view, start)
  if (start >= to || (phraseAt[start]! < 0 && !adverb)) return false
  const end = Math.min(to, start + 30)
  for (let clause = finiteClauseIn(view.syntax, start, end); clause !== null; clause = finiteClauseIn(view.syntax, clause.end, end)) {
    const first = phrases[clause.subject]?.first ?? -1
    if (first < start || clause.by === 'relative' || clause.by === 'shared') continue
    return phraseAt[start]! < 0 || first === start
  }
  return false
}
