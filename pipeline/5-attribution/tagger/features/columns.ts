import { coreOf, TEMPLATE, WIDEST } from '../core.ts'
import type { Passage } from './analysis.ts'

/**
 * The values that templates combine, one column each over the tokens of a passage. 0 means "not here": a feature with a
 * 0 in it is left out. Columns are scratch: read before the next passage is filled.
 */
const NAMES = [
  // the token itself
  'one', 'word', 'lemma', 'pos', 'shape', 'suffix3', 'cue', 'marks',
  // quotation marks: distances within, what stands round it; distances from outside
  'toClosing', 'posBefore', 'posBehind', 'lastQuoted', 'markLeft', 'markRight', 'paragraphMarks',
  // place in sentence, passage and article
  'toEnd', 'closer', 'lastPos',
  'before', 'noCue',
  // nearest candidate cues
  'leftLemma', 'leftCue', 'leftFar', 'leftWay',
  'rightLemma', 'rightCue', 'rightFar', 'rightWay',
  // noun chunk, verb group
  'chunkPlace', 'chunkNextCue', 'reachNext', 'reachNextCue', 'chunkBefore', 'chunkBeforePos', 'chunkHead', 'chunkVerbCue',
  'reachVerbCue', 'appositionPos', 'behindAppositionCue',
  'headCue', 'headPlace',
  // clause markers and punctuation
  'marker', 'markerFar', 'markerBeforeCue', 'stop', 'stopFar', 'stopNextCue', 'stopNextCue2', 'stopBefore',
] as const // prettier-ignore

export type ColumnName = (typeof NAMES)[number]
/** Tokens that a template may look beyond a passage's ends. */
export const PAD = 4
/** What stands before and behind a passage. */
const BEFORE = 101, BEHIND = 102

/** Longest passage given to the tagger at once, in tokens. */
export const LONGEST = 600

/** One value a token, {@link PAD} places further on. */
export type Column = Int32Array

const COLUMN = LONGEST + 2 * PAD
/** Bytes that the columns take, one behind the other. */
export const COLUMNS = 4 * COLUMN * NAMES.length

/** The core that makes features of the columns. Behind them, its memory has room for templates and features. */
export const { core, memory } = coreOf(COLUMNS + WIDEST * (TEMPLATE + 4 * LONGEST))
export const columns = Object.fromEntries(NAMES.map((name, k) => [name, new Int32Array(memory, 4 * COLUMN * k, COLUMN)])) as Record<ColumnName, Column>

/** Copies a layer of the article into a column, with the passage's ends marked. */
export function copyColumn(column: Column, values: Int32Array, { first, end }: Passage): void {
  const behind = PAD + end - first
  for (let i = 0; i < PAD; i++) {
    column[i] = BEFORE
    column[behind + i] = BEHIND
  }
  for (let i = first, k = PAD; i < end; i++, k++) column[k] = values[i]!
}

/** The same value at every token. */
export function fillColumn(column: Column, value: number, p: Passage): void {
  column.fill(value, 0, p.end - p.first + 2 * PAD)
}

/** The value of token i, or a mark for "before" or "behind the passage". */
export function at(values: Int32Array, i: number, p: Passage): number {
  return i < p.first ? BEFORE : i >= p.end ? BEHIND : values[i]!
}

/** A distance in tokens, in classes that widen. */
export function distance(d: number): number {
  return d <= 0 ? 0 : d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 24 ? 8 : 9
}
