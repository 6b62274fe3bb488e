import { expect, test } from 'vitest'
import { WordReader } from '../../pipeline/text/scanned-words.ts'

const PATTERN = /\d+(?:[.,]\d+)*%?|[\p{L}\p{M}]+(?:['’][\p{L}]+)*/gu

let seed = 11
const below = (n: number) => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) % 65_521 % n
const PARTS = ['a', 'B', 'the', 'Mill', '12', '3.5', ',', '.', '%', "'", '’', '“', '”', ' ', ' ', '-', '—', 'é', '\u0301', '½', '\n', '5', '€']

test('words are those of the pattern, with one number for those that differ by case and apostrophes alone', () => {
  const reader = new WordReader()
  const wordOf = new Map<number, string>()
  const numberOf = new Map<string, number>()
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: below(24) }, () => PARTS[below(PARTS.length - (round % 2 ? 6 : 0))]!).join('')
    const { numbers, places } = reader.read(text)
    const words = Array.from(numbers, (_, i) => text.slice(places[2 * i], places[2 * i + 1]))
    expect(words, text).toEqual(text.match(PATTERN) ?? [])
    words.forEach((word, i) => {
      const plain = word.toLowerCase().replaceAll('’', "'")
      expect(wordOf.get(numbers[i]!) ?? plain).toBe(plain)
      expect(numberOf.get(plain) ?? numbers[i]).toBe(numbers[i])
      wordOf.set(numbers[i]!, plain)
      numberOf.set(plain, numbers[i]!)
    })
  }
})
