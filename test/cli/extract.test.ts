import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnnotatedArticle } from '../../pipeline/model/schema.ts'
import { claimtrace, folderWith } from './process.ts'

const TEXT = 'The keeper said that the owls were well. “They will stay,” he told the council. He believes that they are happy.'
const row = (id: string) => `${JSON.stringify({ id, text: TEXT, outlet: 'Hill Town News', published: '4 March 2021', url: 'https://example.org/a' })}\n`

let folder: ReturnType<typeof folderWith>
beforeAll(() => {
  folder = folderWith({
    'rows.jsonl': Array.from({ length: 60 }, (_, i) => row(`r${i}`)).join(''),
    'sources/a.txt': TEXT,
    'sources/deep/b.md': TEXT,
    'sources/c.meta.json': JSON.stringify({ title: 'Owls', outlet: 'Herald' }),
    'sources/c.txt': TEXT,
    'sources/notes.doc': '',
    'sources/.hidden.txt': TEXT,
  })
})
afterAll(() => folder.remove())

const parse = (stdout: string) => stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as AnnotatedArticle)

test('without a path: everything in sources/, sorted; metadata from the file beside', async () => {
  const { stdout, stderr, code } = await claimtrace(['extract'], { cwd: folder.path })
  const articles = parse(stdout)
  expect(articles.map(({ source }) => [source.path, source.title, source.outlet])).toEqual([
    ['sources/a.txt', null, null],
    ['sources/c.txt', 'Owls', 'Herald'],
    ['sources/deep/b.md', null, null],
  ])
  expect({ stderr, code }).toEqual({ stderr: [expect.stringContaining('not read in folders: 1 .doc; other files when they are saved as .docx')], code: 0 })
})

test('rows keep their order and what they say about themselves; spans are slices of their text', async () => {
  const { stdout } = await claimtrace(['extract', '-'], { cwd: folder.path, stdin: row('b') + row('a') })
  const articles = parse(stdout)
  expect(articles.map(({ source }) => source)).toMatchObject(
    ['b', 'a'].map((id) => ({ id, path: null, textPath: null, outlet: 'Hill Town News', published: '2021-03-04', url: 'https://example.org/a' })),
  )
  expect(articles[0]!.claims.length).toBeGreaterThan(0)
  for (const span of articles[0]!.claims.flatMap(({ content }) => content)) expect(TEXT.slice(span.start, span.end)).toBe(span.exact)
})

test('answers before the input has ended', async () => {
  const child = spawn(process.execPath, [resolve('dist/claimtrace.js'), 'extract', '-'], { cwd: folder.path })
  child.stdin.write(row('first'))
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  expect(JSON.parse(line)).toMatchObject({ source: { id: 'first' } })
  child.stdin.end(row('second'))
  expect(await once(child, 'close')).toEqual([0, null])
})

test('Ctrl-C: one line, and no half line before it', async () => {
  const child = spawn(process.execPath, [resolve('dist/claimtrace.js'), 'extract', '-'], { cwd: folder.path })
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    child.kill('SIGINT')
  })
  child.stdin.write(row('first'))
  expect(await once(child, 'close')).toEqual([130, null])
  expect(stderr).toBe('claimtrace: interrupted\n')
  expect(parse(stdout)).toHaveLength(1)
})

test('ends quietly when its reader goes away', async () => {
  const { stdout, stderr } = await claimtrace(['extract', 'rows.jsonl'], { cwd: folder.path, redirect: '| head -n 1' })
  expect(parse(stdout)).toHaveLength(1)
  expect(stderr).toEqual([])
})

test('says when standard output is full', async () => {
  const { stderr, code } = await claimtrace(['extract', 'rows.jsonl'], { cwd: folder.path, redirect: '> /dev/full' })
  expect(stderr).toEqual(['claimtrace: standard output cannot be written: no space is left on the device'])
  expect(code).toBe(2)
})

test('unsure claims and attitudes can be left out', async () => {
  const all = parse((await claimtrace(['extract', 'sources/a.txt'], { cwd: folder.path })).stdout)[0]!
  const spoken = parse((await claimtrace(['extract', '--no-attitudes', 'sources/a.txt'], { cwd: folder.path })).stdout)[0]!
  const none = parse((await claimtrace(['extract', '--min-confidence', '1', 'sources/a.txt'], { cwd: folder.path })).stdout)[0]!
  expect(spoken.claims).toEqual(all.claims.filter(({ mode }) => mode === 'speech'))
  expect(none.claims).toEqual(all.claims.filter(({ confidence }) => confidence === 1))
})

test('npm adds nothing to the stream', async () => {
  const npm = spawn('npm', ['run', '-s', 'extract', '--', `${folder.path}/sources/a.txt`], { cwd: resolve('.') })
  let stdout = ''
  npm.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  await once(npm, 'close')
  expect(parse(stdout)).toHaveLength(1)
})
