import { RECEIVING_VERBS, STANCE_NOUNS, STANCE_VERBS } from '../../lexicon/reporting-nouns.ts'
import { clauseEnd, complementEnd, hasFinite, withoutPunctuation, type Group } from './clause.ts'
import { isNominal, isVerbal, nameAfter, phraseAfter, phraseBefore, phraseRange } from './phrases.ts'
import { proposal, type Proposal } from './proposal.ts'
import { mainSubject } from './subject.ts'
import { CUE, rangeOf, word, type View } from './view.ts'

/** Cues in a sentence that are no reporting verbs: `according to`, stance nouns, nouns with `that`. */
export function otherCues(view: View, from: number, to: number, groups: readonly Group[]): readonly Proposal[] {
  const proposals: Proposal[] = []
  for (let i = from; i < to; i++) {
    const kinds = view.cues[i]!
    if (kinds < CUE.according) continue
    const claim =
      (kinds & CUE.according && word(view, i + 1) === 'to' ? accordingTo(view, i, from, to, groups) : null) ??
      (kinds & CUE.stance ? stanceNoun(view, i, from, to, groups) : null) ??
      (kinds & CUE.told ? (nounFrom(view, i, to, groups) ?? thereIs(view, i, from, to, groups)) : null)
    if (claim !== null) proposals.push(claim)
  }
  return proposals
}

/** `complaints from X that Y`, `a claim by X that Y`. */
function nounFrom(view: View, at: number, to: number, groups: readonly Group[]): Proposal | null {
  if (!/^(?:from|by)$/.test(word(view, at + 1))) return null
  const phrase = phraseAfter(view, at + 2, to, false)
  // proposals from firms that sell data: of the firms
  if (phrase === null || word(view, phrase.end) !== 'that' || isVerbal(view, phrase.end + 1)) return null
  const end = clauseEnd(view, phrase.end + 1, to, groups)
  if (end <= phrase.end + 1 || !hasFinite(view, phrase.end + 1, end)) return null
  return { content: [rangeOf(view, phrase.end + 1, end)], cue: rangeOf(view, at, at + 1), mention: phraseRange(view, phrase), mode: 'speech', frame: 'noun from', extent: 'clause' }
}

/** `There are rumours that`, `amid fears that`: a claim of nobody who is named. */
function thereIs(view: View, at: number, from: number, to: number, groups: readonly Group[]): Proposal | null {
  if (word(view, at + 1) !== 'that' || isVerbal(view, at + 2)) return null
  let first = at
  while (first > from && (isNominal(view, first - 1) || word(view, first - 1).endsWith('ing') || view.tokens[first - 1]!.pos === 'ADV')) first--
  let there = first - 1
  while (there > from && /^(?:AUX|ADV)$/.test(view.tokens[there]!.pos)) there--
  if (word(view, first) === 'no') return null
  const stated = there < first - 1 && word(view, there) === 'there'
  if (!stated && !/^amid(?:st)?$/.test(word(view, first - 1))) return null
  const end = clauseEnd(view, at + 2, to, groups)
  if (!hasFinite(view, at + 2, end)) return null
  const mode = /^(?:fear|hope|belief|concern)s?$/.test(word(view, at)) ? 'attitude' : 'speech'
  return { content: [rangeOf(view, at + 2, end)], cue: rangeOf(view, at, at + 1), mention: null, mode, frame: 'there is + that', extent: 'certain' }
}

/** `According to X, content`, `content, according to X`. */
function accordingTo(view: View, at: number, from: number, to: number, groups: readonly Group[]): Proposal | null {
  const phrase = nameAfter(view, at + 2, to)
  if (phrase === null) return null
  const cue = rangeOf(view, at, at + 2)
  const base = { cue, mention: phraseRange(view, phrase), mode: 'speech', frame: 'according to' } as const
  const before = withoutPunctuation(view, from, at)
  if (JOINS.test(word(view, before - 1)) && before > from + 1) {
    const first = behindSource(view, phrase.end, to)
    const last = clauseEnd(view, first, to, groups)
    return first > phrase.end && last > first && hasFinite(view, first, last) ? proposal(base, 'certain', [rangeOf(view, first, last)]) : null
  }
  const subordinate = /^(?:that|which|who)$/.test(word(view, before - 1))
  if (before - from >= 3 && !subordinate && hasFinite(view, from, before)) return proposal(base, 'clause', [rangeOf(view, from, before)])
  const start = behindSource(view, phrase.end, to)
  const end = clauseEnd(view, start, to, groups)
  const right = end > start ? [rangeOf(view, start, end)] : []
  // One night in May, according to the diary, they met
  const left = before - from >= (right.length > 0 ? 2 : 3) && !subordinate ? [rangeOf(view, from, before)] : []
  return proposal(base, 'clause', [...left, ...right])
}

/** What joins a clause of its own: `The gate was shut, but according to the Mail, it had been open`. */
const JOINS = /^(?:but|and|while|because|although|though|whereas|yet|so)$/

/** Where the content begins behind `according to X`: behind X's comma, and behind what is set off in between. */
function behindSource(view: View, at: number, to: number): number {
  const comma = commaFrom(view, at, to)
  // a post published on Monday: right behind the source a verb is a participle
  const participle = view.tokens[at]?.pos === 'VERB' && isVerbal(view, at) ? at + 1 : at
  if (comma === null || hasFinite(view, participle, comma)) return at
  const next = isAside(view, comma + 1) ? commaFrom(view, comma + 1, to) : null
  return (next ?? comma) + 1
}

/** `, who left,`, `, first seen by the Mail,`: said of the source. */
function isAside(view: View, at: number): boolean {
  if (/^(?:who|which|whose)$/.test(word(view, at))) return true
  const verb = /^(?:first|originally|recently)$/.test(word(view, at)) ? at + 1 : at
  return /(?:ed|en)$/.test(word(view, verb)) && /^(?:by|in|on|last|this)$/.test(word(view, verb + 1))
}

function commaFrom(view: View, at: number, to: number): number | null {
  for (let i = at; i < to && i < at + 25; i++) if (word(view, i) === ',') return i
  return null
}

/** `voiced strong opposition to X`, `has received support from X`. */
function stanceNoun(view: View, at: number, from: number, to: number, groups: readonly Group[]): Proposal | null {
  if (at === from) return null
  let verb = at - 1
  while (verb > from && isNominal(view, verb)) verb--
  const lemma = view.tokens[verb]!.lemma
  if (view.tokens[verb]!.pos !== 'VERB') return null
  let first = verb
  while (first > from && view.tokens[first - 1]!.pos === 'AUX') first--
  const next = word(view, at + 1)
  if (STANCE_VERBS.has(lemma) && STANCE_NOUNS.get(word(view, at))!.includes(next)) {
    const mention = mainOrNear(view, first, from)
    const end = next === 'that' || next === 'to' ? clauseEnd(view, at + 2, to, groups) : complementEnd(view, at + 2, to, groups)
    if (mention === null || end <= at + 2) return null
    const cue = rangeOf(view, first, next === 'that' ? at + 1 : at + 2)
    const frame = `${lemma} + ${word(view, at)}`
    return { content: [rangeOf(view, at + 2, end)], cue, mention: phraseRange(view, mention), mode: 'speech', frame, extent: 'clause' }
  }
  if (RECEIVING_VERBS.has(lemma) && (next === 'from' || (next === 'of' && word(view, at - 1) === 'the'))) {
    const subject = mainOrNear(view, first, from)
    const mention = phraseAfter(view, at + 2, to)
    if (subject === null || mention === null) return null
    const cue = rangeOf(view, first, at + 2)
    const frame = `${lemma} + ${word(view, at)} from`
    return { content: [phraseRange(view, subject)], cue, mention: phraseRange(view, mention), mode: 'speech', frame, extent: 'clause' }
  }
  return null
}

function mainOrNear(view: View, first: number, from: number) {
  let end = first
  while (end > from && view.tokens[end - 1]!.pos === 'ADV') end--
  return phraseBefore(view, end, from) ?? mainSubject(view, from, first + 1)
}
