import { BODIES_CALLED, BODY_NOUNS } from '../../lexicon/organizations.ts'
import { TITLES } from '../../lexicon/titles.ts'
import type { NounPhrase, SegmentedText, Syntax, Token } from '../../model/layers.ts'
import { countryOf, fold, known } from '../../lexicon/gazetteer.ts'
import { enlist, type Description, type Directory, type Entity } from './entities.ts'
import type { NameMention } from '../names/name.ts'
import { isCapital } from '../names/collect.ts'
import { withoutStop } from '../names/words.ts'
import { addTo } from '../../model/group-by.ts'

const DROPPED = new Set([
  'the', 'a', 'an', 'and', '-', "'s", '’s', ',', 'this', 'that', 'current', 'former', 'then', 'ex', 'his', 'her', 'their', 'its', 'one',
])
/** Words that make another office of a title: `prime` and `foreign` minister, `vice` president. */
const OTHER_OFFICE = ['prime', 'foreign', 'vice', 'deputy', 'defense', 'defence', 'finance', 'interior', 'assistant']

/**
 * Collects what the text calls each person: titles in front of the name, an apposition behind it (`Jane Roe, the mayor
 * of York,`) or before it (`the mayor of York, Jane Roe,`), and `Jane Roe is the mayor`.
 */
export function describe(text: SegmentedText, syntax: Syntax, names: readonly NameMention[], directory: Directory): void {
  const apposing = new Map<number, NounPhrase[]>()
  for (const phrase of syntax.phrases) if (phrase.apposes >= 0) addTo(apposing, phrase.apposes, phrase)
  const people = new Set(names.filter((n) => n.kind === 'person').map((n) => n.firstToken))
  for (const name of names) {
    const entity = directory.byMention.get(name)
    if (!entity || entity.kind === 'country' || entity.kind === 'place') continue
    if (entity.kind !== 'person') nounsBeside(directory, text.tokens, name, entity)
    if (entity.kind === 'unknown' && isBodyHere(text.tokens, name, entity)) entity.kind = 'organization'
    const apposed = appositionsOf(syntax, apposing, name)
    if (entity.kind !== 'person') for (const { head } of apposed) called(directory, entity, text.tokens[head]!.lower)
    if (entity.kind !== 'person' && entity.kind !== 'unknown') continue
    if (name.titles) addAll(directory, entity, text.tokens, ...name.titles)
    const copular = copula(text.tokens, name.endToken, people)
    if (copular) add(directory, entity, text.tokens, ...copular)
    for (const { first, end, reach } of apposed) add(directory, entity, text.tokens, first, Math.max(end, reach))
  }
}

/** Titles in front of a name, of which `and former` may join two. */
function addAll(directory: Directory, entity: Entity, tokens: readonly Token[], from: number, end: number): void {
  let start = from
  for (let t = from + 1; t < end - 1; t++) {
    if (tokens[t]!.lower !== 'and' || !isTitle(tokens, t - 1)) continue
    add(directory, entity, tokens, start, t)
    start = t + 1
  }
  add(directory, entity, tokens, start, end)
}

/** The noun in front of a body's name. */
function nounsBeside(directory: Directory, tokens: readonly Token[], name: NameMention, entity: Entity): void {
  const before = tokens[name.firstToken - 1]
  if (before && /^(NOUN|PROPN)$/.test(before.pos) && before.sentence === tokens[name.firstToken]!.sentence) called(directory, entity, before.lower)
}

/** A name that nothing tells to be a person's, used as of a place or body: `in North Sevland`, `at Acme`, `an Acme employee`. */
function isBodyHere(tokens: readonly Token[], { firstToken, endToken, possessive }: NameMention, { name, sex, listedSex, descriptions }: Entity): boolean {
  if (sex !== null || listedSex !== null || descriptions.length > 0) return false
  const before = tokens[firstToken - 1]?.lower ?? '', next = tokens[endToken]
  if (/^(?:at|in|near|outside)$/.test(before)) return !possessive
  return !name.includes(' ') && /^(?:an?|another|this)$/.test(before) && next?.pos === 'NOUN' && next.text === next.lower
}

function called(directory: Directory, entity: Entity, noun: string): void {
  if (!BODY_NOUNS.has(noun) && !BODIES_CALLED.has(noun)) return
  entity.nouns.add(noun)
  enlist(directory.byNoun, noun, entity)
  if (entity.kind === 'unknown') entity.kind = 'organization'
}

/** Descriptions of one person that are kept. */
const MOST = 30

function add(directory: Directory, entity: Entity, tokens: readonly Token[], from: number, end: number): void {
  const description = describeTokens(tokens, from, end)
  if (!description) return
  const same = entity.descriptions.some((d) => d.words.join(' ') === description.words.join(' '))
  if (same || entity.descriptions.length >= MOST) return
  entity.descriptions.push(description)
  enlist(directory.byHead, description.head, entity)
  for (const { also, under } of TITLES.get(description.head) ?? []) for (const word of [...also, ...under]) enlist(directory.byHead, word, entity)
  entity.kind = entity.kind === 'unknown' ? 'person' : entity.kind
  entity.sex ??= TITLES.get(description.head)?.find((t) => t.gender)?.gender ?? null
}

/** The description in a stretch of tokens, headed by its last title before a preposition; null if it holds no title. */
export function describeTokens(tokens: readonly Token[], from: number, end: number): Description | null {
  let head = -1
  for (let t = from; t < end; t++) {
    if (head >= 0 && (tokens[t]!.pos === 'ADP' || tokens[t]!.text === ',')) break
    if (isTitle(tokens, t)) head = t
  }
  if (head < 0) return null
  const headWord = titleWord(tokens, head)
  const words: string[] = []
  const proper: string[] = []
  let country: string | null = null
  for (let t = from; t < end; t++) {
    const word = withoutStop(tokens[t]!.lower)
    if (!DROPPED.has(word)) words.push(word)
    if ((t > from || known(fold(tokens[t]!.text))?.kind === 'place') && isProper(tokens[t]!)) proper.push(word)
    country ??= countryOf(fold(tokens[t]!.text)) ?? (t + 1 < end ? countryOf(fold(`${tokens[t]!.text} ${tokens[t + 1]!.text}`)) : null)
  }
  const first = /^(the|a|an)$/.test(tokens[from]!.lower) && from + 1 < end ? from + 1 : from
  return { start: tokens[first]!.start, end: tokens[end - 1]!.end, words, proper, head: headWord, country }
}

/** A title as the word list has it: `front-runner` is three tokens. */
function titleWord(tokens: readonly Token[], t: number): string {
  const word = withoutStop(tokens[t]!.lower)
  return word === 'runner' && tokens[t - 1]?.text === '-' && tokens[t - 2]?.lower === 'front' ? 'front-runner' : word
}

const isTitle = (tokens: readonly Token[], t: number) => TITLES.has(withoutStop(tokens[t]!.lower))

/** Whether a word of a description names something that only some holders of the title have to do with. */
function isProper({ text, lower }: Token): boolean {
  if (!isCapital(text) || TITLES.has(withoutStop(lower))) return false
  const kind = known(fold(text))?.kind
  return kind !== 'adjective' && lower !== 'gop' && countryOf(fold(text)) === null
}

/** The phrases in apposition to a name, behind it or before. */
function appositionsOf(syntax: Syntax, apposing: ReadonlyMap<number, readonly NounPhrase[]>, name: NameMention): readonly NounPhrase[] {
  const own = syntax.phraseAt[name.endToken - 1]!
  const phrase = syntax.phrases[own]
  if (!phrase || phrase.head >= name.endToken) return []
  const renamed = phrase.apposes >= 0 && !name.titles ? [syntax.phrases[phrase.apposes]!] : []
  return [...renamed, ...(apposing.get(own) ?? [])].filter(({ name: other }) => other === null)
}

function copula(tokens: readonly Token[], t: number, people: ReadonlySet<number>): [number, number] | null {
  if (!/^(is|was|became|remains)$/.test(tokens[t]?.lower ?? '') || !/^(a|an|the)$/.test(tokens[t + 1]?.lower ?? '')) return null
  return untilBreak(tokens, t + 1, people)
}

/** From a token up to the comma, verb or relative pronoun that ends the noun phrase; null if it holds no title soon. */
function untilBreak(tokens: readonly Token[], from: number, people: ReadonlySet<number>): [number, number] | null {
  let t = from
  let titled = false
  while (tokens[t] && t < from + 12 && tokens[t]!.sentence === tokens[from]!.sentence) {
    const { pos, text, lower } = tokens[t]!
    if (people.has(t)) return null
    if (pos === 'VERB' || pos === 'AUX' || pos === 'PRON' || /^[,.;:()"“”—–]$/.test(text) || lower === 'who') break
    titled ||= t < from + 6 && TITLES.has(withoutStop(lower))
    t++
  }
  return titled && t > from ? [from, t] : null
}

/** How well a description of the text can take up somebody: 0 not at all, 1 by a wider word, 2 by the same word, 3 by all its words. */
export function fit(entity: Entity, wanted: Description): number {
  let best = 0
  for (const has of entity.descriptions) {
    if (wanted.country && has.country && wanted.country !== has.country) continue
    const level = headFit(has, wanted)
    if (level === 0) continue
    const rest = wanted.words.filter((w) => w !== wanted.head && countryOf(fold(w)) === null)
    const shared = rest.every((w) => has.words.includes(w))
    const country = wanted.country !== null && wanted.country === has.country
    const other = has.proper.length > 0 && wanted.proper.some((w) => !has.words.includes(w))
    if (rest.length > 0 && !shared && (level === 1 || other)) continue
    if (conflicting(has, wanted)) continue
    best = Math.max(best, level + (country || (rest.length > 0 && shared) ? 1 : rest.length > 0 && !shared ? -0.75 : 0))
  }
  return best
}

function headFit(has: Description, wanted: Description): number {
  if (has.head === wanted.head) return 2
  for (const title of TITLES.get(has.head) ?? []) {
    if (title.title.includes(' ') && !has.words.includes(title.title.split(' ')[0]!)) continue
    if (title.also.includes(wanted.head)) return 2
    if (title.under.includes(wanted.head)) return 1
  }
  return 0
}

const PARTIES: ReadonlyMap<string, string> = new Map([
  ...['republican', 'gop'].map((word) => [word, 'republican'] as const),
  ...['democratic', 'democrat'].map((word) => [word, 'democratic'] as const),
  ...['conservative', 'tory'].map((word) => [word, 'conservative'] as const),
  ...['labour', 'liberal', 'socialist', 'green', 'libertarian', 'communist'].map((word) => [word, word] as const),
])
const isParty = (word: string) => PARTIES.has(word)

/** Two parties are two people; `prime minister` and `foreign minister` are not one office, nor are a president and a vice president. */
function conflicting(has: Description, wanted: Description): boolean {
  const [theirs, ours] = [has.words.find(isParty), wanted.words.find(isParty)]
  if (theirs && ours && PARTIES.get(theirs) !== PARTIES.get(ours)) return true
  if (has.head !== wanted.head) return false
  return OTHER_OFFICE.some((word) => has.words.includes(word) !== wanted.words.includes(word))
}
