import { BODY_NOUNS, NAME_OF, ORGANIZATION_WORDS } from '../../lexicon/organizations.ts'
import { OFFICES, TITLE_MODIFIERS, TITLES } from '../../lexicon/titles.ts'
import { DOCUMENT_NOUNS, GROUP_NOUNS, UNNAMED_NOUNS } from '../../lexicon/unnamed.ts'
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import type { SegmentedText, Token, TokenRange } from '../../model/layers.ts'
import { fold, known } from '../../lexicon/gazetteer.ts'
import { isGivenName } from '../../lexicon/given-names.ts'
import { singular } from './words.ts'

const SMALL_PREFIX = /^\p{Ll}+-\p{Lu}/u

/** A word of a capitalised run: one token, or several glued by hyphens (`Jean-Claude`, `al-Amr`). */
export interface Word {
  readonly text: string
  readonly lower: string
  readonly firstToken: number
  readonly endToken: number
}

/** A stretch of capitalised words with the small words that join them. */
export type Run = readonly Word[]

const PARTICLES = new Set('de da di do dos du del della van von der den ter la le el al bin ibn abu ben zu y'.split(' '))
const JOINS = new Set(['of', 'for', 'on', 'and', '&', 'the', 'against'])
/** Words that begin a sentence with a capital and that the tagger takes for names. */
const OPENERS = new Set(
  `several few some many most others all both another neither either everyone everybody nobody half hundreds thousands dozens yet still
  however meanwhile indeed perhaps asked according citing earlier later today yesterday tomorrow`.split(/\s+/),
)
/** Capitalised words that are no part of a name. */
const NO_NAMES = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
  december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. mon tue wed thu fri sat sun i i'm i've est gmt pm am god yes no ok r d
  christmas easter internet tv q a`.split(/\s+/),
)
const COMMON_NOUNS = [UNNAMED_NOUNS, GROUP_NOUNS, DOCUMENT_NOUNS, BODY_NOUNS]
const CONTENT_POS = new Set(['PROPN', 'NOUN', 'ADJ', 'X'])

/** Whether a token begins with a capital letter. */
export function isCapital(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code < 128) return code > 64 && code < 91
  const first = text.charAt(0)
  return first !== first.toLowerCase() && first === first.toUpperCase()
}

/** Whether nearly every longer word of a sentence is capitalised, verbs too, as in a headline: capitals tell nothing there. */
function isHeadline(tokens: readonly Token[], sentence: TokenRange): boolean {
  let long = 0
  let capital = 0
  for (let t = sentence.firstToken + 1; t < sentence.endToken; t++) {
    const { text, pos } = tokens[t]!
    const isUpper = isCapital(text)
    if (pos === 'VERB' && !isUpper) return false
    if (text.length < 4 || pos === 'PUNCT') continue
    long++
    if (isUpper) capital++
  }
  const stopped = /^[.!?]$/.test(tokens[sentence.endToken - 1]!.text)
  return long >= (stopped ? 4 : 3) && capital / long >= 0.75
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
      if (words.length > 0 && !(initial && isCommon(tokens, words, uses))) runs.push(words)
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
    if (isCapital(tokens[token]!.text)) capitals.push({ token, initial: isInitial(tokens, token, firstToken) })
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
  const [token, next] = [tokens[t]!, tokens[t + 1]]
  if (isNameBeforeSurname(tokens, t, initial)) return true
  if (NO_NAMES.has(token.lower) || /^[RDI]-/.test(token.text)) return false
  const allCapitals = token.text === token.text.toUpperCase()
  if (token.text.length > 1 && allCapitals && known(fold(token.text))) return true
  if (initial && (FUNCTION_WORDS.has(token.lower) || OPENERS.has(token.lower))) return false
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
  const [surname, after] = [tokens[t + 1], tokens[t + 2]]
  if (!FUNCTION_WORDS.has(lower) && !NO_NAMES.has(lower)) return false
  if (text.length < 3 || !isGivenName(lower) || !surname || !isCapital(surname.text) || NO_NAMES.has(surname.lower)) return false
  if (TITLES.has(surname.lower) || known(fold(surname.text)) || isGivenName(surname.text)) return false
  if (!initial) return tokens[t - 1]!.pos === 'VERB'
  return after !== undefined && (after.pos === 'AUX' || after.text === ',' || (after.pos === 'VERB' && after.lower !== after.lemma))
}

/** A single capitalised word that begins a sentence and is a common noun: `Results of the vote`, `Officials said`. */
function isCommon(tokens: readonly Token[], words: readonly Word[], uses: Uses): boolean {
  const [word] = words
  if (words.length > 1 || uses.capital.has(word!.lower) || known(fold(word!.text))) return false
  const token = tokens[word!.firstToken]!
  const forms = [token.lower, singular(token)]
  return tokens[word!.endToken]?.pos === 'ADP' || COMMON_NOUNS.some((nouns) => forms.some((form) => nouns.has(form)))
}

function collect(tokens: readonly Token[], from: number, end: number): readonly Word[] {
  const words: Word[] = []
  let t = from
  let organization = false
  let [complement, titled] = [false, false]
  while (t < end) {
    const word = glue(tokens, t, end)
    if (isCapital(word.text) && (t === from || !NO_NAMES.has(word.lower))) {
      words.push(word)
      organization ||= NAME_OF.has(word.lower)
      titled ||= TITLES.has(word.lower)
      t = word.endToken
      if (word.text.endsWith('.') && word.text.length > 5) break
    } else if (SMALL_PREFIX.test(word.text) && words.length > 0) {
      words.push(word)
      t = word.endToken
    } else {
      const field = titled && complement && joinsField(tokens, t, end)
      const skip = field ? 1 : joinLength(tokens, t, end, organization || word.lower === 'and')
      if (skip === 0) break
      if (word.lower === 'and' && !field && !(complement ? joinsFields(words, tokens[t + 1]!) : joinsBody(tokens, words, t + 1))) break
      complement ||= JOINS.has(word.lower)
      for (let k = t; k < t + skip; k++) words.push(single(tokens, k))
      t += skip
    }
    if (t < end && !/^[ \u00a0]?$/.test(between(tokens, t))) break
  }
  return words
}

/** Whether `and`, or a comma before it, goes on with another field of an office: `Minister for Culture, Media | and | Sport Maria Mills`. */
function joinsField(tokens: readonly Token[], t: number, end: number): boolean {
  const next = tokens[t + 1]
  if (!next || t + 1 >= end || !isCapital(next.text) || !OFFICES.has(next.lower) || TITLES.has(next.lower) || isGivenName(next.text)) return false
  if (tokens[t]!.lower === 'and') return true
  for (let k = t + 2; k < Math.min(end - 1, t + 5); k++) if (tokens[k]!.lower === 'and') return OFFICES.has(tokens[k + 1]!.lower)
  return false
}

/** Whether `and` goes on with a field (`Health and Human Services`) and not with another holder of a title. */
function joinsFields(words: readonly Word[], next: Token): boolean {
  if (TITLES.has(next.lower) || words.some((w) => isGivenName(w.text))) return false
  const titled = words.some((w) => TITLES.has(w.lower))
  return !titled || OFFICES.has(next.lower) || TITLE_MODIFIERS.has(next.lower) || ORGANIZATION_WORDS.has(next.lower)
}

/** Whether `and` stands inside the name of one body: `the Food and Drug Administration`. */
function joinsBody(tokens: readonly Token[], words: readonly Word[], next: number): boolean {
  const { length } = words
  if (length > 0 && tokens[next] && known(fold(`${words.at(-1)!.text} and ${tokens[next]!.text}`))) return true
  const bare = length === 1 && tokens[words[0]!.firstToken - 1]?.lower !== 'the'
  if (length > 3 || bare || ORGANIZATION_WORDS.has(words.at(-1)!.lower)) return false
  let t = next
  while (tokens[t] && isCapital(tokens[t]!.text)) t++
  return t > next + 1 && ORGANIZATION_WORDS.has(tokens[t - 1]!.lower)
}

/** How many small words join the run to what follows: particles always, `of the` only inside the name of a body. */
function joinLength(tokens: readonly Token[], t: number, end: number, organization: boolean): number {
  for (let k = t; k < Math.min(t + 3, end); k++) {
    const { lower, text } = tokens[k]!
    if (k > t && isCapital(text) && !NO_NAMES.has(lower)) return k - t
    const particle = PARTICLES.has(lower)
    if (!particle && text !== '&' && !(organization && JOINS.has(lower) && (k === t || lower === 'the'))) return 0
  }
  return 0
}

function glue(tokens: readonly Token[], t: number, end: number): Word {
  let last = t + 1
  while (last + 1 < end && isGlued(tokens, last) && isCapital(tokens[last + 1]!.text)) last += 2
  while (last + 1 < end && isHostDot(tokens, last)) last += 2
  if (last === t + 1) return single(tokens, t)
  const parts = tokens.slice(t, last)
  return { text: parts.map((p) => p.text).join(''), lower: parts.map((p) => p.lower).join(''), firstToken: t, endToken: last }
}

/** `El-Sisi`: a capital that a hyphen binds to another. */
function beginsGlued(tokens: readonly Token[], t: number, end: number): boolean {
  return t + 2 < end && isGlued(tokens, t + 1) && isCapital(tokens[t + 2]!.text)
}

/** Whether token t is a hyphen without space on either side. */
function isGlued(tokens: readonly Token[], t: number): boolean {
  const hyphen = tokens[t]!
  const tight = hyphen.start === tokens[t - 1]!.end && tokens[t + 1]!.start === hyphen.end
  return tight && hyphen.pos === 'PUNCT' && /^[-‐‑–]$/.test(hyphen.text)
}

const HOST_ENDINGS = new Set(['com', 'org', 'net', 'gov', 'edu', 'co', 'uk', 'tv', 'info', 'io', 'au', 'eu'])

/** Whether token t is the full stop inside a host name: `Harbour.com`. */
function isHostDot(tokens: readonly Token[], t: number): boolean {
  const [dot, next] = [tokens[t]!, tokens[t + 1]!]
  return dot.text === '.' && HOST_ENDINGS.has(next.lower) && next.start === dot.end && dot.start === tokens[t - 1]!.end
}

function single(tokens: readonly Token[], t: number): Word {
  const { text, lower } = tokens[t]!
  return { text, lower, firstToken: t, endToken: t + 1 }
}

/** What stands between token t and the one before, as far as it matters: nothing, a space, or more. */
function between(tokens: readonly Token[], t: number): string {
  const gap = tokens[t]!.start - tokens[t - 1]!.end
  return gap === 0 ? '' : gap === 1 ? ' ' : '  '
}
