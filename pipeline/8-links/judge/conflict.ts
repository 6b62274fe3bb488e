import { antonymsOf, isContraryGrammar } from '../../lexicon/antonyms.ts'
import { closeness } from '../../lexicon/synonyms.ts'
import { DAYS_AND_MONTHS, isYear } from '../../lexicon/times.ts'
import type { JudgedClaim } from './claim.ts'
import { LEFT_OVER, type Comparison, type Words } from './compare.ts'
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
  for (const { kind, words } of candidates(vocabulary, a, b, compared)) {
    const shared = sharedBesides(vocabulary, a, b, compared, words)
    if (shared[kind === 'name' || kind === 'date' ? 1 : 0] < OTHERWISE.share) continue
    return { kind, words, shared, why: `${WHY[kind]}: ${words.map((ids) => ids.map((id) => vocabulary.words[id]).join(' ') || '-').join(' / ')}` }
  }
  return null
}

const WHY: Readonly<Record<Conflict['kind'], string>> = {
  negation: 'one is negated', contrary: 'contrary words', number: 'other numbers', date: 'other dates', name: 'other names', roles: 'who and whom are exchanged',
}

function* candidates(vocabulary: Vocabulary, a: JudgedClaim, b: JudgedClaim, compared: Comparison): Generator<Pick<Conflict, 'kind' | 'words'>> {
  const { words, kinds } = vocabulary
  const { onlyA, onlyB } = compared
  const negated = negatedIn(vocabulary, a) ?? null
  const others = negatedIn(vocabulary, b) ?? null
  const contrary = degrees(vocabulary, a, b) ?? contraryIn(vocabulary, compared)
  if ((negated === null) !== (others === null) && !contrary && ![a, b].some((claim) => has(claim, TRAIT.contrasts)) && (negates(vocabulary, a) !== negates(vocabulary, b) || (negated ?? others)?.length === 0)) {
    const head = (negated ?? others)!
    const shared = new Set(compared.shared)
    if (head.length === 0 || head.some((id) => shared.has(id))) yield { kind: 'negation', words: negated === null ? [[], head] : [head, []] }
  }
  if (contrary && (negated === null) === (others === null)) yield { kind: 'contrary', words: [[contrary[0]], [contrary[1]]] }
  const isDate = (id: number) => DAYS_AND_MONTHS.has(words[id]!) || isYear(words[id]!)
  for (const [kind, is] of [
    ['date', isDate],
    ['number', (id) => (kinds[id]! & NUMBER) !== 0],
    ['name', (id) => vocabulary.isName(id) && !isDate(id) && !TITLE_WORDS.has(words[id]!)],
  ] as const satisfies readonly (readonly [Conflict['kind'], (id: number) => boolean])[]) {
    const [x, y] = [onlyA.filter(is), onlyB.filter(is)]
    const pair = x.flatMap((i) => y.flatMap((j) => (closeness(words[i]!, words[j]!) === 0 && !(kind === 'name' && beginAlike(words[i]!, words[j]!)) && standAlike(a.words, i, b.words, j) ? [[i, j] as const] : [])))[0]
    if (pair) yield { kind, words: [[pair[0]], [pair[1]]] }
  }
  const swapped = onlyA.length + onlyB.length <= 1 ? swappedNames(vocabulary, a, b) : null
  if (swapped) yield { kind: 'roles', words: swapped }
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
function contraryIn({ words }: Vocabulary, { onlyA, onlyB }: Comparison): readonly [number, number] | null {
  for (const x of onlyA) {
    if (OTHER_THINGS.has(words[x]!)) continue
    const contrary = antonymsOf(words[x]!)
    for (const y of onlyB) if (contrary?.has(words[y]!) || areOpposed(words[x]!, words[y]!)) return [x, y]
  }
  return null
}

/** `in women`, `in men`: in one place the claims have contraries that speak of different things. */
export function ofOtherThings({ words }: Vocabulary, a: JudgedClaim, b: JudgedClaim, { onlyA, onlyB }: Comparison): boolean {
  if (Math.max(onlyA.length, onlyB.length) > LEFT_OVER) return false
  return onlyA.some((x) => OTHER_THINGS.has(words[x]!) && onlyB.some((y) => antonymsOf(words[x]!)?.has(words[y]!) && standAlike(a.words, x, b.words, y)))
}

/** `safe` and `unsafe`, `legal` and `illegal`: one is the other with a prefix that negates. */
function areOpposed(x: string, y: string): boolean {
  const longer = Math.abs(x.length - y.length)
  if (longer < 2 || longer > 3) return false
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  return short.length > 3 && long.endsWith(short) && /^(?:un|in|im|il|ir|dis|non)$/.test(long.slice(0, longer))
}

const REACH = 4
/** Whether a claim has a word that negates. */
export const negates = ({ kinds }: Vocabulary, { words }: JudgedClaim) => words.order.some((id) => (kinds[id]! & NEGATION) !== 0)

/** The words that a claim negates: the first content word behind each negator; empty for a whole that is framed as false; null if it negates nothing. */
function negatedIn({ kinds }: Vocabulary, claim: JudgedClaim): readonly number[] | null {
  if (has(claim, TRAIT.framedAsFalse)) return []
  const { words } = claim
  const heads: number[] = []
  words.order.forEach((id, i) => {
    if (!(kinds[id]! & NEGATION)) return
    const head = words.order.slice(i + 1, i + 1 + REACH).find((next) => !(kinds[next]! & (FUNCTION | NEGATION)))
    if (head !== undefined && heads.length < LEFT_OVER) heads.push(head)
  })
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

/** Shares of the weight of the shorter claim and of the longer one that are in the other, conflicting words not counted. */
function sharedBesides({ weights, kinds }: Vocabulary, a: JudgedClaim, b: JudgedClaim, { shared, related }: Comparison, [ofA, ofB]: Conflict['words']): Conflict['shared'] {
  const besides = ({ words }: JudgedClaim, own: readonly number[]) => words.content.reduce((sum, id) => sum + ((own.includes(id) && !shared.includes(id)) || kinds[id]! & NEGATION ? 0 : weights[id]!), 0)
  const held = shared.reduce((sum, id) => sum + weights[id]!, 0) + related.reduce((sum, [x, y, near]) => (ofA.includes(x) || ofB.includes(y) ? sum : sum + near * Math.min(weights[x]!, weights[y]!)), 0)
  const [x, y] = [besides(a, ofA), besides(b, ofB)]
  const share = (whole: number) => (whole > 0 ? Math.min(1, held / whole) : 0)
  return [share(Math.min(x, y)), share(Math.max(x, y))]
}
