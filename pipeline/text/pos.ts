const TAGS = [
  'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM', 'VERB', 'X',
] as const // prettier-ignore

/** A bit for each universal part of speech. */
export const POS = Object.fromEntries(TAGS.map((tag, i) => [tag, 1 << i])) as Record<(typeof TAGS)[number], number>
const bits: ReadonlyMap<string, number> = new Map(Object.entries(POS))

/** The bit of a part of speech; what is not known counts as X. */
export const posBit = (pos: string): number => bits.get(pos) ?? POS.X
