import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { linkInput } from '../../pipeline/8-links/input.ts'
import { link } from '../../pipeline/8-links/link.ts'
import { answer } from '../../pipeline/check/check.ts'
import { check } from '../../pipeline/check/check.ts'
import { readFixtures } from '../../pipeline/check/fixtures.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const SCORER = pathOf('../../../shared/score/claims.mjs')
const SEEDS = pathOf('../../../shared/gold/seeds')
const LINKS = pathOf('../../../shared/gold/links.json')

interface Reference {
  readonly figures: Readonly<Record<string, { readonly f1: number }>>
}

// A content at the very edge may fall on either side: the reference counts marks and spaces too, the check letters and digits.
test.skipIf(!existsSync(SCORER))('the figures are those of the reference scorer', () => {
  const fixtures = readFixtures(pathOf('../../fixtures/articles'))
  const answers = fixtures.documents.map((document) => answer(document.title, document.text).article)
  const links = link(answers.map((article, i) => linkInput(article, fixtures.documents[i]?.text ?? '')), NO_CONFIG)
  const folder = mkdtempSync(join(tmpdir(), 'reference-'))
  writeFileSync(join(folder, 'answers.jsonl'), answers.map((article) => JSON.stringify(article)).join('\n'))
  writeFileSync(join(folder, 'links.json'), JSON.stringify(links))
  const options = ['--gold', SEEDS, '--articles', join(folder, 'answers.jsonl'), '--links', LINKS, '--predicted-links', join(folder, 'links.json'), '--json']
  const { figures } = JSON.parse(execFileSync(process.execPath, [SCORER, ...options], { encoding: 'utf8' })) as Reference

  const report = check(fixtures)
  const ours = (group: string, layer: string) => report.groups.find((each) => each.group === group)?.figures.get(layer)?.f1 ?? Number.NaN
  for (const [reference, group, layer] of [
    ['content', 'articles', 'content'],
    ['named claim', 'articles', 'speaker'],
    ['commitment other than asserts', 'articles', 'commitment'],
    ['stance label', 'articles', 'stance'],
    ['stance label and target', 'articles', 'stance+target'],
    ['link: same-quote or same-utterance', 'links', 'same-quote or same-utterance'],
    ['link: any same-*', 'links', 'any same-*'],
    ['link: contradicts', 'links', 'contradicts'],
  ] as const)
    expect(Math.abs(ours(group, layer) - (figures[reference]?.f1 ?? Number.NaN)), reference).toBeLessThan(0.015)
})
