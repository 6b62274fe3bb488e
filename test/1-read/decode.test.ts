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
  expect(decode(input)).toEqual({ text, encoding, problem: null })
})

test('what is not UTF-8 is Windows-1252, and the first wrong byte is named', () => {
  const input = bytes('He said ', [0x93], 'ja', [0x94], ' caf', [0xe9])
  expect(decode(input)).toEqual({ text: 'He said “ja” café', encoding: 'windows-1252', problem: 'not valid UTF-8 at byte 8; read as Windows-1252' })
})

test('a big file with one wrong byte at its end', () => {
  const input = bytes('é'.repeat(500_000), [0xff])
  expect(decode(input)).toMatchObject({ encoding: 'utf-8', problem: 'not valid UTF-8 at byte 1000000; what is not UTF-8 became U+FFFD' })
})

test.each([
  ['iso-8859-2', [0xb3, 0xf3, 0x64, 0xbc], 'łódź', 'iso-8859-2'],
  ['latin1', [0x93, 0x6a, 0x61, 0x94], '“ja”', 'windows-1252'],
  ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本', 'shift_jis'],
  ['GB18030', [0xd6, 0xd0, 0xb9, 0xfa], '中国', 'gb18030'],
  ['koi8-r', [0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1], 'Москва', 'koi8-r'],
  ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42], '日', 'iso-2022-jp'],
  ['koi8-r', [...Buffer.from('café')], 'café', 'utf-8'], // what is valid UTF-8 is UTF-8, whatever is stated
] as const)('%s, which the input states', (label, input, text, encoding) => {
  expect(decode(bytes(input), label)).toEqual({ text, encoding, problem: null })
})

test('an encoding that is not known, and one that does not fit, is said', () => {
  expect(decode(bytes([0xe9]), 'x-own')).toEqual({ text: 'é', encoding: 'windows-1252', problem: 'the encoding "x-own" that it states is not known; read as Windows-1252' })
  expect(decode(bytes('a', [0x82]), 'shift_jis')).toMatchObject({ text: 'a\ufffd', problem: expect.stringContaining('not valid in shift_jis') })
})

test('every text, halves of surrogate pairs too, comes back from its bytes', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => decode(encode(text)).text === text))
  for (const text of ['a\ud800b', '\udc00', '\ufeffmark', '\u0000']) expect(decode(encode(text)).text).toBe(text)
})

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.uint8Array(), (input) => decode(input).text.length <= input.length))
})
