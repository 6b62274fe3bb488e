import { SOON, TIMES } from '../../lexicon/times.ts'
import { GROUP_NOUNS, UNNAMED_NOUNS } from '../../lexicon/unnamed.ts'
import { isOf } from '../../lexicon/stance-words.ts'
import { overlaps } from '../../model/span.ts'
import { subjectOf } from './clauses.ts'
import { sentenceEnd, sentenceStart, type View, type Stretch } from './view.ts'

const NEEDING: ReadonlySet<string> = new Set(['have', 'need'])
const FORETELLING: ReadonlySet<string> = new Set("may might will would 'll 'd could wo n't".split(' '))

/** `the fish must have gone bad`, `there must be a mistake`. */
function isInferred({ tokens }: View, at: number): boolean {
  const [verb, ...rest] = tokens.slice(at + 1, at + 5)
  return verb?.lower === 'have' ? rest[0]?.pos === 'VERB' || rest[0]?.lower === 'been' : verb?.lower === 'be' && rest.some((t) => isOf('blow', t))
}

/** What happens by itself: `the storm should ease`. */
const HAPPENS: ReadonlySet<string> = new Set('ease fade weaken rain snow melt thaw clear subside last cost weigh suit fit heal cool bounce spin swing'.split(' '))
/** What a thing is when it is done: `should be back by noon`, `should be finished in May`. */
const DONE: ReadonlySet<string> = new Set(
  'back over ready available complete completed finished restored known done open enough able fine operational visible'.split(' '),
)
/** How somebody will be: `should be fit for the final`. */
const WELL: ReadonlySet<string> = new Set('fit fine back okay ok alright healthy'.split(' '))
/** Where somebody or something comes to: `should reach Oslo by noon`. */
const COMES: ReadonlySet<string> = new Set('reach hit leave enter cross'.split(' '))
const TIME_PREPOSITIONS: ReadonlySet<string> = new Set('by on in within before after at until from around next this'.split(' '))

/** Whether the modal at `at` says what is expected (`deliveries should arrive on Monday`, `they may have to wait`) or inferred, not what ought to be. */
export function isExpected(view: View, at: number): boolean {
  const { tokens } = view
  if (NEEDING.has(tokens[at]!.lower)) return isForetold(view, at)
  if (tokens[at]!.lower === 'must') return isInferred(view, at)
  if (tokens[at]!.lower !== 'should') return false
  if (['PRON', 'PROPN', 'DET'].includes(tokens[at + 1]?.pos ?? '') || tokens[at + 1]?.lower === '-' || tokens[at - 1]?.lower === 'who') return true // should they dare to; a should-be friend; who should pay
  const subject = subjectOf(view, at)
  const end = sentenceEnd(view, at)
  let verb = at + 1
  while (tokens[verb]?.pos === 'ADV') verb++
  if (!subject || verb >= end) return false
  const next = tokens[verb + 1]
  if (tokens[verb]!.lemma === 'be' && WELL.has(next?.lower ?? '')) return true
  if (isAgent(view, subject)) return false
  if (tokens[verb]!.lemma === 'be') return next !== undefined && (DONE.has(next.lower) || (next.lower.endsWith('ing') && hasTime(view, verb + 2, end)))
  if (HAPPENS.has(tokens[verb]!.lemma)) return true
  const intransitive = next === undefined || ['ADP', 'PUNCT', 'ADV', 'CCONJ', 'SCONJ'].includes(next.pos) || TIMES.has(next.lower)
  return (intransitive || COMES.has(tokens[verb]!.lemma)) && hasTime(view, verb + 1, end)
}

/** Whether a time is named in tokens `from` to before `end`. */
function hasTime({ tokens }: View, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    if (SOON.has(tokens[i]!.lower)) return true
    if (TIME_PREPOSITIONS.has(tokens[i]!.lower) && tokens.slice(i + 1, Math.min(end, i + 4)).some((t) => TIMES.has(t.lower) || t.pos === 'NUM')) return true
  }
  return false
}

/** `we have to`, `the council needs to`: said to those who can, and not of `the people we need to reach`, nor `to win, they need to`. */
export function isUrged(view: View, at: number): boolean {
  const subject = subjectOf(view, at)
  if (subject === null || view.tokens[subject.from - 1]?.pos === 'NOUN' || view.tokens[sentenceStart(view, at)]?.lower === 'to') return false
  const last = view.tokens[subject.to - 1]!
  if (last.pos === 'PRON') return last.lower === 'we' || last.lower === 'you'
  return view.tokens[at]!.lemma === 'need' && isAgent(view, subject)
}

/** `they will most likely have to`, `she is going to have to`. */
function isForetold({ tokens }: View, at: number): boolean {
  let before = at - 1
  while (tokens[before]?.pos === 'ADV' || tokens[before]?.pos === 'ADJ') before--
  return FORETELLING.has(tokens[before]?.lower ?? '') || (tokens[before]?.lower === 'to' && tokens[before - 1]?.lower === 'going')
}

const PERSONAL: ReadonlySet<string> = new Set('i we you he she they who everyone everybody nobody anyone someone people'.split(' '))

/** Whether the stretch can name somebody who acts: a person, a body, a group. */
export function isAgent(view: View, { from, to }: Stretch): boolean {
  const phrase = view.syntax.phrases[view.syntax.phraseAt[view.at[from]!]!]
  const head = view.at.indexOf(phrase?.head ?? -1) // the battle | against the rebels
  const last = view.tokens[head >= from && head < to ? head : to - 1]!
  return (
    view.tokens.slice(from, to).some((t) => PERSONAL.has(t.lower) || UNNAMED_NOUNS.has(t.lower) || GROUP_NOUNS.has(t.lower) || isOf('bodies', t)) ||
    last.pos === 'PROPN' ||
    view.mentions.some((m) => overlaps(m.range, last))
  )
}
