import { FUNCTION_WORDS, frequencyOf } from './frequencies.ts'
import { dataRows, dataText, mutual, wordSet } from './word-lists.ts'

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
  readonly synonyms: ReadonlyMap<string, ReadonlySet<string>>
  readonly families: ReadonlyMap<string, ReadonlySet<string>>
  readonly irregular: ReadonlyMap<string, string>
}

let tables: Tables | undefined
const load = (): Tables =>
  (tables ??= {
    synonyms: mutual(dataRows('synonyms.txt')),
    families: mutual(dataRows('synonyms-families.txt').flatMap(([word, ...kin]) => kin.map((k) => [word!, k]))),
    irregular: irregularForms(dataRows('synonyms-irregular.txt')),
  })

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
    if (lemmas.size > 200_000) lemmas.clear() // bounded: numbers and names never end
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

let listed: ReadonlySet<string> | undefined

/** Whether a lower-case word is in the lists of this folder. Attribution asks no more of them, and is spared their tables of 48 MB. */
export function isWord(word: string): boolean {
  if (frequencyOf(word) > 0) return true
  if (tables !== undefined) return tables.synonyms.has(word) || tables.families.has(word)
  listed ??= wordSet(['synonyms.txt', 'synonyms-families.txt'].map(dataText).join(' '))
  return listed.has(word)
}

/** Whether a lower-case word is an irregular form of a verb (`broke`, `rose`). */
export const isIrregular = (word: string): boolean => load().irregular.has(word)

/** How close two lemmas are, 0 to 1: see {@link CLOSENESS}. */
export function closeness(a: string, b: string): number {
  if (a === b) return CLOSENESS.same
  const { families, synonyms } = load()
  if (families.get(a)?.has(b)) return CLOSENESS.family
  return synonyms.get(a)?.has(b) || haveKin(families, a, b) ? CLOSENESS.synonym : CLOSENESS.none
}

/** Two words of one family by way of a third, that begin alike (immigrant, immigration). */
const STEM = 5
function haveKin(families: Tables['families'], a: string, b: string): boolean {
  if (a.length < STEM || a.charCodeAt(0) !== b.charCodeAt(0) || !b.startsWith(a.slice(0, STEM))) return false
  const kin = families.get(b)
  return kin !== undefined && [...(families.get(a) ?? [])].some((word) => kin.has(word))
}

/** All lemmas that are close to one, each with how close, as {@link closeness} tells; without itself. */
export function closeTo(lemma: string): ReadonlyMap<string, number> {
  const { families, synonyms } = load()
  const found = new Map<string, number>()
  const own = families.get(lemma) ?? []
  for (const word of own) found.set(word, CLOSENESS.family)
  for (const word of synonyms.get(lemma) ?? []) if (!found.has(word)) found.set(word, CLOSENESS.synonym)
  if (lemma.length >= STEM) for (const kin of own) for (const word of families.get(kin)!) if (word !== lemma && !found.has(word) && word.startsWith(lemma.slice(0, STEM))) found.set(word, CLOSENESS.synonym)
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
