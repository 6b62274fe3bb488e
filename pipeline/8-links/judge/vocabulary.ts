import { FUNCTION_WORDS, weightOf } from '../../lexicon/frequencies.ts'
import { COUNTRIES } from '../../lexicon/nationalities.ts'
import { NEGATORS } from '../../lexicon/negators.ts'
import { americanSpelling, closeTo, isWord, lemmaOf } from '../../lexicon/synonyms.ts'
import { addTo } from '../../model/group-by.ts'
import { TENS, UNITS } from '../../lexicon/numbers.ts'

/** What a word is apart from its weight, as bits. */
export const NUMBER = 1
export const NEGATION = 2
export const FUNCTION = 4
export const NAME = 8
/** Met in lower case: no name, however it is written elsewhere. */
const COMMON = 16

/** Verbs, nouns and adjectives that turn a statement into its contrary by themselves. */
const NEGATIVE_WORDS: ReadonlySet<string> = new Set('unable impossible fail failure lack false untrue'.split(' '))

/** `isnt`, `wont`: negations that lost their apostrophe. */
const BARE_NOT = /^(?:is|are|was|were|do|does|did|wo|could|would|should|has|have|had)nt$/

/** From two on: one is as often no number. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([...UNITS.map((word, i) => [word, i] as const).slice(2), ...TENS.map((word, i) => [word, 20 + 10 * i] as const)])
const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2], ['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['m', 1e6], ['bn', 1e9], ['mn', 1e6], ['tn', 1e12],
])

const TOKEN = /(?:\p{L}\.){2,}|\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|%/gu

const CAPITAL = /^\p{Lu}/u
const isCapital = (token: string) => {
  const code = token.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(token)
}

const withoutPossessive = (token: string) => token.replace(/['’]s$/, '')

const fold = (word: string) => word.toLowerCase().replace(/[’]/g, "'").normalize('NFD').replace(/\p{M}/gu, '')

/** Phrases that stand for one word: countries (names, adjectives, capitals) and `per cent`, by their first word, longest first. Case counts: US is not us. */
const PHRASES: ReadonlyMap<string, readonly (readonly [words: readonly string[], country: string])[]> = (() => {
  const byFirst = new Map<string, [string[], string][]>()
  for (const { name, aliases, adjectives, people, capitals } of COUNTRIES)
    for (const phrase of [name, ...aliases, ...adjectives, ...people, ...people.map((p) => `${p}s`), ...adjectives.map((a) => `${a}s`), ...capitals]) {
      const words = [...phrase.matchAll(TOKEN)].map((m) => m[0])
      if (words.length) addTo(byFirst, words[0]!, [words, name])
    }
  byFirst.set('per', [[['per', 'cent'], 'percent']])
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length)
  return byFirst
})()

/** A word of one meaning here: the lemma, and what it is whatever its spelling. */
const keyOf = (word: string, kind: number) => (kind & (NUMBER | NEGATION | FUNCTION) ? `${word}/${kind & (NUMBER | NEGATION | FUNCTION)}` : word)

/** The kinds of content words that are no numbers. */
const KINDS = [0, NEGATION] as const

/**
 * The words of the texts that are to be linked, each once, as numbers: lemmas, with numbers and the names of countries
 * in one form. Equal numbers mean equal words whatever the inflection; a lemma that is met as a function word and as another has two.
 */
export class Vocabulary {
  words: string[] = []
  weights: number[] = []
  kinds: number[] = []
  readonly #ids = new Map<string, number>()
  readonly #spelt = new Map<string, number>()
  #close: (Map<number, number> | undefined)[] = []

  /** The words of a text in order. Capitals tell which words are names, unless `marking` is off. */
  read(text: string, marking = true): readonly number[] {
    const found = text.match(TOKEN) ?? []
    const out: number[] = []
    for (let i = 0; i < found.length; i++) {
      const known = this.#spelt.get(found[i]!)
      if (known === undefined) i += this.#readSlowly(found, i, out, marking)
      else {
        if (marking) this.#mark(known, found, i)
        out.push(known)
      }
    }
    return out
  }

  /** Reads what stands at `i`, where it may be the start of a phrase, or multiply the number before it; gives how many tokens more it took. */
  #readSlowly(found: readonly string[], i: number, out: number[], marking: boolean): number {
    const token = withoutPossessive(found[i]!)
    const phrase = PHRASES.get(token)?.find(([words]) => words.every((word, k) => withoutPossessive(found[i + k] ?? '') === word))
    if (phrase) {
      out.push(phrase[1] === 'percent' ? this.#id('percent', 0, weightOf('percent')) : this.#id(phrase[1], NAME, 0.7))
      return phrase[0].length - 1
    }
    const multiplier = MULTIPLIERS.get(token.toLowerCase())
    const last = out.at(-1)
    if (multiplier !== undefined && last !== undefined && this.kinds[last]! & NUMBER) out[out.length - 1] = this.#number(Number(this.words[last]) * multiplier)
    else {
      const id = this.#canonical(token)
      if (multiplier === undefined && !PHRASES.has(token)) this.#spelt.set(found[i]!, id)
      if (marking) this.#mark(id, found, i)
      out.push(id)
    }
    return 0
  }

  /** A capital inside a text tells a name; at its start one that another follows (`Tom Birch`), or of a word that is in no list of words (`Volvo`). */
  #mark(id: number, found: readonly string[], i: number): void {
    if (i > 0) this.kinds[id]! |= isCapital(found[i]!) ? NAME : COMMON
    else if (isCapital(found[0]!) && !(this.kinds[id]! & FUNCTION) && (isCapital(found[1] ?? '') || !isWord(this.words[id]!))) this.kinds[id]! |= NAME
  }

  #canonical(raw: string): number {
    if (/^\d/.test(raw)) return this.#number(Number(raw.replace(/,(?=\d{3})/g, '').replace(',', '.')))
    if (raw === '%') return this.#id('percent', 0, weightOf('percent'))
    const word = fold(raw).replace(/\./g, '')
    const number = NUMBER_WORDS.get(word)
    if (number !== undefined) return this.#number(number)
    if (word.endsWith("n't") || BARE_NOT.test(word)) return this.#id('not', NEGATION | FUNCTION, 0)
    const lemma = lemmaOf(americanSpelling(word))
    const negation = NEGATORS.has(word) || NEGATIVE_WORDS.has(lemma) ? NEGATION : 0
    if (FUNCTION_WORDS.has(word)) return this.#id(lemma, negation | FUNCTION, 0)
    return this.#id(lemma, negation, weightOf(lemma))
  }

  /** Whether a word was met as a name only: with a capital inside a sentence, never without. */
  isName(id: number): boolean {
    return (this.kinds[id]! & (NAME | COMMON)) === NAME
  }

  /** The content words of this vocabulary that are close to a word, each with how close; none to a number. */
  closeTo(id: number): ReadonlyMap<number, number> {
    return (this.#close[id] ??= this.#findClose(id))
  }

  #findClose(id: number): Map<number, number> {
    const found = new Map<number, number>()
    if (this.kinds[id]! & NUMBER) return found
    const add = (near: number, word: string) => {
      for (const kind of KINDS) {
        const other = this.#ids.get(keyOf(word, kind))
        if (other !== undefined && other !== id) found.set(other, near)
      }
    }
    add(1, this.words[id]!)
    closeTo(this.words[id]!).forEach(add)
    return found
  }

  /** A new word may be close to others of which it was asked before. */
  #addClose(id: number): void {
    for (const [other, near] of this.#findClose(id)) this.#close[other]?.set(id, near)
  }

  /** Whether a word was met with a capital as a name is written, and without one. */
  marksOf(id: number): { readonly name: boolean; readonly common: boolean } {
    return { name: (this.kinds[id]! & NAME) !== 0, common: (this.kinds[id]! & COMMON) !== 0 }
  }

  /** Tells from elsewhere which words are names, in place of what was met. */
  setName(id: number, is: boolean): void {
    this.kinds[id] = (this.kinds[id]! & ~(NAME | COMMON)) | (is ? NAME : COMMON)
  }

  #number(value: number): number {
    return this.#id(String(value), NUMBER, 0.8)
  }

  #id(word: string, kind: number, weight: number): number {
    const key = keyOf(word, kind)
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = this.words.length
      this.#ids.set(key, id)
      this.words.push(word)
      this.weights.push(weight)
      this.kinds.push(kind)
      if (this.#close.length > 0) this.#addClose(id)
    }
    return id
  }

  /** A word as a text of its own: equal for equal words of whatever vocabularies. */
  key(id: number): string {
    return keyOf(this.words[id]!, this.kinds[id]!)
  }

  /** Numbers the words anew in the order of their keys, so that nothing depends on which was met first; gives the new number of each. */
  renumber(): Int32Array {
    const keys = this.words.map((_, id) => this.key(id))
    const order = Uint32Array.from(keys, (_, id) => id).sort((x, y) => (keys[x]! < keys[y]! ? -1 : 1))
    const renumbered = new Int32Array(order.length)
    order.forEach((id, n) => (renumbered[id] = n))
    this.words = Array.from(order, (id) => this.words[id]!)
    this.weights = Array.from(order, (id) => this.weights[id]!)
    this.kinds = Array.from(order, (id) => this.kinds[id]!)
    for (const ids of [this.#ids, this.#spelt]) for (const [key, id] of ids) ids.set(key, renumbered[id]!)
    this.#close = []
    return renumbered
  }
}
