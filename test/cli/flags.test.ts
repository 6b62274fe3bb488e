import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { FLAGS } from '../../pipeline/cli/flags.ts'

/** Runs a pattern, sets flags, and runs the pattern again while V8 compiles and collects: what crashed at random in long runs crashes here at once. */
const SCRIPT = `
const { setFlagsFromString } = require('node:v8')
const pattern = /[a-z]+(?:[0-9]+|[A-Z]{3,})x|foo.*bar|(\\w+) (\\w+) zz/g
pattern.test('abc')
for (const flag of process.argv.slice(1)) { try { setFlagsFromString(flag) } catch {} }
const text = 'abc def ghi '.repeat(20000)
const made = []
for (let i = 0; i < 30; i++) {
  pattern.lastIndex = 0
  pattern.test(text)
  const run = new Function('x', 'let s = 0; for (let i = 0; i < x; i++) s += i * ' + (i + 0.5) + '; return [s, { a: s }]')
  for (let k = 0; k < 50; k++) made.push(run(2000))
  made.length = 0
}
console.log('done')
`

it('V8 runs on with the flags that are set once it runs', () => {
  const { signal, status, stdout } = spawnSync(process.execPath, ['-e', SCRIPT, '--', ...FLAGS], { encoding: 'utf8' })
  expect({ signal, status, stdout }).toEqual({ signal: null, status: 0, stdout: 'done\n' })
})
