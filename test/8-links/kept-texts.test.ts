import { expect, it } from 'vitest'
import { KeptTexts } from '../../pipeline/8-links/pairs/kept-texts.ts'

it('gives back what it was given, around texts longer than a chunk as well', () => {
  const kept = new KeptTexts()
  const texts = ['', 'ü', 'x'.repeat(900_000), ...Array.from({ length: 40_000 }, (_, i) => `shared words: ferry ${i}`), '“é”'.repeat(500_000), 'last']
  const places = texts.map((text) => kept.add(text))
  expect(places.every((place, i) => kept.at(place) === texts[i])).toBe(true)
})
