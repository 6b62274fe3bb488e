import { PRONOUNS, type Pronoun } from '../lexicon/pronouns.ts'
import { TITLES } from '../lexicon/titles.ts'
import { COUNT_WORDS } from '../lexicon/unnamed.ts'
import type { Token } from '../model/layers.ts'
import type { NameMention } from './names.ts'
import { isCapital } from './runs.ts'

/** One of the people or bodies that a mention speaks of. */
export interface Part {
  readonly firstToken: number
  readonly endToken: number
  readonly pronoun: Pronoun | null
  /** The name that heads the phrase. */
  readonly name: NameMention | null
  /** Whose it is: `Trump's statement`, `his lawyer`. */
  readonly possessor: NameMention | Pronoun | null
  /** The noun that heads a description, in lower case; empty for names and pronouns. */
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
const CONJUNCTIONS = new Set(['and', '&', 'or', 'nor', 'plus'])
const DETERMINERS = new Set(['the', 'this', 'that', 'these', 'those'])
const RELATIVES = new Set(['who', 'whom', 'whose', 'which', 'that', 'where', 'when'])
/** Adjectives and participles that begin what follows a head noun: `people familiar with the talks`. */
const AFTER_HEAD = new Set([
  'familiar', 'close', 'speaking', 'identified', 'including', 'such', 'based', 'involved', 'seeking', 'present', 'known', 'quoted',
  'working', 'briefed', 'named', 'called',
])

/** The people and bodies that the words of a mention name, in order: one, or several joined by commas and `and`. */
export function partsOf(tokens: readonly Token[], names: NameIndex, first: number, end: number): readonly Part[] {
  const [from, to] = strip(tokens, first, end)
  if (from >= to) return []
  const listed = listInside(tokens, names, from, to)
  const spans = listed ? splitJoint(tokens, names, ...strip(tokens, ...listed)) : splitJoint(tokens, names, from, to)
  return spans.map(([a, b]) => analyse(tokens, names, ...strip(tokens, a, b))).filter((part) => part !== null)
}

function strip(tokens: readonly Token[], first: number, end: number): [number, number] {
  let [a, b] = [first, end]
  while (a < b - 1 && LEADING.has(tokens[a]!.lower)) a++
  while (b > a + 1 && TRAILING.has(tokens[b - 1]!.lower)) b--
  return [a, b]
}

/** `some leaders (primarily Anna and Ben)`, `spokespeople from both A and B`: the list that says who. */
function listInside(tokens: readonly Token[], names: NameIndex, from: number, to: number): [number, number] | null {
  if (names.at.get(from)?.firstToken === from) return null
  for (let t = from + 1; t < to - 2; t++) {
    const word = tokens[t]!.lower
    if (word === '(') {
      let close = t + 1
      while (close < to && tokens[close]!.text !== ')') close++
      let a = t + 1
      while (a < close && !names.at.has(a) && /^(ADV|VERB|ADJ|ADP|SCONJ|DET)$/.test(tokens[a]!.pos)) a++
      const joint = tokens.slice(a, close).some((token) => CONJUNCTIONS.has(token.lower) || token.text === ',')
      if (names.at.has(a) && joint && isPlural(tokens, from, t - 1)) return [a, close]
    }
    const head = word === ',' && isPairOfNames(tokens, names, t + 1, to) ? lastNoun(tokens, from, headEnd(tokens, names, from, t)) : -1
    if (head >= 0 && isPlural(tokens, from, head)) return [t + 1, to]
    if (word === 'both' && tokens[t - 1]!.pos === 'ADP') return [t + 1, to]
  }
  return null
}

/** Whether nothing but `A and B`, two names, stands in a stretch. */
function isPairOfNames(tokens: readonly Token[], names: NameIndex, from: number, to: number): boolean {
  const first = names.at.get(from)
  if (first?.firstToken !== from) return false
  const and = first.endToken
  return and + 1 < to && CONJUNCTIONS.has(tokens[and]!.lower) && names.at.get(and + 1)?.endToken === to
}

/** Splits at the commas and conjunctions that join whole noun phrases. */
function splitJoint(tokens: readonly Token[], names: NameIndex, from: number, to: number): readonly (readonly [number, number])[] {
  const cuts: { at: number; next: number; conjunction: boolean }[] = []
  for (let t = from + 1; t < to - 1; t++) {
    const inside = names.at.get(t)
    if (inside) {
      t = inside.endToken - 1
      continue
    }
    const word = tokens[t]!.lower
    if (RELATIVES.has(word)) break
    if (word === 'as' && tokens[t + 1]!.lower === 'well') cuts.push({ at: t, next: t + 3, conjunction: true })
    else if (CONJUNCTIONS.has(word)) {
      const comma = tokens[t - 1]!.text === ','
      if (comma && cuts.at(-1)?.at === t - 1) cuts.pop()
      cuts.push({ at: comma ? t - 1 : t, next: t + 1, conjunction: true })
    } else if (word === ',') cuts.push({ at: t, next: t + 1, conjunction: false })
  }
  const kept: typeof cuts = []
  let start = from
  cuts.forEach((cut, i) => {
    const end = cuts[i + 1]?.at ?? to
    const joins = cut.conjunction
      ? joinsPhrases(tokens, names, start, cut.at, cut.next, end)
      : joinsList(tokens, names, start, cut, end, cuts.slice(i + 1))
    if (joins) {
      kept.push(cut)
      start = cut.next
    }
  })
  return [from, ...kept.map((cut) => cut.next)].map((a, i) => [a, kept[i]?.at ?? to] as const).filter(([a, b]) => a < b)
}

/** Whether `and` stands between two phrases that each name somebody, and not inside a title or a complement. */
function joinsPhrases(tokens: readonly Token[], names: NameIndex, from: number, at: number, next: number, end: number): boolean {
  if (next >= end) return false
  const right = tokens[next]!
  const left = analyse(tokens, names, ...strip(tokens, from, at))
  if (!left) return false
  const leftEndsInName = names.at.has(at - 1)
  const complement = headEnd(tokens, names, from, at) < at && !left.name
  const rightIsName = names.at.get(next)?.phraseToken === next || names.at.has(next)
  const opener = right.pos === 'DET' || PRONOUNS.has(right.lower) || COUNT_WORDS.has(right.lower) || right.lower === 'other'
  const rightOpens = rightIsName || opener
  if (left.pronoun) return true
  const aside = left.name !== null && tokens[left.name.endToken]?.text === ',' && left.name.endToken < at
  if (aside && ((tokens[at]!.text !== ',' && tokens[at - 1]!.text !== ',') || /^(a|an)$/.test(right.lower))) return false
  if (!left.name && !/^(NOUN|PROPN|NUM|PRON)$/.test(tokens[left.headToken]!.pos)) return false
  if (complement) return right.pos === 'DET' && tokens[from]!.pos === 'DET' && right.lower === tokens[from]!.lower && !leftEndsInName
  if (left.name) return rightOpens || isCapital(right.text) || plainPlural(tokens, next, end) || nameLater(tokens, names, next, end)
  if (left.plural) return rightOpens || plainPlural(tokens, next, end) || isCapital(right.text)
  return right.pos === 'DET' || PRONOUNS.has(right.lower)
}

/** Whether a comma parts two members of a list that an `and` closes, or two people with titles, and not a name from its apposition. */
function joinsList(
  tokens: readonly Token[],
  names: NameIndex,
  from: number,
  cut: { at: number; next: number },
  end: number,
  later: readonly { conjunction: boolean }[],
): boolean {
  if (cut.next >= end) return false
  const left = analyse(tokens, names, ...strip(tokens, from, cut.at))
  const right = analyse(tokens, names, ...strip(tokens, cut.next, end))
  if (!left || !right) return false
  const closed = later.some((other) => other.conjunction)
  const titled = right.name?.kind === 'person' && right.name.titles !== null && right.name.endToken === end
  if (!closed) return titled && left.name?.kind === 'person'
  if (left.name && right.name) return right.name.endToken >= end || headEnd(tokens, names, cut.next, end) >= right.name.endToken
  return !left.name && !right.name && left.plural && right.plural && !left.definite
}

const plainPlural = (tokens: readonly Token[], from: number, end: number) => {
  for (let t = from; t < Math.min(end, from + 4); t++) if (tokens[t]!.pos === 'NOUN') return tokens[t]!.lower.endsWith('s')
  return false
}

const nameLater = (tokens: readonly Token[], names: NameIndex, from: number, end: number) => {
  const stop = headEnd(tokens, names, from, end)
  return names.at.has(stop - 1)
}

/** Where the phrase up to and with its head noun ends: before a preposition, comma, bracket or relative clause. */
function headEnd(tokens: readonly Token[], names: NameIndex, from: number, to: number): number {
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

function analyse(tokens: readonly Token[], names: NameIndex, from: number, to: number): Part | null {
  if (from >= to) return null
  const first = tokens[from]!
  const pronoun = PRONOUNS.get(first.lower)
  const acronym = first.text.length > 1 && first.text === first.text.toUpperCase() && names.at.has(from)
  if (pronoun && to - from === 1 && !acronym)
    return { ...blank(from, to), pronoun, plural: pronoun.number === 'plural' }
  const stop = headEnd(tokens, names, from, to)
  const last = names.at.get(stop - 1)
  if (last) return { ...blank(from, to), name: last }
  if (tokens[stop - 1]!.lower.match(/^['’]s?$/) && names.at.has(stop - 2)) return { ...blank(from, to), name: names.at.get(stop - 2)! }
  const headToken = lastNoun(tokens, from, stop)
  const head = tokens[headToken]!.lower
  const plural = isPlural(tokens, from, headToken)
  const apposed = plural ? null : appositionName(tokens, names, stop, to, TITLES.has(head))
  if (apposed) return { ...blank(from, to), name: apposed }
  const possessor = possessorIn(tokens, names, from, headToken)
  return { ...blank(from, to), possessor, head, headToken, plural, definite: DETERMINERS.has(first.lower) || possessor !== null }
}

const blank = (firstToken: number, endToken: number): Part => ({
  firstToken, endToken, pronoun: null, name: null, possessor: null, head: '', headToken: firstToken, definite: false, plural: false,
})

function lastNoun(tokens: readonly Token[], from: number, stop: number): number {
  for (let t = stop - 1; t >= from; t--) {
    const { pos, lower } = tokens[t]!
    if (pos === 'NOUN' || pos === 'PROPN' || TITLES.has(lower)) return t
  }
  return stop - 1
}

function isPlural(tokens: readonly Token[], from: number, head: number): boolean {
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
    const last = name.kind === 'person' && name.firstToken === k && /^[,(]?$/.test(tokens[name.endToken]?.text ?? '')
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
  const definite = DETERMINERS.has(tokens[from]!.lower)
  return { ...blank(from, end), head: tokens[end - 1]!.lower, headToken: end - 1, definite, plural: isPlural(tokens, from, end - 1) }
}
