import { PRONOUNS } from '../../lexicon/pronouns.ts'
import { COUNT_WORDS, DOCUMENT_NOUNS } from '../../lexicon/unnamed.ts'
import type { Token } from '../../model/layers.ts'
import { analyse, appositionName, headEnd, type NameIndex, type Part, RELATIVES, strip } from './phrases.ts'
import { isCapital } from '../names/collect.ts'

const CONJUNCTIONS = new Set(['and', '&', 'or', 'nor', 'plus'])

/** The people and bodies that the words of a mention name, in order: one, or several joined by commas and `and`. */
export function partsOf(tokens: readonly Token[], names: NameIndex, first: number, end: number): readonly Part[] {
  const [from, to] = strip(tokens, first, end)
  if (from >= to) return []
  const including = examplesIn(tokens, names, from, to)
  if (including > 0) return [...partsOf(tokens, names, from, including), ...partsOf(tokens, names, including + 1, to)]
  return splitJoint(tokens, names, from, to).map(([a, b]) => analyse(tokens, names, ...strip(tokens, a, b))).filter((part) => part !== null)
}

/** Where `including` stands before the names of some of several: `many farmers, | including Jane Roe`; -1 where none does. */
function examplesIn(tokens: readonly Token[], names: NameIndex, from: number, to: number): number {
  for (let t = from + 1; t < to - 1; t++) {
    if (tokens[t]!.lower !== 'including') continue
    for (let k = t + 1; k < to; k++) if (names.at.get(k)?.kind === 'person') return t
  }
  return -1
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
    if (CONJUNCTIONS.has(word)) {
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
  const aside = left.name !== null && tokens[behindBrackets(tokens, left.name.endToken, at)]?.text === ',' && left.name.endToken < at
  if (aside && ((tokens[at]!.text !== ',' && tokens[at - 1]!.text !== ',') || /^(a|an)$/.test(right.lower))) return false
  if (!left.name && !/^(NOUN|PROPN|NUM|PRON)$/.test(tokens[left.headToken]!.pos)) return false
  if (complement) return right.pos === 'DET' && tokens[from]!.pos === 'DET' && right.lower === tokens[from]!.lower && !leftEndsInName
  if (left.name) return rightOpens || isCapital(right.text) || plainPlural(tokens, next, end) || nameLater(tokens, names, next, end)
  if (left.plural) return rightOpens || plainPlural(tokens, next, end) || isCapital(right.text)
  return right.pos === 'DET' || PRONOUNS.has(right.lower)
}

/** The token behind `(D-Ohio)` where that begins at a token, else the same token. */
function behindBrackets(tokens: readonly Token[], t: number, end: number): number {
  if (tokens[t]?.text !== '(') return t
  for (let k = t + 1; k < end; k++) if (tokens[k]!.text === ')') return k + 1
  return t
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
  if (left?.name && names.at.get(cut.next)?.possessive) return false // Jane Roe, Acme's Chief Engineer
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

/**
 * Where the words that name a mention's speakers end, if they go on behind it: an apposition (`a witness`, Pavel Horak,), or the end of
 * a list that is open (`Ana Robles, Rui Matos` and Jane Roe). The same end where nothing does.
 */
export function namedUntil(tokens: readonly Token[], names: NameIndex, first: number, end: number, parts: readonly Part[]): number {
  const [part] = parts
  if (parts.length > 1) return isOpenList(tokens, first, end) ? listEnd(tokens, names, end) : end
  if (!part || part.name || part.pronoun || DOCUMENT_NOUNS.has(part.head)) return end
  if (part.plural && tokens[end]?.text === ',' && tokens[end + 1]?.lower === 'including') return listEnd(tokens, names, end + 2)
  const renamed = tokens[end]?.text === ',' ? appositionName(names, part.headToken, Math.min(tokens.length, end + REACH)) : null
  return renamed && renamed.firstToken > end ? renamed.endToken : end
}

/** How far behind a mention its apposition may name somebody, in tokens. */
const REACH = 8

/** Members joined by commas alone: the one behind `and` is missing. */
function isOpenList(tokens: readonly Token[], first: number, end: number): boolean {
  for (let t = first; t < end; t++) if (/^(and|&|or)$/.test(tokens[t]!.lower)) return false
  return true
}

function listEnd(tokens: readonly Token[], names: NameIndex, end: number): number {
  let last = end
  for (let t = end; t < tokens.length && tokens[t]!.sentence === tokens[end]!.sentence; t++) {
    const name = names.at.get(t)
    if (name) {
      last = name.endToken
      t = last - 1
    } else if (!/^(,|and|&|the|ex|-)$/.test(tokens[t]!.lower) && !/^(ADJ|NOUN)$/.test(tokens[t]!.pos)) break
  }
  return last
}
