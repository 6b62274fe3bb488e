import { frequencyOf } from '../../lexicon/frequencies.ts'
import { fold, known, type Known } from '../../lexicon/gazetteer.ts'
import { isGivenName } from '../../lexicon/given-names.ts'
import { withoutPlural } from '../../lexicon/inflect.ts'
import { BODIES_CALLED, ORGANIZATION_WORDS, OUTLET_WORDS } from '../../lexicon/organizations.ts'
import { isPersonNoun } from '../../lexicon/unnamed.ts'
import { HONORIFICS, OFFICES, REGNAL, TITLE_MODIFIERS, TITLE_OR_NAME, TITLES } from '../../lexicon/titles.ts'
import { isOddName, PARTICLES, type Word } from './collect.ts'
import { withoutStop } from './words.ts'

const ACRONYM = /^(\p{Lu}\.?){2,6}$|^\p{Lu}[\p{Lu}\d&-]+$/u
/** `TransMetro`, but no `McKay`, `DeLong`, `O'Dell`. */
const CAMEL_CASE = /^(?!(?:Ma?c|De|Di|Du|Fitz|La|Le|Van|Von|Ben|Al|El)\p{Lu})\p{Lu}[\p{Ll}\d]+\p{Lu}[\p{L}\d]*$/u

/** Words in front of a title or name that say that it is past, or one of several. */
export const PAST: ReadonlySet<string> = new Set(
  'former ex then late acting longtime onetime retired another fellow'.split(' '),
)

/** Where in a run titles end and the name begins; null where the run is a title without a name. `elsewhere` are the article's runs, folded. */
export function titleCut(words: readonly Word[], elsewhere: ReadonlySet<string>): { name: number; titled: boolean; honorific: string | null } | null {
  let last = -1
  let honorific: string | null = null
  let titled = false
  for (let i = 0; i < words.length; i++) {
    const word = withoutStop(words[i]!.lower)
    const afterGiven = i > 0 && isGivenName(words[i - 1]!.text) && !isReign(words, i)
    const plural = i < words.length - 2 && TITLES.has(withoutPlural(word))
    if (HONORIFICS.has(word) && !afterGiven) {
      honorific = word
      last = i
    } else if ((plural || TITLES.has(word)) && !(afterGiven && (TITLE_OR_NAME.has(word) || i === words.length - 1))) {
      last = i
      titled = true
    }
  }
  if (last < 0) return { name: modifierPrefix(words) || epithets(words, elsewhere), titled: false, honorific }
  if (last === words.length - 1) return titled && !bodyName(words) ? null : { name: 0, titled: false, honorific: null }
  const name = afterOffice(words, last + 1)
  if (name === null) return bodyName(words) ? { name: 0, titled: false, honorific: null } : null
  if (titled && ORGANIZATION_WORDS.has(words.at(-1)!.lower)) return { name: 0, titled: false, honorific: null }
  return { name, titled: titled || honorific !== null, honorific }
}

/** `Jordan | King | Abdullah`: a country that is a given name too. */
const isReign = (words: readonly Word[], i: number) =>
  i === 1 && words[2] !== undefined && REGNAL.has(words[1]!.lower) && isGivenName(words[2].text) && known(fold(words[0]!.text))?.kind === 'country'

const bodyName = (words: readonly Word[]) => ORGANIZATION_WORDS.has(words.at(-1)!.lower)

/** Skips `of State`, `for Education`, `of the Refugee Council` after a title; null where no name follows. */
function afterOffice(words: readonly Word[], from: number): number | null {
  if (isCapitalWord(words[from]!)) {
    let i = from
    while (i < words.length - 1 && (OFFICES.has(words[i]!.lower) || TITLE_MODIFIERS.has(words[i]!.lower))) i++
    return i
  }
  if (PARTICLES.has(words[from]!.lower)) return from // Mr. de Roos
  let i = from
  while (i < words.length && (!isCapitalWord(words[i]!) || i === from + 1)) i++
  for (; i < words.length; i++) {
    const rest = words.length - i
    if (rest >= 2 && isGivenName(words[i]!.text) && !ORGANIZATION_WORDS.has(words.at(-1)!.lower)) return i
    if (known(foldWords(words.slice(i)))) return null
    // for Sewers and Drains | Iris Vance
    const listed = i - 2 > from && words[i - 2]!.lower === 'and' && isCapitalWord(words[i - 1]!) && !TITLES.has(words[i - 1]!.lower)
    if (rest === 2 && (listed || isOffice(words.slice(from, i))) && !looksLikeBody(words.slice(i)) && !isOffice(words.slice(i, i + 1))) return i
  }
  return null
}

/** Whether the words after a title's `of` name a place or a field: `of Washington`, `of Education`. */
function isOffice(words: readonly Word[]): boolean {
  const named = words.filter((w) => isCapitalWord(w))
  return named.length > 0 && (named.every((w) => OFFICES.has(w.lower)) || known(foldWords(named)) !== undefined)
}

/** Nationality or party words in front of a person's full name: `Italian Mario Draghi`, `Republican Ted Lee`. */
function modifierPrefix(words: readonly Word[]): number {
  let i = 0
  while (i < words.length - 1 && (PAST.has(words[i]!.lower) || BODIES_CALLED.has(words[i]!.lower))) i++
  const past = i
  const [first, last] = [known(fold(words[i]!.text)), words.at(-1)!]
  const body = ORGANIZATION_WORDS.has(last.lower) || OUTLET_WORDS.has(last.lower) || words[i]!.lower.endsWith('ern')
  if (words.length - i === 2 && first && isAdjective(first) && !body) return i + 1
  while (i < words.length - 2) {
    const found = known(fold(words[i]!.text))
    if ((found && isAdjective(found)) || TITLE_MODIFIERS.has(words[i]!.lower)) i++
    else break
  }
  return i > past && isGivenName(words[i]!.text) ? i : past
}

/** Common words in front of a person's full name: `Passenger Mike Dunn`, `Waitress Lan Mei`, who is `Lan Mei` elsewhere. */
function epithets(words: readonly Word[], elsewhere: ReadonlySet<string>): number {
  const last = words.at(-1)!.lower
  if (ORGANIZATION_WORDS.has(last) || OUTLET_WORDS.has(last)) return 0
  for (let i = 1; i < words.length - 1 && isCapitalWord(words[i - 1]!) && (isCommonWord(words[i - 1]!) || isOccupation(words[i - 1]!)); i++) {
    if (ORGANIZATION_WORDS.has(words[i - 1]!.lower) || known(fold(words[i - 1]!.text)) || known(foldWords(words.slice(0, i + 1)))) return 0
    if (isGivenName(words[i]!.text) || (!PARTICLES.has(words[i]!.lower) && elsewhere.has(foldWords(words.slice(i))))) return i
  }
  return 0
}

const isOccupation = ({ text, lower }: Word) => !isGivenName(text) && isPersonNoun(lower)

/** Whether a word is one of the language, and no given name. */
export const isCommonWord = ({ text, lower }: { readonly text: string; readonly lower: string }): boolean =>
  !isGivenName(text) && (frequencyOf(lower) > 0 || frequencyOf(withoutPlural(lower)) > 0)

/** Whether a run looks like the name of a body: by its words, by its capitals, as a host name. */
export function looksLikeBody(words: readonly Word[]): boolean {
  if (isOddName(words.at(-1)!.text)) return true
  if (words.some((w) => w.lower === 'of' || w.lower === 'for' || w.lower === '&')) return true
  if (ORGANIZATION_WORDS.has(words.at(-1)!.lower) || (words.length > 2 && words.some((w) => ORGANIZATION_WORDS.has(w.lower)))) return true
  return words.length === 1 && (ACRONYM.test(words[0]!.text) || CAMEL_CASE.test(words[0]!.text))
}

/** Whether something known is an adjective or a people. */
export const isAdjective = ({ kind }: Known): boolean => kind === 'nationality' || kind === 'people' || kind === 'adjective'
/** Whether a word of a run begins with a capital. */
const isCapitalWord = (word: Word): boolean => word.text.charAt(0) !== word.lower.charAt(0)
/** The words of a run as one folded phrase. */
export const foldWords = (words: readonly Word[]): string => fold(words.length === 1 ? words[0]!.text : words.map((w) => w.text).join(' '))
