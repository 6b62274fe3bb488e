import type { JudgedPair } from './row.ts'

/** An article as far as the corpus tells how its claims are judged: beside what the article itself says, its speakers in the registry, and which of its words are names. */
export interface ArticleState {
  readonly article: string
  /** Ids of its claims, which are numbered through all articles in order. */
  readonly claims: readonly string[]
  readonly state: string
}

/** A link that was found before: what it is, and by which number {@link Memory} gives it as it was written. */
export interface Recalled extends Pick<JudgedPair, 'type' | 'confidence'> {
  readonly written: number
}

/** What is known of two claims by their numbers, the lower first: their link, null for none, undefined where they were not judged. */
export type Recall = (a: number, b: number) => Recalled | null | undefined

/** Judgements of an earlier run. */
export interface Memory {
  readonly recall: (articles: readonly ArticleState[]) => Recall
  /** A link as it was written, as JSON. */
  readonly line: (written: number) => string
  /** Is given at the end which pairs were judged, as {@link pairCode}s in order, and the links among them, in order as well. */
  readonly keep: (judged: Float64Array, links: readonly JudgedPair[]) => void
}

/** Two claims, or texts, by number in one number. */
export const pairCode = (a: number, b: number): number => a * 0x4000000 + b

/** The two numbers of a {@link pairCode}. */
export const pairOf = (code: number): readonly [a: number, b: number] => [Math.floor(code / 0x4000000), code % 0x4000000]
