import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { claimtrace } from './process.ts'

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-train-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('claimtrace train', () => {
  test('learns from the fixtures, writes model and card, tells the figures', async () => {
    const { code, stdout } = await claimtrace(['train', '--corpus', resolve('fixtures'), '--out', join(folder, 'model')], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toContain('Expected calibration error')
    expect(statSync(join(folder, 'model', 'model.bin')).size).toBeGreaterThan(1000)
    expect(readFileSync(join(folder, 'model', 'model-card.md'), 'utf8')).toContain('The attribution model')
  })

  test('a corpus that is not there, or not one', async () => {
    const missing = await claimtrace(['train', '--corpus', 'nowhere.jsonl'], { cwd: folder })
    expect(missing.code).toBe(2)
    expect(missing.stderr.join('\n')).toContain('nowhere.jsonl: no such file')
    writeFileSync(join(folder, 'broken.jsonl'), '{"id": "a"}\n')
    const broken = await claimtrace(['train', '--corpus', 'broken.jsonl'], { cwd: folder })
    expect(broken.code).toBe(2)
    expect(broken.stderr.join('\n')).toContain('broken.jsonl')
  })
})
