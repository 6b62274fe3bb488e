import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { claimtrace, folderWith } from './process.ts'

const TEXT = 'The keeper of the old mill said that the owls had come back. “They will stay until the end of the year,” he told the town council.'

/** Deletes what was written about `a` when it is to be read. */
const DELETES = `const fs = require('node:fs')
const { readFileSync } = fs
fs.readFileSync = (path, ...more) => {
  if (String(path).endsWith('articles/a.json')) fs.rmSync(path)
  return readFileSync(path, ...more)
}
require('node:module').syncBuiltinESMExports()`

/** Refuses to read the text of `unreadable`, once. */
const REFUSES = `const fs = require('node:fs')
const { readFileSync } = fs
let refused = false
fs.readFileSync = (path, ...more) => {
  if (refused || !String(path).endsWith('texts/unreadable.txt')) return readFileSync(path, ...more)
  refused = true
  throw Object.assign(new Error('no'), { code: 'EACCES' })
}
require('node:module').syncBuiltinESMExports()`

let folder: ReturnType<typeof folderWith>
beforeEach(() => {
  folder = folderWith({ 'sources/a.txt': TEXT, 'rows.jsonl': `${JSON.stringify({ id: 'r1', text: TEXT })}\n${JSON.stringify({ id: 'r2', text: `${TEXT} He laughed.` })}\n`, 'deletes.cjs': DELETES, 'refuses.cjs': REFUSES })
})
afterEach(() => folder.remove())

const at = (path: string) => join(folder.path, path)
const run = (args: readonly string[] = [], env = {}) => claimtrace(['run', 'sources', 'rows.jsonl', '--no-report', '--json', ...args], { cwd: folder.path, env })

/** What may become of a text between two runs. */
const DAMAGE: Readonly<Record<string, (path: string, text: string) => void>> = {
  none: () => {},
  deleted: (path) => rmSync(path),
  cut: (path, text) => writeFileSync(path, text.slice(0, 20)),
  'changed, of the same length': (path, text) => writeFileSync(path, text.replace('mill', 'farm')),
  grown: (path, text) => writeFileSync(path, `${text} No.`),
  'a link to the same words': (path, text) => {
    writeFileSync(at('precious'), text)
    rmSync(path)
    symlinkSync(at('precious'), path)
  },
  unreadable: () => {}, // by refuses.cjs
}

const many = (env = {}) => claimtrace(['run', 'many.jsonl', '--no-report', '--json'], { cwd: folder.path, env })

test('texts that were lost, cut or changed are noticed and written again, no other is', async () => {
  const ids = Object.keys(DAMAGE)
  writeFileSync(at('many.jsonl'), ids.map((id) => `${JSON.stringify({ id, text: `${TEXT} ${id}` })}\n`).join(''))
  const texts = () => ids.map((id) => [id, lstatSync(at(`output/texts/${id}.txt`)).isFile(), readFileSync(at(`output/texts/${id}.txt`), 'utf8')])
  await many()
  const before = texts()
  for (const [id, damage] of Object.entries(DAMAGE)) damage(at(`output/texts/${id}.txt`), readFileSync(at(`output/texts/${id}.txt`), 'utf8'))
  const { how } = JSON.parse((await many({ NODE_OPTIONS: `--require ${at('refuses.cjs')}` })).stdout) as { how: object }
  expect(how).toEqual({ written: 0, kept: 1, updated: ids.length - 1, failed: 0 })
  expect(texts()).toEqual(before)
})

test('a folder in the place of a text costs that article alone, and is told', async () => {
  await run()
  rmSync(at('output/texts/r1.txt'))
  mkdirSync(at('output/texts/r1.txt'))
  const { code, stderr, stdout } = await run()
  expect(stderr).toEqual([expect.stringMatching(/rows\.jsonl: r1: its result cannot be written: it is a folder/)])
  expect([code, JSON.parse(stdout)]).toEqual([2, expect.objectContaining({ how: { written: 0, kept: 2, updated: 0, failed: 1 } })])
})

const report = () => claimtrace(['report'], { cwd: folder.path })

test('an article file that goes away while the run tells what it found stops nothing; the next run writes it again', async () => {
  const { code, stderr } = await run([], { NODE_OPTIONS: `--require ${at('deletes.cjs')}` })
  expect({ code, stderr, there: existsSync(at('output/articles/a.json')) }).toEqual({ code: 0, stderr: [], there: false })
  expect(readFileSync(at('output/links/manifest.json'), 'utf8')).toContain('"articles": 3')
  expect(JSON.parse((await run()).stdout)).toMatchObject({ how: { written: 1, kept: 2, updated: 0, failed: 0 } })
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

test.each(['report', 'report/data', 'export'])('%s that is a symbolic link is not written through, and nothing is deleted behind it', async (name) => {
  await run()
  mkdirSync(at('elsewhere'))
  writeFileSync(at('elsewhere/mine.js'), 'mine')
  mkdirSync(dirname(at(`output/${name}`)), { recursive: true })
  symlinkSync(at('elsewhere'), at(`output/${name}`))
  const { code, stderr } = await claimtrace(name === 'export' ? ['export', '--format', 'csv'] : ['report'], { cwd: folder.path })
  expect(stderr).toEqual([expect.stringMatching(new RegExp(`output/${name}: is a symbolic link`))])
  expect([code, readdirSync(at('elsewhere'))]).toEqual([2, ['mine.js']])
})

test('a report whose files are symbolic links replaces them; what is not of a report stays', async () => {
  await run()
  await report()
  const files = ['index.html', 'report.js', 'data/site.js'].map((name) => at(`output/report/${name}`))
  const whole = files.map((file) => readFileSync(file, 'utf8'))
  writeFileSync(at('precious'), 'mine')
  for (const file of files) {
    rmSync(file)
    symlinkSync(at('precious'), file)
  }
  writeFileSync(at('output/report/data/notes.txt'), 'notes')
  expect(await report()).toMatchObject({ code: 0, stderr: [] })
  expect(files.map((file) => [lstatSync(file).isFile(), readFileSync(file, 'utf8')])).toEqual(whole.map((content) => [true, content]))
  expect([readFileSync(at('precious'), 'utf8'), readFileSync(at('output/report/data/notes.txt'), 'utf8')]).toEqual(['mine', 'notes'])
})

test('two runs at once into one folder, with the lock of a dead one in it: one writes, the other says so', async () => {
  mkdirSync(at('output'))
  writeFileSync(at('output/.lock'), String(spawnSync(process.execPath, ['-e', '']).pid))
  const ran = await Promise.all([run(), run(), run()])
  expect(ran.map(({ code }) => code).toSorted()).toContain(0)
  for (const { code, stderr } of ran) expect({ code, stderr }).toEqual(code === 0 ? { code, stderr: [] } : { code: 2, stderr: [expect.stringMatching(/another run \(process \d+\) is writing here/)] })
  expect(readdirSync(at('output')).toSorted()).toEqual(['.index.sqlite', '.journal', '.linking', '.seen', 'articles', 'links', 'texts'])
})

test('a glob does not follow a loop', async () => {
  symlinkSync('..', at('sources/loop'))
  const { stdout } = await claimtrace(['extract', '**/*.txt'], { cwd: folder.path })
  expect(stdout.split('\n').filter(Boolean)).toHaveLength(1)
})

test.skipIf(process.platform === 'win32')('a pipe that lies in a folder is no article: nobody waits for it', async () => {
  spawnSync('mkfifo', [at('sources/b.txt')])
  const { code, stdout } = await claimtrace(['extract', 'sources'], { cwd: folder.path })
  expect([code, stdout.split('\n').filter(Boolean)]).toEqual([0, [expect.stringContaining('"id":"a"')]])
})

/** What a command reads by name, where a named pipe stands in its place, after a run; and whether it can go on without it. */
const PIPES: readonly (readonly [place: string, args: readonly string[], goesOn?: boolean])[] = [
  ['p.txt', ['extract', 'p.txt']],
  ['p.txt', ['extract', 'p*.txt']],
  ['p.jsonl', ['compare', 'p.jsonl']],
  ['p.jsonl', ['train', '--corpus', 'p.jsonl']],
  ['p.json', ['extract', 'sources', '--config', 'p.json']],
  ['sources/a.meta.json', ['extract', 'sources'], true],
  ['sources/a.corrections.json', ['run', 'sources'], true],
  ['output/.lock', ['run', 'sources']],
  ['output/.journal', ['run', 'sources'], true],
  ['output/.seen', ['run', 'sources'], true],
  ['output/.index.sqlite', ['audit', 'owls'], true],
  ['output/articles/a.json', ['run', 'sources'], true],
  ['output/links/manifest.json', ['audit', 'owls']],
  ['output/links/groups.jsonl', ['report']],
]

describe.skipIf(process.platform === 'win32')('a named pipe is not waited for', () => {
  test.each(PIPES.map(([place, args, goesOn = false]) => ({ place, args, goesOn })))('$place: $args', async ({ place, args, goesOn }) => {
    if (place.startsWith('output')) await run()
    rmSync(at(place), { force: true })
    mkdirSync(dirname(at(place)), { recursive: true })
    spawnSync('mkfifo', [at(place)])
    const { code, stdout, stderr } = await claimtrace(args, { cwd: folder.path })
    expect(code).toBe(goesOn ? 0 : 2)
    if (!goesOn) expect(stderr).toEqual([expect.stringMatching(/it is a pipe, a socket or a device, no file|no file matches/)])
    else if (place.startsWith('sources')) expect(`${stdout}${stderr.join()}`).toMatch(/a\.meta\.json: cannot be read: it is a pipe|corrections\/malformed in 1/)
  })

  test('but what a shell hands over is read', async () => {
    const { stdout } = spawnSync('bash', ['-c', `"$1" "$2" extract <(cat sources/a.txt)`, 'bash', process.execPath, resolve('dist/claimtrace.js')], { cwd: folder.path, encoding: 'utf8' })
    expect(stdout).toContain('"claims":[{')
  })
})
