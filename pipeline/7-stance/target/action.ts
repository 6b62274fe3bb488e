import { AUXILIARIES } from '../../lexicon/modals.ts'
import { isOf, SAYING } from '../../lexicon/stance-words.ts'
import type { Token } from '../../model/layers.ts'
import { isBaseForm, isFinite, isNegator } from '../match/clause.ts'
import { clauseAt, ownVerb, subjectOf, verbAt } from '../match/clauses.ts'
import { gerundOf } from '../../lexicon/inflect.ts'
import { phraseFrom, withoutHead } from '../match/phrase.ts'
import { EMPTY_VERBS, isPointer } from './pointer.ts'
import { sentenceEnd, wording, type View, type Stretch } from '../match/view.ts'

/** Where a rule's target was found. */
export interface Found {
  readonly stretch: Stretch
  readonly turned: boolean
  /** The wording as a noun phrase, where it is not the stretch's own. */
  readonly text?: string
  /** Whether it begins with a verb for sure, whatever the tagger says. */
  readonly verbal?: boolean
  /** What the wording goes on with. */
  readonly tail?: string
}

export const straight = (stretch: Stretch | null): Found | null => stretch && { stretch, turned: false }

/** The wording says that there is nothing to be for or against. */
export const NOTHING = 'nothing'

/**
 * What is to be done behind a modal or a demand. What is to be stopped becomes the target, and the label is turned; with `names`,
 * what is to be supported becomes the target as well.
 */
export function actionFrom(view: View, from: number, to: number, names: boolean): Found | null | typeof NOTHING {
  const { tokens } = view
  const end = sentenceEnd(view, to - 1)
  const verb = tokens[to - 1]?.lower === 'be' ? null : ownVerb(view, to)
  let at = tokens[to - 1]?.lower === 'be' ? to - 1 : skipAdverbs(view, to, end)
  const addressed = verb === null ? infinitiveBehind(view, at, end) : null
  const subject =
    verb !== null ? subjectOf(view, verb) : addressed === null ? subjectOf(view, from) : { from: at, to: addressed - 1 }
  if (verb !== null) at = behindAuxiliaries(view, verb, end)
  if (addressed !== null) at = skipAdverbs(view, addressed, end)
  const found = deedAt(view, subject, at, end, tokens[to]?.lower !== 'to', names)
  if (addressed !== null && subject && found === NOTHING && tokens[at]?.lemma === 'be') return stateOf(view, subject, at, end)
  const refused = // urged people not to travel; promised that they would never travel
    (addressed !== null && (tokens[addressed - 2]?.lower === 'not' || tokens[addressed]?.lower === 'not')) ||
    (verb !== null && at > verb && tokens.slice(verb, at).some((_, k) => verb + k > to && isNegator(tokens, verb + k)))
  return refused && found !== null && found !== NOTHING ? { ...found, turned: !found.turned } : found
}

/** `want the valley to be clean`: the valley being clean. */
function stateOf(view: View, subject: Stretch, be: number, end: number): Found | typeof NOTHING {
  const last = skipAdverbs(view, be + 1, end)
  if (view.tokens[last]?.pos !== 'ADJ' || last >= end) return NOTHING
  return { stretch: subject, turned: false, text: `${wording(view, subject)} being ${wording(view, { from: be + 1, to: last + 1 })}` }
}

/** The deed whose verb stands at `start`. */
function deedAt(
  view: View,
  subject: Stretch | null,
  start: number,
  end: number,
  turns: boolean,
  names: boolean,
): Found | null | typeof NOTHING {
  const { tokens } = view
  const perfect = tokens[start]?.lower === 'have' && (tokens[start + 1]?.pos === 'VERB' || tokens[start + 1]?.lower === 'been')
  const at = perfect ? start + 1 : start // should have done
  const head = tokens[at]
  if (head === undefined || at >= end) return straight(subject)
  if (SAYING.has(head.lemma) || isPast(view, at) || (head.lemma === 'do' && DOING.has(tokens[at + 1]?.lower ?? '')) || MUSING.has(head.lemma)) return NOTHING
  if (head.lemma === 'be') return (subject && isNobody(view, subject)) || perfect ? NOTHING : (passive(view, subject, skipAdverbs(view, at + 1, end)) ?? NOTHING)
  const leaves = head.lemma === 'resign' || (GOING.has(head.lemma) && ['down', 'aside'].includes(tokens[at + 1]?.lower ?? ''))
  if (leaves) return subject && { stretch: subject, turned: false, tail: '’s resignation' }
  if (turns && names && isOf('support', head) && head.pos !== 'NOUN') return straight(phraseFrom(view, at + 1))
  if (head.lemma === 'fight' && tokens[at + 1]?.lower === 'for') return straight(phraseFrom(view, at + 2))
  if (turns && isOf('counters', head) && (head.pos === 'VERB' || head.pos === 'NOUN' || head.lower.endsWith('ing'))) {
    const object = tokens[at + 1]?.pos === 'ADP' || tokens[at + 1]?.pos === 'ADV' ? null : phraseFrom(view, at + 1)
    return object ? { stretch: object, turned: true } : subject && { stretch: subject, turned: true }
  }
  const phrase = phraseFrom(view, at)
  if (perfect && phrase) return { stretch: phrase, turned: false, text: [gerundOf(head.lemma), wording(view, phrase).replace(/^\S+/, '').trim()].filter(Boolean).join(' ') }
  const isAlone = phrase && clauseAt(view, at)?.by !== 'relative' && phrase.to - phrase.from === 1 && verbAt(view, at) && !EMPTY_VERBS.has(head.lemma) && subject && view.tokens[subject.from]!.pos !== 'PRON' && !isNegator(tokens, subject.from)
  return isAlone ? { stretch: subject, turned: false, text: `${wording(view, subject)} ${gerundOf(head.lemma)}` } : phrase && { stretch: phrase, turned: false, verbal: head.pos === 'AUX' || isBaseForm(head) } // the plant must close
}

const DOING: ReadonlySet<string> = new Set(['with', 'it', 'so', 'that', 'this', 'what'])
/** Verbs of the mind: nothing that one is for or against. */
const MUSING: ReadonlySet<string> = new Set('ask wonder realize realise understand expect wait worry brace assume guess'.split(' '))

/** `the treasurer must step down`. */
const GOING: ReadonlySet<string> = new Set(['step', 'stand'])

/** `nobody should be confused`. */
const isNobody = ({ tokens }: View, { from, to }: Stretch) => isNegator(tokens, from) && ['one', 'nobody', 'none'].includes(tokens[to - 1]!.lower)

/** `had never touched`: a report of what happened, not a thing to do. */
function isPast(view: View, at: number): boolean {
  const head = view.tokens[at]!
  const next = view.tokens[at + 1]
  return (
    head.pos === 'VERB' &&
    view.tokens[at - 1]?.lower !== 'have' &&
    !isBaseForm(head) &&
    !head.lower.endsWith('ing') &&
    next?.pos !== 'NOUN' &&
    next?.pos !== 'PROPN'
  )
}

/** The main verb behind the auxiliaries that begin at `verb`; a form of `be` if it is the last of them. */
function behindAuxiliaries(view: View, verb: number, end: number): number {
  let i = verb
  while (
    i + 1 < end &&
    (AUXILIARIES.has(view.tokens[i]!.lower) || ['ADV', 'PART'].includes(view.tokens[i]!.pos)) &&
    view.tokens[i]!.lemma !== 'be'
  )
    i++
  return i
}

function skipAdverbs(view: View, at: number, end: number): number {
  let i = at
  for (let k = at; k < Math.min(end, at + 7); k++) {
    if (view.tokens[k]!.pos === 'VERB') return k
    if (!['ADV', 'ADJ', 'PART', 'PUNCT', 'CCONJ'].includes(view.tokens[k]!.pos)) break
  }
  while (
    i < end &&
    (view.tokens[i]!.pos === 'ADV' || view.tokens[i]!.pos === 'PART' || ['not', 'to', 'also', 'on', 'that'].includes(view.tokens[i]!.lower))
  )
    i++
  return i
}

/** `urged [banks] to pass on ...`: the index behind `to`, if whoever is addressed stands first. */
function infinitiveBehind(view: View, at: number, end: number): number | null {
  let list = false // urged players, staff and fans to stay
  let joined = false
  for (let i = at; i < Math.min(end, at + 20); i++) {
    const token = view.tokens[i]!
    const before = view.tokens[i - 1]
    joined ||= token.pos === 'CCONJ'
    if (token.lower === 'to' && before?.pos === 'VERB' && before.lower.endsWith('ing')) return null // those trying to
    if (i === at && (token.lower === 'a' || token.lower === 'an')) return null // a fund to repair it
    if (i > at && token.lower === 'to' && isInfinitive(view.tokens[skipAdverbs(view, i + 1, end)])) return list && !joined ? null : i + 1
    list ||= token.text === ','
    if ((token.pos === 'PUNCT' && token.text !== '-' && token.text !== ',') || isFinite(token)) return null
  }
  return null
}

const isInfinitive = (token: Token | undefined) =>
  token !== undefined && (isFinite(token) || token.lower === 'be' || isOf('support', token))

/** `mopeds should be legal`; what ought to be careful or at the centre is not what is supported. */
const LAWFUL: ReadonlySet<string> = new Set('legal free available mandatory compulsory permanent public universal voluntary'.split(' '))
const FEELING: ReadonlySet<string> = new Set('worried concerned ashamed scared surprised involved interested embarrassed prepared'.split(' '))

/** `Y must be VERBed in Z` -> `VERBing Y in Z`; `Y must be a Z` -> `Y`. */
function passive(view: View, subject: Stretch | null, at: number): Found | null {
  const verb = view.tokens[at]
  if (!verb || !subject) return straight(subject ?? (verb && !['VERB', 'ADJ', 'ADP'].includes(verb.pos) ? phraseFrom(view, at) : null))
  if (isOf('ends', verb) || isOf('oppose', verb)) return { stretch: subject, turned: true }
  if (verb.pos === 'ADJ' || verb.pos === 'ADP') return LAWFUL.has(verb.lower) ? straight(subject) : null
  if (verb.pos !== 'VERB' || verb.lemma === verb.lower || /(?:ing|s)$/.test(verb.lower) || SAYING.has(verb.lemma)) return straight(subject)
  if (FEELING.has(verb.lower)) return null
  const complement = view.tokens[at + 1]?.pos === 'ADP' || view.tokens[at + 1]?.lower === 'to' ? phraseFrom(view, at + 1) : null
  const tail = complement && withoutHead(view, complement)
  const called = isOf('name', verb) && !complement ? phraseFrom(view, at + 1) : null // must be called ...
  const isPronoun = view.tokens.slice(subject.from, subject.to).every((t) => t.pos === 'PRON')
  if (
    tail &&
    (view.tokens[at + 1]!.lower === 'by' || view.tokens[at + 1]!.lower === 'with') &&
    isPointer(view.tokens.slice(subject.from, subject.to))
  )
    return straight(tail)
  if (isPronoun && !tail) return straight(subject)
  const text = [
    ...(isPronoun ? ['being', verb.text] : [gerundOf(verb.lemma), wording(view, subject).replace(/^no one(?=['’]s)/i, 'anyone').replace(/^no (?=\p{Ll})/iu, '')]),
    ...(called ? [wording(view, called)] : []),
    ...(tail && tail.from > at + 1 ? [view.tokens[at + 1]!.text] : []),
    ...(tail ? [wording(view, tail)] : []),
  ].join(' ')
  return { stretch: subject, turned: false, text: text.split(' ').slice(0, LONGEST_PASSIVE).join(' ') }
}

const LONGEST_PASSIVE = 10
