import type { Span } from '../../model/span.ts'

/** So many words in a row, shared word for word, are no chance. */
export const PASSAGE_WORDS = 8
const WORD = /[\p{L}\p{N}]+/gu

/** A word in lower case, and its place. */
export interface Word {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** The words of a text. */
export function wordsIn(text: string): readonly Word[] {
  let end = 0
  return (text.match(WORD) ?? []).map((word) => {
    const start = text.indexOf(word, end) // between two words there is no letter
    end = start + word.length
    return { word: word.toLowerCase(), start, end }
  })
}

/** The words of a passage in one string: equal for passages that are equal word for word. */
export const passageKey = (text: string): string => (text.match(WORD) ?? []).join(' ').toLowerCase()

/** One passage in so many is kept of an article, chosen by its words, so that articles that share a passage keep the same. */
const SAMPLED = 12

/** A sample of an article's passages of {@link PASSAGE_WORDS} words, in or outside quotations; and a hash of the words of each, so that few need be read. */
export function samplePassages(text: string): { readonly passages: readonly Span[]; readonly passageHashes: readonly number[] } {
  const words = wordsIn(text)
  const seen = new Set<number>()
  const sample: Span[] = []
  for (let i = 0; i + PASSAGE_WORDS <= words.length; i++) {
    let hash = 0x811c9dc5
    for (let k = i; k < i + PASSAGE_WORDS; k++) hash = hashInto(hash, words[k]!.word)
    if (hash % SAMPLED !== 0 || seen.has(hash)) continue
    seen.add(hash)
    const [start, end] = [words[i]!.start, words[i + PASSAGE_WORDS - 1]!.end]
    sample.push({ start, end, exact: text.slice(start, end) })
  }
  return { passages: sample, passageHashes: [...seen] }
}

/** For each passage of {@link PASSAGE_WORDS} words of a text a number of 52 bits, from the words alone, in order. */
export function passagesIn(text: string): readonly number[] {
  const words = (text.match(WORD) ?? []).map((word) => word.toLowerCase())
  if (words.length < PASSAGE_WORDS) return []
  const hashes = words.map((word) => hashInto(0x811c9dc5, word))
  const keys: number[] = []
  for (let i = 0; i + PASSAGE_WORDS <= words.length; i++) {
    let [a, b] = [0, 0]
    for (let k = i; k < i + PASSAGE_WORDS; k++) {
      a = Math.imul(a ^ hashes[k]!, 0x01000193) ^ (a >>> 13)
      b = Math.imul(b ^ hashes[k]!, 0x85ebca6b) ^ (b >>> 15)
    }
    keys.push((a >>> 0) * 0x100000 + ((b >>> 0) & 0xfffff))
  }
  return keys
}

/** FNV-1a over the words, each behind a space. */
function hashInto(hash: number, word: string): number {
  let h = Math.imul(hash ^ 32, 0x01000193)
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}
