import { isOf } from '../../lexicon/stance-words.ts'
import { overlaps } from '../../model/span.ts'
import { isNegator } from './clause.ts'
import { clauseAt, indexOf, phraseAt, subjectOf } from './clauses.ts'
import { isAnother, rangeOf, type Stretch, type View } from './view.ts'

const OUR: ReadonlySet<string> = new Set(['our', 'my'])
const NOBODY: ReadonlySet<string> = new Set(['you', 'some', 'others', 'many', 'most', 'everyone', 'everybody', 'someone', 'anyone', 'no', 'nobody'])
const OTHERS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'his', 'her', 'their', 'its'])

/** Whether what is felt at `at` can be the speaker's: `my support`, `I have concerns`, `we back`. */
export function isSpeakers(view: View, at: number): boolean {
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

/** Verbs by which words are put into a mouth. */
const REPORTING: ReadonlySet<string> = new Set('say tell claim argue suggest write tweet shout state mention allege'.split(' '))

/** Whether the clause at `at` is said by others, or said not to be said: `some say we should`, `I never suggested that we should`. */
export function isReported(view: View, at: number): boolean {
  const { clauses } = view.syntax
  for (let outer = clauses[clauseAt(view, at)?.parent ?? -1]; outer; outer = clauses[outer.parent]) {
    const head = indexOf(view, outer.head)
    if (head < view.cueEnd || !REPORTING.has(outer.lemma)) continue
    const subject = subjectOf(view, head)
    if (subject && isNegator(view.tokens, subject.from)) continue // nobody says it is unfair
    if (outer.negated || (subject && !mayBeSpeaker(view, subject))) return true
  }
  return false
}

/** Whether the stretch can name the speaker: the name, `we`, `he` as others report it, or a body that one speaks for. */
function mayBeSpeaker(view: View, stretch: Stretch): boolean {
  const range = rangeOf(view, stretch.from, stretch.to)
  if (view.mentions.some((m) => m.range.end === range.end && isAnother(view, m) && overlaps(m.range, range))) return false
  const { lower, pos } = view.tokens[stretch.to - 1]! // `the seat you have asked for`
  if (pos !== 'PRON') return isSpokenFor(view, stretch)
  return !NOBODY.has(lower) && !(view.direct && OTHERS.has(lower))
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
