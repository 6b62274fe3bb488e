import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pc from 'picocolors'
import { beforeAll, describe, expect, test } from 'vitest'
import { check, type CheckReport } from '../../pipeline/check/check.ts'
import { readFixtures } from '../../pipeline/check/fixtures.ts'
import { renderCheck } from '../../pipeline/check/report.ts'

const ROOT = fileURLToPath(new URL('../../fixtures', import.meta.url))

describe('the fixtures of this project', () => {
  let report: CheckReport
  beforeAll(() => {
    report = check(readFixtures(ROOT))
  })

  test('hold at least 120 cases besides the articles, in every layer', () => {
    const cases = report.documents.filter(({ expected }) => expected.group !== 'articles')
    expect(cases.length).toBeGreaterThanOrEqual(120)
    for (const layer of ['attribution', 'quotations', 'read', 'segment', 'speakers', 'stance']) expect(new Set(cases.map(({ expected }) => expected.group))).toContain(layer)
  })

  test('pass their floors', () => {
    expect(report.below).toEqual([])
  })

  test('have a floor for every group, and a score for every floor', () => {
    const floors = JSON.parse(readFileSync(new URL('../../fixtures/scores.json', import.meta.url), 'utf8')) as object
    expect(Object.keys(floors).toSorted()).toEqual(report.groups.map(({ group }) => group).toSorted())
  })

  test('are shown with carets under words that are there', () => {
    const shown = renderCheck(report, { width: 100, colors: pc.createColors(false) })
    const missed = report.documents.reduce((sum, { misses }) => sum + misses.length, 0)
    expect(shown.match(/│ +\^+/gu)?.length ?? 0).toBe(missed)
  })
})
