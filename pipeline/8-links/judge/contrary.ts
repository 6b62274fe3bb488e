import { areAntonyms } from '../../lexicon/antonyms.ts'
import { isIrregular } from '../../lexicon/synonyms.ts'
import { meaningOf, type Comparison, type Words } from './compare.ts'
import { FUNCTION, NEGATION, NUMBER, type Vocabulary } from './vocabulary.ts'
import type { LinkClaim } from '../input.ts'

/** What contradiction needs of a claim. */
export interface Stated {
  readonly claim: Pick<LinkClaim, 'kind' | 'text' | 'commitment' | 'cue'>
  readonly words: Words
}

/** What two claims must share at least to be about the same: words that are no names; of a statement that nobody plans, this share. */
const SAME_PROPOSITION = { words: 2, related: 3, superlatives: 2, nobody: 0.6 } as const
/** What one of them may say besides: less than a word. */
const BESIDES = 0.5
/** And this share of the meaning, what is contrary not counted. */
const MEANING = 0.55

/**
 * Why two claims cannot both hold, or null. All that one says must be in the other but for what is contrary: polarity, a
 * number, a word. What only names a course of action (`sending troops`, `the plan`), asks or supposes, states nothing.
 */
export function contraryOf(vocabulary: Vocabulary, a: Stated, b: Stated, compared: Comparison): string | null {
  if (a.words.content.length < 2 || b.words.content.length < 2) return null
  const nobody = nobodyDoes(vocabulary, a, b) ?? nobodyDoes(vocabulary, b, a)
  if (nobody) return nobody
  const untrue = calledFalse(vocabulary, a, b, compared.onlyA) ?? calledFalse(vocabulary, b, a, compared.onlyB)
  if (untrue) return untrue
  if (!states(a.claim) || !states(b.claim) || isOpen(a.claim) || isOpen(b.claim)) return null
  const superlatives = contrarySuperlatives(vocabulary, a.words, b.words)
  if (superlatives && compared.shared >= SAME_PROPOSITION.superlatives) return superlatives
  return contraryInOne(vocabulary, a, b, compared) ?? deniedPhrase(vocabulary, a, b, compared) ?? deniedPhrase(vocabulary, b, a, compared)
}

/** Why two statements of one proposition, with nothing of weight besides, cannot both hold, or null. */
function contraryInOne(vocabulary: Vocabulary, a: Stated, b: Stated, compared: Comparison): string | null {
  const { sharedNoNames, shared, related } = compared
  const contrary = antonymsOf(vocabulary, compared)
  const besides = Math.min(...besidesOf(vocabulary, compared, contrary))
  if (sharedNoNames < SAME_PROPOSITION.words || shared + related.length + (contrary ? 1 : 0) < SAME_PROPOSITION.related || besides >= BESIDES || meaningOf(compared) < MEANING) return null
  const denied = [a, b].map(({ claim }) => claim.commitment === 'denies' || claim.commitment === 'doubts')
  const negated = negatedAlone(vocabulary, a, b) ?? negatedAlone(vocabulary, b, a)
  if ((negated !== null) !== (denied[0] !== denied[1])) return negated === null ? 'one denies it' : `one is negated: not ${negated}`
  if (negated !== null) return null
  return contrary ? `contrary words: ${contrary.map((id) => vocabulary.words[id]).join(' / ')}` : otherNumbers(vocabulary, compared)
}

/** Whether a claim asks or supposes. */
const isOpen = ({ text }: Stated['claim']) => /\?|^["“'‘]?(?:why|how|whether|which|what|who|if|when|where|should)\b|\b(?:if|unless|whether)\b/i.test(text)

/** The weight of what a says besides what b says, and the other way round; contrary words, related ones and numbers aside. */
function besidesOf({ weights, kinds }: Vocabulary, { onlyA, onlyB, related }: Comparison, contrary: readonly number[] | null): readonly [number, number] {
  const paired = new Set([...related.flat(), ...(contrary ?? [])])
  const sum = (ids: readonly number[]) => ids.reduce((total, id) => total + (kinds[id]! & (NUMBER | NEGATION) || paired.has(id) ? 0 : weights[id]!), 0)
  return [sum(onlyA), sum(onlyB)]
}

/** A negator reaches the first content word within this many words. */
const REACH = 4

/** The words that a claim negates: the first content word behind each negator, contrasts (`Europe, not the US, should pay`) aside. */
function negatedWords({ kinds }: Vocabulary, { claim, words }: Stated): ReadonlySet<number> {
  const heads = new Set<number>()
  if (CONTRAST.test(claim.text)) return heads
  words.order.forEach((id, i) => {
    if (!(kinds[id]! & NEGATION)) return
    const head = words.order.slice(i + 1, i + 1 + REACH).find((next) => !(kinds[next]! & (FUNCTION | NEGATION)))
    if (head !== undefined) heads.add(head)
  })
  return heads
}

const CONTRAST = /, (?:and )?not (?!yet|even)[^,]+,|(?:\bnot|n['’]t) (?:only|just|merely)\b/i

/** A word that a negates and that b states without negating anything itself; null if there is none. */
function negatedAlone(vocabulary: Vocabulary, a: Stated, b: Stated): string | null {
  if (negatedWords(vocabulary, b).size > 0) return null
  const head = [...negatedWords(vocabulary, a)].find((id) => b.words.content.includes(id))
  return head === undefined ? null : vocabulary.words[head]!
}

/** Within so many words the two of a denied phrase follow one another; and a third word, no name, must be shared. */
const DENIED_PHRASE = { reach: 3, shared: 3 } as const

/** Whether a denies the very phrase (`never showed any interest in the mill`) that b, without negation, states (`had shown an interest in buying the mill`). */
function deniedPhrase({ words, kinds }: Vocabulary, a: Stated, b: Stated, { sharedNoNames }: Comparison): string | null {
  if (sharedNoNames < DENIED_PHRASE.shared || CONTRAST.test(a.claim.text) || b.words.order.some((id) => kinds[id]! & NEGATION)) return null
  if ([a, b].some(({ claim }) => claim.commitment === 'denies' || claim.commitment === 'doubts')) return null
  const next = (order: Int32Array, from: number, reach: number) => {
    const found = order.slice(from, from + reach).findIndex((id) => !(kinds[id]! & (FUNCTION | NEGATION)))
    return found < 0 ? -1 : from + found
  }
  for (const [i, id] of a.words.order.entries()) {
    if (!(kinds[id]! & NEGATION)) continue
    const head = next(a.words.order, i + 1, REACH)
    const object = head < 0 ? -1 : next(a.words.order, head + 1, DENIED_PHRASE.reach)
    if (object < 0) continue
    const [x, y] = [a.words.order[head]!, a.words.order[object]!]
    if (b.words.order.some((word, j) => word === x && b.words.order[next(b.words.order, j + 1, DENIED_PHRASE.reach)] === y)) return `one is negated: not ${words[x]} ${words[y]}`
  }
  return null
}

const FINITE = /\b(?:is|are|am|was|were|be|been|will|would|can|could|shall|should|may|might|must|has|have|had|do|does|did|cannot)\b|n['’]t\b|['’](?:s|re|ve|ll|d|m) |\p{L}{3}ed\b/u
/** What begins like the name of an act or thing: infinitive, gerund, noun phrase with what it is about. */
const NOMINAL = /^["“'‘]?(?:to \p{L}|\p{L}+ing\b|(?:the|an?|any|such|his|her|its|their|our|my|this|these|that)(?: \p{L}+){1,3}$|(?:the|an?|any|such|his|her|its|their|our|my)(?: \p{L}+){1,2} (?:of|to|for|on|in|with|against)\b|\p{L}+ (?:by|of|on|about|for|against) )/iu

/** Without a form that tells a verb, this many words may be a statement (`the club owes its players three million`). */
const STATEMENT = 6

/** Whether a claim states something, rather than names somebody, or what somebody does or judges. */
export function states({ kind, text }: Stated['claim']): boolean {
  return kind === 'direct' || FINITE.test(text) || isPast(text) || (!NOMINAL.test(text) && text.split(/\s+/).length >= STATEMENT)
}

/** Whether one of the words is an irregular past form (`broke`, `rose`). */
const isPast = (text: string) => text.toLowerCase().split(/[^a-z]+/).some((word) => isIrregular(word))

/** Contraries of place, time and kin: `in the north` and `in the south` speak of different things, they do not contradict. */
const NOT_CONTRARY: ReadonlySet<string> = new Set(
  'north south east west northern southern eastern western left right day night man woman male female boy girl husband wife son daughter brother sister mother father summer winter morning evening buy sell'.split(' '),
)

/** Whether each has one of two contrary words, directions and times of day included. */
export function haveContraries({ words }: Vocabulary, { onlyA, onlyB }: Comparison): boolean {
  return onlyA.some((x) => onlyB.some((y) => areAntonyms(words[x]!, words[y]!)))
}

function antonymsOf({ words }: Vocabulary, { onlyA, onlyB }: Comparison): readonly [number, number] | null {
  for (const x of onlyA) for (const y of onlyB)
    if (!NOT_CONTRARY.has(words[x]!) && areAntonyms(words[x]!, words[y]!)) return [x, y]
  return null
}

/** `the least effective means` and `one of the most effective`: contrary degrees of the same quality. */
function contrarySuperlatives({ words }: Vocabulary, a: Words, b: Words): string | null {
  const degrees = (order: Int32Array) => {
    const table = new Map<number, string>()
    order.forEach((id, i) => {
      const before = i > 0 ? words[order[i - 1]!]! : ''
      if (before === 'most' || before === 'least') table.set(id, before)
    })
    return table
  }
  const inB = degrees(b.order)
  for (const [id, degree] of degrees(a.order)) {
    const other = inB.get(id)
    if (other !== undefined && other !== degree) return `contrary words: ${degree} ${words[id]} / ${other} ${words[id]}`
  }
  return null
}

const NOBODY = /\b(?:no[ -]one|nobody|none of (?:us|them))\b/i
/** Acts of the mind that make a plan: `nobody is considering X` is contradicted by whoever proposes X. */
const PLANS: ReadonlySet<string> = new Set('consider propose plan suggest discuss talk think intend want seek demand call prepare weigh mull'.split(' '))

/** Whether a says that nobody plans what b says that somebody plans or wants. */
function nobodyDoes(vocabulary: Vocabulary, a: Stated, b: Stated): string | null {
  if (!NOBODY.test(a.claim.text) || NOBODY.test(b.claim.text)) return null
  const isPlan = (id: number) => PLANS.has(vocabulary.words[id]!)
  if (!a.words.order.some(isPlan)) return null
  const cue = b.claim.cue?.exact.toLowerCase() ?? ''
  const wanted = b.words.order.some(isPlan) || [...PLANS].some((verb) => cue.includes(verb))
  if (!wanted || b.words.order.some((id) => vocabulary.kinds[id]! & NEGATION)) return null
  const proposition = [...a.words.content].filter((id) => !isPlan(id) && !GENERIC.has(vocabulary.words[id]!) && !(vocabulary.kinds[id]! & NEGATION))
  const inB = new Set(b.words.content)
  const covered = proposition.filter((id) => inB.has(id)).length / proposition.length
  return proposition.length >= 2 && covered >= SAME_PROPOSITION.nobody ? 'nobody, says one; the other names who' : null
}

const GENERIC: ReadonlySet<string> = new Set('currently possibility present time moment idea option now'.split(' '))

/** What says of a statement that it is not true. From general knowledge. */
const FALSE: ReadonlySet<string> = new Set(
  'false untrue fabricate fabricated fabrication lie hoax myth fiction baseless bogus debunk debunked disprove refute incorrect unfounded inaccurate'.split(' '),
)
/** What a statement is called that is said to be false; it is not part of what it says. */
const STATEMENTS: ReadonlySet<string> = new Set('story report claim statement allegation accusation account article assertion rumor charge news suggestion say call'.split(' '))
const CALLED_FALSE = { words: 3, share: 0.5 } as const

/** Whether a calls false (`invented the story that`, `a lie`) what b states: most of what a says besides is in b. */
function calledFalse({ words, kinds }: Vocabulary, a: Stated, b: Stated, onlyA: readonly number[]): string | null {
  const isFalse = (id: number) => FALSE.has(words[id]!)
  const verdict = onlyA.find(isFalse)
  if (verdict === undefined || b.words.order.some(isFalse) || b.claim.commitment === 'denies' || [a, b].some(({ words: { order } }) => order.some((id) => kinds[id]! & NEGATION && !isFalse(id)))) return null
  const proposition = [...a.words.content].filter((id) => !isFalse(id) && !STATEMENTS.has(words[id]!))
  const inB = new Set(b.words.content)
  const shared = proposition.filter((id) => inB.has(id))
  const enough = shared.length >= CALLED_FALSE.words && shared.length >= CALLED_FALSE.share * proposition.length
  return enough ? `one calls it ${words[verdict]}` : null
}

const isYear = (word: string) => /^(?:19|20)\d\d$/.test(word)

function otherNumbers({ words }: Vocabulary, { numbers }: Comparison): string | null {
  const [a, b] = numbers.map((ids) => ids.map((id) => words[id]!)) as [string[], string[]]
  return a.length > 0 && b.length > 0 ? `other numbers: ${a.join(', ')} and ${b.join(', ')}` : null
}

const MONTHS: ReadonlySet<string> = new Set('january february march april may june july august september october november december'.split(' '))
const isDate = (word: string) => isYear(word) || MONTHS.has(word)

/** Whether each names a year or month that the other does not: then they speak of different things. */
export function datesDiffer({ words }: Vocabulary, { onlyA, onlyB }: Comparison): boolean {
  return [onlyA, onlyB].every((ids) => ids.some((id) => isDate(words[id]!)))
}
