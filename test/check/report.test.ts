import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pc from 'picocolors'
import { describe, expect, test } from 'vitest'
import { accept, check } from '../../pipeline/check/check.ts'
import { excerpt } from '../../pipeline/check/report.ts'
import { readFixtures } from '../../pipeline/check/fixtures.ts'
import { checkJson, renderCheck } from '../../pipeline/check/report.ts'

const plain = (text: string) => text

/** A folder of fixtures with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'fixtures-'))
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
  }
  return root
}

const GOLD = {
  article: 'a1',
  offsets: 'utf16',
  claims: [
    {
      key: 'c01',
      kind: 'indirect',
      content: [{ start: 9, end: 18, exact: 'it rained' }],
      speaker: { names: ['Jo'], mention: { start: 0, end: 2, exact: 'Jo' } },
      cue: { start: 3, end: 7, exact: 'said' },
      commitment: 'asserts',
      stance: [],
      chain: [],
    },
  ],
}

const at = (text: string, words: string, width = 80) => {
  const start = text.indexOf(words)
  return excerpt(text, { start, end: start + words.length }, 7, width, plain)
}

describe('an excerpt', () => {
  test('points at the words with carets, with line and column', () => {
    expect(at('One.\nJo said it rained.', 'it rained')).toEqual({ place: '8:9', lines: ['8 │ Jo said it rained.', '  │         ^^^^^^^^^'] })
  })

  test('counts characters, not code units', () => {
    expect(at('👍👍 Jo said', 'Jo').lines[1]).toBe('  │    ^^')
  })

  test('cuts a long line around the words', () => {
    const [line = '', carets = ''] = at(`${'word '.repeat(60)}TARGET ${'word '.repeat(60)}`, 'TARGET', 60).lines
    expect(line.length).toBeLessThanOrEqual(60)
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('TARGET')
  })

  test('of words over several lines shows the first', () => {
    expect(at('One\nTwo', 'One\nTwo').lines).toEqual(['7 │ One', '  │ ^^^ and 1 more lines'])
  })
})

describe('fixtures', () => {
  test.each([
    ['a gold span that is not in the text', { 'articles/a1.txt': 'Jo said, it snowed.', 'articles/a1.gold.json': JSON.stringify(GOLD) }, 'c01: the text holds "it snowed"'],
    ['gold without its text', { 'articles/a1.gold.json': JSON.stringify(GOLD), 'cases/x/a.txt': '=== t\n[content A]' }, 'put a1.txt beside it'],
    ['gold that is not gold', { 'articles/a1.txt': 'x', 'articles/a1.gold.json': '{"article": 1}' }, 'article: '],
    ['gold that is not JSON', { 'articles/a1.txt': 'x', 'articles/a1.gold.json': '{' }, 'not JSON'],
    ['a case that checks nothing', { 'cases/stance/a.txt': '=== t\nA.' }, 'checks nothing'],
    ['two titles that give one id', { 'cases/stance/a.txt': '=== Yes!\n[content A]\n=== yes\n[content B]' }, 'another title'],
    ['an empty folder', { 'cases/.keep': '' }, 'holds no cases'],
    ['malformed floors', { 'cases/stance/a.txt': '=== t\n[content A]', 'scores.json': '{"stance": 3}' }, 'scores.json'],
    ['links that name an unknown claim', {
      'articles/a1.txt': 'Jo said, it rained.',
      'articles/a1.gold.json': JSON.stringify(GOLD),
      'articles/links.gold.json': JSON.stringify({ cluster: 'x', links: [{ type: 'same-quote', members: ['a1#c01', 'a1#c09'], note: '' }] }),
    }, 'names a1#c09'],
  ])('%s is an error', (_, files, message) => {
    expect(() => check(readFixtures(folder(files)))).toThrow(message)
  })

  test('a missing path is an error', () => {
    expect(() => readFixtures(join(tmpdir(), 'no-such-fixtures'))).toThrow('no such file or folder')
  })
})

describe('check', () => {
  const cases = '=== no rain\nIt did not rain on [none Monday].\n=== never found\n[content Qqq] qqq.\n'

  test('shows each miss under its words and fails below a floor', () => {
    const root = folder({ 'cases/speakers/a.txt': cases, 'scores.json': '{"speakers": {"cases": 60, "content": 10}}' })
    const report = check(readFixtures(root))
    expect(report.below).toEqual([
      { group: 'speakers', layer: 'cases', floor: 60, score: 50 },
      { group: 'speakers', layer: 'content', floor: 10, score: 0 },
    ])
    const shown = renderCheck(report, { width: 80, colors: pc.createColors(false) })
    expect(shown).toContain('4 │ Qqq qqq.\n    │ ^^^')
    expect(shown).toContain('below its floor: speakers cases is 50.0, the floor is 60.0')
    expect(shown).toContain('1 of 2 cases without a miss')
    expect(JSON.parse(JSON.stringify(checkJson(report)))).toMatchObject({ documents: [{ misses: [] }, { misses: [{ layer: 'content', exact: 'Qqq' }] }] })
  })

  test('a part of the folder is checked without floors', () => {
    const root = folder({ 'cases/speakers/a.txt': cases, 'scores.json': '{"speakers": {"content": 10}}' })
    expect(check(readFixtures(join(root, 'cases/speakers/a.txt'))).below).toEqual([])
  })

  test('a snapshot is accepted for one case, tells what changed, and fails nothing', async () => {
    const root = folder({ 'cases/speakers/a.txt': cases })
    const fixtures = readFixtures(root)
    const path = await accept(fixtures, 'speakers/a/no-rain', {})
    expect(readFileSync(path, 'utf8')).toContain('sentences')
    expect(check(fixtures)).toMatchObject({ snapshots: 1, changed: [] })
    writeFileSync(path, 'as it was\n')
    const report = check(fixtures)
    expect([report.changed.map(({ id }) => id), report.below]).toEqual([['speakers/a/no-rain'], []])
    expect(renderCheck(report, { width: 80, colors: pc.createColors(false) })).toContain('- as it was')
  })

  test('nothing is accepted in CI, nor for a case that does not exist', async () => {
    const fixtures = readFixtures(folder({ 'cases/speakers/a.txt': cases }))
    await expect(accept(fixtures, 'speakers/a/no-rain', { CI: 'true' })).rejects.toThrow('not in CI')
    await expect(accept(fixtures, 'rain', {})).rejects.toThrow('did you mean speakers/a/no-rain')
    expect(check(fixtures).snapshots).toBe(0)
  })
})
