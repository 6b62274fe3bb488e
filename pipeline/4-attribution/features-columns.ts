import type { Passage } from './features-passage.ts'

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

let capacity = 1024
export const columns = Object.fromEntries(NAMES.map((name) => [name, new Int32Array(capacity + 2 * PAD)])) as Record<ColumnName, Int32Array>

/** Makes room for passages of `n` tokens. */
export function reserveColumns(n: number): void {
  if (n <= capacity) return
  capacity = 2 * n
  for (const name of NAMES) columns[name] = new Int32Array(capacity + 2 * PAD)
}

/** Copies a layer of the article into a column, with the passage's ends marked. */
export function copyColumn(name: ColumnName, values: Int32Array, p: Passage): void {
  const column = columns[name]
  const n = p.end - p.first
  column.fill(BEFORE, 0, PAD)
  column.set(values.subarray(p.first, p.end), PAD)
  column.fill(BEHIND, PAD + n, PAD + n + PAD)
}

/** The same value at every token. */
export function fillColumn(name: ColumnName, value: number, p: Passage): void {
  columns[name].fill(value, 0, p.end - p.first + 2 * PAD)
}
