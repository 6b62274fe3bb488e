import type { Range } from '../../model/span.ts'
import { verbCues } from '../frames/cues.ts'
import { phraseRange } from '../frames/phrase-after.ts'
import { mainSubject, subjectOf } from '../frames/subject.ts'
import { isDash, rangeOf, word, type View } from '../frames/view.ts'

const CAPITAL = /^\p{Lu}/u

/** Who speaks in a quotation, and by which word, where the text says so outside the quotation's own sentence. */
export interface Introduced {
  readonly cue: Range | null
  readonly mention: Range
}

/** `The mayor wrote on her page:` in the sentence before the quotation that begins at token `first`, or null. */
export function introducedBy(view: View, first: number): Introduced | null {
  if (word(view, first - 1) !== ':') return null
  const from = view.segmented.sentences[view.tokens[first - 1]!.sentence]!.firstToken
  const cue = verbCues(view, from, first - 1).findLast(({ verb, passive }) => verb.frames.has('quote') && !passive)
  if (cue === undefined) return null
  const subject = subjectOf(view, cue, from, first - 1)
  const phrase = subject === 'inherit' ? mainSubject(view, from, cue.first) : (subject?.phrase ?? null)
  return phrase === null ? null : { cue: rangeOf(view, cue.first, cue.end), mention: phraseRange(view, phrase) }
}

/** `“It is a long game.” - Jane Doe`: the name that signs the quotation that ends before token `end`, or null. */
export function signedBy(view: View, end: number): Introduced | null {
  if (!isDash(view, end) || end + 1 >= view.tokens.length) return null
  const { endToken } = view.segmented.paragraphs[view.tokens[end]!.paragraph]!
  if (endToken - end < 3 || endToken - end > 7) return null
  for (let i = end + 1; i < endToken; i++) if (!CAPITAL.test(view.tokens[i]!.text)) return null
  return { cue: null, mention: rangeOf(view, end + 1, endToken) }
}
