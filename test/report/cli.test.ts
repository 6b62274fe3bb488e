import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Group } from '../../pipeline/model/schema.ts'
import type { WrittenGroup } from '../../pipeline/report/data.ts'
import { claimtrace, folderWith } from '../cli/process.ts'
import { rowsIn } from './corpus.ts'

const TEXT = 'The bridge will close in May, the mayor of Westport, Ann Roe, said on Friday. “Nobody will lose a job,” said Bo Lund, who runs the ferry.\n'

describe('claimtrace report', () => {
  const folder = folderWith({ 'news/a.txt': TEXT, 'news/b.txt': `Again. ${TEXT}` })
  const page = join(folder.path, 'output/report/index.html')

  beforeAll(async () => {
    await claimtrace(['run', 'news', '--no-report'], { cwd: folder.path })
  })
  afterAll(folder.remove)

  test('is not written where nobody wants it, and by itself or by a run where one does: the same bytes', async () => {
    expect(existsSync(page)).toBe(false)
    expect((await claimtrace(['report'], { cwd: folder.path })).stdout).toContain('wrote output/report/index.html')
    const before = readFileSync(join(folder.path, 'output/report/data/site.js'), 'utf8')
    expect((await claimtrace(['run', 'news'], { cwd: folder.path })).stdout).toContain('open output/report/index.html in a browser')
    expect(readFileSync(join(folder.path, 'output/report/data/site.js'), 'utf8')).toBe(before)
    expect(readFileSync(page, 'utf8')).toContain("default-src 'none'")
  })

  const lines = (name: string) => readFileSync(join(folder.path, 'output', name), 'utf8')

  test('counts independent origins as the links do', () => {
    const groups = lines('links/groups.jsonl').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Group)
    const rows = rowsIn<WrittenGroup>(join(folder.path, 'output/report/data/groups-0.js'))
    expect(rows.length).toBeGreaterThan(0)
    for (const { id, all } of rows) expect(all).toEqual(expect.objectContaining({ independent: groups.find((group) => group.id === id)?.support.independent }))
  })

  test('is served to this machine alone, and nothing but the report', async () => {
    const child = spawn(process.execPath, [resolve('dist/claimtrace.js'), 'report', '--serve'], { cwd: folder.path })
    try {
      const address = await new Promise<string>((found) => {
        let told = ''
        child.stdout.on('data', (data: Buffer) => {
          const [url] = /http:\S+/.exec((told += data.toString())) ?? []
          if (url !== undefined) found(url)
        })
      })
      const status = (path: string, headers: Record<string, string> = {}) => new Promise((told) => get(address + path, { headers }, (response) => told(response.resume().statusCode)))
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
      expect(await Promise.all(['', 'report.js', 'data/site.js', '../articles/a.json', 'data/..%2f..%2flinks.json'].map((path) => status(path)))).toEqual([200, 200, 200, 404, 404])
      expect(await status('', { host: 'elsewhere.example' })).toBe(421)
    } finally {
      child.kill()
    }
  })

  test('says what is missing where there is no output', async () => {
    const { code, stderr } = await claimtrace(['report', '--out', 'nowhere'], { cwd: folder.path })
    expect([code, stderr[0]]).toEqual([2, expect.stringContaining('run `claimtrace run` first')])
  })
})
