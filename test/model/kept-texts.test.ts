import { expect, it } from 'vitest'
import { KeptTexts, TextsInColumn } from '../../pipeline/model/kept-texts.ts'
import type { FiledColumn } from '../../pipeline/model/filed-column.ts'
import { columnOf } from '../8-links/past.ts'

it('gives back what it was given, one by one, in order or as bytes, in memory or in a file, around texts of whatever length', () => {
  const kept = new KeptTexts()
  const texts = ['', 'ü', 'x'.repeat(900_000), ...Array.from({ length: 40_000 }, (_, i) => `shared words: ferry ${i}`), '“é”'.repeat(500_000), 'then', '“é”'.repeat(900_000), 'y'.repeat(600), 'last']
  const places = texts.map((text, i) => kept.add(i % 3 === 0 ? Buffer.from(text) : text))
  expect(places.every((place, i) => kept.at(place) === texts[i])).toBe(true)
  expect([...kept.all()].every((text, i) => text === texts[i])).toBe(true)
  const bytes = Buffer.concat([...kept.pieces()])
  expect(bytes.length).toBe(kept.length)
  const inColumn = new TextsInColumn(columnOf(kept) as FiledColumn<Uint8Array>)
  const isAt = (place: number, i: number) => Buffer.from(inColumn.at(place)).toString() === texts[i]
  expect(places.every(isAt)).toBe(true)
  expect([7, texts.length - 2, 2, 0].every((i) => isAt(places[i]!, i))).toBe(true)
})
