import { appose, behindVerb, coordinate, prepositional } from './attach.ts'
import { E, level, Sentence, type Draft } from './sentence.ts'
import { readVerb } from './subjects.ts'
import { isTimeNoun, POS, WORD } from './words.ts'

/**
 * Subjects, objects, coordination, appositions and attachment in one sentence (tokens `from` to before `to`), read from left to right with a
 * stack of open clauses: a relative clause that has its verb is closed by the next verb that needs a subject, a subordinate one in front
 * of the main clause by its comma. Adjuncts in front of the verb hang on the noun before them, those behind it only by a binding preposition.
 */
export function readSentence(draft: Draft, from: number, to: number): void {
  const s = new Sentence(draft)
  const { phrases, phraseAt, clauses, clauseAt } = draft
  for (let i = from; i < to; ) {
    const inPhrase = phraseAt[i]!, inClause = clauseAt[i]!
    if (inPhrase >= 0 && phrases[inPhrase]!.first === i) {
      readPhrase(s, inPhrase)
      i = phrases[inPhrase]!.end
    } else if (inClause >= 0 && clauses[inClause]!.first === i) {
      readVerb(s, inClause, to)
      i = clauses[inClause]!.end
    } else readWord(s, i++, to)
  }
  s.closeTo(0, to)
}

/** A token that belongs to no noun phrase or verb group. */
function readWord(s: Sentence, i: number, to: number): void {
  const { runs, mark, text } = s.draft
  const tag = runs.tag[i]!, is = runs.is[i]!
  const { lower } = text.tokens[i]!
  if (mark[i]) return quotationMark(s, i)
  if (is & WORD.comma) return readComma(s, i)
  if (is & WORD.stop) {
    s.closeTo(0, i)
    s.levels.push(level('main', -1, -1, -1, false))
    return s.add(E.stop, i)
  }
  if (is & WORD.dash || (lower === '-' && runs.run[i]! < 0)) return s.add(E.dash, i)
  if (is & (WORD.openBracket | WORD.closeBracket)) return bracket(s, i, to)
  if (tag & POS.CCONJ) return s.add(E.and, i)
  if (is & WORD.marker && !(lower === 'that' && s.draft.phraseAt[i]! >= 0)) return readMarker(s, i, lower)
  if (tag & (POS.ADP | POS.SCONJ) || (is & WORD.to && s.draft.clauseAt[i + 1]! < 0)) return s.add(E.preposition, i)
  // people familiar with
  const postposed = tag & POS.ADJ && s.kinds.at(-1) === E.phrase
  if (is & WORD.to || postposed || tag & (POS.ADV | POS.PART)) return
  s.add(E.other, i)
}

/** A quotation that holds a clause or is long is read as a sentence of its own; words in scare quotes as if there were no marks. */
function quotationMark(s: Sentence, i: number): void {
  const { mark, quotation, clauseAt, clauses, runs } = s.draft
  if (mark[i] === 1) {
    let end = i + 1, holdsClause = false
    for (; end < quotation.length && quotation[end] === quotation[i]; end++) if (clauseAt[end]! >= 0 && clauses[clauseAt[end]!]!.finite) holdsClause = true
    const said = end - 2 > i && (runs.is[end - 2]! & (WORD.comma | WORD.stop)) !== 0
    if (!holdsClause && !said && end - i < 10) return
    s.levels.push(level('quotation', i, -1, s.top.verb, false))
    s.add(E.open, i)
  } else {
    const opened = s.levels.findLastIndex(({ kind }) => kind === 'quotation')
    if (opened < 0) return
    s.closeTo(opened, i)
    s.add(E.close, i)
  }
}

/** What stands in brackets is read as a sentence of its own if it holds a clause. */
function bracket(s: Sentence, i: number, to: number): void {
  const { runs, clauseAt, clauses } = s.draft
  if (runs.is[i]! & WORD.closeBracket) {
    const opened = s.levels.findLastIndex(({ kind }) => kind === 'bracket')
    if (opened >= 0) s.closeTo(opened, i)
    return s.add(E.close, i)
  }
  let end = i + 1, holdsClause = false
  for (; end < to && !(runs.is[end]! & WORD.closeBracket); end++) holdsClause ||= clauseAt[end]! >= 0 && clauses[clauseAt[end]!]!.finite
  if (holdsClause && end < to) s.levels.push(level('bracket', i, -1, s.top.verb, false))
  s.add(E.bracket, i)
}

/** A comma ends clauses within one that waits for its verb, and those that began behind a comma. */
function readComma(s: Sentence, i: number): void {
  const levels = s.levels
  const waiting = levels.findLastIndex(({ verb, kind }) => verb < 0 && kind !== 'quotation' && kind !== 'bracket')
  for (let depth = levels.length - 1; depth > 0 && depth > waiting; depth--) {
    if (s.top.verb < 0 || s.top.kind === 'quotation' || s.top.kind === 'bracket' || (waiting < 0 && !s.top.setOff)) break
    s.closeTo(depth, i)
  }
  s.add(E.comma, i)
}

/** `who`, `which`, `that` behind a noun begin a relative clause; other openers a clause beside the noun. */
function readMarker(s: Sentence, i: number, lower: string): void {
  const last = s.kinds.length - 1
  const kind = s.kinds[last]!
  const at = kind === E.comma || kind === E.preposition || kind === E.dash ? last - 1 : last
  const afterPhrase = at >= 0 && s.kinds[at] === E.phrase
  const pronoun = lower === 'who' || lower === 'whom' || lower === 'whose' || (lower === 'which' && afterPhrase)
  const setOff = kind === E.comma || kind === E.dash
  if (afterPhrase && (pronoun || (lower === 'that' && kind === E.phrase))) {
    s.levels.push(level('relative', i, s.refs[at]!, s.top.verb, setOff))
    return s.add(E.relative, i)
  }
  s.levels.push(level(lower === 'that' ? 'complement' : 'subordinate', i, -1, s.top.verb, setOff))
  s.add(E.marker, i)
}

function readPhrase(s: Sentence, index: number): void {
  const { phrases, runs, text } = s.draft
  const phrase = phrases[index]!
  const last = s.kinds.length - 1
  const kind = s.kinds[last]!
  s.place.set(index, last + 1)
  s.add(E.phrase, index)
  const top = s.top
  const { lower } = text.tokens[phrase.head]!
  if (lower === 'there' && runs.tag[phrase.head]! & POS.PRON) s.kinds[last + 1] = E.there
  else if (kind === E.preposition) prepositional(s, index, last)
  else if (kind === E.verb) behindVerb(s, index, s.refs[last]!)
  else {
    const time = runs.is[phrase.head]! & WORD.time || isTimeNoun(lower)
    if (kind === E.and) coordinate(s, index, last)
    if (!time && top.candidate < 0 && top.verb < 0 && !s.isGoverned(index)) top.candidate = index
    if (kind === E.and) return
    if (kind === E.comma || kind === E.bracket) appose(s, index, last)
  }
}
