import { CANDIDATE_FROM, cueKey, UNSEEN_CUE, type CueLexicon } from './cues.ts'
import { POS, posBit } from '../../../text/pos.ts'
import { perForm, type WordForm } from '../../../model/word-form.ts'
import { hash, shape, traitsOf } from './words.ts'

const tags = new Map(Object.keys(POS).map((tag) => [tag, { hash: hash(tag), tag: posBit(tag) }]))
const other = tags.get('X')!

/** Hash and bit of a part of speech; what is not known counts as X. */
export const posOf = (pos: string) => tags.get(pos) ?? other

/** What the features need to know of a word form, as integers. */
export interface FormFeatures {
  readonly word: number
  readonly lemma: number
  readonly pos: number
  /** Bit in {@link POS}. */
  readonly tag: number
  readonly shape: number
  readonly suffix2: number
  readonly suffix3: number
  /** Sum of the {@link TRAIT} bits that hold. */
  readonly traits: number
  /** Bucket of the lexicon that was asked last, and 1 for a candidate cue. */
  cue: number
  candidate: number
  lexicon: CueLexicon | null
}

const DASH = /^(?:[‒-―−]|--+)$/
const CUE_TAGS = POS.VERB | POS.NOUN | POS.ADJ | POS.PROPN

const features = perForm(({ text, lower, lemma, pos }): FormFeatures => {
  const { hash: posHash, tag } = posOf(pos)
  return {
    word: hash(DASH.test(lower) ? '—' : lower),
    lemma: hash(lemma),
    pos: posHash,
    tag,
    shape: hash(shape(text)),
    suffix2: hash(lower.slice(-2)),
    suffix3: hash(lower.slice(-3)),
    traits: traitsOf(lower),
    cue: 0,
    candidate: 0,
    lexicon: null,
  }
})

/** The features of a form, worked out once. */
export function featuresOf(form: WordForm, lexicon: CueLexicon): FormFeatures {
  const known = features(form)
  if (known.lexicon === lexicon) return known
  known.lexicon = lexicon
  known.cue = lexicon.bucket(cueKey(known.lemma, known.pos))
  known.candidate = known.cue >= CANDIDATE_FROM && known.cue < UNSEEN_CUE && known.tag & CUE_TAGS ? 1 : 0
  return known
}
