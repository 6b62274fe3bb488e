import { countWhile } from '../../model/bisect.ts'
import type { Attribution, SegmentedText, Syntax, Token } from '../../model/layers.ts'
import type { SpeakerKind } from '../../model/schema.ts'
import { contains, type Range } from '../../model/span.ts'
import { perForm } from '../../model/word-form.ts'
import { tokenAt } from '../../text/token-at.ts'

/**
 * One claim as the rules read it: the cue's tokens, then the content's, as one row, so that `voiced opposition to` and
 * `the plan` stand side by side wherever the article put them. Quotation marks are left out.
 */
export interface View {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly syntax: Syntax
  /** Of each token, its index in the article, by which `syntax` knows it. */
  readonly at: readonly number[]
  /** Of each token, where its sentence or part begins and ends (behind its last token). */
  readonly first: Int32Array
  readonly end: Int32Array
  /** Tokens before this index are the cue's. */
  readonly cueEnd: number
  /** Which stretch a token belongs to: 0 for the cue and the content's first part, 1 for the next part, ... */
  readonly part: readonly number[]
  /** Whether what is judged is given: then it need not be found worth a judgement. */
  readonly given: boolean
  /** Whether the content is the speaker's own words throughout: `he` is somebody else then. */
  readonly direct: boolean
  /** Where the article names anybody, or points at them, in order. */
  readonly mentions: readonly Mention[]
  /** Ids of the claim's own speakers. */
  readonly own: readonly string[]
  /** Content and cues of the claims within this one. */
  readonly foreign: readonly Range[]
}

/** Tokens `from` to before `to` of a view. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A place where the article names or points at somebody. */
export interface Mention {
  readonly range: Range
  /** The fullest name that the article gives. */
  readonly name: string
  readonly kind: SpeakerKind
  /** The id of who it is. */
  readonly speaker: string
}

type Around = Pick<View, 'mentions' | 'own' | 'foreign'> & { readonly given?: boolean }

/** Where there is no article around the claim. */
const NOTHING_AROUND: Around = { mentions: [], own: [], foreign: [] }

/** The claim's cue and content as one row of tokens. */
export function viewOf(
  text: SegmentedText,
  syntax: Syntax,
  claim: Pick<Attribution, 'cue' | 'content' | 'kind'>,
  { mentions, own, foreign, given = false }: Around = NOTHING_AROUND,
): View {
  const tokens: Token[] = []
  const at: number[] = []
  const part: number[] = []
  if (claim.cue) addWords(tokens, at, text, claim.cue)
  const cueEnd = tokens.length
  for (const [number, range] of claim.content.entries()) {
    addWords(tokens, at, text, range)
    while (part.length < tokens.length) part.push(number)
  }
  const { first, end } = bounds(tokens, part, cueEnd)
  return { text: text.text, tokens, syntax, at, first, end, cueEnd, part, given, direct: claim.kind === 'direct', mentions, own, foreign }
}

function addWords(words: Token[], at: number[], { tokens }: SegmentedText, { start, end }: Range): void {
  for (let i = tokenAt(tokens, start); i < tokens.length && tokens[i]!.start < end; i++)
    if (!isQuotationMark(tokens[i]!.form)) {
      words.push(tokens[i]!)
      at.push(i)
    }
}

const MARKS = '"“”„‟«»\'‘’`'

/** Quotation marks only; the apostrophe of `the miners' son` is none. */
const isQuotationMark = perForm(({ text, pos }) => pos !== 'PART' && Array.from(text).every((each) => MARKS.includes(each)))

/** Whether token `at` of the view belongs to a claim within this one. */
export function isForeign(view: View, at: number): boolean {
  return view.foreign.length > 0 && at >= view.cueEnd && view.foreign.some((range) => contains(range, view.tokens[at]!))
}

/** Whether a mention is of a person who is not the claim's own speaker. */
export const isAnother = (view: View, { kind, speaker }: Mention) => kind === 'person' && !view.own.includes(speaker)

/** Index of the first mention that begins at or behind `offset`, by bisection. */
export const firstMentionAt = (mentions: readonly Mention[], offset: number): number => countWhile(mentions.length, (i) => mentions[i]!.range.start < offset)

/** The text range that tokens `from` to before `to` of the view cover. */
export function rangeOf(view: View, from: number, to: number): Range {
  const covered = view.tokens.slice(from, to)
  return { start: Math.min(...covered.map((t) => t.start)), end: Math.max(...covered.map((t) => t.end)) }
}

/** The text of a stretch that lies in one part of the view. */
export const wording = ({ text, tokens }: View, { from, to }: Stretch): string => text.slice(tokens[from]!.start, tokens[to - 1]!.end)

/** The index at which the sentence or part of the view that holds token `at` begins; the cue belongs to the content's first sentence. */
export const sentenceStart = (view: View, at: number): number => view.first[Math.min(at, view.tokens.length - 1)] ?? 0

/** The index behind the last token of the sentence or part that holds token `at`. */
export function sentenceEnd({ end, tokens }: View, at: number): number {
  return end[Math.max(0, Math.min(at, tokens.length - 1))] ?? 0
}

/** For each token, where its sentence or part begins and ends. */
function bounds(tokens: readonly Token[], part: readonly number[], cueEnd: number): Pick<View, 'first' | 'end'> {
  const first = new Int32Array(tokens.length)
  const end = new Int32Array(tokens.length)
  for (let i = 1; i < tokens.length; i++) {
    const goesOn = i === cueEnd || (part[i - 1] === part[i] && tokens[i - 1]!.sentence === tokens[i]!.sentence)
    first[i] = goesOn ? first[i - 1]! : i
  }
  for (let i = tokens.length - 1; i >= 0; i--) end[i] = i + 1 < tokens.length && first[i + 1] !== i + 1 ? end[i + 1]! : i + 1
  return { first, end }
}

/** What a cue goes on with behind its verb (`vowed on Sunday`) is no part of what it says, unless the cue is all there is. */
export const behindCue = (view: View, to: number): number => (to < view.cueEnd && view.cueEnd < view.tokens.length ? view.cueEnd : to)
