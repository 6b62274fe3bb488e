import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const CLI = fileURLToPath(new URL('../../dist/claimtrace.js', import.meta.url))

describe('claimtrace compare', () => {
  it('answers each row in order, with a score and reasons', () => {
    const rows = [
      { id: 'x', a: 'The council will close the library in May.', b: 'In May the council will shut the library.' },
      { id: 2, a: 'The council will close the library in May.', b: 'A goal in the last minute decided the final.' },
    ]
    const output = execFileSync(process.execPath, [CLI, 'compare', '-'], { input: rows.map((row) => JSON.stringify(row)).join('\n'), encoding: 'utf8' })
    const answers = output.trim().split('\n').map((line) => JSON.parse(line) as { id: unknown; same: boolean; score: number; why: string[] })
    expect(answers.map(({ id, same }) => [id, same])).toEqual([['x', true], [2, false]])
    expect(answers[0]!.score).toBeGreaterThan(answers[1]!.score)
    expect(answers[0]!.why[0]).toContain('shared words')
  })

  it('names a row that it cannot read, answers the others, and ends with 2', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, 'compare', '-'], { input: 'no json\n{"id":1,"a":"x y","b":"x y"}\n', encoding: 'utf8' })
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain('line 1')
    expect(status).toBe(2)
  })
})
