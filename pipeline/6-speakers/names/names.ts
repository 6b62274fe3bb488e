import { isGivenName } from '../../lexicon/given-names.ts'
import { BODIES_CALLED, OUTLET_WORDS } from '../../lexicon/organizations.ts'
import { HONORIFICS, REGNAL, TITLE_MODIFIERS, TITLES } from '../../lexicon/titles.ts'
import { TIME_WORDS } from '../../lexicon/unnamed.ts'
import type { SegmentedText, Token } from '../../model/layers.ts'
import { fold, known, type Known } from '../../lexicon/gazetteer.ts'
import { namesAgain } from './headlines.ts'
import type { NameMention, Sex } from './name.ts'
import { JOINS, type Run, type Word } from './collect.ts'
import { findRuns } from './runs.ts'
import { foldWords, isAdjective, isCommonWord, looksLikeBody, PAST, titleCut } from './title-cuts.ts'
import { withoutStop } from './words.ts'

const ACRONYMS = /^\p{Lu}{2,}s$/u
/** Acronyms that are common nouns: a super PAC, a CEO. */
const COMMON_ACRONYMS = new Set(['pac', 'ceo', 'ngo', 'mp', 'mep', 'pr', 'hr', 'dna'])
const INITIALS = /^(\p{Lu}\.)+$/u

const SUFFIXES = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv', 'qc', 'kc', 'sc', 'mp', 'md'])

/** All names of the article, in order; in headlines, where capitals tell nothing, those that it names elsewhere. */
export function findNames(text: SegmentedText): readonly NameMention[] {
  const { tokens } = text
  const { runs, headlines } = findRuns(text)
  const elsewhere = new Set(runs.map(foldWords))
  const names = withSurnames(tokens, runs.flatMap((run) => namesOf(tokens, run, elsewhere)))
  if (headlines.length === 0) return names
  const repeated = namesAgain(tokens, headlines, names)
  return repeated.length === 0 ? names : [...repeated, ...names].sort((a, b) => a.start - b.start)
}

/**
 * Surnames that look like something else: `DUNN` behind `ANN DUNN`, as transcripts label turns, and `Roche` beside a Ryan Roche are no bodies; `Holland` where the
 * article has a Chad Holland and never speaks of a place (`in Holland`) is no country.
 */
function withSurnames(tokens: readonly Token[], names: readonly NameMention[]): readonly NameMention[] {
  const surnames = new Set(names.flatMap(({ words, kind }) => (words.length > 1 && !words.some((word) => JOINS.has(word)) && (kind === 'person' || (kind === 'unknown' && words.every(isInCapitals))) ? [words.at(-1)!] : [])))
  if (surnames.size === 0) return names
  const before = (name: NameMention) => tokens[name.firstToken - 1]?.lower ?? ''
  const places = new Set(names.flatMap((name) => (isPlace(name) && PLACED.test(before(name)) ? [name.folded] : [])))
  const isSurname = (name: NameMention) => name.words.length === 1 && surnames.has(name.words[0]!) && (isPlace(name) ? !places.has(name.folded) : name.kind === 'organization' && before(name) !== 'the')
  return names.map((name) => (isSurname(name) ? { ...name, kind: 'person' } : name))
}

const isPlace = ({ kind }: NameMention) => kind === 'country' || kind === 'place'
/** Before a place. */
const PLACED = /^(?:in|to|from|into|near|across|outside|inside|throughout|leave|leaving|visit|visiting|visited)$/

const isInCapitals = (word: string) => word === word.toUpperCase()

function namesOf(tokens: readonly Token[], words: Run, elsewhere: ReadonlySet<string>): readonly NameMention[] {
  const whole = known(foldWords(words))
  if (whole) return isAdjective(whole) ? [] : [mention(tokens, words, 0, words.length, kindOfKnown(whole), null)]
  const last = known(fold(words.at(-1)!.text))
  if (ACRONYMS.test(words.at(-1)!.text) || (words.length === 1 && COMMON_ACRONYMS.has(words[0]!.lower))) return []
  if (last && isAdjective(last)) return []
  const cut = titleCut(words, elsewhere)
  if (cut === null) return complement(tokens, words)
  const place = cut.name === 0 ? placePrefix(words) : 0
  const forPeople = isNamedForPeople(tokens, words, cut.name, elsewhere)
  const from = forPeople ? 0 : cut.name || place
  const called = forPeople || (from > 0 && BODIES_CALLED.has(words[from - 1]!.lower))
  const kind = called ? 'organization' : kindOf(words.slice(from), cut.titled)
  const person = mention(tokens, words, from, words.length, place ? 'person' : kind, cut.honorific)
  return place ? [mention(tokens, words, 0, place, 'place', null), person] : [person]
}

/** `The American Legion`, `British Intelligence`: no American called Legion, unless the article has one in full. */
function isNamedForPeople(tokens: readonly Token[], words: readonly Word[], from: number, elsewhere: ReadonlySet<string>): boolean {
  const [first, last] = [words[0]!, words.at(-1)!]
  const adjective = from === 1 && words.length === 2 ? known(fold(first.text)) : undefined
  if (adjective === undefined || !isAdjective(adjective) || !isCommonWord(last) || known(fold(last.text)) !== undefined) return false
  return tokens[first.firstToken - 1]?.lower === 'the' || ![...elsewhere].some((run) => run.endsWith(` ${fold(last.text)}`) && run !== foldWords(words))
}

/** The country or body after a title without a name: `the President of the European Commission`. */
function complement(tokens: readonly Token[], words: readonly Word[]): readonly NameMention[] {
  let from = words.findLastIndex((w) => w.lower === 'of' || w.lower === 'for') + 1
  if (from === 0) return []
  if (words[from]?.lower === 'the') from++
  const rest = words.slice(from)
  const kind = rest.length > 0 ? kindOf(rest, false) : 'unknown'
  return kind === 'unknown' || kind === 'person' ? [] : [mention(tokens, words, from, words.length, kind, null)]
}

/** How many words at the start are the end of a title (`Ambassador to the United States Jane Roe`) that runs into a name. */
function placePrefix(words: readonly Word[]): number {
  for (let n = Math.min(3, words.length - 2); n > 0; n--) {
    const kind = known(foldWords(words.slice(0, n)))?.kind
    if (kind !== 'country' && kind !== 'capital' && kind !== 'place' && kind !== 'organization' && kind !== 'publication') continue
    if (isGivenName(words[n]!.text)) return n
  }
  return 0
}

function kindOf(words: readonly Word[], titled: boolean): NameMention['kind'] {
  const found = known(foldWords(words)) ?? (words.length === 2 ? known(foldWords(words).replace(' ', '')) : undefined)
  if (found && !titled) return kindOfKnown(found)
  if (titled) return 'person'
  const paper = words.length > 1 && words.length < 5 && OUTLET_WORDS.has(words.at(-1)!.lower)
  if (paper && (!isGivenName(words[0]!.text) || /^(?:daily|evening|morning|sunday|weekly)$/.test(words.at(-2)!.lower))) return 'publication'
  if (words[0]!.text.startsWith('@')) return 'unknown'
  if (looksLikeBody(words)) return 'organization'
  if (words.length > 1 && isGivenName(words[0]!.text)) return 'person'
  if (words.length > 1 && INITIALS.test(words[0]!.text)) return 'person'
  return 'unknown'
}

function kindOfKnown(found: Known): NameMention['kind'] {
  if (found.kind === 'country' || found.kind === 'capital') return 'country'
  return found.kind === 'nationality' || found.kind === 'people' || found.kind === 'adjective' ? 'unknown' : found.kind
}

function mention(
  tokens: readonly Token[],
  words: readonly Word[],
  from: number,
  to: number,
  kind: NameMention['kind'],
  honorific: string | null,
): NameMention {
  const name = words.slice(from, to)
  const first = name[0]!.firstToken
  const end = name.at(-1)!.endToken
  const start = honorific ? words[from - 1]!.firstToken : first
  const personal = kind === 'person' || kind === 'unknown'
  const phraseToken = personal ? phraseStart(tokens, from > 0 ? words[0]!.firstToken : first, from > 0) : first
  const titles: NameMention['titles'] = phraseToken < start ? [phraseToken, start] : null
  const bare = name.map((w) => w.text).filter((w, i) => i === 0 || !SUFFIXES.has(w.toLowerCase()))
  const regnal = from > 0 && bare.length === 1 && REGNAL.has(words[from - 1]!.lower)
  const texts = regnal ? [words[from - 1]!.text, ...bare] : bare
  return {
    start: tokens[start]!.start,
    end: tokens[end - 1]!.end,
    firstToken: first,
    endToken: end,
    words: texts,
    folded: fold(texts.join(' ')),
    kind: kind === 'unknown' ? kindByContext(tokens, first, titles !== null) : kind,
    phraseToken,
    titles,
    title: titles ? withoutStop(tokens[titles[1] - 1]!.lower) : '',
    honorific,
    sex: (honorific ? HONORIFICS.get(honorific) : null) ?? (titles ? sexOfTitle(tokens[titles[1] - 1]) : sexOfKin(tokens, phraseToken, end)),
    possessive: /^['’]s?$/.test(tokens[end]?.text ?? '') && tokens[end]!.start === tokens[end - 1]!.end,
  }
}

/** A name that tells nothing is a person's after a title, and a body's after `the`: `the Pentagon`. */
function kindByContext(tokens: readonly Token[], first: number, titled: boolean): NameMention['kind'] {
  if (titled) return 'person'
  return tokens[first - 1]?.lower === 'the' && !isGivenName(tokens[first]!.text) ? 'organization' : 'unknown'
}

/** Walks back from a name over the title and description in front of it: `the campaign's lead economist Jane Roe`. */
function phraseStart(tokens: readonly Token[], first: number, titled: boolean): number {
  const before = tokens[first - 1]
  if (!before || before.sentence !== tokens[first]!.sentence || !(isTitleWord(before) || (titled && isModifier(before)))) return first
  // Critics | accused | Mary Smith
  if (before.pos === 'VERB' && tokens[first - 2]?.pos !== 'DET') return first
  let t = first - 1
  const limit = Math.max(0, first - 10)
  while (t > limit && tokens[t - 1]!.sentence === before.sentence && (isInPhrase(tokens[t - 1]!) || joinsPast(tokens, t - 1))) t--
  return t
}

/** `contender | and | former surgeon`: one person's two titles. */
function joinsPast(tokens: readonly Token[], t: number): boolean {
  return tokens[t]!.lower === 'and' && PAST.has(tokens[t + 1]!.lower) && t > 0 && isTitleWord(tokens[t - 1]!)
}

const isTitleWord = (token: Token) => TITLES.has(withoutStop(token.lower))
const IN_PHRASE = new Set(['NOUN', 'PROPN', 'ADJ', 'PART', 'DET', 'NUM'])
const isParticle = (token: Token) => token.lower === 'not' || token.lower === 'to'
const isModifier = (token: Token) =>
  TITLE_MODIFIERS.has(token.lower) || token.pos === 'PROPN' || (token.pos === 'PART' && !isParticle(token))
const isInPhrase = (token: Token) =>
  !TIME_WORDS.has(withoutStop(token.lower)) &&
  ((IN_PHRASE.has(token.pos) && !isParticle(token)) || token.text === '-' || TITLE_MODIFIERS.has(token.lower))

const sexOfTitle = (token: Token | undefined): Sex | null => TITLES.get(withoutStop(token?.lower ?? ''))?.find((title) => title.gender)?.gender ?? null

const OWNER = /^(?:his|her|their|my|our|['’]s)$/

/** What an apposition tells of whose relative somebody is: `her son, | Karim Holm`, `Karim Holm, | her son`. */
function sexOfKin(tokens: readonly Token[], first: number, end: number): Sex | null {
  if (tokens[first - 1]?.text === ',' && tokens.slice(Math.max(0, first - 5), first - 2).some(({ lower }) => OWNER.test(lower))) return sexOfTitle(tokens[first - 2])
  return tokens[end]?.text === ',' && OWNER.test(tokens[end + 1]?.lower ?? '') ? sexOfTitle(tokens[end + 2]) : null
}
