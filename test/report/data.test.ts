import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WrittenArticle, WrittenGroup } from '../../pipeline/report/data.ts'
import { findings, type FoundGroup } from '../../pipeline/report/findings.ts'
import { articleRow, textRow } from '../../pipeline/report/rows.ts'
import { writeReport } from '../../pipeline/report/write.ts'
import { annotated } from '../support/annotated.ts'
import { ARTICLES, CORPUS, linkFiles, LINKS, rowsIn } from './corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-report-'))
const rows = <T>(name: string, report = 'report') => rowsIn<T>(join(folder, report, `data/${name}.js`))
beforeAll(async () => void (await writeReport(CORPUS, join(folder, 'report'))))
afterAll(() => rmSync(folder, { recursive: true }))

const article = annotated('[content The ferry stays], [speaker Bo Lund] [cue said].\n---\nspeaker: Bo Lund', {}, [0.9])
const urlOf = (url: string) => articleRow({ ...article, source: { ...article.source, url } }, null).url

test('only an address of the web becomes a link', () => {
  expect(urlOf('https://gazette.example/bridge')).toBe('https://gazette.example/bridge')
  for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'x:https://a.example']) expect(urlOf(url)).toBeNull()
  expect(rows<WrittenArticle>('articles-last').filter(({ url }) => url !== null).map(({ id }) => id)).toEqual(['gazette'])
})

test('of a claim’s reasons the strongest are kept, for or against it', () => {
  const why = [0.1, -3, 0.2, 0.3, 2, 0.4].map((weight) => ({ feature: `f${weight}`, span: null, weight }))
  const { claims } = textRow({ ...article, claims: [{ ...article.claims[0]!, why }] }, null)
  expect(claims[0]!.why.map(({ weight }) => weight)).toEqual([-3, 2, 0.4, 0.3, 0.2])
})

const CORPUS_CLAIMS = new Map(ARTICLES.map(({ source, claims }) => [source.id, claims]))
const wordsAt = ([id, claim]: WrittenGroup['claims'][number]) => CORPUS_CLAIMS.get(id)![claim]!.content[0]!.exact

test('a group tells what joins its claims, and what counts', () => {
  const group = rows<WrittenGroup>('groups-0')[0]!
  expect(group.all).toEqual({ independent: 2, articles: 3 })
  expect(group.origins.map(({ counts, claims }) => [counts, claims.map((place) => wordsAt(group.claims[place]!))])).toEqual([
    [true, ['“The old bridge will be closed on Saturday,”', '“The bridge will be closed on Sunday,”']],
    [true, ['The bridge will close']],
  ])
})

test('no more origins count than the links say are independent', async () => {
  const groups = LINKS.groups.map((group) => ({ ...group, support: { ...group.support, independent: 1 } }))
  await writeReport({ ...CORPUS, links: linkFiles({ ...LINKS, groups }) }, join(folder, 'one'))
  const [group] = rows<WrittenGroup>('groups-0', 'one')
  expect([group!.all, group!.origins.map(({ counts }) => counts)]).toEqual([{ independent: 1, articles: 3 }, [true, false]])
})

const carriedBy = (independent: number, i: number): FoundGroup => ({ id: `g${i}`, contradictedBy: [], differs: { likely: false, all: false }, all: { independent, articles: 5 }, likely: { independent, articles: 5 } })

test('what more sources carry comes first', () => {
  const { carried, oneOrigin } = findings([2, 1, 4, 3, 4].map(carriedBy), false)
  expect([carried, oneOrigin]).toEqual([['g2', 'g4', 'g3', 'g0'], ['g1']])
})
