import type { ClaimKind, CommitmentLabel, Difference, Origin, Resolution, SpeakerKind, StanceLabel } from '../model/schema.ts'

/**
 * What the report's page reads: rows in files that a page from disk can load as scripts. A number that names an article, speaker, claim or
 * group is its place among all rows of that kind. Places in a text are UTF-16 code units, half open.
 */

/** How many rows of a kind one file holds. Texts are cut by size instead. */
export const ROWS_IN_FILE = { articles: 1000, speakers: 1000, claims: 500, groups: 500 } as const
export type RowKind = keyof typeof ROWS_IN_FILE

export interface ArticleRow {
  readonly id: string
  /** The title, or the first words where the article has none. */
  readonly title: string
  readonly outlet: string | null
  readonly authors: readonly string[]
  /** ISO 8601, as exact as it is known. */
  readonly published: string | null
  /** Of `http:` or `https:` only. */
  readonly url: string | null
  /** Its claims are `firstClaim` to before `firstClaim + claims`. */
  readonly firstClaim: number
  readonly claims: number
  /** Number of the file of texts that holds it. */
  readonly textFile: number
}

export interface SpeakerRow {
  readonly id: string
  readonly name: string
  readonly kind: SpeakerKind
  readonly aliases: readonly string[]
  readonly descriptions: readonly string[]
  readonly claims: readonly number[]
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
  /** Null: it stands alone. */
  readonly group: number | null
}

/** What counts of a claim, once its row is written. */
export type CountedClaim = Pick<ClaimRow, 'article' | 'speakers' | 'stance' | 'confidence' | 'unnamed'> & {
  /** Whether somebody passed it on. */
  readonly chained: boolean
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
  readonly contradictedBy: readonly { readonly group: number; readonly confidence: number; readonly why: readonly string[] }[]
  readonly differs: readonly DifferenceRow[]
}

/** What counts of a group, once its row is written; claims by their places. */
export interface CountedGroup extends Pick<GroupRow, 'likely' | 'all'> {
  readonly contradictedBy: readonly { readonly group: number; readonly confidence: number }[]
  readonly differs: readonly (readonly [a: number, b: number])[]
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
  readonly article: number
  readonly text: string | null
  readonly boilerplate: readonly Place[]
  readonly claims: readonly PlacedClaim[]
}

/** Who stands where on what: the speakers and targets with the most said about them. */
export interface Matrix {
  readonly speakers: readonly number[]
  readonly targets: readonly { readonly topic: string; readonly text: string }[]
  /** How many claims take each stance, by place of speaker and target. */
  readonly cells: readonly { readonly speaker: number; readonly target: number; readonly label: StanceLabel; readonly claims: number }[]
}

/** What deserves a look: with what is likelier right than not, or with everything. Groups stand in order of support. */
export interface Findings {
  /** Of two independent origins or more. */
  readonly carried: readonly number[]
  readonly contradicted: readonly (readonly [number, number])[]
  readonly differing: readonly number[]
  /** Of several articles, but one origin. */
  readonly oneOrigin: readonly number[]
  readonly matrix: Matrix
}

/** The first file that the page reads. */
export interface Site {
  /** Tells what is reported from what else might be. */
  readonly stamp: string
  /** How many rows there are of each kind. */
  readonly rows: Readonly<Record<RowKind, number>>
  /** Claims and stances that are less likely right than not. */
  readonly unlikely: { readonly claims: number; readonly stances: number }
  readonly unnamed: number
  readonly outlets: readonly string[]
  readonly likely: Findings
  readonly all: Findings
  readonly warnings: readonly string[]
}
