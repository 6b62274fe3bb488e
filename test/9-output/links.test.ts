import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeLinks } from '../../pipeline/9-output/links.ts'
import { linksPath } from '../../pipeline/model/links-folder.ts'
import type { Links } from '../../pipeline/model/schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'links-'))
afterAll(() => rmSync(folder, { recursive: true }))
const NONE: Links = { speakers: [], links: [], groups: [], origins: [] }

test('where writing was broken off no manifest says that the files belong together', async () => {
  mkdirSync(join(folder, 'links'))
  await writeLinks(folder, NONE, 'run', 0)
  expect(existsSync(linksPath(folder, 'manifest'))).toBe(true)
  await expect(writeLinks(folder, { ...NONE, groups: [{}] } as unknown as Links, 'run', 0)).rejects.toThrow()
  expect(existsSync(linksPath(folder, 'manifest'))).toBe(false)
})
