import { isOf } from '../lexicon/stance-words.ts'
import { overlaps } from '../model/span.ts'
import { isEmbedded, isSupposed } from './match/clause.ts'
import { clauseAt, hasOwnVerb, indexOf, phraseAt, subjectOf, verbAt } from './match/clauses.ts'
import { isAgent, isExpected } from './match/modality.ts'
import type { Match } from './match/rows.ts'
import type { StanceRule } from './rules/row.ts'
import { behindCue, isAnother, rangeOf, sentenceStart, type Stretch, type View } from './match/view.ts'

/** Whether a rule may speak where it matched: in its part of the claim, of the speaker, and of what is the case. */
export function isAdmitted(view: View, { row, pattern, from, to }: Match<StanceRule>): boolean {
  const inCue = from < view.cueEnd
  if (row.in !== 'any' && (row.in === 'cue') !== inCue) return false
  if ((row.finite && (isParticiple(view, from) || isPassive(view, from, to))) || (row.phrase && hasOwnVerb(view, behindCue(view, to))))
    return false
  if (row.transitive && to === from + 1 && verbAt(view, from)?.object === -1) return false
  if (row.target === 'named' && (BEHIND_NAMING.has(view.tokens[from + 1]?.lower ?? '') || isBehindWhat(view, from))) return false
  if (isAttribute(view, from) || (/^\S+\/VERB(?: |$)/.test(pattern.source) && isNoun(view, from))) return false
  if (view.tokens[from - 1]?.lower === 'have' && HYPOTHETICAL.has(view.tokens[from - 2]?.lower ?? '')) return false // could have asked for
  if (!inCue && view.tokens[Math.max(view.cueEnd, sentenceStart(view, from))]!.lower === 'why') return false
  if (view.direct && !inCue && view.tokens[from]!.lower === 'wanted') return false // `I wanted some wings`: a story
  if (inCue) return !(isPassive(view, from, to) && !hasBy(view, from))
  if (view.tokens[from]!.pos === 'VERB' && phraseAt(view, from) && !verbAt(view, from)) return false // Republican-backed laws
  if (row.self && view.tokens[from - 1]?.lower === 'to' && MEANT.has(view.tokens[from - 2]?.lower ?? '')) return false
  if ((row.target === 'action' || row.target === 'subject') && (isEmbedded(view, from) || isExpected(view, from))) return false
  if (row.agent) {
    const subject = subjectOf(view, from)
    if (subject && !isAgent(view, subject)) return false // the road stays open to traffic
  }
  return !isSupposed(view, from) && !(row.self && (!isSpeakers(view, from) || isPassive(view, from, to) || isEmbedded(view, from)))
}

const HYPOTHETICAL: ReadonlySet<string> = new Set(['could', 'might', 'may'])

/** `what he calls a success`: somebody's word for it. */
const isBehindWhat = (view: View, at: number) => view.tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'what')

/** `called on him`, `described in detail`. */
const BEHIND_NAMING: ReadonlySet<string> = new Set(['on', 'upon', 'for', 'in', 'off', 'to'])

/** `a law used to defend landlords`, `evidence to support it`: what a thing is for; `it was to blame`. */
const MEANT: ReadonlySet<string> = new Set(['used', 'designed', 'meant', 'built', 'made', 'evidence', 'proof', 'data', 'is', 'are', 'was', 'were'])

/** `the steps needed for helping ...`, `able to help`: not what the clause says of its subject. */
function isParticiple(view: View, at: number): boolean {
  const before = view.tokens[at - 1]
  const describes = before !== undefined && ['DET', 'ADP', 'ADJ'].includes(before.pos) // with enhanced speed
  if (describes && view.tokens[at]!.lower.endsWith('ed')) return true
  return before?.lower === 'to' || (view.tokens[at]!.lower.endsWith('ing') && before?.lemma !== 'be' && before?.pos !== 'ADV')
}

/** Whether what is felt at `at` can be the speaker's: `my support`, `I have concerns`, `we back`. */
function isSpeakers(view: View, at: number): boolean {
  const phrase = view.tokens[at]!.pos === 'NOUN' ? phraseAt(view, at) : null
  const owner = phrase?.possessor ? indexOf(view, phrase.possessor.first) : -1
  if (owner >= 0) return mayBeSpeaker(view, { from: owner, to: owner + phrase!.possessor!.end - phrase!.possessor!.first })
  if (phrase && phrase.role !== 'object') return false // it erodes support for ...
  const { pos, lower } = view.tokens[at]!
  if ((pos === 'ADJ' || lower.endsWith('ing')) && ['NOUN', 'PROPN'].includes(view.tokens[at - 1]?.pos ?? '')) return false // guests interested in, a letter calling for
  const subject = subjectOf(view, at)
  if (!subject) return phrase === null
  return mayBeSpeaker(view, subject) && (clauseAt(view, at)?.by !== 'relative' || view.tokens[subject.to - 1]!.pos === 'PRON')
}

/** Whether the stretch can name the speaker: the name, `we`, `he` as others report it, or a body that one speaks for. */
function mayBeSpeaker(view: View, stretch: Stretch): boolean {
  const range = rangeOf(view, stretch.from, stretch.to)
  if (view.mentions.some((m) => m.range.end === range.end && isAnother(view, m) && overlaps(m.range, range))) return false
  const { lower, pos } = view.tokens[stretch.to - 1]! // `the seat you have asked for`
  if (pos !== 'PRON') return isSpokenFor(view, stretch)
  return lower !== 'you' && !(view.direct && OTHERS.has(lower))
}

/** `our firm`, `the club`, the speaker by name: not `some people`, `reporters who ...`. */
function isSpokenFor(view: View, subject: Stretch): boolean {
  const range = rangeOf(view, subject.from, subject.to)
  const first = view.tokens[subject.from]!
  const last = view.tokens[subject.to - 1]!
  const named = view.mentions.filter((m) => overlaps(m.range, range))
  if (OUR.has(first.lower) || (first.lower === 'the' && isOf('bodies', last))) return true
  return named.length > 0 ? named.some((m) => view.own.includes(m.speaker) || m.kind === 'organization') : last.pos === 'PROPN'
}

const OUR: ReadonlySet<string> = new Set(['our', 'my'])

/** `approved cabinets`, `a mock trial`: a word that only describes what follows. */
function isAttribute(view: View, at: number): boolean {
  const before = view.tokens[at - 1]
  if (before?.lower === '-') return true // ad-supported
  if (before?.pos === 'ADP' && view.tokens[at]!.lower.endsWith('ing')) return true // her part in supporting it
  const next = view.tokens[at + 1]
  const phrase = phraseAt(view, at)
  if (before && (before.pos === 'DET' || POSSESSIVES.has(before.lower)) && view.tokens[at]!.lower.endsWith('ed') && next?.pos === 'NOUN') return true
  if (!before || !next || at + 1 === view.cueEnd || !phrase || phrase !== phraseAt(view, at + 1) || verbAt(view, at)) return false
  return view.tokens[at]!.pos === 'VERB' || ['DET', 'ADP', 'ADJ'].includes(before.pos)
}

/** `flooded with calls about ...`: a noun, where a verb is meant. */
const isNoun = ({ tokens }: View, at: number) => tokens[at]!.pos === 'NOUN' && ['ADP', 'DET', 'ADJ', 'VERB'].includes(tokens[at - 1]?.pos ?? '')

const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their', 'our', 'my'])

/** Whether `by` stands near behind the verb. */
const hasBy = ({ tokens }: View, at: number) => tokens.slice(at + 1, at + 4).some(({ lower }) => lower === 'by')

/** `Y is opposed by Z`, `Y was praised`: what others hold. */
const isPassive = (view: View, from: number, to: number) =>
  view.tokens[to - 1]!.lower === 'by' || (to === from + 1 && (verbAt(view, from)?.passive ?? false))

const OTHERS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'his', 'her', 'their', 'its'])
