import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holding } from '../support/journal.ts'
import { claimtrace, folderWith } from './process.ts'

/** More rounds: CLAIMTRACE_KILLS=50 npx vitest run test/cli/kill.test.ts */
const ROUNDS = Number(process.env['CLAIMTRACE_KILLS'] ?? 10)
const rows = Array.from({ length: 12 }, (_, n) => {
  const text = `${'Ada Boll, the keeper of the mill, said that the owls had come back. '.repeat(1 + (n % 3))}“They will stay for ${n % 4} years,” Boll told the council. The council denied that the owls had come back.`
  return `${JSON.stringify({ id: `r${n}`, text, outlet: `Paper ${n % 5}` })}\n`
}).join('')

/** Kills the process, as the system would, at a byte of what it writes under links/: the byte before is written, this one is not. */
const KILLS = `const fs = require('node:fs/promises')
const { open } = fs
let left = Number(process.env.KILL_AT)
fs.open = async (path, ...more) => {
  const file = await open(path, ...more)
  const write = file.write.bind(file)
  if (/[\\\\/]links[\\\\/]/.test(path)) file.write = async (bytes, from, length) => {
    if (length < left) return (left -= length), write(bytes, from, length)
    await write(bytes, from, left)
    process.kill(process.pid, 'SIGKILL')
    return new Promise(() => setInterval(() => {}, 1e6))
  }
  return file
}
require('node:module').syncBuiltinESMExports()`

let folder: ReturnType<typeof folderWith>
beforeAll(() => (folder = folderWith({ 'rows.jsonl': rows, 'kills.cjs': KILLS })))
afterAll(() => folder.remove())

const run = (env = {}, ...more: readonly string[]) => claimtrace(['run', 'rows.jsonl', '--no-report', '--json', ...more], { cwd: folder.path, env })

/** What stands under output/, but for what tells when it was written; of the journal, to which every run adds, what holds. */
function written(): Map<string, string> {
  const entries = readdirSync(join(folder.path, 'output'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== '.seen')
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name))
  return new Map(paths.map((path) => [path, path.endsWith('.journal') ? holding(readFileSync(path, 'utf8')) : readFileSync(path, 'utf8')]))
}

test(`killed ${ROUNDS} times while links are written: every file is whole or absent, and the next run gives the same bytes`, async () => {
  await run()
  const whole = written()
  const links = [...whole].filter(([path]) => /[\\/]links[\\/]/.test(path))
  const size = links.reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0)
  expect(size).toBeGreaterThan(5_000)
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 2 === 1) rmSync(join(folder.path, 'output/links'), { recursive: true })
    const at = 1 + Math.floor(Math.random() * size)
    const { code, stderr } = await run({ NODE_OPTIONS: `--require ${join(folder.path, 'kills.cjs')}`, KILL_AT: String(at) }, '--fresh')
    expect({ at, code, stderr }).toEqual({ at, code: null, stderr: [] })
    for (const [path, content] of written()) if (!/\.tmp$|\.lock$/.test(path)) expect({ at, path, content }).toEqual({ at, path, content: whole.get(path) })
    expect((await run()).code).toBe(0)
    expect({ at, files: written() }).toEqual({ at, files: whole })
  }
}, 60_000 + 60_000 * ROUNDS)
