import { isOf } from '../../lexicon/stance-words.ts'
import type { Token } from '../../model/layers.ts'
import { TIMES } from '../../lexicon/times.ts'
import { isBaseForm, isFinite } from './clause.ts'
import { beginsFinite } from './clauses.ts'
import { sentenceEnd, type View, type Stretch } from './view.ts'

const LETTER = /\p{L}/u

/** Longest target in words; people name what is in dispute in two to eight. */
const LONGEST = 8
/** How many more they may be, for a noun phrase to be whole. */
const OVER = 3
/** How many words are read before a head (`remarks by the mayor on the possibility of`) is taken off. */
const READ = 16

const STOPPERS: ReadonlySet<string> = new Set(
  `that which who whom whose if unless because while although though whether when where since until before after once but so than
  as or yet should amid despite without following during next last already again now today tomorrow yesterday anyway either altogether unjustly per
  what why how rather instead including saying`.split(/\s+/),
)
/** `in the event of`, `in the light of`: what follows is no part of what is named. */
const CIRCUMSTANCES: ReadonlySet<string> = new Set([
  'event',
  'case',
  'wake',
  'light',
  'face',
  'middle',
  'coming',
  'meantime',
  'future',
  'absence',
  'order',
  'hopes',
])
const YEAR = /^(?:19|20)\d\d$/
/** `in late May`, `on the first day`: between the preposition and the time. */
const NEAR: ReadonlySet<string> = new Set('late early next last this that the mid end first second final two three four several few'.split(' '))
const TRAILING: ReadonlySet<string> = new Set(['DET', 'ADP', 'CCONJ', 'SCONJ', 'PART', 'AUX', 'PUNCT', 'ADV'])
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'PRON'])
const isWord = (token: Token | undefined) => token !== undefined && token.pos !== 'PUNCT' && token.pos !== 'SYM'

/**
 * The phrase that begins at token `at`: a noun phrase with its prepositional phrases, a gerund, or a verb phrase (`to`
 * left out), up to the next clause or comma. Null if there is none. {@link withoutHead} cuts it to a target.
 */
export function phraseFrom(view: View, at: number): Stretch | null {
  const { tokens } = view
  let from = at
  while (from < tokens.length && from < at + 4 && (SKIPPED.has(tokens[from]!.lower) || !isWord(tokens[from]))) from++
  if (from >= tokens.length || tokens[from]!.lower === 'but' || tokens[from]!.lower === 'and') return null
  const end = Math.min(sentenceEnd(view, from), from + READ + 1)
  let to = from
  let relative = false // a bill that would cap rents
  for (; to < end; to++) {
    relative ||= restricts(view, from, to)
    if (relative ? endsRelative(view, to) : to > from ? endsPhrase(view, from, to) : tokens[to]!.pos === 'PUNCT') break
  }
  return trimmed(view, from, Math.min(to, from + READ))
}

/** Whether the relative clause at `at` says what is meant: `a bill that ...`, `supporters who ...`, not `the bill that ...`. */
function restricts({ tokens }: View, from: number, at: number): boolean {
  const [first, head] = [tokens[from]!, tokens[at - 1]!]
  const isBare = first.pos === 'NOUN' || first.pos === 'ADJ' || INDEFINITE.has(first.lower)
  return at > from && at - from < 4 && isBare && head.pos === 'NOUN' && ['that', 'who'].includes(tokens[at]!.lower)
}

const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an', 'any', 'those', 'anyone', 'people'])

function endsRelative({ tokens, part }: View, at: number): boolean {
  const token = tokens[at]!
  return (token.pos === 'PUNCT' && token.text !== '-') || token.pos === 'CCONJ' || token.pos === 'SCONJ' || part[at] !== part[at - 1]
}

/** Words between a trigger and its target. */
const SKIPPED: ReadonlySet<string> = new Set('to of on for about over with in at that by from against also further strongly'.split(' '))

function endsPhrase(view: View, from: number, at: number): boolean {
  const { tokens } = view
  const token = tokens[at]!
  const previous = tokens[at - 1]!
  const next = tokens[at + 1]
  if (token.pos === 'PUNCT') return token.text !== '-' && !(token.text === ',' && previous.pos === 'ADJ' && (next?.pos === 'ADJ' || next?.pos === 'ADV')) // an open, fair race
  if (previous.text === '-' && token.start === previous.end) return false // knife-wielding
  if (token.start < previous.end || LETTER.test(view.text.slice(previous.end, token.start))) return true // another part of the claim
  const phrase = view.syntax.phraseAt[view.at[at]!]!
  if (phrase >= 0 && phrase === view.syntax.phraseAt[view.at[at - 1]!]) return false
  if (token.pos === 'ADP' && (TIMES.has(next?.lower ?? '') || (NEAR.has(next?.lower ?? '') && TIMES.has(tokens[at + 2]?.lower ?? '')))) return true
  if (TIMES.has(token.lower) && token.pos === 'PROPN') return true
  if (token.pos === 'ADP' && YEAR.test(next?.lower ?? '')) return true
  if (isSecondVerb(view, from, at)) return false
  if (token.lower === 'in' && CIRCUMSTANCES.has((next?.lower === 'the' ? tokens[at + 2] : next)?.lower ?? '')) return true
  if (previous.pos === 'PART' && previous.lower !== 'to' && token.pos !== 'ADP') return false // what somebody's
  if (STOPPERS.has(token.lower)) return true
  if (token.pos === 'CCONJ') return !(next !== undefined && NOMINAL.has(next.pos) && !SUBJECTS.has(next.lower) && NOMINAL.has(previous.pos) && at - from < 5)
  if (token.lower === 'to') return at - from > 5 && isFinite(next ?? token)
  if (beginsFinite(view, at)) return !isBehindArticle(view, at)
  return token.pos === 'PRON' && NOMINAL.has(previous.pos) && (at > from + 1 || SUBJECTS.has(token.lower))
}

/** `defend and expand the fund`, `drive back, dismantle and destroy it`: the verbs of one object. */
function isSecondVerb({ tokens }: View, from: number, at: number): boolean {
  if (!isBaseForm(tokens[from]!) || tokens.slice(from, at).some((t) => NOMINAL.has(t.pos) || t.pos === 'DET')) return false
  const next = tokens[at + 1]?.pos === 'ADV' ? tokens[at + 2] : tokens[at + 1]
  const joins = tokens[at]!.lower === ',' || tokens[at]!.lower === 'and'
  return (joins && next !== undefined && isBaseForm(next)) || (isBaseForm(tokens[at]!) && ['CCONJ', 'PUNCT', 'ADV'].includes(tokens[at - 1]!.pos))
}

const SUBJECTS: ReadonlySet<string> = new Set(['i', 'we', 'he', 'she', 'they', 'it', 'you'])

/** `a later start`, `the mayor's repeated calls`: a noun that was taken for a verb. */
function isBehindArticle({ tokens }: View, at: number): boolean {
  let i = at - 1
  while (i > 0 && (tokens[i]!.pos === 'ADV' || tokens[i]!.pos === 'ADJ' || tokens[i]!.lower.endsWith('ed'))) i--
  return tokens[i]?.pos === 'DET' || /^['’]s?$/.test(tokens[i]?.lower ?? '')
}

/** Without function words at its end; null if nothing that names anything is left. */
function trimmed(view: View, from: number, end: number): Stretch | null {
  let to = end
  const trails = ({ pos, lower }: Token) => TRAILING.has(pos) || MORE.has(lower) || (SUBJECTS.has(lower) && to > from + 1)
  while (to > from && trails(view.tokens[to - 1]!) && !isParticle(view, from, to - 1) && view.tokens[to - 2]?.text !== '-') to--
  return to > from ? { from, to } : null
}

/** `more than ...`, cut before `than`. */
const MORE: ReadonlySet<string> = new Set(['more', 'less', 'fewer', 'rather'])
/** `step aside`, `pull out`: part of the verb. */
const isParticle = ({ tokens }: View, from: number, at: number) => at > from && PARTICLES.has(tokens[at]!.lower) && tokens[at - 1]!.pos === 'VERB'
const PARTICLES: ReadonlySet<string> = new Set(['aside', 'down', 'out', 'off', 'up', 'back', 'away'])

/** Nouns whose `of` or `to` says what they are about, and that say nothing more themselves. */
const HEADS: ReadonlySet<string> = new Set(['need', 'creation', 'remarks', 'talk'])

/** `the possibility of sending ships` -> `sending ships`; `the need to build` -> `build`; then at most eight words of it. */
export function withoutHead(view: View, { from, to }: Stretch): Stretch {
  for (let i = from; i < to - 2; i++) {
    const token = view.tokens[i]!
    const behind = view.tokens[i + 1]!.lower
    if (
      (isOf('general', token) || HEADS.has(token.lower)) &&
      (behind === 'of' || behind === 'to' || (behind === 'for' && !TIMES.has(view.tokens[i + 2]!.lower)))
    )
      return withoutHead(view, { from: i + 2, to })
  }
  return trimmed(view, from, to - from <= LONGEST + OVER ? to : wholePhrase(view, from, from + LONGEST)) ?? { from, to }
}

/** Where to cut at or near `cut` so that no noun phrase is cut in two. */
function wholePhrase({ syntax, at, tokens }: View, from: number, cut: number): number {
  const split = (i: number) => i > from && i < at.length && ((syntax.phraseAt[at[i]!]! >= 0 && syntax.phraseAt[at[i]!] === syntax.phraseAt[at[i - 1]!]) || tokens[i]!.text === '-' || tokens[i - 1]!.text === '-')
  for (let i = cut; i <= cut + OVER; i++) if (!split(i)) return i
  let back = cut
  while (split(back)) back--
  return back > from + 1 ? back : cut
}
