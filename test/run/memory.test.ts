import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** Bytes that the heap of a process of its own holds, measured in equal steps. */
function retained(...args: readonly string[]): readonly number[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', resolve('test/run/retained.ts'), ...args], { encoding: 'utf8' })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  return JSON.parse(stdout) as readonly number[]
}

test('a run keeps neither an article nor its answer nor its row', () => {
  const out = mkdtempSync(join(tmpdir(), 'retained-'))
  try {
    const [early, , late] = retained('run', out)
    expect((late! - early!) / 400).toBeLessThan(8_000) // compiled code is a part of it; a row has 20,000 bytes
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
})

test('what is kept by word does not grow with the number of words', () => {
  const held = retained('words')
  const [first, second] = [held.slice(0, held.length / 2), held.slice(held.length / 2)].map((half) => Math.max(...half))
  expect(second! - first!).toBeLessThan(12e6) // 100,000 words later
})
