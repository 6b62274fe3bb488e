import { TITLE_MODIFIERS, TITLES } from '../../lexicon/titles.ts'
import { speakerTie, type SpeakerTie } from '../speakers/tie.ts'
import type { JudgedClaim } from './claim.ts'
import { compareTexts, type Comparison } from './compare.ts'
import { conflictOf, type Conflict } from './conflict.ts'
import { featuresOf, sharesOf, type Shares } from './features.ts'
import { has, TRAIT } from './traits.ts'
import type { Vocabulary } from './vocabulary.ts'

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

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly a: JudgedClaim,
    private readonly b: JudgedClaim,
  ) {
    this.tie = speakerTie(a.speakers, b.speakers)
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
    return (this.#passage ??= this.compared.shared.length >= COPY.words && areQuoted(this.a, this.b) && this.compared.neighbours > 0 && sharesPassage(this.a.words.order, this.b.words.order))
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
}

/** Compares two claims of different articles. Pure. */
export const compareClaims = (vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim): Compared => new Compared(vocabulary, a, b)

/** Whether a claim has a word with a capital only, behind another: a name there, though elsewhere none (`Ada Stone`). */
function isNamed({ row: { claim: { text } } }: JudgedClaim, word: string): boolean {
  return text.includes(` ${word[0]!.toUpperCase()}${word.slice(1)}`) && !text.includes(` ${word}`)
}

const isTitle = (word: string) => TITLES.has(word) || TITLE_MODIFIERS.has(word)

const areQuoted = (a: JudgedClaim, b: JudgedClaim) => has(a, TRAIT.quoted) && has(b, TRAIT.quoted)

function isCopy({ weights }: Vocabulary, a: JudgedClaim, b: JudgedClaim, compared: Comparison): boolean {
  if (compared.shared.length < COPY.words || !areQuoted(a, b)) return false
  const shared = compared.shared.reduce((sum, id) => sum + weights[id]!, 0)
  return shared >= COPY.shared * Math.min(a.words.weight, b.words.weight) && compared.neighbours >= COPY.neighbours
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
