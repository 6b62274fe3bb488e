import { expect, it } from 'vitest'
import { KeptTexts } from '../../pipeline/8-links/pairs/kept-texts.ts'

it('gives back what it was given, in memory or in a file, around texts of whatever length', () => {
  const kept = new KeptTexts()
  const texts = ['', 'ü', 'x'.repeat(900_000), ...Array.from({ length: 40_000 }, (_, i) => `shared words: ferry ${i}`), '“é”'.repeat(500_000), 'then', '“é”'.repeat(900_000), 'y'.repeat(600), 'last']
  const places = texts.map((text) => kept.add(text))
  expect(places.every((place, i) => kept.at(place) === texts[i])).toBe(true)
})
