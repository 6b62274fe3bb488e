import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OutputFolder } from '../../pipeline/9-output/files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Process id of a process that has ended. */
const dead = () => spawnSync(process.execPath, ['-e', '']).pid
const living = process.ppid

test('a folder that another living process writes to is refused, with its id', async () => {
  writeFileSync(join(folder, '.lock'), String(living))
  await expect(new OutputFolder(folder).open()).rejects.toThrow(`another run (process ${living}) is writing here`)
})

test.each([
  ['of a dead process', () => String(dead())],
  ['that was cut off', () => ''],
  ['of nonsense', () => 'x'],
])('a lock %s is taken over, and gone when the run ends', async (_, content) => {
  writeFileSync(join(folder, '.lock'), content())
  const lock = await new OutputFolder(folder).open()
  await lock.release()
  expect(existsSync(join(folder, '.lock'))).toBe(false)
})

test('a folder in its place is taken away', async () => {
  mkdirSync(join(folder, '.lock/more'), { recursive: true })
  await (await new OutputFolder(folder).open()).release()
  expect(readdirSync(folder).toSorted()).toEqual(['articles', 'links', 'texts'])
})

test('two jobs of one process do not write into one folder at once', async () => {
  const opened = await Promise.allSettled([1, 2, 3].map(() => new OutputFolder(folder).open()))
  expect(opened.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
  for (const each of opened) if (each.status === 'rejected') expect(String(each.reason)).toContain('this very process is writing here')
  for (const each of opened) if (each.status === 'fulfilled') await each.value.release()
  await (await new OutputFolder(folder).open()).release()
})

test('temporary files of dead processes go; those of living ones, and other files, stay', async () => {
  mkdirSync(join(folder, 'articles'))
  mkdirSync(join(folder, `.index.sqlite.${dead()}-4.tmp/new`), { recursive: true })
  for (const name of [`a.json.${dead()}-3.tmp`, `b.json.${living}-0.tmp`, 'c.tmp', 'd.json']) writeFileSync(join(folder, 'articles', name), '')
  await (await new OutputFolder(folder).open()).release()
  expect(readdirSync(join(folder, 'articles')).toSorted()).toEqual([`b.json.${living}-0.tmp`, 'c.tmp', 'd.json'])
  expect(readdirSync(folder).toSorted()).toEqual(['articles', 'links', 'texts'])
})
