import type { JudgedClaim } from './claim.ts'
import { negates, ofOtherThings, timesDiffer, type Conflict } from './conflict.ts'
import { stanceTie } from './features.ts'
import { Marks } from './marks.ts'
import type { Compared } from './pair.ts'
import { ofOtherPeople } from './subject.ts'
import { has, TRAIT } from './traits.ts'
import { FUNCTION, NEGATION, type Vocabulary } from './vocabulary.ts'

// Why two claims are not one proposition, however alike they look.

interface Pair {
  readonly vocabulary: Vocabulary
  readonly a: JudgedClaim
  readonly b: JudgedClaim
  readonly seen: Compared
}

/** Any of these bars a pair; they are asked in this order. */
const BARS: Readonly<Record<string, (pair: Pair) => boolean>> = {
  'they conflict': ({ seen: { conflict, copy, tie } }) => conflict !== null && !(copy && tie === 'same' && DETAILS.has(conflict.kind)),
  'one denies, the other affirms': (pair) => deniesAffirmed(pair) || deniesAffirmed({ ...pair, a: pair.b, b: pair.a }),
  'other times': ({ a, b }) => timesDiffer(a, b),
  'of other things': ({ vocabulary, a, b, seen }) => ofOtherThings(vocabulary, a, b, seen.compared),
  'one holds under a condition only': isUnconditioned,
  'another matter': (pair) => !pair.seen.copy && otherMatter(pair),
  'one says that it is not so': ({ a, b }) => has(a, TRAIT.framedAsFalse) !== has(b, TRAIT.framedAsFalse),
  'one is negated': ({ vocabulary, a, b }) => Math.min(a.words.content.length, b.words.content.length) < 2 && negates(vocabulary, a) !== negates(vocabulary, b),
  'they want contrary things': ({ a, b, seen }) => seen.tie === 'other' && !seen.passage && stanceTie(a, b) < 0,
  'each speaks of another': ({ a, b, seen }) => seen.tie === 'other' && !seen.passage && (a.traits & b.traits & TRAIT.ofOneself) !== 0,
  'each declines to say it': ({ a, b, seen }) => areUntied(seen) && a.row.claim.commitment === 'declines' && b.row.claim.commitment === 'declines',
  'nothing but names in common': ({ seen }) => !seen.telling,
  'of other people': ({ a, b, seen }) => !seen.passage && !seen.copy && ofOtherPeople(a.row.claim.text, b.row.claim.text),
}

const IN_ORDER = Object.values(BARS)

/** Whether two claims that were compared cannot be one proposition. Symmetric. */
export function areBarred(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, seen: Compared): boolean {
  const pair: Pair = { vocabulary, a, b, seen }
  return IN_ORDER.some((holds) => holds(pair))
}

const areUntied = ({ tie }: Compared) => tie === 'other' || tie === 'unknown'

const CONDITION = /^["“'‘]*(?:if|unless) ([^,]+), (.+)$|^(.+?),? (?:if|unless) (.+)$/i

/** `If it goes on, we will close`, `We will close`: one is all of the other but its condition. */
function isUnconditioned({ a, b }: Pair): boolean {
  if (has(a, TRAIT.open) === has(b, TRAIT.open)) return false
  const [open, plain] = has(a, TRAIT.open) ? [a, b] : [b, a]
  const [, , behind, before] = CONDITION.exec(open.row.claim.text) ?? []
  const main = behind ?? before
  return main !== undefined && lettersOf(main) === lettersOf(plain.row.claim.text)
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const MATTER: ReadonlySet<string> = new Set(['over', 'for', 'about', 'of', 'because'])

/** `the board over its pay`, `the board over its ferries`: all that is shared stands before the matter, and the matters have nothing in common. */
function otherMatter({ vocabulary: { kinds, words }, a, b, seen: { compared: { shared, related } } }: Pair): boolean {
  if (shared.length === 0 || related.length > 0) return false
  SHARED.set(shared)
  return isSplit(a.words.order) && isSplit(b.words.order)

  function isSplit(order: Int32Array): boolean {
    let at = -1
    for (let i = 0; i < order.length; i++) {
      const isFunction = (kinds[order[i]!]! & FUNCTION) !== 0
      if (at < 0 && i > 0 && MATTER.has(words[order[i]!]!)) at = i
      else if (!isFunction && SHARED.has(order[i]!) !== at < 0) return false
    }
    return at > 0
  }
}

const SHARED = new Marks()

/** What says that something is not so, besides negators. */
const NOT_AFFIRMED = /\b(?:den(?:y|ies|ied|ial)|dismiss|reject|refut|rebut|disput|debunk|false|untrue|incorrect|unfounded|baseless|fake|hoax|lies?\b|rumou?r|slam|scoff|laugh|doubt)/i
const AFFIRMING: ReadonlySet<string> = new Set(['asserts', 'hedges', 'promises', 'demands'])

/** A text that tells of a denial: `an official denied that ...`, `... have now been denied by the ministry`. */
const TELLS_OF_DENIAL = /\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed)|debunk(?:s|ed)|disput(?:es|ed))\b/i

/** Whether a denies something in words, or tells of a denial as nobody of b's speakers does, while b says nothing but that something is so. */
function deniesAffirmed({ vocabulary: { kinds }, a, b: { row: { claim }, words }, seen }: Pair): boolean {
  const untied = areUntied(seen) && !seen.passage
  if (!((a.traits & TRAIT.deniesWords) !== 0 || (untied && TELLS_OF_DENIAL.test(a.row.claim.text))) || !AFFIRMING.has(claim.commitment)) return false
  return !words.order.some((id) => (kinds[id]! & NEGATION) !== 0) && !NOT_AFFIRMED.test(`${claim.cue?.exact ?? ''} ${claim.text}`)
}

/** Details in which reports of one quotation differ without being of two quotations. */
const DETAILS: ReadonlySet<Conflict['kind']> = new Set(['number', 'date', 'name'])

