import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeAtomic } from '../../pipeline/9-output/write-atomic.ts'
import { smallDisk } from '../support/small-disk.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'atomic-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a write', () => {
  test('of text, of bytes and of many chunks gives exactly these, and leaves no temporary file', async () => {
    const path = join(folder, 'a.txt')
    const rows = Array.from({ length: 40_000 }, (_, i) => `row ${i} é🦉\n`)
    for (const content of ['one é', Buffer.from('two'), rows, [], '']) {
      await writeAtomic(path, content)
      expect(readFileSync(path, 'utf8')).toBe(Array.isArray(content) ? content.join('') : content.toString())
    }
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  test('never shows a part: the old content stands while chunks are still being made, and where making them fails', async () => {
    const path = join(folder, 'b.txt')
    writeFileSync(path, 'old')
    function* broken(): Generator<string> {
      yield 'x'.repeat(1_000_000)
      expect(readFileSync(path, 'utf8')).toBe('old')
      throw new Error('the rows broke off')
    }
    await expect(writeAtomic(path, broken())).rejects.toThrow('broke off')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('replaces a symbolic link and leaves what it led to alone', async () => {
    const [elsewhere, path] = [join(folder, 'elsewhere.txt'), join(folder, 'link.txt')]
    writeFileSync(elsewhere, 'not ours')
    symlinkSync(elsewhere, path)
    await writeAtomic(path, 'ours')
    expect([readFileSync(elsewhere, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['not ours', 'ours'])
  })

  test('into a folder that is not there is told with the system’s code', async () => {
    await expect(writeAtomic(join(folder, 'none/x.txt'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

test('on a full disk fails as such: the old content stands, no file is cut, no temporary one is left', async (context) => {
  const disk = smallDisk(join(folder, 'disk'), 64)
  if (disk === null) return context.skip('no small file system may be mounted here')
  try {
    const path = join(disk.path, 'links.json')
    await writeAtomic(path, 'old')
    for (const content of ['y'.repeat(200_000), Buffer.alloc(61_441, 'y'), Array.from({ length: 300 }, () => 'z'.repeat(1000))])
      await expect(writeAtomic(path, content)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect([readFileSync(path, 'utf8'), readdirSync(disk.path), existsSync(join(disk.path, 'new.json'))]).toEqual(['old', ['links.json'], false])
    await writeAtomic(path, 'w'.repeat(20_000))
    expect(readFileSync(path, 'utf8')).toBe('w'.repeat(20_000))
  } finally {
    disk.remove()
  }
})
