import { areAntonyms } from '../lexicon/antonyms.ts'
import { isIrregular } from '../lexicon/synonyms.ts'
import type { Comparison, Words } from './compare.ts'
import { FUNCTION, NEGATION, NUMBER, type Vocabulary } from './vocabulary.ts'
import type { LinkClaim } from './input.ts'

/** What contradiction needs of a claim. */
export interface Stated {
  readonly claim: Pick<LinkClaim, 'kind' | 'text' | 'commitment' | 'cue'>
  readonly words: Words
}

/** Shares of meaning from which two claims are about the same, so that what differs makes them contrary. */
const SAME_PROPOSITION = { negated: 0.55, number: 0.62, antonyms: 0.5, superlatives: 0.1, nobody: 0.6 } as const

/**
 * Why two claims cannot both hold, or null. They must state the same (`meaning`, 0 to 1) and differ in polarity, in a
 * number, or by contrary words. What only names a course of action (`sending troops`, `the plan`) states nothing.
 */
export function contraryOf(vocabulary: Vocabulary, a: Stated, b: Stated, compared: Comparison, meaning: number): string | null {
  if (a.words.content.length < 2 || b.words.content.length < 2) return null
  const nobody = nobodyDoes(vocabulary, a, b) ?? nobodyDoes(vocabulary, b, a)
  if (nobody) return nobody
  if (!states(a.claim) || !states(b.claim)) return null
  const superlatives = contrarySuperlatives(vocabulary, a.words, b.words)
  if (superlatives && meaning >= SAME_PROPOSITION.superlatives && compared.shared >= 2) return superlatives
  const denied = [a, b].map(({ claim }) => claim.commitment === 'denies' || claim.commitment === 'doubts')
  const negated = negatedAlone(vocabulary, a, b) ?? negatedAlone(vocabulary, b, a)
  if ((negated !== null) !== (denied[0] !== denied[1]) && meaning >= SAME_PROPOSITION.negated)
    return negated === null ? 'one denies it' : `one is negated: not ${negated}`
  if (negated !== null) return null
  const contrary = antonymsOf(vocabulary, compared)
  if (contrary && meaning >= SAME_PROPOSITION.antonyms) return contrary
  return meaning >= SAME_PROPOSITION.number ? otherNumbers(vocabulary, compared) : null
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

const CONTRAST = /, (?:and )?not (?!yet|even)[^,]+,|\bnot (?:only|just|merely)\b/

/** A word that a negates and that b states without negating anything itself; null if there is none. */
function negatedAlone(vocabulary: Vocabulary, a: Stated, b: Stated): string | null {
  if (negatedWords(vocabulary, b).size > 0) return null
  const head = [...negatedWords(vocabulary, a)].find((id) => b.words.content.includes(id))
  return head === undefined ? null : vocabulary.words[head]!
}

const FINITE = /\b(?:is|are|am|was|were|be|been|will|would|can|could|shall|should|may|might|must|has|have|had|do|does|did|cannot)\b|n['’]t\b|['’](?:s|re|ve|ll|d|m) |\p{L}{3}ed\b/u
/** What begins like the name of an act or thing: infinitive, gerund, noun phrase with what it is about. */
const NOMINAL = /^["“'‘]?(?:to \p{L}|\p{L}+ing\b|(?:the|an?|any|such|his|her|its|their|our|my|this|these|that)(?: \p{L}+){1,3}$|(?:the|an?|any|such|his|her|its|their|our|my)(?: \p{L}+){1,2} (?:of|to|for|on|in|with|against)\b|\p{L}+ (?:by|of|on|about|for|against) )/iu

/** Whether a claim states something, rather than names what somebody does or judges. */
export function states({ kind, text }: Stated['claim']): boolean {
  return kind === 'direct' || FINITE.test(text) || isPast(text) || !NOMINAL.test(text)
}

/** Whether one of the words is an irregular past form (`broke`, `rose`). */
const isPast = (text: string) => text.toLowerCase().split(/[^a-z]+/).some((word) => isIrregular(word))

/** Contraries of place, time and kin: `in the north` and `in the south` speak of different things, they do not contradict. */
const NOT_CONTRARY: ReadonlySet<string> = new Set(
  'north south east west northern southern eastern western left right day night man woman male female boy girl husband wife son daughter brother sister mother father summer winter morning evening buy sell'.split(' '),
)

function antonymsOf({ words }: Vocabulary, { onlyA, onlyB }: Comparison): string | null {
  for (const x of onlyA) for (const y of onlyB)
    if (!NOT_CONTRARY.has(words[x]!) && areAntonyms(words[x]!, words[y]!)) return `contrary words: ${words[x]} / ${words[y]}`
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

const isYear = (word: string) => /^(?:19|20)\d\d$/.test(word)

/** Another number, where not both texts have other words of their own as well: those speak of different things. */
function otherNumbers({ words, weights, kinds }: Vocabulary, { numbers, onlyA, onlyB, related }: Comparison): string | null {
  const [a, b] = numbers.map((ids) => ids.map((id) => words[id]!)) as [string[], string[]]
  const paired = new Set(related.flat())
  const rest = (ids: readonly number[]) => ids.reduce((sum, id) => sum + (kinds[id]! & NUMBER || paired.has(id) ? 0 : weights[id]!), 0)
  return a.length > 0 && b.length > 0 && Math.min(rest(onlyA), rest(onlyB)) < ONE_WORD ? `other numbers: ${a.join(', ')} and ${b.join(', ')}` : null
}

const ONE_WORD = 0.5
const MONTHS: ReadonlySet<string> = new Set('january february march april may june july august september october november december'.split(' '))
const isDate = (word: string) => isYear(word) || MONTHS.has(word)

/** Whether each names a year or month that the other does not: then they speak of different things. */
export function datesDiffer({ words }: Vocabulary, { onlyA, onlyB }: Comparison): boolean {
  return [onlyA, onlyB].every((ids) => ids.some((id) => isDate(words[id]!)))
}
