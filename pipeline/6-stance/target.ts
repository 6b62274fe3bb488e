import { isOf } from '../lexicon/stance-words.ts'
import type { Range } from '../model/span.ts'
import { isFinite } from './clause.ts'
import type { Match } from './pattern.ts'
import { phraseFrom, subjectBefore, type Stretch } from './phrase.ts'
import { isPointer, type Proposals } from './proposals.ts'
import type { StanceRule, TargetPlace } from './rules/row.ts'
import { rangeOf, sentenceEnd, type View } from './view.ts'

export interface Target {
  readonly text: string
  readonly range: Range
  /** Whether the rule's label is turned round: what is to be stopped is opposed. */
  readonly turned: boolean
}

interface Found {
  readonly stretch: Stretch
  readonly turned: boolean
}

const straight = (stretch: Stretch | null): Found | null => stretch && { stretch, turned: false }

/** What the match of a rule is about, by the rule's place for it; pointers (`it`, `the idea`) are led back. Null if nothing is found. */
export function targetOf(view: View, match: Match<StanceRule>, proposals: Proposals): Target | null {
  const found = PLACES[match.row.target](view, match)
  const tokens = found ? view.tokens.slice(found.stretch.from, found.stretch.to) : []
  if (!found || isPointer(tokens)) {
    const range = proposals.before(view.tokens[match.from]!.start)
    if (range) return { range, text: inLine(view.text.slice(range.start, range.end)), turned: found?.turned ?? false }
    if (!found || tokens.every((t) => t.pos === 'PRON' || t.pos === 'DET')) return null
  }
  if (tokens.every((t) => t.pos === 'PRON')) return null
  const inner = withoutHead(view, found.stretch)
  const range = rangeOf(view, inner.from, inner.to)
  return { range, text: inLine(view.text.slice(range.start, range.end)), turned: found.turned }
}

const inLine = (text: string) => text.replace(/\s+/g, ' ').replace(/["“”„]/g, '')

const PLACES: Readonly<Record<TargetPlace, (view: View, match: Match<StanceRule>) => Found | null>> = {
  object: (view, { to }) => straight(phraseFrom(view, to)),
  own: (view, { to }) => straight(phraseFrom(view, to)),
  subject: (view, match) => straight(judged(view, match)),
  action: (view, { from, to }) => actionFrom(view, from, to),
  topic: (view, { to }) => straight(topicOf(view, Math.max(to, view.cueEnd))),
  charged: (view, { to }) => straight(charged(phraseFrom(view, to), view)),
  proposal: () => null,
}

/** The subject of what is judged; behind `it is wrong` the clause or infinitive that `it` announces. */
function judged(view: View, { from, to }: Match<StanceRule>): Stretch | null {
  const subject = subjectBefore(view, from)
  const first = subject && view.tokens[subject.from]!
  if (first && subject.to - subject.from === 1 && first.lower === 'it') {
    for (let i = to; i < Math.min(sentenceEnd(view, to - 1), to + 5); i++) {
      const next = view.tokens[i + 1]
      if (view.tokens[i]!.lower === 'to' && next && !next.lower.startsWith('be')) return phraseFrom(view, i + 1)
    }
  }
  return subject
}

/** What is to be done behind a modal or a demand; the subject where only a state is asked of it. */
function actionFrom(view: View, from: number, to: number): Found | null {
  const { tokens } = view
  const end = sentenceEnd(view, to - 1)
  let at = skipAdverbs(view, to, end)
  const addressed = infinitiveBehind(view, at, end)
  const subject = addressed === null ? subjectBefore(view, from) : { from: at, to: addressed - 1 }
  if (addressed !== null) at = skipAdverbs(view, addressed, end)
  const head = tokens[at]
  if (head === undefined || at >= end) return straight(subject)
  if (head.lower === 'be' || head.lower === 'been') return passive(view, subject, skipAdverbs(view, at + 1, end))
  if (isOf('ends', head) && (head.pos === 'VERB' || head.pos === 'NOUN' || head.lower.endsWith('ing'))) {
    const object = phraseFrom(view, at + 1)
    return object ? { stretch: object, turned: true } : subject && { stretch: subject, turned: true }
  }
  return straight(phraseFrom(view, at))
}

function skipAdverbs(view: View, at: number, end: number): number {
  let i = at
  while (i < end && (view.tokens[i]!.pos === 'ADV' || view.tokens[i]!.pos === 'PART' || ['not', 'to', 'also', 'on', 'that'].includes(view.tokens[i]!.lower))) i++
  return i
}

/** `urged [banks] to pass on ...`: the index behind `to`, if whoever is addressed stands first. */
function infinitiveBehind(view: View, at: number, end: number): number | null {
  for (let i = at; i < Math.min(end, at + 8); i++) {
    const token = view.tokens[i]!
    if (i > at && token.lower === 'to' && (isFinite(view.tokens[i + 1] ?? token) || view.tokens[i + 1]?.lower === 'be')) return i + 1
    if (token.pos === 'PUNCT' || isFinite(token)) return null
  }
  return null
}

/** `Y must be VERBed (by Z)`, `Y must be ADJ`. */
function passive(view: View, subject: Stretch | null, at: number): Found | null {
  const verb = view.tokens[at]
  if (!verb) return straight(subject)
  if (isOf('ends', verb)) return subject && { stretch: subject, turned: true }
  const complement = view.tokens[at + 1]?.pos === 'ADP' ? phraseFrom(view, at) : null
  return straight(complement && verb.pos === 'VERB' && complement.to - complement.from > 2 ? complement : (subject ?? phraseFrom(view, at)))
}

/** The subject of the content's first clause. */
function topicOf(view: View, at: number): Stretch | null {
  const end = sentenceEnd(view, at)
  for (let i = at; i < end; i++) if (isFinite(view.tokens[i]!) && i > at) return subjectBefore(view, i)
  return phraseFrom(view, at)
}

/** `the ministry of starving ...`, `the prosecutor for dragging out ...`: whoever is charged, without the charge. */
function charged(stretch: Stretch | null, view: View): Stretch | null {
  if (!stretch) return null
  for (let i = stretch.from + 1; i < stretch.to - 1; i++) {
    const next = view.tokens[i + 1]!
    if (['of', 'for', 'as'].includes(view.tokens[i]!.lower) && (next.lower.endsWith('ing') || view.tokens[i]!.lower === 'as')) return { from: stretch.from, to: i }
  }
  return stretch
}

/** `the possibility of sending ships` -> `sending ships`; `the need to build` -> `build`. */
function withoutHead(view: View, stretch: Stretch): Stretch {
  const limit = stretch.to - 2
  for (let i = stretch.from; i < Math.min(limit, stretch.from + 5); i++) {
    const token = view.tokens[i]!
    const behind = view.tokens[i + 1]!.lower
    if ((isOf('general', token) || ['need', 'creation', 'decision', 'deployment'].includes(token.lower)) && (behind === 'of' || behind === 'to' || behind === 'for'))
      return token.lower === 'decision' || token.lower === 'deployment' ? stretch : withoutHead(view, { from: i + 2, to: stretch.to })
  }
  return stretch
}
