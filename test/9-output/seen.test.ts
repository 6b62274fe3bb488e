import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lookAt, Seen } from '../../pipeline/9-output/seen.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seen-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

/** What another hand may do to a file without another size or time of its content. */
const CHANGES: Readonly<Record<string, (file: string) => void>> = {
  'its content': (file) => writeFileSync(file, 'bbb'),
  'the file in its place': (file) => {
    copyFileSync(file, at('other'))
    renameSync(at('other'), file)
  },
}

describe('a mark', () => {
  test.each(Object.entries(CHANGES))('tells %s, though size and time are the same', async (_, change) => {
    writeFileSync(at('a'), 'aaa')
    const before = lookAt([at('a')], 'key')!
    const { atime, mtime } = statSync(at('a'))
    while (Date.now() <= before.changed + 20) await new Promise(setImmediate) // the clock of a file system stands still for some milliseconds
    change(at('a'))
    utimesSync(at('a'), atime, mtime)
    const now = lookAt([at('a')], 'key')!
    expect(statSync(at('a')).size).toBe(3)
    expect(now.mark).not.toBe(before.mark)
    expect(now.changed).toBeGreaterThan(before.changed)
  })

  test('is the same while nothing is changed, and another for what is known of it in words', () => {
    for (const name of ['a', 'b']) writeFileSync(at(name), 'aaa')
    expect(lookAt([at('a'), at('b')], 'key')).toEqual(lookAt([at('a'), at('b')], 'key'))
    expect(lookAt([at('a')], 'key')!.mark).not.toBe(lookAt([at('a')], 'other')!.mark)
  })

  test('is none of what is no file', () => {
    writeFileSync(at('a'), 'aaa')
    symlinkSync(at('a'), at('link'))
    for (const name of ['link', 'missing', '.']) expect(lookAt([at('a'), at(name)])).toBe(null)
  })
})

describe('what was noted', () => {
  test('is known the next time; what was changed shortly before is not trusted', async () => {
    const first = new Seen(at('.seen'))
    expect([first.get('x'), first.until < 0]).toEqual([null, true])
    first.note('x', 7)
    first.note('__proto__', 8)
    const begun = Date.now()
    await first.write()
    const next = new Seen(at('.seen'))
    expect([next.get('x'), next.get('__proto__'), next.get('y')]).toEqual([7, 8, null])
    expect(next.until).toBeLessThan(begun)
    expect(next.until).toBeGreaterThan(begun - 5000)
  })

  test.each(['', '{', '{"at":1}', '[]'])('%j is nothing', (written) => {
    writeFileSync(at('.seen'), written)
    expect(new Seen(at('.seen')).get('x')).toBe(null)
    expect(readFileSync(at('.seen'), 'utf8')).toBe(written)
  })
})
