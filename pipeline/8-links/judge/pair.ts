import { TITLE_MODIFIERS, TITLES } from '../../lexicon/titles.ts'
import { speakerTie, type SpeakerTie } from '../speakers/tie.ts'
import type { JudgedClaim } from './claim.ts'
import { compareTexts, type Comparison } from './compare.ts'
import { conflictOf, negates, ofOtherThings, timesDiffer, type Conflict } from './conflict.ts'
import { featuresOf, sharesOf, stanceTie, type Shares } from './features.ts'
import { Marks } from './marks.ts'
import { ofOtherPeople } from './subject.ts'
import { has, TRAIT } from './traits.ts'
import { FUNCTION, NEGATION, type Vocabulary } from './vocabulary.ts'

/** Nearly the same words in quotation marks: shared neighbours, words shared of the shorter, and how many. */
const COPY = { neighbours: 0.45, shared: 0.75, words: 3 } as const

/** So many words in a row, shared word for word, are no chance; or the whole of the shorter quotation, if it has so many. */
const PASSAGE = { words: 8, whole: 5 } as const

/** What is known of two claims before they are judged by probability; each is worked out when it is first asked for. */
export class Compared {
  readonly tie: SpeakerTie
  readonly compared: Comparison
  #conflict: Conflict | null | undefined
  #copy: boolean | undefined
  #passage: boolean | undefined
  #shares: Shares | undefined
  #features: readonly number[] | undefined
  #barred: string | null | undefined

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly a: JudgedClaim,
    private readonly b: JudgedClaim,
  ) {
    this.tie = speakerTie(a.row, b.row)
    this.compared = compareTexts(vocabulary, a.words, b.words)
  }

  /** Whether they share a word that is no name, nor a title beside names (`Republican nominee Ada Holm`), or related words: else they are neither one nor contrary. */
  get telling(): boolean {
    const { vocabulary, compared } = this
    let unnamed = 0
    for (const id of compared.shared) {
      if (vocabulary.isName(id)) continue
      const word = vocabulary.words[id]!
      if (!isTitle(word) && !(isNamed(this.a, word) && isNamed(this.b, word))) return true
      unnamed++
    }
    return (unnamed > 0 && unnamed === compared.shared.length) || compared.related.length > 0
  }

  get conflict(): Conflict | null {
    return this.#conflict === undefined ? (this.#conflict = conflictOf(this.vocabulary, this.a, this.b, this.compared)) : this.#conflict
  }

  /** Whether they are quotations of nearly the same words. */
  get copy(): boolean {
    return (this.#copy ??= isCopy(this.vocabulary, this.a, this.b, this.compared))
  }

  /** Whether they are quotations with a passage in common, word for word (see {@link PASSAGE}). */
  get passage(): boolean {
    return (this.#passage ??= this.a.row.claim.quoted && this.b.row.claim.quoted && this.compared.shared.length >= COPY.words && this.compared.neighbours > 0 && sharesPassage(this.a.words.order, this.b.words.order))
  }

  /** Whether, tied by their speakers, both deny allegations or call them false, without saying what they are. */
  get bothDeny(): boolean {
    return this.tie !== 'other' && this.tie !== 'unknown' && (this.a.traits & this.b.traits & TRAIT.pointsAtDenied) !== 0
  }

  /** What they share. */
  get shares(): Shares {
    return (this.#shares ??= sharesOf(this.vocabulary, this.a, this.b, this.compared))
  }

  /** The values of the features. */
  features(): readonly number[] {
    return (this.#features ??= featuresOf(this.vocabulary, this.a, this.b, this.compared, this.tie, this.shares))
  }

  /** Why they cannot be one proposition, however alike they look, or null. */
  get barred(): string | null {
    return this.#barred === undefined ? (this.#barred = barredBy(this.vocabulary, this.a, this.b, this)) : this.#barred
  }
}

/** Compares two claims of different articles. Pure. */
export const compareClaims = (vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim): Compared => new Compared(vocabulary, a, b)

/** Whether a claim has a word with a capital only, behind another: a name there, though elsewhere none (`Ada Stone`). */
function isNamed({ row: { claim: { text } } }: JudgedClaim, word: string): boolean {
  return text.includes(` ${word[0]!.toUpperCase()}${word.slice(1)}`) && !text.includes(` ${word}`)
}

const isTitle = (word: string) => TITLES.has(word) || TITLE_MODIFIERS.has(word)

function isCopy({ weights }: Vocabulary, { row: { claim: x }, words: from }: JudgedClaim, { row: { claim: y }, words: to }: JudgedClaim, compared: Comparison): boolean {
  if (!x.quoted || !y.quoted || compared.shared.length < COPY.words) return false
  const shared = compared.shared.reduce((sum, id) => sum + weights[id]!, 0)
  return shared >= COPY.shared * Math.min(from.weight, to.weight) && compared.neighbours >= COPY.neighbours
}

function sharesPassage(x: Int32Array, y: Int32Array): boolean {
  const words = Math.min(PASSAGE.words, x.length, y.length)
  if (words < PASSAGE.whole) return false
  for (let i = 0; i + words <= x.length; i++)
    for (let j = 0; j + words <= y.length; j++) {
      let k = 0
      while (k < words && x[i + k] === y[j + k]) k++
      if (k === words) return true
    }
  return false
}

function barredBy(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, seen: Compared): string | null {
  const { tie, conflict } = seen
  if (conflict !== null && !(seen.copy && tie === 'same' && DETAILS.has(conflict.kind))) return conflict.why
  if (deniesAffirmed(vocabulary, a, b, seen) || deniesAffirmed(vocabulary, b, a, seen)) return 'one denies, the other affirms'
  if (timesDiffer(a, b)) return 'other times'
  if (ofOtherThings(vocabulary, a, b, seen.compared)) return 'of other things'
  if (isUnconditioned(a, b)) return 'one holds under a condition only'
  if (!seen.copy && otherMatter(vocabulary, a, b, seen.compared)) return 'another matter'
  if (has(a, TRAIT.framedAsFalse) !== has(b, TRAIT.framedAsFalse)) return 'one says that it is not so'
  if (Math.min(a.words.content.length, b.words.content.length) < 2 && negates(vocabulary, a) !== negates(vocabulary, b)) return 'one is negated'
  if (tie === 'other' && !seen.passage && stanceTie(a, b) < 0) return 'they want contrary things'
  if (tie === 'other' && !seen.passage && (a.traits & b.traits & TRAIT.ofOneself) !== 0) return 'each speaks of another'
  if ((tie === 'other' || tie === 'unknown') && a.row.claim.commitment === 'declines' && b.row.claim.commitment === 'declines') return 'each declines to say it'
  if (!seen.passage && !seen.copy && ofOtherPeople(a.row.claim.text, b.row.claim.text)) return 'of other people'
  return seen.telling ? null : 'nothing but names in common'
}

const CONDITION = /^["“'‘]*(?:if|unless) ([^,]+), (.+)$|^(.+?),? (?:if|unless) (.+)$/i

/** `If it goes on, we will close`, `We will close`: one is all of the other but its condition. */
function isUnconditioned(a: JudgedClaim, b: JudgedClaim): boolean {
  if (has(a, TRAIT.open) === has(b, TRAIT.open)) return false
  const [open, plain] = has(a, TRAIT.open) ? [a, b] : [b, a]
  const [, , behind, before] = CONDITION.exec(open.row.claim.text) ?? []
  const main = behind ?? before
  return main !== undefined && lettersOf(main) === lettersOf(plain.row.claim.text)
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const MATTER: ReadonlySet<string> = new Set(['over', 'for', 'about', 'of', 'because'])

/** `the board over its pay`, `the board over its ferries`: all that is shared stands before the matter, and the matters have nothing in common. */
function otherMatter({ kinds, words }: Vocabulary, a: JudgedClaim, b: JudgedClaim, { shared, related }: Comparison): boolean {
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
function deniesAffirmed({ kinds }: Vocabulary, a: JudgedClaim, { row: { claim }, words }: JudgedClaim, { tie, passage }: Compared): boolean {
  const untied = (tie === 'other' || tie === 'unknown') && !passage
  if (!((a.traits & TRAIT.deniesWords) !== 0 || (untied && TELLS_OF_DENIAL.test(a.row.claim.text))) || !AFFIRMING.has(claim.commitment)) return false
  return !words.order.some((id) => (kinds[id]! & NEGATION) !== 0) && !NOT_AFFIRMED.test(`${claim.cue?.exact ?? ''} ${claim.text}`)
}

/** Details in which reports of one quotation differ without being of two quotations. */
const DETAILS: ReadonlySet<Conflict['kind']> = new Set(['number', 'date', 'name'])

