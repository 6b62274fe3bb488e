import { hash } from './words.ts'

const TAGS = [
  'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X',
] as const // prettier-ignore
/** A bit for each universal part of speech. */
export const POS = Object.fromEntries(TAGS.map((t, i) => [t, 1 << i])) as Record<(typeof TAGS)[number], number>
const known = new Map<string, { hash: number; tag: number }>(TAGS.map((t) => [t, { hash: hash(t), tag: POS[t] }]))
const other = known.get('X')!

/** Hash and bit of a part of speech; what is not known counts as X. */
export const posOf = (pos: string) => known.get(pos) ?? other
