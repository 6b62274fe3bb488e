import { isGivenName } from '../../lexicon/given-names.ts'
import { PRONOUNS, type Pronoun } from '../../lexicon/pronouns.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { COUNT_WORDS, DOCUMENT_NOUNS } from '../../lexicon/unnamed.ts'
import type { Syntax, Token } from '../../model/layers.ts'
import type { NameMention } from '../names/name.ts'

/** One of the people or bodies that a mention speaks of. */
export interface Part {
  readonly firstToken: number
  readonly endToken: number
  readonly pronoun: Pronoun | null
  /** The name that heads the phrase. */
  readonly name: NameMention | null
  /** Whose it is: `Trump's statement`, `his lawyer`. */
  readonly possessor: NameMention | Pronoun | null
  /** The noun that heads a description, or the one that a name stands in apposition to, in lower case; else empty. */
  readonly head: string
  readonly headToken: number
  readonly definite: boolean
  readonly plural: boolean
}

/** The names of an article, found by the token they cover, and its syntax. */
export interface NameIndex {
  readonly syntax: Syntax
  /** For every token the name that it lies in. */
  readonly at: ReadonlyMap<number, NameMention>
}

const LEADING = new Set([
  'both', 'either', 'neither', 'even', 'also', 'not', 'only', 'as', 'and', 'but', 'while', 'when', 'by', 'from', 'to', 'for', 'among',
  '"', '“', '”', "''", '‘', ',', '(',
])
const TRAILING = new Set([
  'himself', 'herself', 'themselves', 'itself', 'both', 'alike', 'also', 'each', 'all', 'has', 'have', 'just', 'finally', 'now', 'still', 'later', 'then',
  ',', '"', '”', '“', "''", '—', '–', '-', ':', ';', '.', '(',
])
/** Words that make a phrase definite. */
export const DETERMINERS: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those'])
/** Words that begin a relative clause. */
export const RELATIVES: ReadonlySet<string> = new Set(['who', 'whom', 'whose', 'which', 'that', 'where', 'when'])
/** Adjectives and participles that begin what follows a head noun: `people familiar with the talks`. */
const AFTER_HEAD = new Set([
  'familiar', 'close', 'speaking', 'identified', 'including', 'such', 'based', 'involved', 'seeking', 'present', 'known', 'quoted',
  'working', 'briefed', 'named', 'called',
])

/** Tokens without small words and marks at their ends. */
export function strip(tokens: readonly Token[], first: number, end: number): [number, number] {
  let [a, b] = [first, end]
  while (a < b - 1 && LEADING.has(tokens[a]!.lower)) a++
  while (b > a + 1 && TRAILING.has(tokens[b - 1]!.lower)) b--
  return [a, b]
}

/** Where the phrase up to and with its head noun ends: before a preposition, comma, bracket or relative clause. */
export function headEnd(tokens: readonly Token[], names: NameIndex, from: number, to: number): number {
  for (let t = from; t < to; t++) {
    const inside = names.at.get(t)
    if (inside) {
      t = Math.min(inside.endToken, to) - 1
      continue
    }
    if (t === from) continue
    const { pos, lower, text } = tokens[t]!
    if (tokens[t - 1]!.text === '-' && tokens[t - 1]!.end === tokens[t]!.start) continue // the Leeds-based union
    if (pos === 'ADP' || lower === 'to' || RELATIVES.has(lower) || AFTER_HEAD.has(lower) || /^[,(—–:;]$/.test(text)) return t
    const participle = lower.endsWith('ed') ? pos === 'VERB' : lower.endsWith('ing') && names.syntax.clauseAt[t]! >= 0
    if (participle && tokens[t - 1]!.pos === 'NOUN') return t
    if (text === '-' && tokens[t]!.start > tokens[t - 1]!.end) return t
  }
  return to
}

/** What a stretch of tokens speaks of, as one part: a pronoun, a name, or a description; null for nothing. */
export function analyse(tokens: readonly Token[], names: NameIndex, from: number, to: number): Part | null {
  if (from >= to) return null
  const first = tokens[from]!
  const pronoun = PRONOUNS.get(first.lower)
  const acronym = first.text.length > 1 && first.text === first.text.toUpperCase() && names.at.has(from)
  const part = blank(from, to)
  if (pronoun && to - from === 1 && !acronym) {
    part.pronoun = pronoun
    part.plural = pronoun.number === 'plural'
    return part
  }
  const stop = headEnd(tokens, names, from, to)
  const behind = tokens[stop]?.text === '(' && stop < to ? names.at.get(to - 1) : undefined // Vale County (Ore.) Sheriff | Jo Arden
  part.name = (behind?.kind === 'person' && behind.titles !== null ? behind : null) ?? names.at.get(stop - 1) ?? (/^['’]s?$/.test(tokens[stop - 1]!.lower) ? (names.at.get(stop - 2) ?? null) : null)
  if (part.name) return part
  const headToken = lastNoun(tokens, from, stop)
  const plural = isPlural(tokens, from, headToken)
  part.head = tokens[headToken]!.lower
  part.name = plural || DOCUMENT_NOUNS.has(part.head) ? null : (appositionName(names, headToken, to) ?? lastName(tokens, names, stop, to, TITLES.has(part.head)))
  if (part.name) return part
  part.headToken = headToken
  part.plural = plural
  part.possessor = possessorIn(tokens, names, from, headToken)
  part.definite = DETERMINERS.has(first.lower) || part.possessor !== null
  return part
}

const blank = (firstToken: number, endToken: number): { -readonly [Key in keyof Part]: Part[Key] } => ({
  firstToken, endToken, pronoun: null, name: null, possessor: null, head: '', headToken: firstToken, definite: false, plural: false,
})

/** The last noun of a stretch: the head of a phrase that ends there. */
export function lastNoun(tokens: readonly Token[], from: number, stop: number): number {
  for (let t = stop - 1; t >= from; t--) {
    const { pos, lower } = tokens[t]!
    if (pos === 'NOUN' || pos === 'PROPN' || TITLES.has(lower)) return t
  }
  return stop - 1
}

/** Whether a phrase with a head noun speaks of several. */
export function isPlural(tokens: readonly Token[], from: number, head: number): boolean {
  const { lower } = tokens[head]!
  if (/^(people|men|women|police|children|many|some|others|both|few|several|most|all|those|these)$/.test(lower)) return true
  const count = COUNT_WORDS.get(tokens[from]!.lower)
  if (count !== undefined && count > 1) return true
  if (/^(a|an|one|another|each|every|this|that)$/.test(tokens[from]!.lower)) return false
  if (lower.endsWith('men')) return true
  return lower.endsWith('s') && !/(ss|us|is|news|politics|economics|series|boss|sheriff's)$/.test(lower)
}

/** The name of the person in apposition to a head noun: `the mayor of York, | Jane Roe`, `one senator, | Ohio's Jane Roe`. */
export function appositionName({ at, syntax }: NameIndex, head: number, to: number): NameMention | null {
  const phrase = syntax.phraseAt[head]!
  if (phrase < 0) return null
  for (let t = head + 1; t < to; t++) {
    const other = syntax.phrases[syntax.phraseAt[t]!]
    if (other?.apposes !== phrase) continue
    const name = at.get(other.head)
    return name && (name.kind === 'person' || name.kind === 'unknown') && name.firstToken >= other.first ? name : null
  }
  return null
}

/** The name at the end of a title: `Ambassador to France | Jane Roe`, `the mayor: | Jane Roe`. */
function lastName(tokens: readonly Token[], { at }: NameIndex, stop: number, to: number, titled: boolean): NameMention | null {
  const final = at.get(to - 1)
  if (!final || final.words.length < 2 || final.phraseToken < stop) return null
  if (final.kind !== 'person' && !(titled && final.kind === 'unknown' && final.words.length === 2 && final.words.some(isGivenName))) return null
  if (!titled && !(tokens[stop]!.text === ',' && final.titles && final.phraseToken === stop + 1)) return null
  const first = TITLES.has(final.title) ? final.phraseToken : final.firstToken // a spokesman for | Mayor Jane Roe
  return tokens[first - 1]!.pos === 'ADP' ? null : final
}

function possessorIn(tokens: readonly Token[], names: NameIndex, from: number, head: number): NameMention | Pronoun | null {
  const pronoun = PRONOUNS.get(tokens[from]!.lower)
  if (pronoun?.role === 'possessive' || (tokens[from]!.lower === 'her' && head > from)) return PRONOUNS.get(tokens[from]!.lower) ?? null
  for (let t = head - 1; t > from; t--) if (/^['’]s?$/.test(tokens[t]!.text)) return names.at.get(t - 1) ?? null
  return null
}
