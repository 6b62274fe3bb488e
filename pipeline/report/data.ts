import type { ClaimKind, CommitmentLabel, Difference, Origin, Resolution, SpeakerKind, StanceLabel } from '../model/schema.ts'

/**
 * What the report's page reads: rows in files that a page from disk can load as scripts, a row a line. In the files rows name others by their ids, so that one more or
 * less changes no row but those that are about it; the page numbers articles, speakers and claims as it loads them, each its place among all of
 * that kind. Places in a text are UTF-16 code units, half open.
 */

/** How many articles, or their claims and texts, speakers and groups one file holds, about. */
export const IN_FILE = { articles: 2048, texts: 32, speakers: 4096, groups: 256 } as const

/** An article as it is written. */
export interface WrittenArticle {
  readonly id: string
  /** The title, or the first words where the article has none. */
  readonly title: string
  readonly outlet: string | null
  readonly authors: readonly string[]
  /** ISO 8601, as exact as it is known. */
  readonly published: string | null
  /** Of `http:` or `https:` only. */
  readonly url: string | null
  /** How many. */
  readonly claims: number
  /** Its claims and its text stand in `claims-<file>` and `texts-<file>`. */
  readonly file: string
}

export interface ArticleRow extends WrittenArticle {
  /** Its claims are `firstClaim` to before `firstClaim + claims`. */
  readonly firstClaim: number
}

export interface SpeakerRow {
  readonly id: string
  readonly name: string
  readonly kind: SpeakerKind
  readonly aliases: readonly string[]
  readonly descriptions: readonly string[]
  /** How many, and the ids of the articles that they stand in. */
  readonly claims: number
  readonly articles: readonly string[]
}

export interface StanceRow {
  readonly label: StanceLabel
  readonly target: string
  /** Equal for targets that are the same thing. */
  readonly topic: string
  readonly confidence: number
}

export interface ClaimRow {
  readonly id: string
  readonly article: number
  readonly speakers: readonly number[]
  /** Whether nobody is named: the speakers are unnamed people, or there is none. */
  readonly unnamed: boolean
  /** The words that stand for the speaker here. */
  readonly mention: string | null
  /** The content, span by span. */
  readonly words: readonly string[]
  readonly kind: ClaimKind
  readonly commitment: CommitmentLabel
  readonly stance: readonly StanceRow[]
  /** Names of those who passed it on, from the speaker outwards. */
  readonly chain: readonly string[]
  readonly confidence: number
  /** Whether a person confirmed, mended or added it. */
  readonly checked: boolean
  /** The id of its group; null: it stands alone. */
  readonly group: string | null
}

/** A claim as it is written: what its article tells alone, its speakers by their places among those. */
export interface WrittenClaim extends Omit<ClaimRow, 'article' | 'group' | 'stance'> {
  readonly stance: readonly Omit<StanceRow, 'topic'>[]
}

/** What joins the claims of an article with others. */
export interface JoinedClaims {
  /** The ids of those who say something in it. */
  readonly speakers: readonly string[]
  /** Of each claim the id of its group, and the topics of its stances. */
  readonly claims: readonly (readonly [group: string | null, ...topics: string[]])[]
}

/** The claims of an article, by its id; they stand in a row of their own, and what joins them in the next one, since more changes that. */
export interface ArticleClaims {
  readonly article: string
  readonly claims: readonly WrittenClaim[]
}

/** How much carries a group. */
export interface Support {
  readonly independent: number
  readonly articles: number
}

/** Claims of a group that trace back to one another, to one utterance, report or text: together they count once. */
export interface OriginRow {
  readonly claims: readonly number[]
  /** Whether it counts as independent: where nobody is named for it, it may come from any of the others. */
  readonly counts: boolean
  readonly of: readonly { readonly kind: Origin['kind']; readonly name: string; readonly passages: readonly string[] }[]
}

/** What one version says and another says otherwise. */
export interface DifferenceRow {
  readonly kind: Difference['kind']
  readonly a: { readonly claim: number; readonly exact: string }
  readonly b: { readonly claim: number; readonly exact: string }
}

/** Claims that say the same, or one claim that another contradicts. */
export interface GroupRow {
  readonly id: string
  readonly text: string
  readonly claims: readonly number[]
  readonly speakers: readonly number[]
  /** With the claims that are likelier right than not, and with all. */
  readonly likely: Support
  readonly all: Support
  /** Everything rests on unnamed people. */
  readonly unnamed: boolean
  readonly origins: readonly OriginRow[]
  readonly contradictedBy: readonly { readonly group: string; readonly confidence: number; readonly why: readonly string[] }[]
  readonly differs: readonly DifferenceRow[]
}

/** A group as it is written: of each claim the article and its place among the claims of that; speakers by their ids. Elsewhere in it claims go by their places among these. */
export interface WrittenGroup extends Omit<GroupRow, 'claims' | 'speakers'> {
  readonly claims: readonly (readonly [article: string, claim: number])[]
  readonly speakers: readonly string[]
}

export type Place = readonly [start: number, end: number]

/** Where one claim stands in its article, and why it was found. */
export interface PlacedClaim {
  readonly content: readonly Place[]
  readonly cue: Place | null
  readonly mention: Place | null
  readonly via: Place | null
  readonly resolved: Resolution
  /** The strongest reasons, in words, with the words of the text. */
  readonly why: readonly { readonly reason: string; readonly words: string | null; readonly weight: number }[]
}

/** An article's text. Null where its file is gone. */
export interface TextRow {
  readonly article: string
  readonly text: string | null
  readonly boilerplate: readonly Place[]
  readonly claims: readonly PlacedClaim[]
}

/** Who stands where on what: the speakers, by their ids, and targets with the most said about them. */
export interface Matrix {
  readonly speakers: readonly string[]
  readonly targets: readonly { readonly topic: string; readonly text: string }[]
  /** How many claims take each stance, by place of speaker and target. */
  readonly cells: readonly { readonly speaker: number; readonly target: number; readonly label: StanceLabel; readonly claims: number }[]
}

/** Groups that deserve a look, by their ids, in order of support. */
export interface Findings {
  /** Of two independent origins or more. */
  readonly carried: readonly string[]
  readonly contradicted: readonly (readonly [string, string])[]
  readonly differing: readonly string[]
  /** Of several articles, but one origin. */
  readonly oneOrigin: readonly string[]
}
export type FindingName = keyof Findings

/** The file `findings`: with what is likelier right than not, and with everything. */
export type AllFindings = Readonly<Record<'likely' | 'all', Findings>>

/** What the overview shows. */
export interface Shown {
  /** How many there are of each, and the first of them. */
  readonly count: Readonly<Record<FindingName, number>>
  readonly first: Findings
  readonly matrix: Matrix
}

/** The first file that the page reads. */
export interface Site {
  /** How many there are of each. */
  readonly rows: Readonly<Record<'articles' | 'speakers' | 'claims', number>>
  /** The files of articles and of speakers, in order; in how many files the groups are, by a hash of their ids. */
  readonly files: { readonly articles: readonly string[]; readonly speakers: readonly string[]; readonly groups: number }
  /** Claims and stances that are less likely right than not. */
  readonly unlikely: { readonly claims: number; readonly stances: number }
  readonly unnamed: number
  readonly outlets: readonly string[]
  readonly likely: Shown
  readonly all: Shown
  readonly warnings: readonly string[]
}
