import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { run } from '../../pipeline/run/run.ts'
import { folderWith } from '../cli/process.ts'

const TEXT = '“The owls will stay in the mill,” the keeper told the council.'

let folder: ReturnType<typeof folderWith>
beforeAll(() => {
  folder = folderWith({ 'in/a.txt': TEXT, 'in/b.txt': `On Monday, ${TEXT}`, 'in/c.txt': `Later, ${TEXT}` })
})
afterAll(() => folder.remove())

test('each phase after reading is told as it begins, and moves to its end', async () => {
  const told: string[] = []
  await run([join(folder.path, 'in')], {
    out: join(folder.path, 'out'),
    config: NO_CONFIG,
    stdin: (async function* () {})(),
    onPhase: (phase, total) => {
      let done = 0
      told.push(`${phase} begins`)
      return {
        add: (parts) => {
          const before = done
          done += parts
          if (before < total && done >= total) told.push(`${phase} is done`)
        },
        stop: () => {},
      }
    },
    onLinked: async ({ articles }) => void [...articles],
  })
  expect(told).toEqual(['reading back', 'linking', 'report'].flatMap((phase) => [`${phase} begins`, `${phase} is done`]))
})
