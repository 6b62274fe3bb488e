import type { Token } from '../model/layers.ts'
import { formOf, type WordForm } from '../model/word-form.ts'

/** A token before it is known which sentence and paragraph it belongs to. */
export interface RawToken extends Token {
  sentence: number
  paragraph: number
}

/** A token of sentence 0 for now. */
export function tokenOf(start: number, form: WordForm): RawToken {
  const { text, lower, lemma, pos } = form
  return { start, end: start + text.length, text, lower, lemma, pos, form, sentence: 0, paragraph: 0 }
}

/** The same of a word that was not met as a form. */
export function rawToken(start: number, text: string, pos: string, lemma: string): RawToken {
  return tokenOf(start, formOf(text, lowerOf(text), lemma, pos))
}

/** Lower case, curly apostrophes straightened. */
export const lowerOf = (text: string) => text.toLowerCase().replaceAll('’', "'")
