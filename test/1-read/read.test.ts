import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isError, read, type ReadOptions } from '../../pipeline/1-read/read.ts'
import { locate, totalBytes } from '../../pipeline/1-read/locate.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { configSchema } from '../../pipeline/model/config-schema.ts'

const FILES: Readonly<Record<string, string>> = {
  'b.txt': 'The owls are well.',
  'a/z.md': 'The owls are well.',
  'a/b/y.HTM': '<p>The owls are well.</p>',
  'a/rows.jsonl': ['z', 'z', 'z-2', 'z'].map((id) => JSON.stringify({ id, text: `Owls of ${id}.`, url: 'https://news.example.org/1' })).join('\n'),
  'a/skipped.doc': '',
  '.git/c.txt': '',
  'a/node_modules/d.txt': '',
  'a/z.meta.json': '{"published": "2021-03-04", "outlet": "Herald"}',
}

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'claimtrace-read-'))
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
})
afterAll(() => rmSync(root, { recursive: true }))

const none = { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true as const, value: undefined }) }) }

async function articles(paths: readonly string[], options: Partial<ReadOptions> = {}) {
  const found = []
  for await (const article of read(paths, { config: NO_CONFIG, textPathOf: () => null, stdin: none, ...options })) {
    if (isError(article)) throw new Error(article.message)
    found.push(article)
  }
  return found
}

async function located(paths: readonly string[]) {
  const found = []
  for await (const file of locate(paths)) found.push(typeof file === 'string' ? file.replace(`${root}/`, '') : file.code)
  return found
}

describe('where articles are', () => {
  test('a folder with all that is in it, sorted; hidden and foreign files left out', async () => {
    expect(await located([root])).toEqual(['a/b/y.HTM', 'a/rows.jsonl', 'a/z.md', 'b.txt'])
  })

  test('in the order given, each once', async () => {
    expect(await located([join(root, 'b.txt'), root, join(root, 'a/../b.txt')])).toEqual(['b.txt', 'a/b/y.HTM', 'a/rows.jsonl', 'a/z.md'])
  })

  test('a pattern', async () => {
    expect(await located([`${root}/**/*.{md,txt}`])).toEqual(['a/z.md', 'b.txt'])
    expect(await located([`${root}/*.pdf`])).toEqual(['read/missing'])
  })

  test('how many bytes they have, if that can be known', async () => {
    expect(await totalBytes([join(root, 'b.txt'), join(root, 'a/z.md')])).toBe(36)
    expect(await totalBytes([join(root, 'b.txt'), '-'])).toBeNull()
  })
})

describe('articles', () => {
  test('ids are unique: the row or file that comes later gets a suffix, and that is said', async () => {
    const found = await articles([join(root, 'a')])
    expect(found.map(({ id }) => id)).toEqual(['y', 'z', 'z-2', 'z-2-2', 'z-3', 'z-4'])
    expect(found.map(({ problems }) => problems.some(({ code }) => code === 'read/duplicate-id'))).toEqual([false, false, true, true, true, true])
  })

  test('the text of a file is its own, that of a page or a row is written elsewhere', async () => {
    const found = await articles([root], { textPathOf: (id) => `out/${id}` })
    expect(found.map(({ id, textPath }) => [id, textPath])).toEqual([
      ['y', 'out/y'],
      ['z', 'out/z'],
      ['z-2', 'out/z-2'],
      ['z-2-2', 'out/z-2-2'],
      ['z-3', 'out/z-3'],
      ['z-4', null],
      ['b', null],
    ])
  })

  test('metadata beside the file, and an outlet by folder or host', async () => {
    const config = configSchema.parse({ outlets: { [root]: 'Whole Folder', [join(root, 'a')]: 'Folder A', 'example.org': 'Example' } })
    const found = await articles([root], { config })
    expect(found.map(({ id, outlet, published }) => [id, outlet, published])).toEqual([
      ['y', 'Folder A', null],
      ...['z', 'z-2', 'z-2-2', 'z-3'].map((id) => [id, 'Example', null]),
      ['z-4', 'Herald', '2021-03-04'],
      ['b', 'Whole Folder', null],
    ])
  })

  test('every byte is counted once', async () => {
    let bytes = 0
    await articles([join(root, 'b.txt'), join(root, 'a/rows.jsonl')], { onBytes: (n) => (bytes += n) })
    expect(bytes).toBe(FILES['b.txt']!.length + FILES['a/rows.jsonl']!.length)
  })
})
