import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { claimtrace, folderWith } from './process.ts'

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

const GOLD = fileURLToPath(new URL('../../../shared/gold/events-dev.jsonl', import.meta.url))
const EVENTS = fileURLToPath(new URL('../../../shared/corpora/events-dev.jsonl', import.meta.url))

test.skipIf(!existsSync(GOLD))('one fold of the judge of links: learned without an event, then used on it by the folder that it was written to', async () => {
  const rows = readFileSync(EVENTS, 'utf8').trim().split('\n')
  const { cluster } = JSON.parse(rows[0]!) as { cluster: string }
  const own = folderWith({ 'event.jsonl': rows.filter((row) => row.includes(`"${cluster}"`)).join('\n') })
  try {
    const trained = await claimtrace(['train', '--links', GOLD, '--articles', EVENTS, '--without', cluster, '--out', 'w'], { cwd: own.path })
    expect([trained.code, trained.stdout.includes(cluster)]).toEqual([0, false])
    const ran = await claimtrace(['run', 'event.jsonl', '--link-weights', 'w', '--no-report', '--json'], { cwd: own.path })
    expect(ran.code).toBe(0)
    expect(readFileSync(join(own.path, 'output/links/links.jsonl'), 'utf8')).toContain('same-utterance')
    const mistaken = await claimtrace(['run', 'event.jsonl', '--link-weights', 'event.jsonl', '--no-report'], { cwd: own.path })
    expect([mistaken.code, mistaken.stderr.length]).toEqual([2, 1])
  } finally {
    own.remove()
  }
}, 120_000)
