import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printable } from '../../pipeline/cli/printable.ts'
import { claimtrace, folderWith } from './process.ts'

describe('what goes to a terminal', () => {
  test('holds nothing that it acts on, and says what was there', () => {
    expect(printable('a\u001b]0;owned\u0007b\u009b2Jc\u202ed\re\u2028', false)).toBe('a\\u001b]0;owned\\u0007b\\u009b2Jc\\u202ed\\u000de\\u2028')
    expect(printable('tab\tand line\nstay, as do é, 🦉 and שלום', false)).toBe('tab\tand line\nstay, as do é, 🦉 and שלום')
  })

  test('keeps our own colours where there are any, and nothing else that begins like one', () => {
    expect(printable('\u001b[1m\u001b[31mred\u001b[39m\u001b[22m', true)).toBe('\u001b[1m\u001b[31mred\u001b[39m\u001b[22m')
    expect(printable('\u001b[8mhidden\u001b[2J\u001b[31', true)).toBe('\\u001b[8mhidden\\u001b[2J\\u001b[31')
    expect(printable('\u001b[31mred', false)).toBe('\\u001b[31mred')
  })

  test('is, inside JSON, the same value', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => JSON.parse(printable(JSON.stringify(text), false)) === text))
  })
})

test('ids, titles, outlets, texts and paths of every command are printed so', async () => {
  const evil = '\u001b]0;owned\u0007\u009b2J\u202e'
  const row = { id: `a${evil}`, title: `T${evil}`, outlet: `O${evil}`, text: `The keeper${evil} said that the owls${evil} were well and would stay in the mill.` }
  const pair = { id: evil, a: `The owls${evil} left in May.`, b: 'The owls left in June.', claim: `Owls${evil} are good.`, target: 'owls' }
  const folder = folderWith({ 'rows.jsonl': JSON.stringify(row), [`p\u001b[2J.json`]: '{}', 'pairs.jsonl': `${JSON.stringify(pair)}\n{"${evil}":`, [`f/a${evil}.txt`]: `=== a${evil} case\n[content Owls${evil}]` })
  try {
    for (const args of [
      ['run', 'rows.jsonl'], ['audit', 'owls'], ['audit', '--verify'], ['audit', 'owls', '--json'], ['audit', 'owls', '--csv'], ['audit', evil], ['extract', 'rows.jsonl'], ['extract', '--linking', 'rows.jsonl'],
      ['match', `owls were well${evil}`], ['match', 'owls were well', '--json'], ['report'], ['export', '--format', 'csv', '--to', evil], ['run', 'p\u001b[2J.json'], [`x${evil}`],
      ['compare', 'pairs.jsonl'], ['stance', 'pairs.jsonl'], ['check', 'f'], ['train', '--corpus', 'pairs.jsonl'], ['review', evil], ['schema', evil],
      ['match', 'owls', '--out', evil], ['serve', '--host', evil], ['run', 'rows.jsonl', '--config', evil], ['prepare', '-', '--words', evil], [`--${evil}`],
    ]) {
      const { stdout, stderr } = await claimtrace(args, { cwd: folder.path })
      expect(`${stdout}${stderr.join('')}`).not.toBe('')
      // oxlint-disable-next-line no-control-regex
      expect([args, `${stdout}${stderr.join('')}`.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]|\r(?!\n)/)]).toEqual([args, null])
    }
  } finally {
    folder.remove()
  }
}, 120_000)
