import { cpSync, mkdtempSync, appendFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { annotate } from '../../pipeline/annotate.ts'
import { sourceHash } from '../../pipeline/model/source-hash.ts'
import { BUILD, VERSION } from '../../pipeline/model/version.ts'

const root = mkdtempSync(join(tmpdir(), 'claimtrace-'))
afterAll(() => rmSync(root, { recursive: true }))
cpSync(resolve('package.json'), join(root, 'package.json'))
cpSync(resolve('pipeline'), join(root, 'pipeline'), { recursive: true })

test('every output names the code that made it', () => {
  expect(BUILD).toBe(`${VERSION}+${sourceHash(resolve('.'))}`)
  expect(annotate(articleOf('', { id: 'empty' })).claimtrace).toBe(BUILD)
})

test('a rule or a word more is other code; a change of the command line is not', () => {
  const before = sourceHash(root)
  appendFileSync(join(root, 'pipeline/cli/main.ts'), '// more\n')
  expect(sourceHash(root)).toBe(before)
  for (const file of ['lexicon/antonyms.txt', 'annotate.ts', '7-stance/classify.ts']) {
    const last = sourceHash(root)
    appendFileSync(join(root, 'pipeline', file), '\n')
    expect(sourceHash(root)).not.toBe(last)
  }
})
