import { REPORTING_VERBS, type Frame, type Preposition } from '../../lexicon/reporting.ts'
import type { VerbCue } from './cues.ts'
import { clauseEnd, complementEnd, hasFinite, isClause, type Group } from './clause.ts'
import { isNominal, phraseAfter } from './phrases.ts'
import { CUE, isMark, isStop, word, type View } from './view.ts'
import { PLAIN_DATES } from '../../lexicon/times.ts'

/** The content that stands behind a cue: tokens `first` to before `end`. */
export interface Complement {
  readonly first: number
  readonly end: number
  /** Where the cue ends: behind the preposition that the frame binds. */
  readonly cueEnd: number
  readonly frame: Frame
}

const WH = /^(?:whether|if|how|why|what|when|where|who|which)$/
const PREPOSITIONS = new Set('in on at during after to via through before from by for with about of'.split(' '))
const TIME = new Set(
  (
    'today yesterday tonight earlier later recently previously again then now ago once here last this next week month year early ' +
    'late morning afternoon evening night publicly privately repeatedly also only'
  ).split(' '),
)

/** The complement behind the cue by the frames of its verb, or null. Time, place and hearer may stand between. */
export function complementOf(view: View, cue: VerbCue, to: number, groups: readonly Group[]): Complement | null {
  const at = cue.end
  if (at >= to) return null
  const marked = markedClause(view, cue, to, groups)
  if (marked !== null) return marked
  const direct = complementAt(view, cue, at, to, groups, true)
  if (direct !== null) return direct
  for (const i of adjunctEnds(view, at, to)) {
    const found = complementAt(view, cue, i, to, groups, false)
    if (found !== null) return found
  }
  return null
}

/** A clause with `that`, adverbs, times and places before it: `said on Monday after the talks that`. */
function markedClause(view: View, cue: VerbCue, to: number, groups: readonly Group[]): Complement | null {
  if (!cue.verb.frames.has('that') && !cue.verb.frames.has('that-only')) return null
  const at = [cue.end, ...adjunctEnds(view, cue.end, to)].map((i) => behindAside(view, i, to)).find((i) => word(view, i) === 'that')
  if (at === undefined) return null
  const first = SUBJECT_THAT.test(word(view, at + 1)) ? at : at + 1
  return clauseFrom(view, cue, first, to, groups, 'that')
}

/** Behind a `that` which is the clause's subject: `said that was enough`. */
const SUBJECT_THAT = /^(?:is|was)$/

/** Behind `, citing two people,` in front of a `that`, else `at` itself. */
function behindAside(view: View, at: number, to: number): number {
  if (word(view, at) !== ',' || !(view.cues[at + 1]! & CUE.citing)) return at
  for (let i = at + 2; i + 1 < to && i < at + 25; i++) if (word(view, i) === ',' && word(view, i + 1) === 'that') return i + 1
  return at
}

/** Behind the first adjunct at `at`, behind the second, ... */
function adjunctEnds(view: View, at: number, to: number): readonly number[] {
  const ends: number[] = []
  for (let i: number | null = at; ends.length < 4; ) {
    i = behindAdjunct(view, i, to)
    if (i === null || i >= to) break
    ends.push(i)
  }
  return ends
}

/** Behind an adverb, a time or a prepositional phrase, or a hearer; null if there is none at `i`. */
function behindAdjunct(view: View, i: number, to: number): number | null {
  const token = view.tokens[i]!
  if (view.quoteOf[i]! >= 0) return null
  if (token.pos === 'ADV' || TIME.has(token.lower) || PLAIN_DATES.has(token.lower)) return i + 1
  if (token.pos === 'NUM') return i + 1
  if (!PREPOSITIONS.has(token.lower)) return null
  const phrase = phraseAfter(view, i + 1, to, false)
  return phrase === null ? null : phrase.end
}

function complementAt(view: View, cue: VerbCue, at: number, to: number, groups: readonly Group[], adjacent: boolean): Complement | null {
  const { frames } = cue.verb
  const lower = word(view, at)
  const speaks = frames.has('quote') || frames.has('that')
  if (lower === ':' && speaks) return quoted(view, at + 1) ?? clauseFrom(view, cue, at + 1, to, groups, 'that')
  if (lower === ',' && frames.has('quote')) return quoted(view, at + 1)
  if (isMark(view, at) && view.quoteOf[at]! >= 0) return quotedOrClause(view, cue, at, to, groups)
  if (WH.test(lower) && (frames.has('wh') || frames.has('that'))) return clauseFrom(view, cue, at, to, groups, 'wh')
  if (frames.has('inf') && isInfinitive(view, cue, at)) return clauseFrom(view, cue, at, to, groups, 'inf')
  if (adjacent && frames.has(lower as Preposition)) return prepositional(view, cue, at, to, groups)
  const gerund = lower.endsWith('ing') && view.tokens[at]!.pos === 'VERB'
  if (adjacent && gerund && frames.has('ing')) return made(at, complementEnd(view, at, to, groups), cue.end, 'ing')
  if (adjacent && frames.has('hearer')) {
    const hearer = behindHearer(view, cue, at, to, groups)
    if (hearer !== null) return hearer
  }
  if (adjacent) {
    const crossed = crossing(view, cue, at, to, groups)
    if (crossed !== null) return crossed
  }
  // with shops adding 300 jobs
  const grows = cue.verb.lemma === 'add' && !cue.finite && isNominal(view, cue.first - 1)
  if (frames.has('that') && !grows && !PLAIN_DATES.has(lower) && isClause(view, at, to)) return clauseFrom(view, cue, at, to, groups, 'that')
  if (adjacent && frames.has('np') && cue.finite && isNominal(view, at)) return nominal(view, cue, at, to, groups)
  return null
}

function made(first: number, end: number, cueEnd: number, frame: Complement['frame']): Complement | null {
  return end > first ? { first, end, cueEnd, frame } : null
}

function clauseFrom(view: View, cue: VerbCue, first: number, to: number, groups: readonly Group[], frame: Frame): Complement | null {
  return made(first, clauseEnd(view, first, to, groups), cue.end, frame)
}

/** `to pay`, `not to pay`; but what somebody refuses to say is the content, not the saying. */
function isInfinitive(view: View, cue: VerbCue, at: number): boolean {
  if (word(view, at) === 'not') return word(view, at + 1) === 'to'
  if (word(view, at) !== 'to' || !/^(?:VERB|AUX|ADV|NOUN)$/.test(view.tokens[at + 1]?.pos ?? '')) return false
  return cue.verb.lemma !== 'refuse' || !REPORTING_VERBS.has(word(view, at + 1))
}

/** The quotation that begins at `at`, whole. */
function quoted(view: View, at: number): Complement | null {
  const quote = view.quoteOf[at] ?? -1
  if (at >= view.tokens.length || quote < 0 || !isMark(view, at)) return null
  return { first: at, end: quoteEnd(view, at), cueEnd: at, frame: 'quote' }
}

/** Behind the last token of the quotation at `at`. */
export function quoteEnd(view: View, at: number): number {
  const quote = view.quoteOf[at]!
  let end = at
  while (end < view.tokens.length && view.quoteOf[end] === quote) end++
  return end
}

/** A quotation right behind the verb: all of the content where a sentence ends with it, else the beginning of a clause. */
function quotedOrClause(view: View, cue: VerbCue, at: number, to: number, groups: readonly Group[]): Complement | null {
  const { frames } = cue.verb
  const end = quoteEnd(view, at)
  const last = word(view, end - 2)
  // ended like a sentence, or long and begun like one
  const sentence = frames.has('quote') && end - at > 6 && /^[A-Z]/.test(view.tokens[at + 1]!.text)
  // said “yes” and left
  const left = word(view, end) === 'and' && view.tokens[end + 1]?.pos === 'VERB' && end - at > 3
  const closed = sentence || left || /^[.,?!…]+$/.test(last) || end >= to || isStop(view, end) || word(view, end) === ','
  if (closed && (frames.has('quote') || frames.has('that'))) return { first: at, end, cueEnd: cue.end, frame: 'quote' }
  const clause = clauseEnd(view, at, to, groups)
  if (frames.has('quote') || (frames.has('that') && hasFinite(view, at, clause))) return made(at, clause, cue.end, 'that')
  return null
}

/** `told the court that`, `assured them: “...”`. */
function behindHearer(view: View, cue: VerbCue, at: number, to: number, groups: readonly Group[]): Complement | null {
  const hearer = phraseAfter(view, at, to, false)
  if (hearer === null) return null
  for (let i = hearer.end, steps = 0; i < to && steps < 4; steps++) {
    const lower = word(view, i)
    if (lower === 'that') return clauseFrom(view, cue, i + 1, to, groups, 'that')
    if (lower === ':' || lower === ',') {
      const quote = quoted(view, i + 1)
      if (quote !== null) return { first: quote.first, end: quote.end, cueEnd: cue.end, frame: quote.frame }
    }
    if (isMark(view, i) && view.quoteOf[i]! >= 0) return quotedOrClause(view, cue, i, to, groups)
    if (WH.test(lower) || (lower === 'to' && view.tokens[i + 1]?.pos === 'VERB')) return clauseFrom(view, cue, i, to, groups, 'wh')
    const next = behindAdjunct(view, i, to)
    // told reporters he had left: a noun behind the hearer begins a clause only where no time or place follows
    const mayBegin = steps > 0 || next === null || view.tokens[at]!.pos === 'PRON'
    if (mayBegin && isClause(view, i, to)) return clauseFrom(view, cue, i, to, groups, 'that')
    if (next === null) return null
    i = next
  }
  return null
}

/** `called for a ban`, `called on the club to pay`, `spoke about it`. */
function prepositional(view: View, cue: VerbCue, at: number, to: number, groups: readonly Group[]): Complement | null {
  const lower = word(view, at) as Preposition
  const first = at + 1
  if (first >= to || PLAIN_DATES.has(word(view, first))) return null
  if (!isNominal(view, first) && !isMark(view, first) && view.tokens[first]!.pos !== 'VERB' && !WH.test(word(view, first))) return null
  if (lower === 'on' && cue.verb.lemma === 'call') {
    const whom = phraseAfter(view, first, to)
    if (whom === null || !hasInfinitive(view, whom.end, to)) return null
    return made(first, clauseEnd(view, first, to, groups), first, 'on')
  }
  const end = word(view, first) === 'how' || lower === 'for' ? clauseEnd(view, first, to, groups) : complementEnd(view, first, to, groups)
  return made(first, end, first, lower)
}

function hasInfinitive(view: View, from: number, to: number): boolean {
  for (let i = from; i < to && i < from + 10; i++) if (word(view, i) === 'to' && view.tokens[i + 1]?.pos === 'VERB') return true
  return false
}

const CROSSINGS: readonly [Frame, string][] = [
  ['x-of', 'of'],
  ['x-for', 'for'],
  ['x-as', 'as'],
]

/** `accused the club of fraud`, `described it as a farce`, `urged the club to pay`: the phrase belongs to the content. */
function crossing(view: View, cue: VerbCue, at: number, to: number, groups: readonly Group[]): Complement | null {
  const { frames } = cue.verb
  const wanted = CROSSINGS.filter(([frame]) => frames.has(frame))
  if (wanted.length === 0 && !frames.has('do') && !frames.has('x-name')) return null
  if (!isNominal(view, at)) return null
  const end = clauseEnd(view, at, to, groups)
  if (frames.has('x-name') && isNamed(view, at, end)) return made(at, end, cue.end, 'x-name')
  if (frames.has('do') && hasInfinitive(view, at + 1, Math.min(end, at + 14))) return made(at, end, cue.end, 'do')
  for (const [frame, preposition] of wanted) {
    for (let i = at + 1; i < end && i < at + 16; i++) {
      if (word(view, i) !== preposition || view.quoteOf[i]! >= 0) continue
      return made(at, frame === 'x-for' ? complementEnd(view, at, to, groups) : end, cue.end, frame)
    }
  }
  return null
}

/** `called it “a farce”`, `called the plan a farce`: a phrase, then what it is called. */
function isNamed(view: View, at: number, end: number): boolean {
  const phrase = phraseAfter(view, at, end, false)
  if (phrase === null) return false
  // called the plan reckless
  if (phrase.end - phrase.first > 2 && view.tokens[phrase.end - 1]!.pos === 'ADJ') return phrase.end <= end
  if (phrase.end >= end) return false
  // called it on Friday “a farce”
  if (PLAIN_DATES.has(word(view, phrase.end)) && isMark(view, phrase.end + (view.tokens[phrase.end + 1]?.pos === 'DET' ? 2 : 1))) return true
  const next = view.tokens[phrase.end]!
  if (view.quoteOf[phrase.end]! >= 0 || /^(?:a|an|the|it|one|his|her|their)$/.test(next.lower)) return true
  return next.pos === 'ADJ' && view.tokens[at]!.pos === 'PRON'
}

/** A noun phrase as content. */
function nominal(view: View, cue: VerbCue, at: number, to: number, groups: readonly Group[]): Complement | null {
  if (PLAIN_DATES.has(word(view, at)) || (TIME.has(word(view, at)) && at + 1 >= to)) return null
  return made(at, complementEnd(view, at, to, groups), cue.end, 'np')
}
