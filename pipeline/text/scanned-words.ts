import { grown } from '../model/columns.ts'

/** The words of a text: for each a number, equal for words that are the same in lower case and with a straight apostrophe, and where it begins and ends. */
export interface ScannedWords {
  readonly numbers: Int32Array
  /** Begin and end of each. */
  readonly places: Int32Array
}

const WORD = /\d+(?:[.,]\d+)*%?|[\p{L}\p{M}]+(?:['’][\p{L}]+)*/gu

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isApostrophe = (code: number) => code === 39 || code === CURLY
const CURLY = 0x2019
/** Dashes, quotation marks and dots stand between words; other letters beyond ASCII are left to the pattern. */
const isMark = (code: number) => code < 128 || (code >= 0x2010 && code <= 0x2027)

/**
 * Reads words by their code units where a text holds letters of ASCII only, and by a pattern where it holds others: most texts are read without making a string for each word.
 * Numbers hold for one reader; it keeps every word that it met.
 */
export class WordReader {
  readonly #words: string[] = []
  #hashes = new Int32Array(1 << 10)
  /** Numbers by hash, one more than they are; 0 where there is none. */
  #table = new Int32Array(1 << 12)
  #numbers = new Int32Array(1 << 6)
  #places = new Int32Array(1 << 7)

  /** How many words it knows. */
  get size(): number {
    return this.#words.length
  }

  read(text: string): ScannedWords {
    let count = this.#scan(text)
    if (count < 0) {
      count = 0
      let last = 0
      for (const word of text.match(WORD) ?? []) {
        const start = text.indexOf(word, last) // between two words there is no letter
        last = start + word.length
        const same = word.toLowerCase()
        this.#put(count++, this.#numberOf(same, 0, same.length), start, last)
      }
    }
    return { numbers: this.#numbers.slice(0, count), places: this.#places.slice(0, 2 * count) }
  }

  /** Gives how many words were put, or -1 where the pattern is needed. */
  #scan(text: string): number {
    let count = 0
    for (let i = 0; i < text.length; ) {
      const code = text.charCodeAt(i)
      if (!isMark(code)) return -1
      const end = isLetter(code) ? endOfLetters(text, i) : isDigit(code) ? endOfNumber(text, i) : i
      if (end < 0) return -1
      if (end > i) this.#put(count++, this.#numberOf(text, i, end), i, end)
      i = Math.max(end, i + 1)
    }
    return count
  }

  #put(at: number, number: number, start: number, end: number): void {
    if (at === this.#numbers.length) {
      this.#numbers = grown(this.#numbers)
      this.#places = grown(this.#places)
    }
    this.#numbers[at] = number
    this.#places[2 * at] = start
    this.#places[2 * at + 1] = end
  }

  #numberOf(text: string, from: number, to: number): number {
    let hash = to - from
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ folded(text.charCodeAt(i)), 0x01000193)
    hash ^= hash >>> 15
    const mask = this.#table.length - 1
    let slot = hash & mask
    for (; this.#table[slot] !== 0; slot = (slot + 1) & mask) {
      const known = this.#table[slot]! - 1
      if (this.#hashes[known] === hash && this.#isSame(this.#words[known]!, text, from, to)) return known
    }
    if (this.#words.length === this.#hashes.length) this.#hashes = grown(this.#hashes)
    this.#hashes[this.#words.length] = hash
    this.#words.push(text.slice(from, to))
    this.#table[slot] = this.#words.length
    if (2 * this.#words.length > mask) this.#widen()
    return this.#words.length - 1
  }

  #isSame(known: string, text: string, from: number, to: number): boolean {
    if (known.length !== to - from) return false
    for (let i = from; i < to; i++) if (folded(known.charCodeAt(i - from)) !== folded(text.charCodeAt(i))) return false
    return true
  }

  #widen(): void {
    const table = (this.#table = new Int32Array(2 * this.#table.length))
    for (let n = 0; n < this.#words.length; n++) {
      let slot = this.#hashes[n]! & (table.length - 1)
      while (table[slot] !== 0) slot = (slot + 1) & (table.length - 1)
      table[slot] = n + 1
    }
  }
}

/** A code unit in lower case; what is beyond ASCII comes in lower case. */
const folded = (code: number) => (code >= 65 && code <= 90 ? code | 32 : code === CURLY ? 39 : code)

/** Where letters, and apostrophes between them, end; -1 where a letter beyond ASCII follows. */
function endOfLetters(text: string, from: number): number {
  let i = from + 1
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isLetter(code)) continue
    if (!isMark(code)) return -1
    if (!isApostrophe(code) || i + 1 === text.length) break
    const next = text.charCodeAt(i + 1)
    if (!isMark(next)) return -1
    if (!isLetter(next)) break
  }
  return i
}

/** Where digits, stops and commas between them, and a percent sign behind them, end. */
function endOfNumber(text: string, from: number): number {
  let i = from + 1
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isDigit(code)) continue
    if ((code !== 44 && code !== 46) || !isDigit(text.charCodeAt(i + 1))) break
  }
  return text.charCodeAt(i) === 37 ? i + 1 : i
}
