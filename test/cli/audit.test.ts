import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimtrace, folderWith } from './process.ts'

const OWLS = 'The keeper said that the owls were well. “They will stay,” he told the town council on Monday.'
const CASES = '=== the owls\n[speaker The keeper] [cue said] that [content the owls were well].\n=== never found\n[content Qqq] qqq.\n'

let folder: ReturnType<typeof folderWith>
beforeAll(async () => {
  folder = folderWith({ 'sources/owls.txt': OWLS, 'fixtures/cases/attribution/owls.txt': CASES, 'fixtures/scores.json': '{"attribution": {"cases": 50}}' })
  await claimtrace(['run'], { cwd: folder.path })
})
afterAll(() => folder.remove())
const run = (...args: string[]) => claimtrace(args, { cwd: folder.path })

describe('audit', () => {
  test('answers with the source, its place, and whether it still says so', async () => {
    const { code, stdout, stderr } = await run('audit', 'owls', 'well')
    expect([code, stderr]).toEqual([0, []])
    expect(stdout).toContain('the owls were well')
    expect(stdout).toContain('sources/owls.txt:1:22 (21-39) · still there')
    expect(stdout).not.toContain('\u001b')
  })

  test('as JSON and CSV is for programs', async () => {
    expect(JSON.parse((await run('audit', 'owls', '--json')).stdout)).toMatchObject({ groups: [{ sources: [{ article: 'owls' }] }] })
    expect((await run('audit', 'owls', '--csv')).stdout).toMatch(/^group,claimed,[^\r\n]*\r\n[^\r\n]*owls/)
  })

  test('without a question, or without output, says what to do', async () => {
    expect(await run('audit')).toMatchObject({ code: 2, stderr: [expect.stringContaining('say what to look for')] })
    expect(await run('audit', 'owls', '--out', 'nowhere')).toMatchObject({ code: 2, stderr: [expect.stringContaining('run `claimtrace run` first')] })
  })

  test('--verify ends with 1 as soon as a span is not exact, or its source is gone', async () => {
    const source = join(folder.path, 'sources/owls.txt')
    expect((await run('audit', '--verify')).code).toBe(0)
    writeFileSync(source, OWLS.replace('keeper', 'ranger'))
    expect((await run('audit', '--verify')).code).toBe(1)
    expect(JSON.parse((await run('audit', '--verify', '--json')).stdout)).toMatchObject({ holds: false })
    rmSync(source)
    const gone = await run('audit', '--verify')
    expect([gone.code, gone.stdout]).toEqual([1, expect.stringContaining('sources/owls.txt cannot be read')])
    writeFileSync(source, OWLS)
  })
})

describe('check', () => {
  test('shows misses and ends with 1 below a floor, 0 at it', async () => {
    const at = await run('check')
    expect([at.code, at.stdout]).toEqual([0, expect.stringContaining('│ Qqq qqq.')])
    writeFileSync(join(folder.path, 'fixtures/scores.json'), '{"attribution": {"cases": 51}}')
    expect((await run('check')).code).toBe(1)
    expect(JSON.parse((await run('check', '--json')).stdout)).toMatchObject({ below: [{ layer: 'cases', score: 50 }] })
  })

  test('of a fixture with a mistake ends with 2 and says where', async () => {
    writeFileSync(join(folder.path, 'broken.txt'), '=== t\n[content A\n')
    expect(await run('check', 'broken.txt')).toMatchObject({ code: 2, stderr: [expect.stringContaining('broken.txt:2: the mark [content ...] is not closed')] })
  })
})
