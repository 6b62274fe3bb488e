import { antonymsOf, isContraryGrammar } from '../../lexicon/antonyms.ts'
import { closeness } from '../../lexicon/synonyms.ts'
import { DAYS_AND_MONTHS, isYear } from '../../lexicon/times.ts'
import type { JudgedClaim } from './claim.ts'
import { LEFT_OVER, placeOf, type Comparison, type Words } from './compare.ts'
import { has, TIME, TRAIT } from './traits.ts'
import { FUNCTION, NEGATION, NUMBER, type Vocabulary } from './vocabulary.ts'

/** Why two claims that are otherwise one proposition cannot both hold as they stand. */
export interface Conflict {
  readonly kind: 'negation' | 'contrary' | 'number' | 'date' | 'name' | 'roles'
  readonly why: string
  /** The words that conflict, of a and of b, as numbers of the vocabulary. */
  readonly words: readonly [readonly number[], readonly number[]]
  /** Shares of the weight of the shorter and of the longer claim that are in the other, what conflicts not counted. */
  readonly shared: readonly [ofShorter: number, ofLonger: number]
}

/** What claims must share besides what conflicts: this much of the shorter, so many words, one of them no name. */
const OTHERWISE = { share: 0.75, words: 2 } as const

/** Contraries of place, kin and time speak of different things: `in the north` and `in the south`. */
const OTHER_THINGS: ReadonlySet<string> = new Set('north south east west northern southern eastern western left right day night man woman male female boy girl husband wife son daughter brother sister mother father summer winter morning evening buy sell first last'.split(' '))
const TITLE_WORDS: ReadonlySet<string> = new Set('mr mrs ms dr sir president senator sen representative rep governor gov minister prime secretary judge'.split(' '))

/** Whether each text names a month or year that the other does not: then they speak of different times. */
export function timesDiffer(a: JudgedClaim, b: JudgedClaim): boolean {
  if (!has(a, TRAIT.timed) || !has(b, TRAIT.timed)) return false
  const [x, y] = [a, b].map(({ row }): readonly string[] => row.claim.text.match(TIME) ?? []) as [readonly string[], readonly string[]]
  return isMissing(x, y) && isMissing(y, x)
}

/** Whether one of the words is not among the others. */
function isMissing<T>(words: readonly T[], others: readonly T[]): boolean {
  const there = new Set(others)
  return words.some((word) => !there.has(word))
}

/** The first conflict of two claims that say otherwise the same, by at least so many shared words, or null. Symmetric but for the order of `words`. */
export function conflictOf(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, compared: Comparison, least: number = OTHERWISE.words): Conflict | null {
  if (Math.max(compared.onlyA.length, compared.onlyB.length) > LEFT_OVER) return null
  if (compared.shared.length < least || a.words.content.length < 2 || b.words.content.length < 2) return null
  const negated = [negatedIn(vocabulary, a), negatedIn(vocabulary, b)] as const
  if (!mayShare(vocabulary, a, b, compared, negated)) return null
  const contrary = degrees(vocabulary, a, b) ?? contraryIn(vocabulary, compared)
  for (const kind of KINDS) {
    const words = conflicting(kind, { vocabulary, a, b, compared, negated, contrary })
    const shared = words === null ? null : sharedBesides(vocabulary, a, b, compared, words)
    if (words === null || shared === null || shared[kind === 'name' || kind === 'date' ? 1 : 0] < OTHERWISE.share) continue
    return { kind, words, shared, why: `${WHY[kind]}: ${words.map((ids) => ids.map((id) => vocabulary.words[id]).join(' ') || '-').join(' / ')}` }
  }
  return null
}

/** In the order in which they are looked for. */
const KINDS = ['negation', 'contrary', 'date', 'number', 'name', 'roles'] as const

const WHY: Readonly<Record<Conflict['kind'], string>> = {
  negation: 'one is negated', contrary: 'contrary words', number: 'other numbers', date: 'other dates', name: 'other names', roles: 'who and whom are exchanged',
}

/** What either of two claims negates, see {@link negatedIn}. */
type Negated = readonly [ofA: readonly number[] | null, ofB: readonly number[] | null]

/** Two claims, and what is worked out once for all kinds of conflicts. */
interface Pair {
  readonly vocabulary: Vocabulary
  readonly a: JudgedClaim
  readonly b: JudgedClaim
  readonly compared: Comparison
  readonly negated: Negated
  readonly contrary: readonly [number, number] | null
}

/** The words of two claims that conflict in one way, or null. */
function conflicting(kind: Conflict['kind'], pair: Pair): Conflict['words'] | null {
  const { vocabulary, a, b, compared: { onlyA, onlyB }, negated: [negated, others], contrary } = pair
  if (kind === 'negation') return negation(pair)
  if (kind === 'contrary') return contrary && (negated === null) === (others === null) ? [[contrary[0]], [contrary[1]]] : null
  return kind === 'roles' ? (onlyA.length + onlyB.length <= 1 ? swappedNames(vocabulary, a, b) : null) : replacing(kind, pair)
}

function negation({ vocabulary, a, b, compared, negated: [negated, others], contrary }: Pair): Conflict['words'] | null {
  if ((negated === null) === (others === null) || contrary || has(a, TRAIT.contrasts) || has(b, TRAIT.contrasts)) return null
  const head = (negated ?? others)!
  if (head.length > 0 && (negates(vocabulary, a) === negates(vocabulary, b) || !head.some((id) => placeOf(compared.shared, id) >= 0))) return null
  return negated === null ? [[], head] : [head, []]
}

/** The first two words of one sort that are not related and of which one stands in the other's place. */
function replacing(kind: 'date' | 'number' | 'name', { vocabulary, a, b, compared: { onlyA, onlyB } }: Pair): Conflict['words'] | null {
  const { words } = vocabulary
  for (const i of onlyA) {
    if (!isOfSort(kind, vocabulary, i)) continue
    for (const j of onlyB)
      if (isOfSort(kind, vocabulary, j) && closeness(words[i]!, words[j]!) === 0 && !(kind === 'name' && beginAlike(words[i]!, words[j]!)) && standAlike(a.words, i, b.words, j)) return [[i], [j]]
  }
  return null
}

function isOfSort(kind: 'date' | 'number' | 'name', vocabulary: Vocabulary, id: number): boolean {
  const { words, kinds } = vocabulary
  if (kind === 'number') return (kinds[id]! & NUMBER) !== 0
  if (kind === 'name' && (!vocabulary.isName(id) || TITLE_WORDS.has(words[id]!))) return false
  return (kind === 'date') === (DAYS_AND_MONTHS.has(words[id]!) || isYear(words[id]!))
}

/** Names that begin alike may be one in two spellings or in short (`Zelensky`, `Zelenskyy`; `Islamic State`, `ISIS`). */
const beginAlike = (x: string, y: string) => x.slice(0, 2) === y.slice(0, 2)

/** Whether two words stand before or behind the same word, so that one stands in the other's place. */
function standAlike({ order: x }: Words, i: number, { order: y }: Words, j: number): boolean {
  const [p, q] = [x.indexOf(i), y.indexOf(j)]
  return (p > 0 && x[p - 1] === y[q - 1]) || (p + 1 < x.length && x[p + 1] === y[q + 1])
}

/** `the most effective` and `the least effective`, `voted for` and `voted against`: of two contrary words of grammar each text has one. */
function degrees(vocabulary: Vocabulary, { words: a }: JudgedClaim, { words: b }: JudgedClaim): readonly [number, number] | null {
  const { words } = vocabulary
  const [mine, others] = [a.grammar(vocabulary), b.grammar(vocabulary)]
  for (const x of mine)
    for (const y of others)
      if (isContraryGrammar(words[x]!, words[y]!) && !mine.includes(y) && !others.includes(x) && standAlike(a, x, b, y)) return [x, y]
  return null
}

/** The first two contrary words of which each stands in one claim only. */
function contraryIn(vocabulary: Vocabulary, { onlyA, onlyB }: Comparison): readonly [number, number] | null {
  for (const x of onlyA) {
    const contrary = vocabulary.contraryTo(x)
    if (contrary.length === 0 || OTHER_THINGS.has(vocabulary.words[x]!)) continue
    const y = onlyB.find((id) => contrary.includes(id))
    if (y !== undefined) return [x, y]
  }
  return null
}

/** `in women`, `in men`: in one place the claims have contraries that speak of different things. */
export function ofOtherThings(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, { onlyA, onlyB }: Comparison): boolean {
  if (Math.max(onlyA.length, onlyB.length) > LEFT_OVER) return false
  const { words } = vocabulary
  return onlyA.some((x) => vocabulary.contraryTo(x).length > 0 && OTHER_THINGS.has(words[x]!) && onlyB.some((y) => antonymsOf(words[x]!)?.has(words[y]!) && standAlike(a.words, x, b.words, y)))
}

const REACH = 4
/** Whether a claim has a word that negates. */
export const negates = ({ kinds }: Vocabulary, { words }: JudgedClaim): boolean => words.order.some((id) => (kinds[id]! & NEGATION) !== 0)

/** The words that a claim negates: the first content word behind each negator; empty for a whole that is framed as false; null if it negates nothing. */
function negatedIn({ kinds }: Vocabulary, claim: JudgedClaim): readonly number[] | null {
  if (has(claim, TRAIT.framedAsFalse)) return []
  const { order } = claim.words
  const heads: number[] = []
  for (let i = 0; i < order.length; i++) {
    if (!(kinds[order[i]!]! & NEGATION)) continue
    let at = i + 1
    while (at <= i + REACH && at < order.length && kinds[order[at]!]! & (FUNCTION | NEGATION)) at++
    if (at <= i + REACH && at < order.length && heads.length < LEFT_OVER) heads.push(order[at]!)
  }
  return heads.length > 0 ? heads : null
}

/** Two names that both claims have (or any words, where they have the same), each standing where the other stands in the other claim; passives and lists are left alone. */
function swappedNames(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim): Conflict['words'] | null {
  if (a.words.order.length === b.words.order.length && a.words.order.every((id, i) => id === b.words.order[i])) return null
  const by = (words: Int32Array) => words.some((id) => vocabulary.words[id] === 'by')
  if (by(a.words.order) !== by(b.words.order)) return null
  const sameWords = a.words.content.length === b.words.content.length && a.words.content.every((id, i) => id === b.words.content[i])
  const counts = (id: number) => (sameWords ? (vocabulary.kinds[id]! & FUNCTION) === 0 : vocabulary.isName(id))
  const inOrder = ({ words: { order } }: JudgedClaim) => [...new Set(order)].filter(counts)
  const [x, y] = [inOrder(a), inOrder(b)]
  if (Math.max(x.length, y.length) > LEFT_OVER) return null
  const both = [x.filter((id) => y.includes(id)), y.filter((id) => x.includes(id))] as const
  if (both[0].length < 2 || both[0].join() === both[1].join()) return null
  for (const [i, first] of both[0].entries())
    for (const second of both[0].slice(i + 1)) if (!areListed(vocabulary, a.words, first, second) && standAlike(a.words, first, b.words, second) && standAlike(a.words, second, b.words, first)) return [[first], [second]]
  return null
}

const LISTING = /^(?:and|or)(?: (?:the|a|an|his|her|its|their|our|my))?$/

/** `salt and pepper`, `the ham and the eggs`: in whatever order. */
const areListed = ({ words }: Vocabulary, { order }: Words, first: number, second: number): boolean =>
  LISTING.test(Array.from(order.slice(order.indexOf(first) + 1, order.indexOf(second)), (id) => words[id]).join(' '))

/** The weight of a claim's words that do not negate, without some that it alone has. */
function weightBesides({ weights, kinds }: Vocabulary, { words: { content } }: JudgedClaim, shared: readonly number[], own: readonly number[]): number {
  let sum = 0
  for (const id of content) if (!(kinds[id]! & NEGATION || (own.includes(id) && placeOf(shared, id) < 0))) sum += weights[id]!
  return sum
}

/** The weight of what two claims share: words, and related ones but those that conflict. */
function weightHeld({ weights }: Vocabulary, { shared, related }: Comparison, [ofA, ofB]: Conflict['words']): number {
  let [held, near] = [0, 0]
  for (const id of shared) held += weights[id]!
  for (const [x, y, close] of related) if (!ofA.includes(x) && !ofB.includes(y)) near += close * Math.min(weights[x]!, weights[y]!)
  return held + near
}

/** Shares of the weight of the shorter claim and of the longer one that are in the other, conflicting words not counted. */
function sharedBesides(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, compared: Comparison, words: Conflict['words']): Conflict['shared'] {
  const held = weightHeld(vocabulary, compared, words)
  const [x, y] = [weightBesides(vocabulary, a, compared.shared, words[0]), weightBesides(vocabulary, b, compared.shared, words[1])]
  const share = (whole: number) => (whole > 0 ? Math.min(1, held / whole) : 0)
  return [share(Math.min(x, y)), share(Math.max(x, y))]
}

/** Any word weighs less. */
const MOST_WEIGHT = 1.01

/** Whether two claims may share enough for a conflict, whichever words conflict: of either claim one word that it does not negate, or those that it negates. Most do not. */
function mayShare(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, compared: Comparison, [ofA, ofB]: Negated): boolean {
  const least = (claim: JudgedClaim, negated: readonly number[] | null) => weightBesides(vocabulary, claim, compared.shared, negated ?? []) - MOST_WEIGHT
  return weightHeld(vocabulary, compared, NO_WORDS) >= OTHERWISE.share * Math.min(least(a, ofA), least(b, ofB))
}

const NO_WORDS: Conflict['words'] = [[], []]
