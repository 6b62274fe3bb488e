import { COUNTRIES } from '../../lexicon/nationalities.ts'
import { TENS, UNITS } from '../../lexicon/numbers.ts'
import { addTo } from '../../model/group-by.ts'

/** From two on: one is as often no number. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([...UNITS.map((word, i) => [word, i] as const).slice(2), ...TENS.map((word, i) => [word, 20 + 10 * i] as const)])
/** By what a word multiplies the number before it. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2], ['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['m', 1e6], ['bn', 1e9], ['mn', 1e6], ['tn', 1e12],
])

/** Initialisms, numbers, words with what an apostrophe joins to them, and the sign for per cent. */
export const TOKEN = /(?:\p{L}\.){2,}|\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|%/gu

const CAPITAL = /^\p{Lu}/u
/** Whether a token begins with a capital. */
export const isCapital = (token: string) => {
  const code = token.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(token)
}

/** `council's` as `council`. */
export const withoutPossessive = (token: string) => token.replace(/['’]s$/, '')

/** A word in lower case, without accents. */
export const fold = (word: string) => word.toLowerCase().replace(/[’]/g, "'").normalize('NFD').replace(/\p{M}/gu, '')

/** Phrases that stand for one word: countries (names, adjectives, capitals) and `per cent`, by their first word, longest first. Case counts: US is not us. */
export const PHRASES: ReadonlyMap<string, readonly (readonly [words: readonly string[], country: string])[]> = (() => {
  const byFirst = new Map<string, [string[], string][]>()
  for (const { name, aliases, adjectives, people, capitals } of COUNTRIES)
    for (const phrase of [name, ...aliases, ...adjectives, ...people, ...people.map((p) => `${p}s`), ...adjectives.map((a) => `${a}s`), ...capitals]) {
      const words = [...phrase.matchAll(TOKEN)].map((m) => m[0])
      if (words.length) addTo(byFirst, words[0]!, [words, name])
    }
  byFirst.set('per', [[['per', 'cent'], 'percent']])
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length)
  return byFirst
})()
