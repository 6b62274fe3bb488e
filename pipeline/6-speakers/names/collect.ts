import { fold, known } from '../../lexicon/gazetteer.ts'
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts'
import { frequencyOf } from '../../lexicon/frequencies.ts'
import { isGivenName } from '../../lexicon/given-names.ts'
import { withoutPlural } from '../../lexicon/inflect.ts'
import { NAME_OF, ORGANIZATION_WORDS } from '../../lexicon/organizations.ts'
import { OFFICES, TITLE_MODIFIERS, TITLES } from '../../lexicon/titles.ts'
import type { Token } from '../../model/layers.ts'
import { DAYS_AND_MONTHS } from '../../lexicon/times.ts'

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

/** Small words within a person's name. */
export const PARTICLES = new Set('de da di do dos du del della van von der den ter la le el al bin ibn abu ben zu y'.split(' '))
/** Small words within a run that are in no person's name. */
export const JOINS: ReadonlySet<string> = new Set(['of', 'for', 'on', 'and', '&', 'the', 'against'])
/** Capitalised words that are no part of a name. */
export const NO_NAMES: ReadonlySet<string> = new Set([
  ...DAYS_AND_MONTHS,
  ..."jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. mon tue wed thu fri sat sun i i'm i've est gmt pm am god yes no ok r d christmas easter internet tv q a".split(' '),
])

/** Whether a token begins with a capital letter. */
export function isCapital(text: string): boolean {
  const code = text.charCodeAt(0)
  if (code < 128) return code > 64 && code < 91
  const first = text.charAt(0)
  return first !== first.toLowerCase() && first === first.toUpperCase()
}

/** The words of the run that begins at a token: capitalised ones, and small ones that join them. */
export function collect(tokens: readonly Token[], from: number, end: number): readonly Word[] {
  const words: Word[] = []
  let t = from
  let organization = false
  let [complement, titled] = [false, false]
  while (t < end) {
    const word = glue(tokens, t, end)
    if ((isCapital(word.text) || (t === from && isOddName(word.text))) && (t === from || !NO_NAMES.has(word.lower))) {
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
      if (word.lower === 'and' && !field && !(complement ? joinsFields(words, tokens, t + 1, end) : joinsBody(tokens, words, t + 1))) break
      complement ||= JOINS.has(word.lower)
      for (let k = t; k < t + skip; k++) words.push(single(tokens, k))
      t += skip
    }
    if (t < end && !/^[ \u00a0]?$/.test(between(tokens, t))) break
    if (words.length === 1 && isGivenName(words[0]!.text)) t = behindNickname(tokens, t, end)
  }
  return words
}

const MARK = /^["“”'‘’]$/

/** The surname behind a nickname: `Walter | “Sticks” | Monroe`; the same token where there is none. */
function behindNickname(tokens: readonly Token[], t: number, end: number): number {
  if (t >= end || !MARK.test(tokens[t]!.text) || tokens[t]!.start === tokens[t - 1]!.end) return t
  for (let k = t + 2; k < Math.min(t + 5, end - 1); k++) if (MARK.test(tokens[k]!.text)) return isCapital(tokens[k + 1]!.text) && tokens[k + 1]!.start === tokens[k]!.end + 1 ? k + 1 : t
  return t
}

/** Whether `and`, or a comma before it, goes on with another field of an office: `Minister for Culture, Media | and | Sport Maria Mills`. */
function joinsField(tokens: readonly Token[], t: number, end: number): boolean {
  const next = tokens[t + 1]
  if (!next || t + 1 >= end || !isCapital(next.text) || !OFFICES.has(next.lower) || isGivenName(next.text)) return false
  if (TITLES.has(tokens[t + 2]?.lower ?? '')) return false
  if (tokens[t]!.lower === 'and') return true
  for (let k = t + 2; k < Math.min(end - 1, t + 5); k++) if (tokens[k]!.lower === 'and') return OFFICES.has(tokens[k + 1]!.lower)
  return false
}

/** Whether `and` goes on with a field (`Health and Human Services`) and not with another holder of a title. */
function joinsFields(words: readonly Word[], tokens: readonly Token[], at: number, end: number): boolean {
  const next = tokens[at]!
  const after = tokens[at + 1]
  if (TITLES.has(next.lower) || words.some((w) => isGivenName(w.text))) return false
  const titled = words.some((w) => TITLES.has(w.lower))
  // the Institute for Rivers and | Nawal Horak
  if (!titled) return !after || !isCapital(after.text) || PARTICLES.has(next.lower) || (!isGivenName(next.text) && (frequencyOf(next.lower) > 0 || frequencyOf(withoutPlural(next.lower)) > 0))
  if (OFFICES.has(next.lower) || TITLE_MODIFIERS.has(next.lower) || ORGANIZATION_WORDS.has(next.lower)) return true
  // Sewers and | Drains Iris Vance: a field before a name of two words
  let capitals = at
  while (capitals < end && isCapital(tokens[capitals]!.text)) capitals++
  return capitals === at + 3 && !isGivenName(next.text) && known(fold(next.text)) === undefined
}

/** Whether `and` stands inside the name of one body: `the Food and Drug Administration`. */
function joinsBody(tokens: readonly Token[], words: readonly Word[], next: number): boolean {
  const { length } = words
  if (length > 0 && tokens[next] && known(fold(`${words.at(-1)!.text} and ${tokens[next]!.text}`))) return true
  const bare = length === 1 && tokens[words[0]!.firstToken - 1]?.lower !== 'the'
  if (length > 3 || bare || ORGANIZATION_WORDS.has(words.at(-1)!.lower) || known(fold(words.map((w) => w.text).join(' ')))) return false
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
  while (last + 1 < end && isGlued(tokens, last) && (isCapital(tokens[last + 1]!.text) || isSecondPart(tokens, t, last + 1))) last += 2
  if (last === t + 1) return single(tokens, t)
  const parts = tokens.slice(t, last)
  return { text: parts.map((p) => p.text).join(''), lower: parts.map((p) => p.lower).join(''), firstToken: t, endToken: last }
}

/** A party before a state: `R-Ohio`. */
const PARTY = /^[RDI]$/

/** `El-Sisi`: a capital that a hyphen binds to another. */
export function beginsGlued(tokens: readonly Token[], t: number, end: number): boolean {
  return t + 2 < end && !PARTY.test(tokens[t]!.text) && isGlued(tokens, t + 1) && isCapital(tokens[t + 2]!.text)
}

/** Whether token t is a hyphen without space on either side. */
function isGlued(tokens: readonly Token[], t: number): boolean {
  const hyphen = tokens[t]!
  const tight = hyphen.start === tokens[t - 1]!.end && tokens[t + 1]!.start === hyphen.end
  return tight && hyphen.pos === 'PUNCT' && /^[-‐‑–]$/.test(hyphen.text)
}

/** A syllable of Korean and Chinese names as they are written in Latin letters. */
const SYLLABLE = /^(?:[bcdghjkmnprstwy]|[csz]h|[ghk]w|[hk]y)?(?:[aeiou]|[aeo]e|a[io]|e[iou]|i[aeu]|o[ou]|u[aio]|y[aeou]|yeo)(?:ng|[hklmnpt])?$/

/** The small part of a name behind a hyphen: `Park Min-ho`, `El-baroudi`. */
function isSecondPart(tokens: readonly Token[], t: number, at: number): boolean {
  const { text, lower, pos } = tokens[at]!, first = tokens[t]!
  if (/^(?:VERB|ADP|ADV)$/.test(pos) || FUNCTION_WORDS.has(lower)) return false
  if (/^(?:al|el)$/i.test(first.text)) return /^\p{Ll}{3,}$/u.test(text)
  return SYLLABLE.test(text) && t > 0 && isCapital(tokens[t - 1]!.text) && isCapital(first.text)
}

const ODD_NAME = /[\p{L}\p{N}]{2}\.\p{Ll}{2,4}$|^(?:\p{Ll}{1,2}|\d+(?:\p{Ll}+\d+)?)\p{Lu}\p{L}+$|^@[\p{L}\p{N}_]{2,}$/u
/** Nearly every word: letters of one case. */
const PLAIN = /^[a-z]+$/

/** Whether a word that begins with no capital is a name all the same: `Harbour.com`, `iMetal`, `4Seas`, `@annab`. */
export const isOddName = (text: string): boolean => !PLAIN.test(text) && ODD_NAME.test(text)

function single(tokens: readonly Token[], t: number): Word {
  const { text, lower } = tokens[t]!
  return { text, lower, firstToken: t, endToken: t + 1 }
}

/** What stands between token t and the one before, as far as it matters: nothing, a space, or more. */
function between(tokens: readonly Token[], t: number): string {
  const gap = tokens[t]!.start - tokens[t - 1]!.end
  return gap === 0 ? '' : gap === 1 ? ' ' : '  '
}
