import { isOf } from '../../lexicon/stance-words.ts'
import type { Token } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { NOTHING, type Found } from './action.ts'
import { TIMES } from '../../lexicon/times.ts'
import { gerundOf } from '../../lexicon/inflect.ts'
import type { Match } from '../match/rows.ts'
import { withoutHead } from '../match/phrase.ts'
import { PLACES } from '../match/places.ts'
import type { Lead } from './antecedents.ts'
import { isBaseForm } from '../match/clause.ts'
import { isPointer } from './pointer.ts'
import type { StanceRule } from '../rules/row.ts'
import { firstMentionAt, isAnother, rangeOf, type Mention, type View, type Stretch } from '../match/view.ts'

export interface Target {
  /** As a noun phrase: `send ships` stands here as `sending ships`. */
  readonly text: string
  readonly range: Range
  /** Whether the rule's label is turned round: what is to be stopped is opposed. */
  readonly turned: boolean
  /** Where it stands in the view; null where it was led back to another place. */
  readonly stretch: Stretch | null
}

/** `criticise him the way ...`: a pronoun with more behind it is no name for anything. */
const OBJECTS: ReadonlySet<string> = new Set(['i', 'me', 'you', 'us', 'we', 'them', 'him', 'myself'])
/** Whom `they` means no proposal tells. */
/** What points at no one thing said before. */
const VAGUE: ReadonlySet<string> = new Set(['what', 'that', 'there', 'thing', 'things'])
const PLURAL: ReadonlySet<string> = new Set(['they', 'these', 'those', 'there'])
const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her'])

/** What the match of a rule is about, by the rule's place for it; pointers (`it`, `the idea`) are led back. Null if nothing is found. */
export function targetOf(view: View, match: Match<StanceRule>, lead: Lead): Target | null {
  const place = PLACES[match.row.target](view, match)
  if (place === NOTHING) return null
  const found = place
  const all = found ? view.tokens.slice(found.stretch.from, found.stretch.to) : []
  const tokens = all[0]?.lower === 'it' ? all.slice(0, 1) : all // `recommended it two years ago`
  if (found && tokens.length > 1 && tokens[0]!.pos === 'PRON' && OBJECTS.has(tokens[0]!.lower)) return null
  if (found && tokens.length === 1 && PERSONAL.has(tokens[0]!.lower)) {
    const meant = personMeant(view, tokens[0]!)
    return meant && { range: meant.range, text: meant.name + (found.tail ?? ''), turned: found.turned, stretch: null }
  }
  if (tokens.length === 1 && PLURAL.has(tokens[0]!.lower)) return null
  const goesOn = found && view.tokens[found.stretch.to]?.lower === 'that' && tokens.some((t) => isOf('general', t))
  if (goesOn) return null // rejected the notion that ...: what it is has no name
  if (match.row.judges && tokens.length === 1 && tokens[0]!.pos === 'PRON') return null // it is good: what happened
  if (tokens.some((t) => VAGUE.has(t.lower))) return null
  if (!found || isPointer(tokens)) {
    const meant = lead(view, tokens.some((t) => isOf('general', t)) ? 'noun' : 'pronoun')
    return meant && { range: meant.range, text: meant.text, turned: found?.turned ?? false, stretch: null }
  }
  return tokens.every((t) => t.pos === 'PRON') || isBareVerb(tokens) || isOpenVerb(tokens) || isFragment(tokens) || tokens.every((t) => TIMES.has(t.lower) || NAMELESS.has(t.lower) || t.pos === 'DET' || t.pos === 'NUM') ? null : targetAt(view, found)
}

/** Whom `him` means: as resolved, unless that is the speaker; else the only other person named just before. */
function personMeant(view: View, { start }: Token): Mention | null {
  const { mentions } = view
  const here = firstMentionAt(mentions, start)
  for (let i = here; mentions[i]?.range.start === start; i++) if (isAnother(view, mentions[i]!)) return mentions[i]!
  let only: Mention | null = null
  for (let i = here - 1; i >= 0 && start - mentions[i]!.range.start < JUST_BEFORE; i--) {
    if (!isAnother(view, mentions[i]!)) continue
    if (only && only.speaker !== mentions[i]!.speaker) return null
    only ??= mentions[i]!
  }
  return only
}

/** How many UTF-16 code units before a pronoun whom it means may stand. */
const JUST_BEFORE = 300

function targetAt(view: View, found: Found): Target {
  const { turned } = found
  if (found.text)
    return { text: inLine(found.text), range: rangeOf(view, found.stretch.from, found.stretch.to), turned, stretch: found.stretch }
  const negative = view.tokens[found.stretch.from]!.lower === 'no' && found.stretch.to - found.stretch.from > 1
  const stretch = withoutHead(view, negative ? { from: found.stretch.from + 1, to: found.stretch.to } : found.stretch)
  const range = rangeOf(view, stretch.from, stretch.to)
  const named = nameBeside(view, stretch) ?? personAt(view, range)
  if (named) return { text: named.name + (found.tail ?? ''), range, turned: turned !== negative, stretch }
  const isVerb = found.verbal === true && stretch.from === found.stretch.from // no head was taken off
  const text = isVerb || isBaseForm(view.tokens[stretch.from]!) ? gerundPhrase(view, stretch, range) : inFull(view, range)
  return { text: text + (found.tail ?? ''), range, turned: turned !== negative, stretch }
}

/** `their nominee, Jane Doe`: the name of somebody who is only described. */
function nameBeside(view: View, { to }: Stretch): Mention | null {
  const comma = view.tokens[to]
  const next = view.tokens[to + 1]
  if (comma?.lower !== ',' || next?.pos !== 'PROPN' || view.tokens[to - 1]!.pos !== 'NOUN') return null
  const mention = view.mentions[firstMentionAt(view.mentions, next.start)]
  return mention?.range.start === next.start && mention.kind === 'person' ? mention : null
}

/** `the billionaire`, `Mr. Doe`: who that is, by full name, where the text has no fuller one. */
function personAt({ mentions, text }: View, { start, end }: Range): Mention | null {
  for (let i = firstMentionAt(mentions, start); mentions[i]?.range.start === start; i++)
    if (mentions[i]!.range.end === end && mentions[i]!.kind === 'person' && !text.slice(start, end).includes(mentions[i]!.name)) return mentions[i]!
  return null
}

/** `liked the way she spoke`. */
const NAMELESS: ReadonlySet<string> = new Set(['way', 'fact', 'thing', 'things', 'part', 'rest', 'last', 'next', 'anonymity', 'everything'])

/** `any at its discretion`, `could happen`, `because of it`: no name for anything. */
function isFragment(tokens: readonly Token[]): boolean {
  const [head, next] = tokens
  if (tokens.length === 2 && (head!.lower === 'a' || head!.lower === 'an') && next!.pos === 'ADJ') return true // a peaceful
  return (
    head !== undefined &&
    ((head.pos === 'AUX' && !['have', 'be', 'do'].includes(head.lemma)) ||
      head.pos === 'SCONJ' ||
      NO_HEAD.has(head.lower) ||
      (QUANTIFIERS.has(head.lower) && (next === undefined || next.pos === 'ADP')))
  )
}

const NO_HEAD: ReadonlySet<string> = new Set(
  `without himself herself themselves itself myself ourselves despite because with by from than that which who whom whose what as there even
  just`.split(/\s+/),
)
const QUANTIFIERS: ReadonlySet<string> = new Set('any some all both much more most each none few many one'.split(' '))

const isEmpty = ({ pos, lower }: Token) => ['ADP', 'ADV', 'PART', 'PRON'].includes(pos) || lower === 'sure'

/** `step up`, `go ahead`: a verb alone names nothing to be for or against. */
function isBareVerb([head, ...rest]: readonly Token[]): boolean {
  const second = rest.findIndex(({ pos }) => pos === 'CCONJ') // move along and look for new ways
  return head?.pos === 'VERB' && BARE.has(head.lemma) && rest.slice(0, second < 0 ? rest.length : second).every(isEmpty)
}

/** `defend`, `keep it`, `allow further`: what is done to nothing, or to something not named. */
function isOpenVerb([head, ...rest]: readonly Token[]): boolean {
  if (head === undefined || !isBaseForm(head)) return false
  return rest.every((t) => isBaseForm(t) || ['ADV', 'CCONJ'].includes(t.pos) || (t.pos === 'PRON' && !PERSONAL.has(t.lower)) || (t.pos === 'ADJ' && rest.length === 1))
}

const BARE: ReadonlySet<string> = new Set(
  'step move go act do be get come continue proceed stop start try make take support help happen begin win address see say look'.split(' '),
)

const inLine = (text: string) => text.replace(/\s+/g, ' ').replace(/["“”„]/g, '')

/** `send ships` -> `sending ships`, `mend and paint the fence` -> `mending and painting the fence`: a target is named as a noun phrase. */
function gerundPhrase(view: View, { from, to }: Stretch, range: Range): string {
  const text = inFull(view, range).replace(/^[a-z]+(?<!ing)(?= |$)/, gerundOf)
  const [, ...rest] = view.tokens.slice(from, to)
  const first = rest.findIndex(({ pos }) => pos === 'DET' || NOMINAL.has(pos))
  const joined = (i: number) => ['CCONJ', 'PUNCT', 'ADV'].includes((rest[i - 1] ?? view.tokens[from]!).pos)
  const more = rest.slice(0, first < 0 ? rest.length : first).find((t, i) => isBaseForm(t) && joined(i))
  return more ? text.replace(new RegExp(`(?<= )${more.text}(?= |$)`, 'u'), gerundOf) : text
}
const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'PRON'])

/** The wording of `range` with everybody in it by full name: `his plan` -> `Jane Doe’s plan`, `Doe` -> `Jane Doe`. */
function inFull(view: View, range: Range): string {
  let text = ''
  let at = range.start
  for (let i = firstMentionAt(view.mentions, at); i < view.mentions.length; i++) {
    const { range: here, name, kind } = view.mentions[i]!
    if (here.start >= range.end) break
    if (here.start < at || here.end > range.end || !NAMEABLE.has(kind)) continue
    const written = view.text.slice(here.start, here.end)
    const isOwner = POSSESSIVE.has(written.toLowerCase()) && here.end < range.end
    if (view.text.slice(here.end - name.length, here.end) === name) continue // Dame Jane Doe, of whom `Jane Doe` is the mention
    if (name.includes(written) || isOwner || PERSONAL.has(written.toLowerCase())) {
      text += view.text.slice(at, here.start) + name + (isOwner ? '’s' : '')
      at = here.end
    }
  }
  return inLine(text + view.text.slice(at, range.end))
}

const NAMEABLE: ReadonlySet<string> = new Set(['person', 'organization', 'country'])
const POSSESSIVE: ReadonlySet<string> = new Set(['his', 'her', 'its', 'their'])
