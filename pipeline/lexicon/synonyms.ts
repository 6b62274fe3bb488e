import { FUNCTION_WORDS, frequencyOf } from './frequencies.ts'
import { Numbered } from '../model/numbered.ts'
import { Rings } from './rings.ts'
import { dataRows } from './word-lists.ts'

/**
 * Lemmas, word families and synonyms of single English words, from WordNet 3.1 (see wordnet-LICENSE.txt); the data files
 * beside this one are made by pipeline/train/pairs-lexicon.ts and are read once, when they are first needed.
 */

/** How close two lemmas are: the same, of one family (deploy, deployment), or synonyms. */
const CLOSENESS = { same: 1, family: 0.9, synonym: 0.8, none: 0 } as const

/** Endings of regular inflection: what is cut, and what takes its place. Doubled consonants are undone in {@link regularBases}. */
const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ['ies', 'y'], ['es', ''], ['es', 'e'], ['s', ''],
  ['ied', 'y'], ['ed', ''], ['ed', 'e'],
  ['ying', 'ie'], ['ing', ''], ['ing', 'e'],
]

/** Every base form that the regular endings of nouns and verbs could lead back to. Not all of them are words. */
export function regularBases(form: string): readonly string[] {
  const bases: string[] = []
  for (const [ending, instead] of ENDINGS) {
    const stem = form.slice(0, -ending.length)
    if (!form.endsWith(ending) || stem.length < 2 || (ending === 's' && stem.endsWith('s'))) continue
    bases.push(stem + instead)
    if (instead === '' && ending !== 's' && ending !== 'es' && stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1))
  }
  return bases
}

interface Tables {
  /** Those of synonyms and families. */
  readonly words: Numbered
  readonly synonyms: Rings
  readonly families: Rings
  readonly irregular: ReadonlyMap<string, string>
}

let tables: Tables | undefined
const load = (): Tables => (tables ??= read())

function read(): Tables {
  const words = new Numbered()
  const synonyms = new Rings(words, dataRows('synonyms.txt'))
  const families = new Rings(words, dataRows('synonyms-families.txt').flatMap(([word, ...kin]) => kin.map((one) => [word!, one])))
  return { words, synonyms, families, irregular: irregularForms(dataRows('synonyms-irregular.txt')) }
}

/** Each irregular form with its base; of two bases (fall, fell) the more frequent. */
function irregularForms(table: readonly (readonly string[])[]): Map<string, string> {
  const bases = new Map<string, string>()
  for (const [base, ...forms] of table)
    for (const form of forms) if (frequencyOf(base!) > frequencyOf(bases.get(form) ?? '')) bases.set(form, base!)
  return bases
}

const lemmas = new Map<string, string>()

/** The base form of a lower-case word: irregular forms by table, regular ones by their ending where the base is a known word. */
export function lemmaOf(word: string): string {
  let lemma = lemmas.get(word)
  if (lemma === undefined) {
    if (lemmas.size > 50_000) lemmas.clear() // bounded: numbers and names never end
    lemmas.set(word, (lemma = findLemma(word)))
  }
  return lemma
}

function findLemma(word: string): string {
  const irregular = load().irregular.get(word) ?? IRREGULAR_PLURALS.get(word)
  if (irregular !== undefined) return irregular
  if (NO_FORMS.has(word)) return word
  let best = word
  for (const base of regularBases(word)) {
    if (FUNCTION_WORDS.has(base)) continue // thing is no form of the
    if (frequencyOf(base) > frequencyOf(best) || (best === word && isWord(base) && !isWord(word))) best = base
  }
  return best
}

/** Words that look like forms of another word and are none. */
const NO_FORMS: ReadonlySet<string> = new Set('news politics economics physics means series species headquarters evening morning united'.split(' '))

const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map(
  `men man, women woman, children child, feet foot, teeth tooth, mice mouse, geese goose, lives life, wives wife, knives knife, halves half,
  leaves leaf, thieves thief, wolves wolf, shelves shelf, loaves loaf, crises crisis, analyses analysis, criteria criterion, phenomena phenomenon`
    .split(',').map((pair) => pair.trim().split(' ') as [string, string]),
)

/** Whether a lower-case word is in the lists of this folder. */
export const isWord = (word: string): boolean => frequencyOf(word) > 0 || load().words.numberOf(word) !== undefined

/** Whether a lower-case word is an irregular form of a verb (`broke`, `rose`). */
export const isIrregular = (word: string): boolean => load().irregular.has(word)

/** How close two lemmas are, 0 to 1: see {@link CLOSENESS}. */
export function closeness(a: string, b: string): number {
  if (a === b) return CLOSENESS.same
  const { words, families, synonyms } = load()
  const [one, other] = [words.numberOf(a), words.numberOf(b)]
  if (one === undefined || other === undefined) return CLOSENESS.none
  if (families.join(one, other)) return CLOSENESS.family
  return synonyms.join(one, other) || (beginAlike(a, b) && families.with(one).some((kin) => families.join(kin, other))) ? CLOSENESS.synonym : CLOSENESS.none
}

/** Two words of one family by way of a third begin alike (immigrant, immigration). */
const STEM = 5
const beginAlike = (a: string, b: string): boolean => a.length >= STEM && a.charCodeAt(0) === b.charCodeAt(0) && b.startsWith(a.slice(0, STEM))

/** All lemmas that are close to one, each with how close, as {@link closeness} tells; without itself. */
export function closeTo(lemma: string): ReadonlyMap<string, number> {
  const { words, families, synonyms } = load()
  const found = new Map<string, number>()
  const number = words.numberOf(lemma)
  if (number === undefined) return found
  const add = (others: Uint32Array, close: number, holds: (word: string) => boolean) => {
    for (const other of others) {
      const word = words.all[other]!
      if (word !== lemma && !found.has(word) && holds(word)) found.set(word, close)
    }
  }
  const own = families.with(number)
  add(own, CLOSENESS.family, () => true)
  add(synonyms.with(number), CLOSENESS.synonym, () => true)
  for (const kin of own) add(families.with(kin), CLOSENESS.synonym, (word) => beginAlike(lemma, word))
  return found
}

/** British endings and their American counterparts, so that the spellings meet. */
const SPELLINGS: readonly (readonly [british: RegExp, american: string])[] = [
  [/^(\w{3,})is(e|ed|es|ing|ation|ations)$/, '$1iz$2'],
  [/^(\w{2,})our(s|ed|ing|able|ful|ite|ites|hood|hoods|)$/, '$1or$2'],
  [/^(def|off|lic|pret)ence(s|less|)$/, '$1ense$2'],
  [/^(cent|theat|met|fib|kilomet|lit)re(s|)$/, '$1er$2'],
  [/^(\w+)ll(ed|ing|er|ers)$/, '$1l$2'],
  [/^(program)me(s|)$/, '$1$2'],
]

/** The American spelling of a lower-case word, where it is a word and the word itself is not. */
export function americanSpelling(word: string): string {
  for (const [british, american] of SPELLINGS) {
    if (!british.test(word)) continue
    const other = word.replace(british, american)
    if (isWord(findLemma(other)) && frequencyOf(findLemma(other)) > frequencyOf(findLemma(word))) return other
  }
  return word
}
