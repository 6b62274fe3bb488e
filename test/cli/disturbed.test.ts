import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimtrace, folderWith } from './process.ts'

const TEXT = 'The keeper of the old mill said that the owls had come back. “They will stay until the end of the year,” he told the town council.'

/** Deletes what was written about `a` when the articles are read back. */
const DELETES = `const fs = require('node:fs')
const { readFileSync } = fs
fs.readFileSync = (path, ...more) => {
  if (String(path).endsWith('articles/a.json')) fs.rmSync(path)
  return readFileSync(path, ...more)
}
require('node:module').syncBuiltinESMExports()`

let folder: ReturnType<typeof folderWith>
beforeEach(() => {
  folder = folderWith({ 'sources/a.txt': TEXT, 'rows.jsonl': `${JSON.stringify({ id: 'r1', text: TEXT })}\n${JSON.stringify({ id: 'r2', text: `${TEXT} He laughed.` })}\n`, 'deletes.cjs': DELETES })
})
afterEach(() => folder.remove())

const at = (path: string) => join(folder.path, path)
const run = (args: readonly string[] = [], env = {}) => claimtrace(['run', 'sources', 'rows.jsonl', '--no-report', '--json', ...args], { cwd: folder.path, env })

test('texts that were lost or cut are noticed and written again', async () => {
  await run()
  const before = [1, 2].map((n) => readFileSync(at(`output/texts/r${n}.txt`), 'utf8'))
  rmSync(at('output/texts/r1.txt'))
  writeFileSync(at('output/texts/r2.txt'), before[1]!.slice(0, 20))
  const { how } = JSON.parse((await run()).stdout) as { how: object }
  expect(how).toEqual({ written: 0, kept: 1, updated: 2, failed: 0 })
  expect([1, 2].map((n) => readFileSync(at(`output/texts/r${n}.txt`), 'utf8'))).toEqual(before)
})

test('an article file that goes away while claims are linked costs one line', async () => {
  const { code, stderr } = await run([], { NODE_OPTIONS: `--require ${at('deletes.cjs')}` })
  expect(stderr).toEqual([expect.stringMatching(/output\/articles\/a\.json: cannot be read back to be linked: .*; run again$/)])
  expect(code).toBe(2)
  expect(readFileSync(at('output/links/manifest.json'), 'utf8')).toContain('"articles": 2')
})

test.each(['articles', 'texts', 'links'])('%s that is a symbolic link is not written through', async (name) => {
  mkdirSync(at('output'))
  mkdirSync(at('elsewhere'))
  symlinkSync(at('elsewhere'), at(`output/${name}`))
  const { code, stderr } = await run()
  expect(stderr).toEqual([expect.stringMatching(new RegExp(`output/${name}: is a symbolic link`))])
  expect(code).toBe(2)
  expect(readdirSync(at('elsewhere'))).toEqual([])
})

test('a symbolic link in the place of a file is replaced, not followed', async () => {
  await run()
  const whole = readFileSync(at('output/articles/a.json'), 'utf8')
  writeFileSync(at('precious'), 'mine')
  for (const file of ['output/articles/a.json', 'output/texts/r1.txt', 'output/links/links.jsonl']) {
    rmSync(at(file))
    symlinkSync(at('precious'), at(file))
  }
  expect((await run()).code).toBe(0)
  expect(readFileSync(at('precious'), 'utf8')).toBe('mine')
  expect(readFileSync(at('output/articles/a.json'), 'utf8')).toBe(whole)
})

test('a glob does not follow a loop', async () => {
  symlinkSync('..', at('sources/loop'))
  const { stdout } = await claimtrace(['extract', '**/*.txt'], { cwd: folder.path })
  expect(stdout.split('\n').filter(Boolean)).toHaveLength(1)
})
