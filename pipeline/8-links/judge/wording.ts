import { TIMES } from '../../lexicon/times.ts'
import { HONORIFICS, TITLES } from '../../lexicon/titles.ts'

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ')
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the'])
/** What a verb that is contracted leaves behind its apostrophe, and the verbs it stands for. */
const CONTRACTED = /'(?:s|d|m|re|ve|ll)$/
const CONTRACTIBLE: ReadonlySet<string> = new Set('is has had would will are have am'.split(' '))
/** Spellings of the United States for British ones. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/our(?=s?$|ed$|ing$|ite|able|ful|hood)/, 'or'], [/tre(?=s?$)/, 'ter'], [/[ao]e/, 'e'], [/is(?=e[ds]?$|ing$|ation)/, 'iz'], [/ogue/, 'og'], [/ence$/, 'ense'], [/ll(?=ed$|ing$|er$)/, 'l'],
]

/**
 * Whether two stretches of lower-case words with straight apostrophes say the same in other letters: hyphens, stops and spaces, contractions, numbers
 * in words, possessives, British spellings, months cut short, `Mr` for an office, articles. Pure.
 */
export function sameWording(from: readonly string[], to: readonly string[]): boolean {
  const all = [...from, ...to]
  if (all.every((word) => ARTICLES.has(word)) || (all.every(isTitle) && (from.every(isHonorific) || to.every(isHonorific)))) return true
  const contracted = all.some((word) => CONTRACTED.test(word) || word.endsWith("n't"))
  const [x, y] = [lettersOf(from, contracted), lettersOf(to, contracted)]
  return x === y || (from.length === 1 && to.length === 1 && (isCutShort(x, y) || isCutShort(y, x)))
}

const isHonorific = (word: string) => HONORIFICS.has(word)
const isTitle = (word: string) => HONORIFICS.has(word) || TITLES.has(word)

function lettersOf(words: readonly string[], contracted: boolean): string {
  const kept = contracted ? words.filter((word) => !CONTRACTIBLE.has(word)) : words
  return kept.map((word) => american(word.replace(/^can't$/, 'cannot').replace(/n't$/, 'not').replace(CONTRACTED, ''))).join('').replace(/[^\p{L}\p{N}]/gu, '')
}

function american(word: string): string {
  const number = NUMBERS.indexOf(word)
  return number >= 0 ? `${number}` : SPELLINGS.reduce((spelt, [british, ours]) => spelt.replace(british, ours), word)
}

const isCutShort = (short: string, long: string) => short.length >= 3 && TIMES.has(long) && long.startsWith(short)
