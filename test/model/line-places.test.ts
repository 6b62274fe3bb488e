import { expect, test } from 'vitest'
import { LinePlaces } from '../../pipeline/model/line-places.ts'

test('each line stands behind all before it', () => {
  const lengths = Uint32Array.from({ length: 200 }, (_, i) => 1 + (i * 37) % 11)
  const places = new LinePlaces(lengths)
  let at = 0
  for (const [line, length] of lengths.entries()) {
    expect(places.at(line)).toEqual({ at, size: length - 1 })
    at += length
  }
})
