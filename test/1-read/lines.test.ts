import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lines } from '../../pipeline/1-read/tables/lines.ts'

async function* stream(...chunks: readonly Uint8Array[]) {
  yield* chunks
}

async function linesOf(chunks: readonly Uint8Array[], limit = 1000) {
  const found = []
  for await (const some of lines(stream(...chunks), limit)) for (const { number, bytes } of some) found.push([number, bytes?.toString() ?? null])
  return found
}

test('lines are the same however the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', 'é', '\n', '🦉') }), fc.integer({ min: 1, max: 7 }), async (text, size) => {
      const bytes = Buffer.from(text)
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
      const expected = text.split('\n')
      if (expected.at(-1) === '') expected.pop()
      expect(await linesOf(chunks)).toEqual(expected.map((line, i) => [i + 1, line]))
    }),
  )
})

test('a line over the limit is null, those after it keep their numbers', async () => {
  expect(await linesOf([Buffer.from('ab\nabc'), Buffer.from('def\nx\n')], 4)).toEqual([[1, 'ab'], [2, null], [3, 'x']])
})

test('UTF-16 with a byte order mark', async () => {
  const bytes = Buffer.from('\ufeffé\nb', 'utf16le')
  expect(await linesOf([bytes.subarray(0, 3), bytes.subarray(3)])).toEqual([[1, 'é'], [2, 'b']])
})

test('the byte order mark of UTF-8 is no part of the first line, wherever the stream is cut', async () => {
  const bytes = Buffer.from('\ufeffa\nb')
  expect(await linesOf([bytes])).toEqual([[1, 'a'], [2, 'b']])
})
