import { PRONOUNS, type Pronoun } from '../../lexicon/pronouns.ts'
import { TITLES } from '../../lexicon/titles.ts'
import { COUNT_WORDS } from '../../lexicon/unnamed.ts'
import type { Token } from '../../model/layers.ts'
import type { NameMention } from '../names/names.ts'

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

/** The names of an article, found by the token they cover. */
export interface NameIndex {
  /** For every token the name that it lies in. */
  readonly at: ReadonlyMap<number, NameMention>
}

const LEADING = new Set([
  'both', 'either', 'neither', 'even', 'also', 'not', 'only', 'as', 'and', 'but', 'while', 'when', 'by', 'from', 'to', 'for', 'among',
  '"', '“', '”', "''", '‘', ',', '(',
])
const TRAILING = new Set([
  'himself', 'herself', 'themselves', 'itself', 'both', 'alike', 'also', 'each', 'all', 'has', 'have',
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
    if (pos === 'ADP' || lower === 'to' || RELATIVES.has(lower) || AFTER_HEAD.has(lower) || /^[,(—–:;]$/.test(text)) return t
    if (pos === 'VERB' && lower.endsWith('ed') && tokens[t - 1]!.pos === 'NOUN') return t
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
  part.name = names.at.get(stop - 1) ?? (/^['’]s?$/.test(tokens[stop - 1]!.lower) ? (names.at.get(stop - 2) ?? null) : null)
  if (part.name) return part
  const headToken = lastNoun(tokens, from, stop)
  const plural = isPlural(tokens, from, headToken)
  part.head = tokens[headToken]!.lower
  part.name = plural ? null : appositionName(tokens, names, stop, to, TITLES.has(part.head))
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

/** The name after `the mayor,` or `president of the union,` or at the end of `Ambassador to France Jane Roe`. */
function appositionName(tokens: readonly Token[], names: NameIndex, stop: number, to: number, titled: boolean): NameMention | null {
  for (let t = stop; t < to; t++) {
    const comma = /^[,—–:-]$/.test(tokens[t]!.text) && t + 1 < to
    const name = comma ? names.at.get(t + 1) ?? phraseAt(tokens, names, t + 1, to) : undefined
    if (name && (name.kind === 'person' || name.kind === 'unknown') && (t === stop || titled)) {
      const after = tokens[name.endToken]
      if (name.endToken >= to || /^[,(—–-]$/.test(after!.text) || RELATIVES.has(after!.lower) || after!.pos === 'ADP') return name
    }
    if (RELATIVES.has(tokens[t]!.lower)) return null
  }
  const final = names.at.get(to - 1)
  if (!titled || !final || final.kind !== 'person' || final.words.length < 2 || final.phraseToken < stop) return null
  return tokens[final.firstToken - 1]!.pos === 'ADP' ? null : final
}

/** A name with titles in front that begins at a token. */
function phraseAt(tokens: readonly Token[], names: NameIndex, t: number, to: number): NameMention | undefined {
  for (let k = t; k < Math.min(to, t + 8) && tokens[k]!.pos !== 'PUNCT'; k++) {
    const name = names.at.get(k)
    if (!name) continue
    const next = tokens[name.endToken]
    const last = name.kind === 'person' && name.firstToken === k && (!next || next.pos === 'ADP' || /^[,(]$/.test(next.text))
    if (name.phraseToken <= t || last) return name
  }
  return undefined
}

function possessorIn(tokens: readonly Token[], names: NameIndex, from: number, head: number): NameMention | Pronoun | null {
  const pronoun = PRONOUNS.get(tokens[from]!.lower)
  if (pronoun?.role === 'possessive' || (tokens[from]!.lower === 'her' && head > from)) return PRONOUNS.get(tokens[from]!.lower) ?? null
  for (let t = head - 1; t > from; t--) if (/^['’]s?$/.test(tokens[t]!.text)) return names.at.get(t - 1) ?? null
  return null
}

/** The description that ends right before a token, a comma left out: `a young child, | who`; null where none does. */
export function describedBefore(tokens: readonly Token[], token: number): Part | null {
  const end = tokens[token - 1]?.text === ',' ? token - 1 : token
  let from = end
  while (from > 0 && tokens[from - 1]!.sentence === tokens[token]!.sentence && /^(NOUN|ADJ|NUM|PROPN|DET)$/.test(tokens[from - 1]!.pos)) {
    from--
    if (tokens[from]!.pos === 'DET') break
  }
  if (from === end || tokens[end - 1]!.pos !== 'NOUN') return null
  const part = blank(from, end)
  part.head = tokens[end - 1]!.lower
  part.headToken = end - 1
  part.definite = DETERMINERS.has(tokens[from]!.lower)
  part.plural = isPlural(tokens, from, end - 1)
  return part
}
