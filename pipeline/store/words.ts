import { foldWords } from '../text/fold.ts'

/** Words that tell nothing about what is claimed. */
const COMMON = new Set('a an and are as at be but by for from has have he in is it its not of on or she so that the their there they this to was we were who will with'.split(' '))

/** The stems of the words that tell something: as texts are indexed, and questions are asked. */
export function telling(text: string): string[] {
  return foldWords(text).filter((word) => !COMMON.has(word)).map(stem)
}

/** Without the endings of plural, past and progressive, so that one form finds the other. */
function stem(word: string): string {
  const bare = word.replace(/(?:ies)$/u, 'y').replace(/(?<=\p{L}{3})(?:ing|ed|es|s)$/u, '')
  return bare.length >= 3 ? bare.replace(/e$/u, '') : word
}
