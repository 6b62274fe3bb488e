import { REPORTING_VERBS, type ReportingVerb } from '../../lexicon/reporting.ts'
import { CUE, word, type View } from './view.ts'

/** A reporting verb in the text with its verb phrase. */
export interface VerbCue {
  readonly verb: ReportingVerb
  /** First token of the verb phrase: auxiliaries, negation and adverbs in it included. */
  readonly first: number
  /** The verb itself. */
  readonly head: number
  /** Behind the verb and its particle. */
  readonly end: number
  /** The subject is who was told or what was said: `was asked`, `suggested by`. */
  readonly passive: boolean
  /** No subject of its own right before it: participle (`adding that`) or infinitive (`declined to say`). */
  readonly finite: boolean
}

/** Verbs and adjectives that a reporting infinitive hangs on without changing who speaks. */
const RAISING = new Set(
  (
    'decline declined declines declining refuse refused refuses refusing continue continued continues go went goes going seem seemed seems ' +
    'appear appeared appears begin began begun start started fail failed have had has used ready willing unwilling able likely expected'
  ).split(' '),
)

/** The cues by reporting verbs between tokens `from` and `to`; quotations are skipped. */
export function verbCues(view: View, from: number, to: number): readonly VerbCue[] {
  const cues: VerbCue[] = []
  for (let i = from; i < to; i++) {
    if (!(view.cues[i]! & CUE.verb)) continue
    const cue = cueAt(view, i, REPORTING_VERBS.get(word(view, i))!, from, to)
    if (cue !== null) cues.push(cue)
  }
  return cues
}

/** Forms that are nouns behind a verb. */
const NOUNS = /^(?:calls|claims|demands|reports|comments|questions)$/

function cueAt(view: View, i: number, readings: readonly ReportingVerb[], from: number, to: number): VerbCue | null {
  const clause = view.syntax.clauses[view.syntax.clauseAt[i]!]
  if (clause === undefined || clause.head !== i) return null
  const verb = readings.find((reading) => reading.particle === null || reading.particle === word(view, i + 1))
  // worse-than-expected
  if (verb === undefined || (i > from && word(view, i - 1) === '-' && view.tokens[i - 1]!.end === view.tokens[i]!.start)) return null
  const auxiliary = clause.first < i
  // prompted calls for
  if (!auxiliary && NOUNS.test(word(view, i)) && view.syntax.clauses[view.syntax.clauseAt[i - 1]!]?.head === i - 1) return null
  const infinitive = word(view, clause.first - 1) === 'to' && !clause.finite
  const raised = infinitive ? raisedFrom(view, clause.first - 2, from) : null
  if (infinitive && raised === null) return null
  const participle = verb.form === 'ed' || verb.form === 'participle'
  const passive = participle && (clause.passive || (!auxiliary && byFollows(view, i + 1, to)))
  if (verb.form === 'base' && !auxiliary && !infinitive && clause.subject < 0) return null
  return { verb, first: raised ?? clause.first, head: i, end: i + (verb.particle === null ? 1 : 2), passive, finite: verb.form !== 'ing' || auxiliary }
}

/** `declined | to say`, `was not willing | to say`: where the verb group begins that a reporting infinitive hangs on; null where it hangs on none. */
function raisedFrom({ tokens, syntax }: View, at: number, from: number): number | null {
  const hanging = tokens[at]?.lower === 'on' ? at - 1 : at
  if (hanging < from || !RAISING.has(tokens[hanging]!.lower)) return null
  for (let i = hanging; i >= from && i > hanging - 3; i--) if (syntax.clauseAt[i]! >= 0) return Math.max(from, syntax.clauses[syntax.clauseAt[i]!]!.first)
  return hanging
}

/** Whether `by` follows, adverbs aside: the verb is a passive participle. */
function byFollows(view: View, i: number, to: number): boolean {
  const at = i < to && view.tokens[i]!.pos === 'ADV' ? i + 1 : i
  return at < to && word(view, at) === 'by'
}
