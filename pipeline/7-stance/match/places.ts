import { withoutPlural } from '../../lexicon/inflect.ts'
import { isPersonNoun } from '../../lexicon/unnamed.ts'
import { isOf, SAYING } from '../../lexicon/stance-words.ts'
import { actionFrom, NOTHING, straight, type Found } from '../target/action.ts'
import { isBaseForm, isFinite } from './clause.ts'
import { clauseAt, ownVerb, subjectOf } from './clauses.ts'
import type { Match } from './rows.ts'
import { phraseFrom, withoutHead } from './phrase.ts'
import type { StanceRule, TargetPlace } from '../rules/row.ts'
import { behindCue, sentenceEnd, wording, type View, type Stretch } from './view.ts'

/** How each place of a target (rules/row.ts) is found from a match. */
export const PLACES: Readonly<Record<TargetPlace, (view: View, match: Match<StanceRule>) => Found | null | typeof NOTHING>> = {
  object: (view, { from, to }) =>
    isGerundInContent(view, from) ? (straight(severalWords(phraseFrom(view, from))) ?? NOTHING) : charged(phraseFrom(view, behindCue(view, to)), view),
  own: (view, { from, to }) =>
    from < view.cueEnd && tells(view, to) ? NOTHING : fought(view, to, actionFrom(view, behindCue(view, to), behindCue(view, to), false)),
  subject: (view, match) => straight(judged(view, match)) ?? NOTHING,
  action: (view, { from, to }) => actionFrom(view, from, behindCue(view, to), true),
  topic: (view, { to }) => straight(unlessBad(view, topicOf(view, Math.min(Math.max(to, view.cueEnd), view.cueEnd + 1)))) ?? NOTHING,
  charged: (view, { from, to }) => from < view.cueEnd && view.tokens[view.cueEnd - 1]!.lower === 'as' ? NOTHING : charged( // slammed as | careless
    phraseFrom(view, namesSomebody(view, to) ? to : behindCue(view, to)), view, CHARGES.get(view.tokens[from]!.lemma)),
  deed: (view, { to }) => {
    const stretch = phraseFrom(view, to - 1)
    return stretch && stretch.to - stretch.from > 1 ? { stretch, turned: false, verbal: true } : NOTHING
  },
  inside: (view, { from }) => straight(phraseFrom(view, from + 1)),
  named: (view, { from }) => straight(named(view, from + 1)),
}

/** `declined to comment on`: to be silent about something is no stance on it. */
function tells(view: View, to: number): boolean {
  const lemma = view.tokens[to]?.lemma ?? ''
  return SAYING.has(lemma) || TELLING.has(lemma) || view.tokens.slice(to + 1, to + 5).some((t) => INFORMATION.has(t.lemma))
}

const TELLING: ReadonlySet<string> = new Set(`speak talk name identify provide discuss address respond answer specify reveal disclose divulge
  describe explain speculate concede acknowledge believe define publish`.split(/\s+/))
/** `refused to give details`, `to go into specifics`. */
const INFORMATION: ReadonlySet<string> = new Set(`detail specific information statement interview answer question reason figure explanation
  estimate`.split(/\s+/))

/** `vowed to fight`: the cue itself says that the target is opposed. */
function fought(view: View, to: number, found: Found | null | typeof NOTHING): Found | null | typeof NOTHING {
  if (found === null || found === NOTHING || view.cueEnd === view.tokens.length) return found
  const fights = view.tokens.slice(to, view.cueEnd).some((t) => isOf('counters', t) || isOf('oppose', t))
  return fights ? { ...found, turned: !found.turned } : found
}

/** `accused the ministry of`: the cue itself names who is charged. */
const namesSomebody = (view: View, to: number) => view.tokens.slice(to, view.cueEnd).some((t) => t.pos === 'NOUN' || t.pos === 'PROPN')

/** `both on supporting Y and on ...`: the supporting itself is meant. */
const isGerundInContent = (view: View, at: number) => at >= view.cueEnd && view.tokens[at]!.lower.endsWith('ing')

/** `the best way to save it`: what follows is the purpose, not what is judged. */
const MEANS: ReadonlySet<string> = new Set(['way', 'means', 'solution', 'chance', 'opportunity', 'step', 'option'])

/** `misleading to imply that ...`: what is judged has no name. */
const SUPPOSING: ReadonlySet<string> = new Set(['imply', 'suggest', 'assume', 'believe', 'claim', 'expect', 'argue', 'pretend'])

/** The subject of what is judged; behind `it is wrong` the infinitive that `it` announces, or the clause's subject. */
function judged(view: View, { row, from, to }: Match<StanceRule>): Stretch | null {
  if (clauseAt(view, from)?.by === 'behind') return null // there is a risk
  const subject = subjectOf(view, from)
  const first = subject && view.tokens[subject.from]!
  if (first && subject.to - subject.from === 1 && first.lower === 'it' && row.finite !== true) {
    for (let i = to; i < Math.min(sentenceEnd(view, to - 1), to + 10); i++) {
      const next = view.tokens[i + 1]
      if (view.tokens[i]!.lower === 'to' && next !== undefined && isBaseForm(next) && !MEANS.has(view.tokens[i - 1]!.lower))
        return SAYING.has(next.lemma) || SUPPOSING.has(next.lemma) ? null : phraseFrom(view, i + 1)
      if (view.tokens[i]!.lower === 'that') return topicOf(view, i + 1)
    }
  }
  return subject
}

/** The subject of the content's first clause. */
function topicOf(view: View, at: number): Stretch | null {
  const verb = ownVerb(view, at)
  return verb === null ? phraseFrom(view, at) : subjectOf(view, verb)
}

/** `the ministry of starving ...`: whoever is charged; `the prosecutor for dragging out ...`, `over his plans`: what for, as theirs. */
function charged(stretch: Stretch | null, view: View, charge?: string): Found | null {
  if (!stretch) return null
  const { tokens } = view
  const end = sentenceEnd(view, stretch.from)
  for (let i = stretch.from + 1; i < Math.min(end, stretch.to + 1) - 1; i++) {
    const { lower } = tokens[i]!
    const next = tokens[i + 1]!.lower === 'not' ? tokens[i + 2] : tokens[i + 1]
    const isReason = (lower === 'of' || lower === 'for') && next?.lower.endsWith('ing') && !isOf('general', tokens[i - 1]!)
    const isDeed = lower === 'to' && tokens[i + 1]!.pos === 'VERB' && tokens[i - 1]!.pos !== 'NOUN' // challenged them to prove it, not: the plan to
    const isMatter = (lower === 'over' || lower === 'about' || lower === 'for') && (OWNERS.has(tokens[i + 1]!.lower) || namesPerson(view, stretch.from, i) || isPersonNoun(withoutPlural(tokens[i - 1]!.lower)))
    if (!isReason && !isDeed && !isMatter && lower !== 'as' && lower !== charge) continue
    const who = { from: stretch.from, to: i }
    const isTheirs = isReason || (isMatter && OWNERS.has(next?.lower ?? ''))
    const deed = isTheirs ? phraseFrom(view, OWNERS.has(next!.lower) ? i + 2 : i + 1) : null
    const owned = view.tokens[i - 1]!.pos === 'NOUN' && view.tokens[i - 1]!.lower.endsWith('s') ? '’' : '’s'
    return { stretch: who, turned: false, ...(deed && namesDeed(view, deed) && !(tokens[deed.to] && isFinite(tokens[deed.to]!)) && { tail: `${owned} ${wording(view, withoutHead(view, deed))}` }) }
  }
  return straight(stretch)
}

/** `dragging out the trial`, `his plans`: not `being a coward`, `lying`, which say only what somebody is. */
const namesDeed = ({ tokens }: View, { from, to }: Stretch) =>
  tokens.slice(from, to).some(({ pos }) => pos === 'NOUN' || pos === 'PROPN') && !['being', 'having', 'not'].includes(tokens[from]!.lower)

/** What always leads in what somebody is charged with. */
const CHARGES: ReadonlyMap<string, string> = new Map([['accuse', 'of'], ['blame', 'for']])

const severalWords = (stretch: Stretch | null) => (stretch && stretch.to - stretch.from > 1 ? stretch : null)

/** `warned that crime would rise`: nobody is for it. */
const unlessBad = ({ tokens }: View, stretch: Stretch | null) => (stretch && !tokens.slice(stretch.from, stretch.to).some((t) => isOf('bads', t)) ? stretch : null)

const OWNERS: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their'])

/** Whether tokens `from` to before `to` name somebody. */
const namesPerson = ({ tokens }: View, from: number, to: number) =>
  tokens.slice(from, to).some(({ pos, lower }) => pos === 'PROPN' || lower === 'him' || lower === 'her' || lower === 'them')

const PRONOUNS: ReadonlySet<string> = new Set(['him', 'her', 'it', 'them', 'me', 'us', 'this', 'that'])

/** Whether what somebody or something is called begins at `at`: `the merger | unfair`, not `the unfair merger`. */
function names({ tokens }: View, at: number): boolean {
  const before = tokens[at - 1]!.pos === 'ADV' ? tokens[at - 2]! : tokens[at - 1]!
  const isName = (['bad', 'good', 'blow', 'benefit'] as const).some((c) => isOf(c, tokens[at]!))
  return isName && ['NOUN', 'PROPN', 'PRON'].includes(before.pos)
}

/** `called the merger “a huge success”`, `described Y as unfit`: up to the name it is given. */
function named(view: View, at: number): Stretch | null {
  const phrase = phraseFrom(view, at)
  const head = phrase && view.tokens[phrase.from]!
  const isOwner = ['NOUN', 'PROPN', 'ADJ'].includes(view.tokens[(phrase?.from ?? 0) + 1]?.pos ?? '') // her opponent
  if (head && PRONOUNS.has(head.lower) && !isOwner) return { from: phrase.from, to: phrase.from + 1 }
  if (!head || head.lower === 'a' || head.lower === 'an' || isOf('bad', head) || isOf('good', head)) return null
  for (let i = phrase.from + 1; i < phrase.to; i++) {
    const gap = view.text.slice(view.tokens[i - 1]!.end, view.tokens[i]!.start)
    if (/["“„]/.test(gap) && /^['’]s?$/.test(view.tokens[i - 1]!.lower)) return null // called the mayor's “brilliant idea”: irony or not
    if (names(view, i)) return { from: phrase.from, to: view.tokens[i - 1]!.pos === 'ADV' ? i - 1 : i }
    if (/["“„'‘]/.test(gap) || ['a', 'an', 'as'].includes(view.tokens[i]!.lower)) return { from: phrase.from, to: i }
  }
  return phrase
}
