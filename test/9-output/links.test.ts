import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { linksOf, writeLinks } from '../../pipeline/9-output/links.ts'
import { linksPath } from '../../pipeline/model/links-folder.ts'
import type { Links } from '../../pipeline/model/schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'links-'))
afterAll(() => rmSync(folder, { recursive: true }))
const NONE: Links & { readonly cut: number } = { speakers: [], links: [], groups: [], origins: [], cut: 0 }
const ABOUT = { run: 'run', articles: 0, inputs: 'inputs' }

test('where writing was broken off no manifest says that the files belong together', async () => {
  mkdirSync(join(folder, 'links'))
  await writeLinks(folder, NONE, ABOUT)
  expect(existsSync(linksPath(folder, 'manifest'))).toBe(true)
  await expect(writeLinks(folder, { ...NONE, groups: [{}] } as unknown as typeof NONE, ABOUT)).rejects.toThrow()
  expect(existsSync(linksPath(folder, 'manifest'))).toBe(false)
})

test('links hold for the same inputs, while their files are as they were written', async () => {
  await writeLinks(folder, { ...NONE, speakers: [{ id: 's1', name: 'Ann Roe', kind: 'person', aliases: [], members: [] }] }, ABOUT)
  expect(linksOf(folder, 'inputs')).toMatchObject({ run: 'run', rows: { speakers: 1 } })
  expect(linksOf(folder, 'others')).toBe(null)
  const [path, whole] = [linksPath(folder, 'speakers'), readFileSync(linksPath(folder, 'speakers'), 'utf8')]
  for (const damaged of [whole.slice(1), whole.replace('Roe', 'Doe'), '']) {
    writeFileSync(path, damaged)
    expect(linksOf(folder, 'inputs')).toBe(null)
  }
  rmSync(path)
  expect(linksOf(folder, 'inputs')).toBe(null)
})
