import { distance } from 'fastest-levenshtein'
import { isContraryGrammar } from '../../lexicon/antonyms.ts'
import { frequencyOf, FUNCTION_WORDS } from '../../lexicon/frequencies.ts'
import { known } from '../../lexicon/gazetteer.ts'
import { isGivenName } from '../../lexicon/given-names.ts'
import { isNickname } from '../../lexicon/nicknames.ts'
import { PRONOUNS } from '../../lexicon/pronouns.ts'
import { closeness, lemmaOf } from '../../lexicon/synonyms.ts'
import { DAYS_AND_MONTHS, isYear } from '../../lexicon/times.ts'
import { HONORIFICS, TITLES } from '../../lexicon/titles.ts'
import type { Difference } from '../../model/schema.ts'
import type { Word } from './wording.ts'

/** Spellings of one name are at most so many letters apart, and names have at least so many. */
const SPELLING = { most: 2, least: 4 } as const
const NAME = /^\p{Lu}/u
const ACRONYM = /^(?:\p{Lu}\.?){2,6}s?$/u
const SCALE = /^(?:hundreds?|thousands?|million|billion|trillion|dozens?|half)$/
/** Function words of which another of the class says something else; other function words are a matter of style. */
const CLASSES: readonly ReadonlySet<string>[] = [
  'will would can could may might must should', 'is was', 'has had', 'all some many most few none no every', 'and or', 'if when unless', 'not never always',
].map((words) => new Set(words.split(' ')))

/**
 * What kind of detail it is that one version of a text has these words where the other has those; null where it is none: the same in other letters, in other words for
 * the same, in another form of the word, by an acronym or a pronoun, or words of another type, which no alignment may set beside each other. Pure.
 * @param quoted whether both are quotations, in which every word counts
 */
export function detailOf(from: readonly Word[], to: readonly Word[], quoted: boolean): Difference['kind'] | null {
  const [x, y] = [withoutArticles(from), withoutArticles(to)]
  if (x.length === 0 || y.length === 0 || [...x, ...y].some(({ edited }) => edited) || sameLetters(x, y) || sameBody(x, y)) return null
  if ([...x, ...y].every(isTitle) && (x.every(isHonorific) || y.every(isHonorific))) return null
  const dates = [x, y].map((words) => words.filter(isDate))
  const numbers = [x, y].map((words) => words.filter(isNumber))
  if (dates.some(isFilled)) return sameShape(x, y, isDate) ? 'date' : null
  if (numbers.some(isFilled)) return sameShape(x, y, isNumber) ? 'number' : null
  const names = [...x, ...y].filter(isName)
  if (names.length > 0) return names.length === x.length + y.length && x.length === y.length ? nameOf(x, y) : null
  return quoted && x.length === y.length && x.every((word, i) => saysOtherwise(word, y[i]!)) ? 'words' : null
}

/** Forms that differ by whom they speak of alone. */
const AGREEING: ReadonlyMap<string, string> = new Map([['are', 'is'], ['am', 'is'], ['were', 'was'], ['have', 'has']])
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the'])
const withoutArticles = (words: readonly Word[]) => words.filter(({ plain }) => !ARTICLES.has(plain))
const isFilled = (words: readonly Word[]) => words.length > 0
const isHonorific = ({ plain }: Word) => HONORIFICS.has(plain)
const isTitle = (word: Word) => isHonorific(word) || TITLES.has(word.plain)
const isDate = ({ plain, exact }: Word) => isYear(plain) || (NAME.test(exact) && DAYS_AND_MONTHS.has(plain))
const isNumber = ({ plain }: Word) => /^\d/.test(plain) || SCALE.test(plain)
const isFunction = ({ plain }: Word) => FUNCTION_WORDS.has(plain)
const isName = ({ exact, plain, opens }: Word) => NAME.test(exact) && !FUNCTION_WORDS.has(plain) && (!opens || isGivenName(exact.toLowerCase()) || frequencyOf(lemmaOf(exact.toLowerCase())) === 0)

const lettersOf = (words: readonly Word[]) => words.map(({ plain }) => plain).join('')
const sameLetters = (x: readonly Word[], y: readonly Word[]) => lettersOf(x) === lettersOf(y)

/** Each has as many words of the sort, otherwise only words that say nothing, and as many words in all where one of them says something. */
function sameShape(x: readonly Word[], y: readonly Word[], is: (word: Word) => boolean): boolean {
  const [p, q] = [x.filter(is), y.filter(is)]
  const rest = [...x, ...y].filter((word) => !is(word))
  return p.length === q.length && rest.every((word) => isFunction(word) && !PRONOUNS.has(word.plain)) && lettersOf(p) !== lettersOf(q)
}

const isAcronym = (words: readonly Word[]) => words.length === 1 && ACRONYM.test(words[0]!.exact)
const initialsOf = (words: readonly Word[]) => words.filter((word) => !isFunction(word)).map(({ plain }) => plain[0]).join('')
const isShortFor = (short: readonly Word[], long: readonly Word[]) => isAcronym(short) && long.length > 1 && short[0]!.plain.startsWith(initialsOf(long))
const keyOf = (words: readonly Word[]) => known(words.map(({ plain }) => plain).join(' '))?.key

/** One is an acronym of the other, or two begin alike of which one is an acronym (`IS`, `ISIS`); or both stand for one country. */
function sameBody(x: readonly Word[], y: readonly Word[]): boolean {
  if (x.length === 1 && y.length === 1 && (isAcronym(x) || isAcronym(y)) && x[0]!.plain.slice(0, 2) === y[0]!.plain.slice(0, 2)) return true
  return isShortFor(x, y) || isShortFor(y, x) || (keyOf(x) !== undefined && keyOf(x) === keyOf(y))
}

function nameOf(x: readonly Word[], y: readonly Word[]): 'spelling' | 'name' | null {
  if (x.every((word, i) => isSpelling(word.plain, y[i]!.plain))) return 'spelling'
  return x.every((word, i) => isOther(word, y[i]!)) ? 'name' : null
}

/** Two spellings of one name: not a plural, and not two words that are each known by themselves. */
const isSpelling = (a: string, b: string) =>
  a === b || (Math.min(a.length, b.length) >= SPELLING.least && distance(a, b) <= SPELLING.most && `${a}s` !== b && `${b}s` !== a && !(isWord(a) && isWord(b)))
const isWord = (word: string) => known(word) !== undefined || frequencyOf(lemmaOf(word)) > 0

/** Two names of one sort, of which none is short for the other: no given name and surname of perhaps one person, no people and no country beside what is neither. */
function isOther({ exact: x }: Word, { exact: y }: Word): boolean {
  const [a, b] = [x.toLowerCase(), y.toLowerCase()]
  if (a === b) return true
  return !TITLES.has(a) && !TITLES.has(b) && sortOf(a) === sortOf(b) && ACRONYM.test(x) === ACRONYM.test(y) && !a.startsWith(b) && !b.startsWith(a) && !isNickname(a, b)
}

const sortOf = (word: string) => (isGivenName(word) && known(word) === undefined ? 'given' : (known(word)?.kind ?? null))

/** Another word, not another form of the same or another word for the same. */
function saysOtherwise(a: Word, b: Word): boolean {
  if (a.plain === b.plain) return true
  const [p, q] = [PRONOUNS.get(a.plain), PRONOUNS.get(b.plain)]
  if (p !== undefined || q !== undefined) return p !== undefined && q !== undefined && p.role !== 'relative' && q.role !== 'relative' && (p.person !== q.person || p.gender !== q.gender) && p.role === q.role
  if (isFunction(a) || isFunction(b)) {
    const [x, y] = [a, b].map(({ plain }) => AGREEING.get(plain) ?? plain) as [string, string]
    return x !== y && (isContraryGrammar(x, y) || CLASSES.some((words) => words.has(x) && words.has(y)))
  }
  return isLatin(a) === isLatin(b) && !isLonger(a.plain, b.plain) && !isLonger(b.plain, a.plain) && closeness(lemmaOf(a.plain), lemmaOf(b.plain)) === 0
}

const isLatin = ({ exact }: Word) => /\p{Script=Latin}/u.test(exact)
/** `import` and `importance`. */
const isLonger = (short: string, long: string) => short.length >= SPELLING.least && long.startsWith(short)
