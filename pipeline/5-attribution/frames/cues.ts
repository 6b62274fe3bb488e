import { REPORTING_VERBS, type ReportingVerb } from '../../lexicon/reporting.ts'
import type { Token } from '../../model/layers.ts'
import { isVerbal } from './nominal.ts'
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

const BE = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', "'s", "'re", 'am', "'m", 'get', 'got'])
const HAVE = new Set(['have', 'has', 'had', 'having', "'ve", "'d"])
const PARTS = new Set(['not', "n't", 'never', 'also'])
/** Verbs that a reporting infinitive hangs on without changing who speaks. */
const RAISING = new Set(
  (
    'decline declined declines declining refuse refused refuses refusing continue continued continues go went goes seem seemed seems ' +
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

function cueAt(view: View, i: number, readings: readonly ReportingVerb[], from: number, to: number): VerbCue | null {
  const verb = readings.find((reading) => reading.particle === null || reading.particle === word(view, i + 1))
  if (verb === undefined || !isVerbHere(view, i, verb, from)) return null
  const { first, be, have, aux, infinitive } = phraseStart(view, i, from)
  if (infinitive && !RAISING.has(word(view, first))) return null
  const participle = verb.form === 'ed' || verb.form === 'participle'
  const by = nextBy(view, i + 1, to)
  const passive = participle && ((be && !have) || (be && participle) || (!aux && by))
  if (verb.form === 'base' && !aux && !infinitive && word(view, i + 1) !== 'that' && !pluralBefore(view, first, from)) return null
  return { verb, first, head: i, end: i + (verb.particle === null ? 1 : 2), passive, finite: verb.form !== 'ing' || be }
}

const OFTEN_NAMES = /^(?:post|posts|state|states|report|reports|record|call|express)$/

/** Tells verbs from nouns of the same form (`claims`, `reports`, `called`) where the tagger may be wrong. */
function isVerbHere(view: View, i: number, verb: ReportingVerb, from: number): boolean {
  const { pos, text, lower } = view.tokens[i]!
  const before = view.tokens[i - 1]
  // the Washington Post, Islamic State
  if (text !== lower && i > from && OFTEN_NAMES.test(lower) && before!.text !== before!.lower) return false
  // worse-than-expected
  if (i > from && before!.lower === '-' && before!.end === view.tokens[i]!.start) return false
  if (pos === 'VERB') return true
  // a noun tag behind a comma: `, warning that`
  if (verb.form === 'ing' && before?.lower === ',' && word(view, i + 1) === 'that') return true
  if (verb.form === 's' || verb.form === 'base') {
    if (pos !== 'NOUN' && pos !== 'PROPN') return false
    // a noun tag between a name and `that` or a colon is a verb: `CNN reports that`
    if (i === from || !nounsBefore(before)) return false
    return word(view, i + 1) === 'that' || (verb.form === 's' && before?.pos !== 'NOUN' && /^[:,.]$/.test(word(view, i + 1)))
  }
  if (verb.form === 'ed' || verb.form === 'past') return pos !== 'ADJ' || (i > from && before?.pos !== 'DET' && before?.pos !== 'AUX')
  return verb.form === 'participle' && pos !== 'NOUN'
}

const nounsBefore = (token: Token | undefined) => token?.pos === 'PROPN' || token?.pos === 'PRON' || token?.pos === 'NOUN'

interface VerbPhrase {
  readonly first: number
  readonly be: boolean
  readonly have: boolean
  readonly aux: boolean
  readonly infinitive: boolean
}

/** The verb phrase to the left of the verb. */
function phraseStart(view: View, head: number, from: number): VerbPhrase {
  let first = head
  let [be, have, aux, infinitive] = [false, false, false, false]
  let i = head
  while (i - 1 >= from && view.quoteOf[i - 1]! < 0) {
    const token = view.tokens[i - 1]!
    if (token.pos === 'AUX' || (BE.has(token.lower) && token.pos !== 'PART') || HAVE.has(token.lower)) {
      if (BE.has(token.lower)) be ||= !have
      if (HAVE.has(token.lower)) have = true
      aux = true
      first = i - 1
    } else if (PARTS.has(token.lower) || token.lower === "'s") {
      if (token.lower === "'s") break
      if (i - 1 > from && (isVerbal(view, i - 2) || token.lower !== 'also')) first = i - 1
    } else if (token.pos === 'ADV' && i - 2 >= from && (isVerbal(view, i - 2) || PARTS.has(word(view, i - 2)))) {
      // an adverb belongs to the phrase only between its parts
    } else if (token.lower === 'to' && !infinitive && (view.tokens[head]!.lower === word(view, i) || aux)) {
      infinitive = true
      first = i - 1
      if (RAISING.has(word(view, i - 2))) {
        first = i - 2
        if (word(view, i - 2) === 'on') first = i - 3
        i--
      }
    } else break
    i--
  }
  return { first, be, have, aux, infinitive }
}

/** Whether `by` follows, adverbs aside: the verb is a passive participle. */
function nextBy(view: View, i: number, to: number): boolean {
  let at = i
  while (at < to && at < i + 2 && view.tokens[at]!.pos === 'ADV') at++
  return at < to && word(view, at) === 'by'
}

/** A base form without an auxiliary needs a plural subject or `I`, `you`. */
function pluralBefore(view: View, first: number, from: number): boolean {
  let i = first - 1
  while (i >= from && view.tokens[i]!.pos === 'ADV') i--
  if (i < from) return false
  const token = view.tokens[i]!
  // no noun has the form, so it must be the verb: WHO say
  if (view.tokens[first]!.lower === 'say') return token.pos === 'PROPN' || token.pos === 'NOUN' || token.pos === 'PRON'
  if (/^(?:i|we|you|they|who|that|which|many|some|most|others|all|both|several)$/.test(token.lower)) return true
  if (token.lower === ',' || token.lower === ')') return true
  return (token.pos === 'NOUN' || token.pos === 'PROPN') && /(?:[^s]s|men|people|police|women|staff|media|data)$/.test(token.lower)
}
