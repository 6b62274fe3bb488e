import { BODY_NOUNS } from '../../lexicon/organizations.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { DOCUMENT_NOUNS, GROUP_NOUNS, UNNAMED_NOUNS } from '../../lexicon/unnamed.ts'
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import type { SegmentedText, Token, TokenRange } from '../../model/layers.ts'
import { fold, known } from '../../lexicon/gazetteer.ts'
import { isGivenName } from '../../lexicon/given-names.ts'
import { beginsGlued, collect, isCapital, isOddName, NO_NAMES, type Run, type Word } from './collect.ts'
import { foldWords, isCommonWord } from './title-cuts.ts'
import { singular } from './words.ts'

/** Words that begin a sentence with a capital and that the tagger takes for names. */
const OPENERS = new Set(
  `several few some many most others all both another neither either everyone everybody nobody half hundreds thousands dozens yet still
  however meanwhile indeed perhaps asked according citing earlier later today yesterday tomorrow whilst additional immediately`.split(/\s+/),
)
const COMMON_NOUNS = [UNNAMED_NOUNS, GROUP_NOUNS, DOCUMENT_NOUNS, BODY_NOUNS]
const CONTENT_POS = new Set(['PROPN', 'NOUN', 'ADJ', 'X'])

/** Whether nearly every longer word of a sentence is capitalised, verbs too, as in a headline: capitals tell nothing there. */
function isHeadline(tokens: readonly Token[], sentence: TokenRange): boolean {
  let [long, capital, verbs, words, upper] = [0, 0, 0, 0, 0]
  for (let t = sentence.firstToken + 1; t < sentence.endToken; t++) {
    const { text, pos } = tokens[t]!
    const isUpper = isCapital(text)
    if (pos === 'VERB' && !isUpper) return false
    if (pos === 'PUNCT') continue
    if (pos === 'VERB') verbs++
    words++
    if (isUpper) upper++
    if (text.length < 4) continue
    long++
    if (isUpper) capital++
  }
  if (/^[.!?]$/.test(tokens[sentence.endToken - 1]!.text)) return long >= 4 && capital / long >= 0.75
  return (long >= 3 && capital / long >= 0.75) || (verbs > 0 && words >= 4 && upper / words >= 0.75)
}

/** The capitalised runs of an article outside headlines, in order, and its headlines. */
export interface Runs {
  readonly runs: readonly Run[]
  readonly headlines: readonly TokenRange[]
}

/**
 * Finds the runs. A word that begins a sentence or a quotation counts only if its part of speech or its other uses in the
 * article let it be a name.
 */
export function findRuns(text: SegmentedText): Runs {
  const { tokens, sentences } = text
  const headlines = sentences.filter((sentence) => isHeadline(tokens, sentence))
  const proper = headlines.length === 0 ? sentences : sentences.filter((sentence) => !headlines.includes(sentence))
  const capitals = proper.map((sentence) => capitalsOf(tokens, sentence))
  const uses = collectUses(text, capitals)
  const runs: Run[] = []
  proper.forEach(({ endToken }, i) => {
    let end = 0
    for (const { token: t, initial } of capitals[i]!) {
      if (t < end || !(beginsGlued(tokens, t, endToken) || canBegin(tokens, t, initial, uses))) continue
      const words = collect(tokens, t, endToken)
      if (words.length > 0 && !isCommon(tokens, words, initial, uses)) runs.push(words)
      end = words.at(-1)?.endToken ?? 0
    }
  })
  return { runs, headlines }
}

/** A capitalised token; `initial` where it begins a sentence or a quotation and would be so anyway. */
interface Capital {
  readonly token: number
  readonly initial: boolean
}

function capitalsOf(tokens: readonly Token[], { firstToken, endToken }: TokenRange): readonly Capital[] {
  const capitals: Capital[] = []
  for (let token = firstToken; token < endToken; token++)
    if (isCapital(tokens[token]!.text) || isOddName(tokens[token]!.text)) capitals.push({ token, initial: isInitial(tokens, token, firstToken) })
  return capitals
}

interface Uses {
  readonly lower: ReadonlySet<string>
  readonly capital: ReadonlySet<string>
}

/** Of the words that begin a sentence capitalised: those seen in lower case, and those seen capitalised elsewhere. */
function collectUses({ tokens }: SegmentedText, capitals: readonly (readonly Capital[])[]): Uses {
  const initial = new Set<string>()
  for (const list of capitals) for (const c of list) if (c.initial) initial.add(tokens[c.token]!.lower)
  const lower = new Set<string>()
  const capital = new Set<string>()
  for (const token of tokens) if (!isCapital(token.text) && initial.has(token.lower)) lower.add(token.lower)
  for (const list of capitals) for (const c of list) if (!c.initial) capital.add(tokens[c.token]!.lower)
  return { lower, capital }
}

function isInitial(tokens: readonly Token[], t: number, first: number): boolean {
  return t === first || (tokens[t - 1]!.pos === 'PUNCT' && /^["“”‘'`«(:—–-]+$/.test(tokens[t - 1]!.text))
}

function canBegin(tokens: readonly Token[], t: number, initial: boolean, uses: Uses): boolean {
  const token = tokens[t]!, next = tokens[t + 1]
  if (isOddName(token.text) || isNameBeforeSurname(tokens, t, initial)) return true
  if (NO_NAMES.has(token.lower) || /^[RDI]-/.test(token.text)) return false
  const allCapitals = token.text === token.text.toUpperCase()
  if (token.text.length > 1 && allCapitals && known(fold(token.text))) return true
  if (initial && (FUNCTION_WORDS.has(token.lower) || OPENERS.has(token.lower))) return false
  // the Met Office, ranger Dot Finch
  const { pos, text } = tokens[t - 1] ?? token
  if (!initial && next !== undefined && isCapital(next.text) && (pos === 'DET' || (pos === 'NOUN' && !isCapital(text)))) return true
  if (!initial) return CONTENT_POS.has(token.pos) || token.text.length > 3 || allCapitals || isGivenName(token.text)
  if (uses.capital.has(token.lower)) return CONTENT_POS.has(token.pos) || !uses.lower.has(token.lower)
  if (uses.lower.has(token.lower) && token.pos !== 'PROPN') return false
  if (token.pos === 'PROPN') return !uses.lower.has(token.lower) || (next !== undefined && isCapital(next.text))
  if (next !== undefined && isCapital(next.text) && token.pos !== 'AUX' && isGivenName(token.text)) return true
  return CONTENT_POS.has(token.pos) && next !== undefined && (isCapital(next.text) || next.lower === "'s")
}

/**
 * `Will Ferris said`, `told May Chen`: a word or month that is a given name too, before a surname. In a question (`Will Ferris win?`) the
 * base form of a verb follows; a month follows a preposition (`in May Ferris said`).
 */
function isNameBeforeSurname(tokens: readonly Token[], t: number, initial: boolean): boolean {
  const { lower, text } = tokens[t]!
  if (!FUNCTION_WORDS.has(lower) && !NO_NAMES.has(lower)) return false
  const surname = tokens[t + 1], after = tokens[t + 2]
  if (text.length < 3 || !isGivenName(lower) || !surname || !isCapital(surname.text) || NO_NAMES.has(surname.lower)) return false
  if (TITLES.has(surname.lower) || known(fold(surname.text)) || isGivenName(surname.text)) return false
  if (!initial) return tokens[t - 1]!.pos === 'VERB'
  return after !== undefined && (after.pos === 'AUX' || after.text === ',' || (after.pos === 'VERB' && after.lower !== after.lemma))
}

/**
 * What is no name: a single capitalised word that begins a sentence and is a common word (`Results of the vote`, `Witnesses said`), and
 * common words in capitals (`SHARE THIS ARTICLE`).
 */
function isCommon(tokens: readonly Token[], words: readonly Word[], initial: boolean, uses: Uses): boolean {
  const [word] = words
  if (words.length > 1) return words.every((each) => each.text === each.text.toUpperCase() && (FUNCTION_WORDS.has(each.lower) || isCommonWord(each))) && !known(foldWords(words))
  if (!initial || word!.endToken > word!.firstToken + 1 || known(fold(word!.text))) return false
  const token = tokens[word!.firstToken]!
  if (uses.capital.has(token.lower)) return uses.lower.has(token.lower) && token.lower.endsWith('s') && GROUP_NOUNS.has(token.lower)
  const forms = [token.lower, singular(token)]
  return tokens[word!.endToken]?.pos === 'ADP' || isCommonWord(token) || COMMON_NOUNS.some((nouns) => forms.some((form) => nouns.has(form)))
}
