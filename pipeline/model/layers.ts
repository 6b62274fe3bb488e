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
  readonly sentences: readonly TokenRange[]
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

/** Tokens `first` to before `end`. */
export interface Tokens {
  readonly first: number
  readonly end: number
}

/** A noun phrase without what follows its head: `the firm's former director` | `of sales`. */
export interface NounPhrase extends Tokens {
  /** The head noun, or the last word of a name. */
  readonly head: number
  /** The name that the head belongs to, without titles and articles before it: `director` | `Jane Doe`. */
  readonly name: Tokens | null
  /** Whose it is: `the firm` of `the firm's director`, `his` of `his view`. */
  readonly possessor: Tokens | null
  /** Behind everything that hangs on it to the right: prepositional phrases, participles, restrictive relative clauses. */
  readonly reach: number
  /** The preposition before it, -1 where none is. */
  readonly preposition: number
  /** The noun phrase that it hangs on by its preposition, that it renames (apposition), or that is the first of its coordination; -1 each. */
  readonly of: number
  readonly apposes: number
  readonly joins: number
  /** What it is to its clause or to another phrase; the members of a coordination share the role of the first. */
  readonly role: 'subject' | 'object' | 'prepositional' | 'apposition' | 'other'
  /** The clause that it is subject or object of, -1 for none. */
  readonly clause: number
}

/** A verb with its auxiliaries, and the clause around it. */
export interface Clause extends Tokens {
  /** The verb group: first auxiliary (`to` left out) to behind the last verb. The head is the last verb. */
  readonly head: number
  readonly lemma: string
  readonly finite: boolean
  readonly tense: 'past' | 'present' | null
  readonly passive: boolean
  readonly negated: boolean
  /** The modal verb, -1 where none is. */
  readonly modal: number
  /** Noun phrase of the subject, -1 where none was found. A relative pronoun's is its antecedent. */
  readonly subject: number
  /** How the subject was found: before the verb, behind it (`said Doe`), through a relative pronoun, or as that of another verb. */
  readonly by: 'before' | 'behind' | 'relative' | 'shared' | null
  /** Noun phrase of the object right behind the verb, -1 where none is. */
  readonly object: number
  /** The word that opens the clause (`that`, `who`, `if`), -1 for none. */
  readonly marker: number
  /** Index of the clause that this one hangs in, -1 for none. */
  readonly parent: number
  /** Where the clause ends (behind its last token): at the outer clause's next word, or the sentence's end. */
  readonly close: number
}

/** Layer of stage 4: built once per article for attribution, speakers and stance. Per-token arrays hold -1 where there is nothing. */
export interface Syntax {
  /** Per token: the outermost quotation that holds it, marks included. */
  readonly quotation: Int32Array
  /** Per token: 1 for an opening mark of an outermost quotation, 2 for a closing one, else 0. */
  readonly mark: Int8Array
  /** Per token: first and end of the nominal run around it (article, adjectives, nouns, possessors). Noun phrases lie in runs. */
  readonly run: Int32Array
  readonly runEnd: Int32Array
  /** In order. */
  readonly phrases: readonly NounPhrase[]
  /** Per token: its noun phrase. */
  readonly phraseAt: Int32Array
  /** One a verb group, in order. */
  readonly clauses: readonly Clause[]
  /** Per token of a verb group: its clause. */
  readonly clauseAt: Int32Array
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

/** What the attribution hands on: its claims, and what it left out. */
export interface Attributed {
  readonly claims: Attributions
  readonly problems: readonly RawProblem[]
}

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
  /** Probability that the ids are right, given that the mention is; for ids `[]`, that no name was owed. */
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
