import { antonymsOf, hasContraryGrammar } from '../../lexicon/antonyms.ts'
import { FUNCTION_WORDS, weightOf } from '../../lexicon/frequencies.ts'
import { NEGATORS } from '../../lexicon/negators.ts'
import { americanSpelling, closeTo, isWord, lemmaOf } from '../../lexicon/synonyms.ts'
import { fold, isCapital, MULTIPLIERS, NUMBER_WORDS, PHRASES, TOKEN, withoutPossessive } from './tokens.ts'

/** What a word is apart from its weight, as bits. */
export const NUMBER = 1
export const NEGATION = 2
export const FUNCTION = 4
export const NAME = 8
/** A word of grammar that has a contrary one. */
export const CONTRARY = 32
/** Met in lower case: no name, however it is written elsewhere. */
const COMMON = 16
/** A country, in whatever form: a name wherever it is met. */
const COUNTRY = 64

/** Verbs, nouns and adjectives that turn a statement into its contrary by themselves. */
const NEGATIVE_WORDS: ReadonlySet<string> = new Set('unable impossible fail failure lack false untrue'.split(' '))

/** `isnt`, `wont`: negations that lost their apostrophe. */
const BARE_NOT = /^(?:is|are|was|were|do|does|did|wo|could|would|should|has|have|had)nt$/

/** A word of one meaning here: the lemma, and what it is whatever its spelling. */
const keyOf = (word: string, kind: number) => (kind & (NUMBER | NEGATION | FUNCTION) ? `${word}/${kind & (NUMBER | NEGATION | FUNCTION)}` : word)

/** The kinds of content words that are no numbers. */
const KINDS = [0, NEGATION] as const

/** Prefixes that negate what follows, if that has more letters than so many. */
const NEGATING = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non'] as const
const LEAST_NEGATED = 3

/** Words that are close to one, and how close each is. */
export interface Close {
  readonly ids: number[]
  readonly near: number[]
}

/** Words of a vocabulary by number: how they are spelt, what each weighs, and what it is whatever the texts. */
export interface KnownWords {
  readonly words: readonly string[]
  readonly weights: Float64Array
  readonly kinds: Uint8Array
}

/** How close a word is by these. */
export function nearIn({ ids, near }: Close, id: number): number {
  const at = ids.indexOf(id)
  return at < 0 ? 0 : near[at]!
}

/**
 * The words of the texts that are to be linked, each once, as numbers: lemmas, with numbers and the names of countries
 * in one form. Equal numbers mean equal words whatever the inflection; a lemma that is met as a function word and as another has two.
 */
export class Vocabulary {
  words: string[] = []
  weights: number[] = []
  kinds: number[] = []
  /** What the text that was read last with marking told of each of its words: bits that {@link mark} takes. */
  marks: number[] = []
  readonly #ids = new Map<string, number>()
  readonly #spelt = new Map<string, number>()
  #close: (Close | undefined)[] = []
  #contrary: (readonly number[] | undefined)[] = []

  /** A vocabulary of words that were in another, with the numbers that they have there; which are names is yet to be told. */
  static of({ words, weights, kinds }: KnownWords): Vocabulary {
    const vocabulary = new Vocabulary()
    vocabulary.words = [...words]
    vocabulary.weights = [...weights]
    vocabulary.kinds = Array.from(kinds, (kind) => (kind & COUNTRY ? kind | NAME : kind))
    vocabulary.words.forEach((word, id) => vocabulary.#ids.set(keyOf(word, kinds[id]!), id))
    return vocabulary
  }

  /** Its words, for {@link of}. */
  known(): KnownWords {
    return { words: [...this.words], weights: Float64Array.from(this.weights), kinds: Uint8Array.from(this.kinds, (kind) => kind & ~(NAME | COMMON)) }
  }

  /** The words of a text in order. Capitals tell which words are names, unless `marking` is off. */
  read(text: string, marking = true): readonly number[] {
    const found = text.match(TOKEN) ?? []
    const out: number[] = []
    if (marking) this.marks = []
    for (let i = 0; i < found.length; i++) {
      const known = this.#spelt.get(found[i]!)
      if (known === undefined) i += this.#readSlowly(found, i, out, marking)
      else {
        if (marking) this.#markIn(found, i, known)
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
      out.push(phrase[1] === 'percent' ? this.#id('percent', 0, weightOf('percent')) : this.#id(phrase[1], NAME | COUNTRY, 0.7))
      if (marking) this.marks.push(0)
      return phrase[0].length - 1
    }
    const multiplier = MULTIPLIERS.get(token.toLowerCase())
    const last = out.at(-1)
    if (multiplier !== undefined && last !== undefined && this.kinds[last]! & NUMBER) out[out.length - 1] = this.#number(Number(this.words[last]) * multiplier)
    else {
      const id = this.#canonical(token)
      if (multiplier === undefined && !PHRASES.has(token)) this.#spelt.set(found[i]!, id)
      if (marking) this.#markIn(found, i, id)
      out.push(id)
    }
    return 0
  }

  /** A capital inside a text tells a name; at its start one that another follows (`Tom Birch`), or of a word that is in no list of words (`Volvo`). */
  #markIn(found: readonly string[], i: number, id: number): void {
    const isName = isCapital(found[i]!) && (i > 0 || (!(this.kinds[id]! & FUNCTION) && (isCapital(found[1] ?? '') || !isWord(this.words[id]!))))
    const mark = isName ? NAME : i > 0 ? COMMON : 0
    this.marks.push(mark)
    this.mark(id, mark)
  }

  /** Tells how a word was met. */
  mark(id: number, mark: number): void {
    this.kinds[id]! |= mark
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

  /** The content words of this vocabulary that are close to a word; none to a number. */
  closeTo(id: number): Close {
    return (this.#close[id] ??= this.#findClose(id))
  }

  #findClose(id: number): Close {
    const found: Close = { ids: [], near: [] }
    if (this.kinds[id]! & NUMBER) return found
    const add = (near: number, word: string) => {
      for (const other of this.#contents(word)) {
        if (other === id) continue
        found.ids.push(other)
        found.near.push(near)
      }
    }
    add(1, this.words[id]!)
    closeTo(this.words[id]!).forEach(add)
    return found
  }

  /** A new word may be close to others of which it was asked before. */
  #addClose(id: number): void {
    const { ids, near } = this.#findClose(id)
    ids.forEach((other, i) => {
      this.#close[other]?.ids.push(id)
      this.#close[other]?.near.push(near[i]!)
    })
  }

  /** The content words of this vocabulary that are spelt so. */
  #contents(word: string): readonly number[] {
    return KINDS.flatMap((kind) => this.#ids.get(keyOf(word, kind)) ?? [])
  }

  /** The content words of this vocabulary that are contrary to a word: antonyms, and what a prefix negates (`safe`, `unsafe`). */
  contraryTo(id: number): readonly number[] {
    return (this.#contrary[id] ??= this.#findContrary(id))
  }

  #findContrary(id: number): readonly number[] {
    const word = this.words[id]!
    const opposed = NEGATING.flatMap((prefix) => [...(word.length > LEAST_NEGATED ? [prefix + word] : []), ...(word.startsWith(prefix) && word.length - prefix.length > LEAST_NEGATED ? [word.slice(prefix.length)] : [])])
    return [...new Set([...(antonymsOf(word) ?? []), ...opposed])].flatMap((other) => this.#contents(other))
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
      this.kinds.push(kind & FUNCTION && hasContraryGrammar(word) ? kind | CONTRARY : kind)
      if (this.#close.length > 0) this.#addClose(id)
      for (const other of this.#contrary.length > 0 ? this.#findContrary(id) : []) if (this.#contrary[other] !== undefined) this.#contrary[other] = [...this.#contrary[other], id]
    }
    return id
  }

  /** A word as a text of its own: equal for equal words of whatever vocabularies. */
  key(id: number): string {
    return keyOf(this.words[id]!, this.kinds[id]!)
  }

  /** Numbers the words anew in the order of their keys, so that nothing depends on which was met first; gives the new number of each, -1 of those that are not to be kept. */
  renumber(keep: (id: number) => boolean = () => true): Int32Array {
    const keys = this.words.map((_, id) => this.key(id))
    const order = [...keys.keys()].filter(keep).sort((x, y) => (keys[x]! < keys[y]! ? -1 : 1))
    const renumbered = new Int32Array(keys.length).fill(-1)
    order.forEach((id, n) => (renumbered[id] = n))
    this.words = Array.from(order, (id) => this.words[id]!)
    this.weights = Array.from(order, (id) => this.weights[id]!)
    this.kinds = Array.from(order, (id) => this.kinds[id]!)
    for (const ids of [this.#ids, this.#spelt])
      for (const [key, id] of ids) {
        if (renumbered[id]! < 0) ids.delete(key)
        else ids.set(key, renumbered[id]!)
      }
    this.#close = []
    this.#contrary = []
    return renumbered
  }
}
