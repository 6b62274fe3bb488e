import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimtrace, folderWith } from './process.ts'

const COUNT = 90
const NAMES = ['Ada Boll', 'Bo Carter', 'Cyril Dunn', 'Dora Elms']
const textOf = (n: number) => `${NAMES[n % 4]}, the keeper of mill ${n}, said that the owls had come back. “They will stay for ${n} years,” ${NAMES[n % 4]!.split(' ')[1]} told the council. According to the Harbour Times, the mill is safe.`
const rows = Array.from({ length: COUNT }, (_, n) => (n === 40 ? '{"id": "cut' : JSON.stringify({ id: `r${n}`, text: textOf(n), outlet: `Paper ${n % 7}` })))

/** Lets the worker that comes to article r50 die, and its own thread be told nothing. */
const DIES = `const { isMainThread } = require('node:worker_threads')
const { stringify } = JSON
if (!isMainThread) JSON.stringify = (value, ...more) => (value?.source?.id === 'r50' ? process.exit(3) : stringify(value, ...more))`

let folder: ReturnType<typeof folderWith>
beforeEach(() => (folder = folderWith({ 'rows.jsonl': `${rows.join('\n')}\n`, 'dies.cjs': DIES })))
afterEach(() => folder.remove())

const extract = (workers: string, env = {}) => claimtrace(['extract', '--workers', workers, 'rows.jsonl'], { cwd: folder.path, env })

const filesOf = (out: string) =>
  readdirSync(join(folder.path, out), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.journal' && entry.name !== '.seen') // they know where texts stand, and when files were written
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8').replaceAll(`${out}/`, '')])
    .sort()
const run = (workers: string, out: string, env = {}) => claimtrace(['run', '--workers', workers, '--no-report', '--json', '--out', out, 'rows.jsonl'], { cwd: folder.path, env })
const dying = () => ({ NODE_OPTIONS: `--require ${join(folder.path, 'dies.cjs')}` })

test('two and three workers give the bytes of one, in the same order', async () => {
  const one = await extract('1')
  expect(one.stdout.split('\n').filter(Boolean)).toHaveLength(COUNT)
  for (const workers of ['2', '3']) expect(await extract(workers)).toEqual(one)
})

test('a run writes the same with two workers, and tells the same', async () => {
  const [one, two] = [await run('1', 'one'), await run('2', 'two')]
  expect({ ...two, stdout: two.stdout.replaceAll('two/', 'one/') }).toEqual(one)
  expect(filesOf('two')).toEqual(filesOf('one'))
})

test('an article that a worker dies of costs itself only', async () => {
  const [whole, others] = [await extract('1'), await extract('2', dying())]
  const [before, after] = [whole, others].map(({ stdout }) => stdout.split('\n').filter(Boolean))
  const changed = after!.flatMap((line, n) => (line === before![n] ? [] : [n]))
  // the own thread may have come to it first
  expect(changed.length === 0 || (changed.length === 1 && after![50]!.includes('"annotate/failed"'))).toBe(true)
  expect(after).toHaveLength(COUNT)
  expect(others.code).toBe(2)
})

test('an article that the thread of a run dies of costs itself only', async () => {
  const { code, stdout } = await run('1', 'out', dying())
  expect(code).toBe(2)
  const { articles, errors } = JSON.parse(stdout) as { articles: number; errors: { message: string }[] }
  expect(articles).toBe(COUNT - 2)
  expect(errors.map(({ message }) => message).sort()).toEqual([expect.stringContaining('rows.jsonl: r50: could not be annotated'), expect.stringContaining('rows.jsonl:41')])
  expect(readdirSync(join(folder.path, 'out/articles'))).toHaveLength(COUNT - 2)
})

test('a number of workers that is none is refused', async () => {
  for (const workers of ['0', 'two', '1.5', '']) expect((await extract(workers)).code).toBe(2)
})
