import { CANDIDATE_FROM, cueKey, UNSEEN_CUE, type CueLexicon } from './features-cues.ts'
import { POS, posOf } from './features-pos.ts'
import { hash, shape, traitsOf } from './features-words.ts'

/** What the features need to know of a word form, as integers, worked out once per form and kept. */
export interface Form {
  readonly hash: number
  readonly shape: number
  readonly suffix2: number
  readonly suffix3: number
  /** Sum of the {@link TRAIT} bits that hold. */
  readonly traits: number
  /** The last {@link useOf} it. */
  use: Use | null
}

/** A form with its lemma and part of speech, and how they stand in the cue lexicon. */
export interface Use {
  readonly lemma: string
  readonly pos: string
  readonly lexicon: CueLexicon
  readonly lemmaHash: number
  readonly posHash: number
  /** Bit in {@link POS}. */
  readonly tag: number
  /** Bucket of the lexicon, and 1 for a candidate cue. */
  readonly cue: number
  readonly candidate: number
}

const DASH = /^(?:[‒-―−]|--+)$/
const CUE_TAGS = POS.VERB | POS.NOUN | POS.ADJ | POS.PROPN

/** Forms seen so far. Bounded, so that memory does not grow with the number of articles. */
const forms = new Map<string, Form>()
const MOST = 200_000

export function formOf(text: string, lower: string): Form {
  const known = forms.get(text)
  if (known) return known
  if (forms.size > MOST) forms.clear()
  const form: Form = {
    hash: hash(DASH.test(lower) ? '—' : lower),
    shape: hash(shape(text)),
    suffix2: hash(lower.slice(-2)),
    suffix3: hash(lower.slice(-3)),
    traits: traitsOf(lower),
    use: null,
  }
  forms.set(text, form)
  return form
}

/** How a form is used where it was seen last: most are always used the same way. */
export function useOf(form: Form, lemma: string, pos: string, lexicon: CueLexicon): Use {
  const last = form.use
  if (last && last.lemma === lemma && last.pos === pos && last.lexicon === lexicon) return last
  const lemmaHash = hash(lemma), { hash: posHash, tag } = posOf(pos)
  const cue = lexicon.bucket(cueKey(lemmaHash, posHash))
  const candidate = cue >= CANDIDATE_FROM && cue < UNSEEN_CUE && tag & CUE_TAGS ? 1 : 0
  form.use = { lemma, pos, lexicon, lemmaHash, posHash, tag, cue, candidate }
  return form.use
}
