import { dataRows } from './word-lists.ts'

/**
 * How common English words are: how often WordNet's concordance texts tag a lemma (frequencies.txt, WordNet licence), and
 * the function words, which are not tagged there, above all of them.
 */

/** Function words: closed classes of English grammar. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those some any no every each either neither both all another such
  i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself
  they them their theirs themselves who whom whose which what one ones
  of in to for with on at from by about as into through after over between out against during without before under around
  among off above near across behind below beyond up down than per via upon within toward towards since until till
  and or but nor so yet if because although though while whereas unless whether when where why how that then there here
  be am is are was were been being have has had having do does did doing done can could will would shall should may might must ought
  not n't never also too very just only even still again more most much many less least few other own same
  's 're 've 'll 'd 'm don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't cannot couldn't shouldn't haven't hasn't hadn't
  it's i'm we're they're he's she's that's there's what's let's i've we've you've they've i'll we'll you'll they'll i'd we'd you'd they'd you're`
    .split(/\s+/),
)

const FUNCTION_COUNT = 100_000

let counts: ReadonlyMap<string, number> | undefined

function load(): ReadonlyMap<string, number> {
  const table = new Map<string, number>()
  for (const [count, ...words] of dataRows('frequencies.txt')) for (const word of words) table.set(word, Number(count))
  for (const word of FUNCTION_WORDS) table.set(word, FUNCTION_COUNT)
  return table
}

/** How often a lower-case lemma occurs in the table; 0 for words that it does not hold (names, numbers, rare words). */
export function frequencyOf(lemma: string): number {
  return (counts ??= load()).get(lemma) ?? 0
}

/** What a word tells apart, 0 (function words) to 1 (not in the table): its inverse frequency on a logarithmic scale. */
export function weightOf(lemma: string): number {
  const count = frequencyOf(lemma)
  return count >= FUNCTION_COUNT ? 0 : 1 - Math.log1p(count) / Math.log1p(FUNCTION_COUNT)
}
