import { AUXILIARIES } from '../lexicon/modals.ts'
import { isOf, SAYING } from '../lexicon/stance-words.ts'
import type { Token } from '../model/layers.ts'
import type { Range } from '../model/span.ts'
import { isFinite, ownVerb } from './clause.ts'
import { gerundOf } from './gerund.ts'
import type { Match } from './pattern.ts'
import { phraseFrom, subjectBefore, withoutHead, type Stretch } from './phrase.ts'
import { isBaseForm, isPointer, type Named, type Proposals } from './proposals.ts'
import type { StanceRule, TargetPlace } from './rules/row.ts'
import { rangeOf, sentenceEnd, type View } from './view.ts'

export interface Target {
  /** As a noun phrase: `send ships` stands here as `sending ships`. */
  readonly text: string
  readonly range: Range
  /** Whether the rule's label is turned round: what is to be stopped is opposed. */
  readonly turned: boolean
  /** Where it stands in the view; null where it was led back to another place. */
  readonly stretch: Stretch | null
}

interface Found {
  readonly stretch: Stretch
  readonly turned: boolean
  /** The wording as a noun phrase, where it is not the stretch's own. */
  readonly text?: string
}

const straight = (stretch: Stretch | null): Found | null => stretch && { stretch, turned: false }

const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her'])

/** What the match of a rule is about, by the rule's place for it; pointers (`it`, `the idea`) are led back. Null if nothing is found. */
export function targetOf(view: View, match: Match<StanceRule>, proposals: Proposals): Target | null {
  const found = PLACES[match.row.target](view, match)
  if (found === NOTHING) return null
  const tokens = found ? view.tokens.slice(found.stretch.from, found.stretch.to) : []
  if (found && tokens.length > 1 && tokens[0]!.pos === 'PRON' && tokens[1]!.pos === 'ADP') return null
  if (found && tokens.length === 1 && PERSONAL.has(tokens[0]!.lower)) {
    const range = view.others.findLast(({ end }) => end <= tokens[0]!.start)
    return range ? { range, text: inLine(view.text.slice(range.start, range.end)), turned: found.turned, stretch: null } : null
  }
  if (!found || isPointer(tokens)) {
    const meant = proposals.before(view.tokens[match.from]!.start, tokens.some((t) => isOf('general', t)) ? 'noun' : 'pronoun')
    if (meant) return { range: meant.range, text: nounPhrase(view, meant), turned: found?.turned ?? false, stretch: null }
    if (!found || tokens.every((t) => t.pos === 'PRON' || t.pos === 'DET')) return null
  }
  return tokens.every((t) => t.pos === 'PRON') || isBareVerb(tokens) ? null : targetAt(view, found, proposals)
}

function targetAt(view: View, found: Found, proposals: Proposals): Target {
  const { turned } = found
  if (found.text) return { text: inLine(found.text), range: rangeOf(view, found.stretch.from, found.stretch.to), turned, stretch: found.stretch }
  const negative = view.tokens[found.stretch.from]!.lower === 'no' && found.stretch.to - found.stretch.from > 1
  const stretch = withoutHead(view, negative ? { from: found.stretch.from + 1, to: found.stretch.to } : found.stretch)
  const own = { range: rangeOf(view, stretch.from, stretch.to), verbal: isBaseForm(view.tokens[stretch.from]!) }
  const full = proposals.fuller(own)
  return { text: nounPhrase(view, full), range: full.range, turned: turned !== negative, stretch }
}

/** A second target of the same match, joined to the first: `to mend the roof and to paint the door`. */
export function joinedTarget(view: View, first: Stretch, proposals: Proposals): Target | null {
  const end = sentenceEnd(view, first.to - 1)
  for (let i = first.to; i < Math.min(end, first.to + 6); i++) {
    const [word, next, after] = [view.tokens[i]!.lower, view.tokens[i + 1], view.tokens[i + 2]]
    const joiner = word === 'and' ? i + 1 : word === 'as' && next?.lower === 'well' && after?.lower === 'as' ? i + 3 : null
    if (joiner === null) continue
    const head = view.tokens[joiner]
    const verbal = head?.lower === 'to' ? view.tokens[joiner + 1]?.pos === 'VERB' : /.{3}ing$/.test(head?.lower ?? '')
    const phrase = verbal ? phraseFrom(view, joiner) : null
    return phrase && targetAt(view, { stretch: phrase, turned: false }, proposals)
  }
  return null
}

/** `step up`, `go ahead`: a verb alone names nothing to be for or against. */
function isBareVerb([head, ...rest]: readonly Token[]): boolean {
  return head?.pos === 'VERB' && BARE.has(head.lemma) && rest.every((t) => ['ADP', 'ADV', 'PART', 'PRON'].includes(t.pos))
}

const BARE: ReadonlySet<string> = new Set('step move go act do work be get come continue proceed stop start try make take support help happen begin win'.split(' '))

const inLine = (text: string) => text.replace(/\s+/g, ' ').replace(/["“”„]/g, '')

/** `send ships` -> `sending ships`: a target is named as a noun phrase. */
function nounPhrase(view: View, { range, verbal }: Named): string {
  const text = inLine(view.text.slice(range.start, range.end))
  return verbal ? text.replace(/^[a-z]+(?<!ing)(?= |$)/i, (verb) => gerundOf(verb.toLowerCase())) : text
}

/** The wording says that there is nothing to be for or against. */
const NOTHING = 'nothing'

const PLACES: Readonly<Record<TargetPlace, (view: View, match: Match<StanceRule>) => Found | null | typeof NOTHING>> = {
  object: (view, { from, to }) => straight(isGerundInContent(view, from) ? phraseFrom(view, from) : charged(phraseFrom(view, behindCue(view, to)), view)),
  own: (view, { to }) => (saysInCue(view, to) ? NOTHING : actionFrom(view, behindCue(view, to), behindCue(view, to), false)),
  subject: (view, match) => straight(judged(view, match)) ?? NOTHING,
  action: (view, { from, to }) => actionFrom(view, from, behindCue(view, to), true),
  topic: (view, { to }) => straight(topicOf(view, Math.max(to, view.cueEnd))),
  charged: (view, { to }) => straight(charged(phraseFrom(view, namesSomebody(view, to) ? to : behindCue(view, to)), view)),
  named: (view, { from }) => straight(named(view, from + 1)),
}

/** `declined to comment on`: to be silent about something is no stance on it. */
const saysInCue = (view: View, to: number) => to < view.cueEnd && SAYING.has(view.tokens[to]!.lemma)

/** `accused the ministry of`: the cue itself names who is charged. */
const namesSomebody = (view: View, to: number) => view.tokens.slice(to, view.cueEnd).some((t) => t.pos === 'NOUN' || t.pos === 'PROPN')

/** What a cue goes on with behind its verb (`vowed on Sunday`) names no target, unless the cue is all there is. */
const behindCue = (view: View, to: number) => (to < view.cueEnd && view.cueEnd < view.tokens.length ? view.cueEnd : to)

/** `both on supporting Y and on ...`: the supporting itself is meant. */
const isGerundInContent = (view: View, at: number) => at >= view.cueEnd && view.tokens[at]!.lower.endsWith('ing')

/** `the best way to save it`: what follows is the purpose, not what is judged. */
const MEANS: ReadonlySet<string> = new Set(['way', 'means', 'solution', 'chance', 'opportunity', 'step', 'option'])

/** The subject of what is judged; behind `it is wrong` the clause or infinitive that `it` announces. */
function judged(view: View, { from, to }: Match<StanceRule>): Stretch | null {
  const subject = subjectBefore(view, from)
  const first = subject && view.tokens[subject.from]!
  if (first && subject.to - subject.from === 1 && first.lower === 'it') {
    for (let i = to; i < Math.min(sentenceEnd(view, to - 1), to + 10); i++) {
      const next = view.tokens[i + 1]
      if (view.tokens[i]!.lower === 'to' && next && !next.lower.startsWith('be') && !MEANS.has(view.tokens[i - 1]!.lower)) return phraseFrom(view, i + 1)
    }
  }
  return subject
}

/** What is to be done behind a modal or a demand; `turns`: what is to be stopped becomes the target, and the label is turned. */
function actionFrom(view: View, from: number, to: number, turns: boolean): Found | null | typeof NOTHING {
  const { tokens } = view
  const end = sentenceEnd(view, to - 1)
  const verb = tokens[to - 1]?.lower === 'be' ? null : ownVerb(view, to)
  let at = tokens[to - 1]?.lower === 'be' ? to - 1 : skipAdverbs(view, to, end)
  const addressed = verb === null ? infinitiveBehind(view, at, end) : null
  const subject = verb !== null ? subjectBefore(view, verb) : addressed === null ? subjectBefore(view, from) : { from: at, to: addressed - 1 }
  if (verb !== null) at = behindAuxiliaries(view, verb, end)
  if (addressed !== null) at = skipAdverbs(view, addressed, end)
  const head = tokens[at]
  if (head === undefined || at >= end) return straight(subject)
  if (SAYING.has(head.lemma) || isPast(view, at)) return NOTHING
  if (head.lemma === 'be') return passive(view, subject, skipAdverbs(view, at + 1, end))
  if (turns && tokens[to]?.lower !== 'to' && isOf('ends', head) && (head.pos === 'VERB' || head.pos === 'NOUN' || head.lower.endsWith('ing'))) {
    const object = tokens[at + 1]?.pos === 'ADP' || tokens[at + 1]?.pos === 'ADV' ? null : phraseFrom(view, at + 1)
    return object ? { stretch: object, turned: true } : subject && { stretch: subject, turned: true }
  }
  return straight(phraseFrom(view, at))
}

/** `had never touched`: a report of what happened, not a thing to do. */
function isPast(view: View, at: number): boolean {
  const head = view.tokens[at]!
  const next = view.tokens[at + 1]
  return head.pos === 'VERB' && !isBaseForm(head) && !head.lower.endsWith('ing') && next?.pos !== 'NOUN' && next?.pos !== 'PROPN'
}

/** The main verb behind the auxiliaries that begin at `verb`; a form of `be` if it is the last of them. */
function behindAuxiliaries(view: View, verb: number, end: number): number {
  let i = verb
  while (i + 1 < end && (AUXILIARIES.has(view.tokens[i]!.lower) || ['ADV', 'PART'].includes(view.tokens[i]!.pos)) && view.tokens[i]!.lemma !== 'be') i++
  return i
}

function skipAdverbs(view: View, at: number, end: number): number {
  let i = at
  for (let k = at; k < Math.min(end, at + 7); k++) {
    if (view.tokens[k]!.pos === 'VERB') return k
    if (!['ADV', 'ADJ', 'PART', 'PUNCT', 'CCONJ'].includes(view.tokens[k]!.pos)) break
  }
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

/** `Y must be VERBed in Z` -> `VERBing Y in Z`; `Y must be ADJ` -> `Y`. */
function passive(view: View, subject: Stretch | null, at: number): Found | null {
  const verb = view.tokens[at]
  if (!verb || !subject) return straight(subject ?? (verb ? phraseFrom(view, at) : null))
  if (isOf('ends', verb)) return { stretch: subject, turned: true }
  if (verb.pos !== 'VERB' || verb.lemma === verb.lower) return straight(subject)
  const complement = view.tokens[at + 1]?.pos === 'ADP' || view.tokens[at + 1]?.lower === 'to' ? phraseFrom(view, at + 1) : null
  const words = (stretch: Stretch) => inLine(view.text.slice(rangeOf(view, stretch.from, stretch.to).start, rangeOf(view, stretch.from, stretch.to).end))
  const tail = complement && withoutHead(view, complement)
  const isPronoun = view.tokens.slice(subject.from, subject.to).every((t) => t.pos === 'PRON')
  if (tail && (view.tokens[at + 1]!.lower === 'by' || view.tokens[at + 1]!.lower === 'with') && isPointer(view.tokens.slice(subject.from, subject.to))) return straight(tail)
  if (isPronoun && !tail) return straight(subject)
  const text = [...(isPronoun ? ['being', verb.text] : [gerundOf(verb.lemma), words(subject)]), ...(tail ? [view.tokens[at + 1]!.text, words(tail)] : [])].join(' ')
  return { stretch: subject, turned: false, text: text.split(' ').slice(0, LONGEST_PASSIVE).join(' ') }
}

const LONGEST_PASSIVE = 10

/** The subject of the content's first clause. */
function topicOf(view: View, at: number): Stretch | null {
  const verb = ownVerb(view, at)
  return verb === null ? phraseFrom(view, at) : subjectBefore(view, verb)
}

/** `the ministry of starving ...`, `the prosecutor for dragging out ...`: whoever is charged or praised, without what for. */
function charged(stretch: Stretch | null, view: View): Stretch | null {
  if (!stretch) return null
  for (let i = stretch.from + 1; i < stretch.to - 1; i++) {
    const { lower } = view.tokens[i]!
    const isReason = (lower === 'of' || lower === 'for') && view.tokens[i + 1]!.lower.endsWith('ing') && !isOf('general', view.tokens[i - 1]!)
    if (isReason || lower === 'as') return { from: stretch.from, to: i }
  }
  return stretch
}

/** `called the merger “a huge success”`, `described Y as unfit`: up to the name it is given. */
function named(view: View, at: number): Stretch | null {
  const phrase = phraseFrom(view, at)
  const head = phrase && view.tokens[phrase.from]!
  if (!head || head.lower === 'a' || head.lower === 'an' || isOf('bad', head) || isOf('good', head)) return null
  for (let i = phrase.from + 1; i < phrase.to; i++) {
    const gap = view.text.slice(view.tokens[i - 1]!.end, view.tokens[i]!.start)
    if (/["“„'‘]/.test(gap) || ['a', 'an', 'as'].includes(view.tokens[i]!.lower)) return { from: phrase.from, to: i }
  }
  return phrase
}
