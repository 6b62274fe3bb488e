import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { noProgress } from '../../pipeline/model/progress.ts'
import { run } from '../../pipeline/run/run.ts'
import { folderWith } from '../cli/process.ts'

const TEXT = '“The owls will stay in the mill,” the keeper Ann Roe told the council.'

let folder: ReturnType<typeof folderWith>
beforeAll(() => {
  folder = folderWith({ 'in/a.txt': TEXT, 'in/b.txt': `On Monday, ${TEXT}`, 'in/c.txt': `Later, ${TEXT}` })
})
afterAll(() => folder.remove())

test('an article that can no longer be read when all are linked costs only itself', async () => {
  const out = join(folder.path, 'out')
  const journal = join(out, '.journal')
  const { how, errors } = await run([join(folder.path, 'in')], {
    out,
    config: NO_CONFIG,
    stdin: (async function* () {})(),
    onPhase: (phase, total) => {
      if (phase === 'reading back') {
        const lines = readFileSync(journal, 'utf8').split('\n')
        writeFileSync(journal, lines.map((line) => (line.startsWith('{"id":"b"') ? line.replaceAll('Ann', 'Bob') : line)).join('\n'))
        rmSync(join(out, 'articles/b.json'))
      }
      return noProgress(total)
    },
  })
  expect([how.written, how.failed]).toEqual([3, 1])
  expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(/articles\/b\.json: cannot be read back to be linked: .*; run again$/)])
  const groups = readFileSync(join(out, 'links/groups.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { members: { article: string }[] })
  expect(groups.map(({ members }) => members.map(({ article }) => article))).toEqual([['a', 'c']])
})
