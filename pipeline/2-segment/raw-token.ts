import type { Token } from '../model/layers.ts'

/** A token before it is known which sentence and paragraph it belongs to. */
export interface RawToken extends Token {
  sentence: number
  paragraph: number
}

/** A token of sentence 0 for now; without `lower`, that is made from the text. */
export function rawToken(start: number, text: string, pos: string, lemma: string, lower = lowerOf(text)): RawToken {
  return { start, end: start + text.length, text, lower, lemma, pos, sentence: 0, paragraph: 0 }
}

/** Lower case, curly apostrophes straightened. */
export const lowerOf = (text: string) => text.toLowerCase().replaceAll('’', "'")
