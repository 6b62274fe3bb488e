import { overlaps } from '../model/span.ts'
import { hasOwnVerb, isEmbedded, isFinite, isSupposed } from './match/clause.ts'
import { isAgent, isExpected } from './match/modality.ts'
import type { Match } from './match/rows.ts'
import { subjectOf } from './match/clauses.ts'
import type { Stretch } from './match/phrase.ts'
import type { StanceRule } from './rules/row.ts'
import { behindCue, firstMentionAt, isAnother, rangeOf, sentenceStart, type View } from './match/view.ts'

/** Whether a rule may speak where it matched: in its part of the claim, of the speaker, and of what is the case. */
export function isAdmitted(view: View, { row, from, to }: Match<StanceRule>): boolean {
  const inCue = from < view.cueEnd
  if (row.in !== 'any' && (row.in === 'cue') !== inCue) return false
  if ((row.finite && (isParticiple(view, from) || isPassive(view, from, to))) || (row.phrase && hasOwnVerb(view, behindCue(view, to))))
    return false
  if (row.target === 'named' && (BEHIND_NAMING.has(view.tokens[from + 1]?.lower ?? '') || isBehindWhat(view, from))) return false
  if (inCue) return true
  if (row.self && view.tokens[from - 1]?.lower === 'to' && MEANT.has(view.tokens[from - 2]?.lower ?? '')) return false
  if (row.target === 'action' && (isEmbedded(view, from) || isExpected(view, from))) return false
  if (row.agent) {
    const subject = subjectOf(view, from)
    if (subject && !isAgent(view, subject)) return false // the road stays open to traffic
  }
  return !isSupposed(view, from) && !(row.self && (!mayBeSpeaker(view, from) || isPassive(view, from, to) || isEmbedded(view, from)))
}

/** `what he calls a success`: somebody's word for it. */
const isBehindWhat = (view: View, at: number) => view.tokens.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'what')

/** `called on him`, `described in detail`. */
const BEHIND_NAMING: ReadonlySet<string> = new Set(['on', 'upon', 'for', 'in', 'off', 'to'])

/** `a law used to defend landlords`: what a thing is for. */
const MEANT: ReadonlySet<string> = new Set(['used', 'designed', 'meant', 'built', 'made'])

/** `the steps needed for helping ...`, `able to help`: not what the clause says of its subject. */
function isParticiple(view: View, at: number): boolean {
  const before = view.tokens[at - 1]
  const isAttribute = before !== undefined && ['DET', 'ADP', 'ADJ'].includes(before.pos) // with enhanced speed
  if (isAttribute && view.tokens[at]!.lower.endsWith('ed')) return true
  return before?.lower === 'to' || (view.tokens[at]!.lower.endsWith('ing') && before?.lemma !== 'be' && before?.pos !== 'ADV')
}

/** Whether the subject of the clause at `at` can be whoever speaks. */
function mayBeSpeaker(view: View, at: number): boolean {
  const subject = governor(view, at)
  if (!subject) return true
  const range = rangeOf(view, subject.from, subject.to)
  if (view.mentions.some((m) => m.range.end === range.end && isAnother(view, m) && overlaps(m.range, range))) return false
  const { lower, pos } = view.tokens[subject.to - 1]! // `the seat you have asked for`
  if (subject.to - subject.from > 1 && pos !== 'PRON') return true
  return lower !== 'you' && !(view.direct && OTHERS.has(lower))
}

/** The subject of the verb at `at`, or of the verb that an infinitive hangs on: `she took to the stage to praise`. */
function governor(view: View, at: number): Stretch | null {
  let verb = at
  if (view.tokens[at - 1]?.lower === 'to')
    for (let i = at - 2; i >= Math.max(view.cueEnd, sentenceStart(view, at)) && view.tokens[i]!.pos !== 'PUNCT'; i--)
      if (isFinite(view.tokens[i]!)) {
        verb = i
        break
      }
  const near = subjectOf(view, verb)
  if (near || verb === view.cueEnd) return near
  const begin = Math.max(view.cueEnd, sentenceStart(view, at)) // `Jane Doe, the mayor, praises ...`
  const first = view.mentions[firstMentionAt(view.mentions, view.tokens[begin]!.start)]
  const end = first ? view.tokens.findIndex((t, i) => i >= begin && t.end >= first.range.end) : -1
  return first?.range.start === view.tokens[begin]!.start && end >= begin && view.tokens[end + 1]?.lower === ',' ? { from: begin, to: end + 1 } : null
}

/** `Y is opposed by Z`, `Y was praised`: what others hold. */
function isPassive(view: View, from: number, to: number): boolean {
  const before = view.tokens[from - 1]?.pos === 'ADV' ? view.tokens[from - 2] : view.tokens[from - 1]
  return view.tokens[to - 1]!.lower === 'by' || (to === from + 1 && before?.lemma === 'be' && view.tokens[from]!.lower.endsWith('ed'))
}

const OTHERS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it'])
