import { contains, type Range } from '../../model/span.ts'
import { clauseEnd, hasFinite, withoutPunctuation, type Group } from './clause.ts'
import { complementOf, quoteEnd, type Complement } from './complement.ts'
import { verbCues, type VerbCue } from './cues.ts'
import { isNominal, isTime, isVerbal, phraseAfter, phraseBefore, phraseRange, WEEKDAYS, type Phrase } from './noun-phrase.ts'
import { otherCues } from './other-cues.ts'
import type { Proposal } from './proposal.ts'
import { mainSubject, subjectOf, type Subject } from './subject.ts'
import { CUE, isDash, isMark, isStop, rangeOf, word, type View } from './view.ts'

interface Found extends Group {
  readonly subject: Subject
}

/** What the frames of the lexicon find in one sentence (tokens `from` to before `to`), in order of the cues. */
export function proposeInSentence(view: View, from: number, to: number): readonly Proposal[] {
  const found: Found[] = verbCues(view, from, to).map((cue) => {
    const subject = subjectOf(view, cue, from, to)
    const first = subject === null || subject === 'inherit' || subject.inverted ? cue.first : Math.min(subject.phrase.first, cue.first)
    return { cue, first, subject }
  })
  const proposals: Proposal[] = []
  const spoken: Spoken[] = []
  for (const each of found) {
    const mention = each.subject === 'inherit' ? (speakerOf(view, spoken, each.cue) ?? mainSubject(view, from, each.cue.first)) : (each.subject?.phrase ?? null)
    const proposal = each.cue.passive ? passive(view, each, from, to, found) : active(view, each, mention, from, to, found)
    if (proposal === null) continue
    proposals.push(proposal)
    if (mention !== null && !each.cue.passive) spoken.push({ cue: each.cue, content: proposal.content, mention })
  }
  return [...proposals, ...otherCues(view, from, to, found)].filter((each) => each.content.length > 0)
}

interface Spoken {
  readonly cue: VerbCue
  readonly content: readonly Range[]
  readonly mention: Phrase
}

/** Whose subject a participle or second verb shares: the last speaker who is not reported within another's words. */
function speakerOf(view: View, spoken: readonly Spoken[], cue: VerbCue): Phrase | null {
  const at = view.tokens[cue.head]!
  const inside = (content: readonly Range[], token: Range) => content.some((part) => contains(part, token))
  const level = spoken.filter((each) => !inside(each.content, at))
  return level.findLast((each) => !spoken.some((other) => other !== each && inside(other.content, view.tokens[each.cue.head]!)))?.mention ?? spoken.at(-1)?.mention ?? null
}

function active(view: View, found: Found, mention: Phrase | null, from: number, to: number, groups: readonly Group[]): Proposal | null {
  const { cue, subject } = found
  if (mention === null) return null
  if (found.first === from + 1 && word(view, from) === 'as') return asReported(view, found, mention, to, groups)
  const inverted = isInverted(subject)
  const left = found.first > from && cue.finite ? leftContent(view, found, from) : null
  const complement = inverted || (left !== null && left.quote) ? null : complementOf(view, cue, to, groups)
  if (complement !== null) return withComplement(view, cue, mention, complement)
  if (left === null) return relativeObject(view, found, mention, from, to)
  if (!left.quote && !trails(view, found, inverted, to)) return null
  const groupEnd = inverted ? mention.end : cue.end
  const right = rightOfTrailing(view, groupEnd, to, left.quote, groups)
  return {
    content: right === null ? [left.range] : [left.range, right],
    cue: rangeOf(view, cue.first, cue.end),
    mention: phraseRange(view, mention),
    mode: cue.verb.mode,
    frame: left.quote ? 'quotation before the cue' : 'clause before the cue',
  }
}

function isInverted(subject: Subject): boolean {
  return subject !== null && subject !== 'inherit' && subject.inverted
}

/** Whether `X said` can stand behind a clause: nothing follows that the verb would govern, and X is no relative pronoun. */
function trails(view: View, { cue }: Found, inverted: boolean, to: number): boolean {
  const { frames } = cue.verb
  if (!frames.has('quote') && !frames.has('that')) return false
  if (inverted) return true
  if (/^(?:who|which|that)$/.test(word(view, cue.first - 1))) return false
  const next = view.tokens[cue.end]
  if (next === undefined || cue.end >= to || frames.has('hearer')) return true
  return !isNominal(view, cue.end) || WEEKDAYS.test(next.lower) || isTime(view, cue.end)
}

/** `As the Mail reported on Monday, content`. */
function asReported(view: View, { cue }: Found, mention: Phrase, to: number, groups: readonly Group[]): Proposal | null {
  let comma = cue.end
  while (comma < to && word(view, comma) !== ',') comma++
  const end = comma < to ? clauseEnd(view, comma + 1, to, groups) : 0
  if (end <= comma + 1 || !hasFinite(view, comma + 1, end)) return null
  return { content: [rangeOf(view, comma + 1, end)], cue: rangeOf(view, cue.first, cue.end), mention: phraseRange(view, mention), mode: cue.verb.mode, frame: 'as reported' }
}

/** `waiting for spring, which both clubs have proposed`: what the relative pronoun takes up. */
function relativeObject(view: View, found: Found, mention: Phrase, from: number, to: number): Proposal | null {
  const { cue } = found
  if (!cue.verb.frames.has('np') || cue.end < to - 1 || !/^(?:which|that)$/.test(word(view, mention.first - 1))) return null
  const comma = mention.first - (word(view, mention.first - 2) === ',' ? 2 : 1)
  const start = gerundBefore(view, comma, from)
  if (start === null || start >= comma) return null
  return { content: [rangeOf(view, start, comma)], cue: rangeOf(view, cue.first, cue.end), mention: phraseRange(view, mention), mode: cue.verb.mode, frame: `which + ${cue.verb.lemma}` }
}

function withComplement(view: View, cue: VerbCue, mention: Phrase, complement: Complement): Proposal {
  return {
    content: [rangeOf(view, complement.first, complement.end)],
    cue: rangeOf(view, cue.first, Math.max(cue.end, complement.frame === 'quote' ? cue.end : complement.cueEnd)),
    mention: phraseRange(view, mention),
    mode: cue.verb.mode,
    frame: `${cue.verb.lemma} + ${complement.frame}`,
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
    if (!setOff && !/^[,.?!…—–-]+$/.test(word(view, end - 2))) return null
    const opened = first > from && !isClauseBefore(view, first, from)
    return { range: { start: opened ? view.tokens[from]!.start : start, end: view.tokens[end - 1]!.end }, quote: true }
  }
  if (!setOff) return null
  const range = rangeOf(view, from, withoutPunctuation(view, from, end))
  const ends = isStop(view, found.cue.end)
  if (end - from >= 3 && (hasFinite(view, from, end) || (ends && end - from > 4))) return { range, quote: false }
  // The reactor, the operator said, would be restarted
  return word(view, found.cue.end) === ',' && isVerbal(view, found.cue.end + 1) ? { range, quote: false } : null
}

/** Whether a quotation stands on its own: what is before it in the sentence is a clause of its own. */
function isClauseBefore(view: View, first: number, from: number): boolean {
  const before = word(view, first - 1)
  return before === ':' || before === ',' || before === ';' || /^[.?!]$/.test(before) || isMark(view, first - 1) || first - from > 30
}

/** `The deal, she said, was dead`; `“We agree,” he said, “it is a must.”`: what goes on behind the cue in the sentence. */
function rightOfTrailing(view: View, groupEnd: number, to: number, quote: boolean, groups: readonly Group[]): Range | null {
  for (let i = groupEnd; i < to && i < groupEnd + 30; i++) {
    if (view.cues[i]! & CUE.verb) break
    if (!isMark(view, i) || view.quoteOf[i]! < 0) continue
    return quote && (word(view, i - 1) === ',' || word(view, i - 1) === ':' || i === groupEnd) ? rangeOf(view, i, quoteEnd(view, i)) : null
  }
  if (quote || word(view, groupEnd) !== ',' || groupEnd + 2 >= to) return null
  const start = groupEnd + 1
  const opening = view.tokens[start]!
  if (/^(?:who|which|while|as|after|when|where|whose|according|citing|in|at|on|during|before|following|adding)$/.test(opening.lower) || (opening.pos === 'VERB' && opening.lower.endsWith('ing'))) return null
  const end = clauseEnd(view, start, to, groups)
  return end > start && hasFinite(view, start, end) ? rangeOf(view, start, end) : null
}

/** `was suggested by X`, `as proposed by X`, `is said to have left`, `was told that`. */
function passive(view: View, found: Found, from: number, to: number, groups: readonly Group[]): Proposal | null {
  const { cue, subject } = found
  const { frames, mode, lemma } = cue.verb
  const by = agentOf(view, cue.end, to)
  const finite = cue.first < cue.head
  if (by !== null) return byAgent(view, found, by, from, to, groups)
  if (!finite || subject === null || subject === 'inherit' || subject.inverted) return null
  const told = frames.has('hearer') || frames.has('do')
  const complement = complementOf(view, cue, to, groups)
  const cueRange = rangeOf(view, cue.first, cue.end)
  if (word(view, cue.end) === 'to' && !told) {
    const end = clauseEnd(view, cue.end, to, groups)
    return { content: [phraseRange(view, subject.phrase), rangeOf(view, cue.end, end)], cue: cueRange, mention: null, mode, frame: `${lemma}, passive` }
  }
  if (complement !== null && (complement.frame === 'that' || complement.frame === 'wh') && (told || word(view, subject.phrase.first) === 'it'))
    return { content: [rangeOf(view, complement.first, complement.end)], cue: cueRange, mention: null, mode, frame: `${lemma}, passive` }
  return null
}

/** The phrase behind `by`, a time or place between allowed. */
function agentOf(view: View, at: number, to: number): { phrase: Phrase; cueEnd: number } | null {
  for (let i = at; i < to && i < at + 8; i++) {
    const lower = word(view, i)
    if (lower === 'by') {
      const phrase = phraseAfter(view, i + 1, to, false)
      return phrase === null || view.tokens[i + 1]!.pos === 'VERB' ? null : { phrase, cueEnd: i + 1 }
    }
    if (lower === ',' || isMark(view, i) || view.tokens[i]!.pos === 'VERB' || lower === 'that' || lower === 'to') return null
  }
  return null
}

function byAgent(view: View, found: Found, by: { phrase: Phrase; cueEnd: number }, from: number, to: number, groups: readonly Group[]): Proposal | null {
  const { cue, subject } = found
  const cueRange = rangeOf(view, cue.first, by.cueEnd === cue.end + 1 ? by.cueEnd : cue.end)
  const base = { cue: cueRange, mention: phraseRange(view, by.phrase), mode: cue.verb.mode, frame: `${cue.verb.lemma} by` }
  const as = word(view, cue.first - 1) === 'as' ? cue.first - 1 : cue.first
  if (as < cue.first && word(view, as - 1) === ',') {
    const end = withoutPunctuation(view, from, as)
    return end > from ? { ...base, content: [rangeOf(view, from, end)] } : null
  }
  if (cue.verb.frames.has('hearer') || cue.verb.frames.has('do')) return null
  if (word(view, by.phrase.end) === 'that') {
    const end = clauseEnd(view, by.phrase.end + 1, to, groups)
    return end > by.phrase.end + 1 ? { ...base, content: [rangeOf(view, by.phrase.end + 1, end)] } : null
  }
  if (as < cue.first) {
    const start = gerundBefore(view, as, from)
    return start === null ? null : { ...base, content: [rangeOf(view, start, as)] }
  }
  if (cue.first < cue.head && subject !== null && subject !== 'inherit' && !subject.inverted) {
    const deictic = /^(?:this|it|that)$/.test(word(view, subject.phrase.first)) && subject.phrase.end - subject.phrase.first === 1
    if (deictic) return { ...base, content: previousSentence(view, from), frame: 'this is reported by' }
    return { ...base, content: [phraseRange(view, subject.phrase)] }
  }
  const phrase = phraseBefore(view, cue.first, from)
  return phrase === null ? null : { ...base, content: [phraseRange(view, phrase)] }
}

/** The sentence before the one that begins at token `from`, without its full stop. */
function previousSentence(view: View, from: number): readonly Range[] {
  const before = view.segmented.sentences[view.tokens[from]!.sentence - 1]
  if (before === undefined) return []
  const end = withoutPunctuation(view, before.firstToken, before.endToken)
  return end > before.firstToken ? [rangeOf(view, before.firstToken, end)] : []
}

/** `deploying nurses as suggested by`: the gerund, or else the noun phrase, that ends before token `end`. */
function gerundBefore(view: View, end: number, from: number): number | null {
  let gerund: number | null = null
  for (let i = end - 1; i > from && i > end - 12; i--) {
    if (word(view, i).endsWith('ing') && !/^(?:DET|ADJ)$/.test(view.tokens[i - 1]!.pos)) {
      if (view.tokens[i - 1]!.pos === 'AUX') break
      gerund = i
    }
    if (view.tokens[i]!.pos !== 'VERB' && !isNominal(view, i) && view.tokens[i]!.pos !== 'ADP' && view.tokens[i]!.pos !== 'PART') break
  }
  return gerund ?? phraseBefore(view, end, from)?.first ?? null
}
