import type { ClaimKind, CommitmentLabel, Mode, Resolution, SpeakerKind, StanceLabel } from './schema.ts'
import type { RawProblem } from './problems.ts'
import type { Range } from './span.ts'
import type { WordForm } from './word-form.ts'

/**
 * What the stages hand to each other: layers over one article's text. Places are ranges (UTF-16 code units, half open)
 * or indices into a layer's array; they become spans when the article is assembled.
 */

/** One token of wink-nlp with its offsets. White space and newlines are no tokens. */
export interface Token extends Range {
  /** The slice of the text. */
  readonly text: string
  /** Lower case, curly apostrophes straightened. */
  readonly lower: string
  readonly lemma: string
  /** Universal part of speech. */
  readonly pos: string
  /** Text, lower case, lemma and part of speech again, shared by all tokens that agree in them. */
  readonly form: WordForm
  readonly sentence: number
  readonly paragraph: number
}

/** A sentence or paragraph; tokens `firstToken` to before `endToken`. */
export interface TokenRange extends Range {
  readonly firstToken: number
  readonly endToken: number
}

/** Layer of stage 2. Boilerplate is segmented like any other text. */
export interface SegmentedText {
  readonly text: string
  readonly paragraphs: readonly TokenRange[]
  readonly sentences: readonly (TokenRange & { readonly paragraph: number })[]
  readonly tokens: readonly Token[]
}

/** A passage in quotation marks; its range takes the marks in. */
export interface Quotation extends Range {
  /** The opening mark; null where the text continues a quotation without one. */
  readonly open: Range | null
  /** The closing mark; null where there is none before the paragraph's end. */
  readonly close: Range | null
  readonly style: 'double' | 'single'
  /** 0 for an outer quotation, 1 for one inside it, ... */
  readonly depth: number
  /** Index of the quotation of the paragraph before that this one goes on from (unclosed there, reopened here), else null. */
  readonly continues: number | null
}

/** Layer of stage 3: in order of start, outer before inner. */
export interface Quotations {
  readonly quotations: readonly Quotation[]
  readonly problems: readonly RawProblem[]
}

export interface RawReason {
  readonly rule?: string
  readonly feature?: string
  readonly range: Range | null
  readonly weight: number
}

/** Somebody who passed a claim on, from the speaker outwards. `range` of mention or cue is null where the text has none here. */
export interface RawHop {
  readonly mention: Range | null
  readonly cue: Range | null
  /** Index of the attribution whose speaker this hop is, if it is one: it names the hop where `mention` does not. */
  readonly attribution: number | null
}

/** One claim as the attribution finds it: who is still a mention. */
export interface Attribution {
  readonly content: readonly Range[]
  /** The quotations (marks included) that lie in the content. */
  readonly quoted: readonly Range[]
  readonly cue: Range | null
  readonly mention: Range | null
  readonly kind: ClaimKind
  readonly mode: Mode
  /** Index of the innermost attribution in whose content this one lies. */
  readonly within: number | null
  /** Index of the attribution whose speaker goes on speaking here, for a quotation or sentence without a mention. */
  readonly continues: number | null
  readonly chain: readonly RawHop[]
  /** Probability that content and mention are both right. */
  readonly probability: number
  readonly why: readonly RawReason[]
}

/** Layer of the attribution, ordered by the start of the content, outer before inner. */
export type Attributions = readonly Attribution[]

export interface RawSpeaker {
  /** `p1`, `p2`, ... in order of first mention. */
  readonly id: string
  readonly name: string
  readonly kind: SpeakerKind
  readonly descriptions: readonly string[]
  readonly mentions: readonly Range[]
  readonly anonymity: { readonly number: number | null; readonly reason: Range | null } | null
}

/** Who one attribution's mention stands for. */
export interface Resolved {
  /** Speakers' ids; empty when unresolved or when the text names nobody. */
  readonly ids: readonly string[]
  readonly resolved: Resolution
  /** The antecedent or name in full that decided it. */
  readonly via: Range | null
  /** Probability that the ids are right, given that the mention is. 1 for ids `[]`. */
  readonly probability: number
  readonly why: readonly RawReason[]
}

/** Layer of the speakers: `claims[i]` and `chains[i]` belong to attribution i. */
export interface Speakers {
  readonly speakers: readonly RawSpeaker[]
  readonly claims: readonly Resolved[]
  readonly chains: readonly (readonly { readonly name: string; readonly speaker: string | null }[])[]
}

export interface RawStance {
  readonly target: { readonly text: string; readonly range: Range | null }
  readonly label: StanceLabel
  readonly rule: string
  readonly evidence: Range
  /** Probability that label and target are both right, given that the claim is. */
  readonly probability: number
}

export interface RawJudgement {
  readonly commitment: { readonly label: CommitmentLabel; readonly rule: string; readonly evidence: Range | null }
  readonly stance: readonly RawStance[]
}

/** Layer of the stance: element i belongs to attribution i. */
export type Judgements = readonly RawJudgement[]
