import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, encode } from '../../pipeline/text/decode.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))))

test.each([
  ['UTF-8', bytes('café — “ja”'), 'café — “ja”', 'utf-8'],
  ['UTF-8 with a mark, which is no part of the text', bytes([0xef, 0xbb, 0xbf], 'café'), 'café', 'utf-8-bom'],
  ['UTF-16, little end first', Buffer.from('\ufeffcafé 🦉', 'utf16le'), 'café 🦉', 'utf-16le'],
  ['UTF-16, big end first', Buffer.from('\ufeffcafé', 'utf16le').swap16(), 'café', 'utf-16be'],
  ['nothing', bytes(), '', 'utf-8'],
] as const)('%s', (_, input, text, encoding) => {
  expect(decode(input)).toEqual({ text, encoding, invalidAt: null })
})

test('what is not UTF-8 is Windows-1252, and the first wrong byte is named', () => {
  const input = bytes('He said ', [0x93], 'ja', [0x94], ' caf', [0xe9])
  expect(decode(input)).toEqual({ text: 'He said “ja” café', encoding: 'windows-1252', invalidAt: 8 })
})

test('a big file with one wrong byte at its end', () => {
  const input = bytes('é'.repeat(500_000), [0xff])
  expect(decode(input).invalidAt).toBe(1_000_000)
})

test('every text, halves of surrogate pairs too, comes back from its bytes', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => decode(encode(text)).text === text))
  for (const text of ['a\ud800b', '\udc00', '\ufeffmark', '\u0000']) expect(decode(encode(text)).text).toBe(text)
})

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.uint8Array(), (input) => decode(input).text.length <= input.length))
})
