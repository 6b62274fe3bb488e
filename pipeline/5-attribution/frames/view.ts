import { SAYING_NOUNS, STANCE_NOUNS } from '../../lexicon/reporting-nouns.ts'
import { REPORTING_VERBS } from '../../lexicon/reporting.ts'
import type { Quotations, SegmentedText, Syntax, Token } from '../../model/layers.ts'
import type { Range } from '../../model/span.ts'
import { perForm } from '../../model/word-form.ts'

/** A text as the frames look at it: tokens, and for each the outermost quotation around it. */
export interface View {
  readonly segmented: SegmentedText
  readonly text: string
  readonly tokens: readonly Token[]
  readonly quotes: Quotations
  readonly syntax: Syntax
  /** Per token: index of the outermost quotation that holds it (marks included), or -1. */
  readonly quoteOf: Int32Array
  /** Per token: which kinds of cue the word can be (bits of {@link CUE}), 0 for most. */
  readonly cues: Uint8Array
}

/** Kinds of cue words, one bit each. */
export const CUE = { verb: 1, according: 2, stance: 4, saying: 8, citing: 16, told: 32 } as const

const CUE_WORDS = cueWords()
const cuesOf = perForm(({ lower }) => CUE_WORDS.get(lower) ?? 0)

function cueWords(): ReadonlyMap<string, number> {
  const bits = new Map<string, number>()
  const add = (words: Iterable<string>, bit: number) => {
    for (const each of words) bits.set(each, (bits.get(each) ?? 0) | bit)
  }
  add(REPORTING_VERBS.keys(), CUE.verb)
  add(['according'], CUE.according)
  add(STANCE_NOUNS.keys(), CUE.stance)
  add(SAYING_NOUNS, CUE.saying)
  add([...SAYING_NOUNS].flatMap((noun) => [noun, `${noun}s`]), CUE.told)
  add(['citing', 'cites', 'cited', 'quoting', 'quotes'], CUE.citing)
  return bits
}

/** The view of a text with its layers. */
export function viewOf(segmented: SegmentedText, quotes: Quotations, syntax: Syntax): View {
  const { tokens, text } = segmented
  const quoteOf = syntax.quotation
  const cues = new Uint8Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) if (quoteOf[i]! < 0) cues[i] = cuesOf(tokens[i]!.form)
  return { segmented, text, tokens, quotes, syntax, quoteOf, cues }
}

/** Whether a cue word stands between tokens `from` and `to`. */
export function holdsCue({ cues }: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (cues[i] !== 0) return true
  return false
}

/** The range that tokens `first` to before `end` cover. */
export function rangeOf(view: View, first: number, end: number): Range {
  return { start: view.tokens[first]!.start, end: view.tokens[end - 1]!.end }
}

const word = (view: View, i: number) => view.tokens[i]?.lower ?? ''

/** The lower-case word at a token, '' outside the text. */
export { word }

const SENTENCE_END = new Set(['.', '?', '!', '...', '…', ';'])

/** Whether a token ends a sentence or a clause for good. */
export function isStop(view: View, i: number): boolean {
  return SENTENCE_END.has(word(view, i))
}

const DASHES = new Set(['-', '–', '—', '―', '--'])

export function isDash(view: View, i: number): boolean {
  return DASHES.has(word(view, i))
}

const OPENING = new Set(['"', '“', '‘', "'", "''", '``', '”', '’', '„', '«', '»', '「', '」'])

/** Whether the token is a quotation mark. */
export function isMark(view: View, i: number): boolean {
  return OPENING.has(word(view, i))
}
