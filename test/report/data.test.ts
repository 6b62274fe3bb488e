import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ArticleRow, ClaimRow, CountedGroup, GroupRow } from '../../pipeline/report/data.ts'
import { findings } from '../../pipeline/report/findings.ts'
import { articleRow, textRow } from '../../pipeline/report/rows.ts'
import type { LinkFiles } from '../../pipeline/report/joined.ts'
import { writeReport } from '../../pipeline/report/write.ts'
import { annotated } from '../support/annotated.ts'
import { CORPUS, linkFiles, LINKS } from './corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-report-'))
const rows = <T>(name: string) => JSON.parse(readFileSync(join(folder, `data/${name}.js`), 'utf8').replace(/^claimtrace\("[^"]+",|\)\n$/g, '')) as readonly T[]
beforeAll(async () => void (await writeReport(CORPUS, folder)))
afterAll(() => rmSync(folder, { recursive: true }))

const article = annotated('[content The ferry stays], [speaker Bo Lund] [cue said].\n---\nspeaker: Bo Lund', {}, [0.9])
const urlOf = (url: string) => articleRow({ ...article, source: { ...article.source, url } }, null).url

test('only an address of the web becomes a link', () => {
  expect(urlOf('https://gazette.example/bridge')).toBe('https://gazette.example/bridge')
  for (const url of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'x:https://a.example']) expect(urlOf(url)).toBeNull()
  expect(rows<ArticleRow>('articles-0').filter(({ url }) => url !== null).map(({ id }) => id)).toEqual(['gazette'])
})

test('of a claim’s reasons the strongest are kept, for or against it', () => {
  const why = [0.1, -3, 0.2, 0.3, 2, 0.4].map((weight) => ({ feature: `f${weight}`, span: null, weight }))
  const { claims } = textRow({ ...article, claims: [{ ...article.claims[0]!, why }] }, 0, null)
  expect(claims[0]!.why.map(({ weight }) => weight)).toEqual([-3, 2, 0.4, 0.3, 0.2])
})

test('a group tells what joins its claims, and what counts', () => {
  const group = rows<GroupRow>('groups-0')[0]!
  const claims = rows<ClaimRow>('claims-0')
  expect(group.all).toEqual({ independent: 2, articles: 3 })
  expect(group.origins.map(({ counts, claims: own }) => [counts, own.map((place) => claims[place]!.words[0])])).toEqual([
    [true, ['“The old bridge will be closed on Saturday,”', '“The bridge will be closed on Sunday,”']],
    [true, ['The bridge will close']],
  ])
})

test('no more origins count than the links say are independent', async () => {
  const groups = LINKS.groups.map((group) => ({ ...group, support: { ...group.support, independent: 1 } }))
  await writeReport({ ...CORPUS, links: linkFiles({ ...LINKS, groups }) }, join(folder, 'one'))
  const [group] = JSON.parse(readFileSync(join(folder, 'one/data/groups-0.js'), 'utf8').replace(/^claimtrace\("[^"]+",|\)\n$/g, '')) as readonly GroupRow[]
  expect([group!.all, group!.origins.map(({ counts }) => counts)]).toEqual([{ independent: 1, articles: 3 }, [true, false]])
})

const copy = () => linkFiles(structuredClone(LINKS))

test('groups and origins are not held, however many there are: they are read again when it is their turn', async () => {
  const fading: LinkFiles = {
    *rows(name) {
      for (const placed of copy().rows(name)) {
        yield placed
        if (name === 'groups' || name === 'origins') for (const list of Object.values(placed.row)) if (Array.isArray(list) && list !== (placed.row as { stances?: unknown }).stances) list.length = 0
      }
    },
    row: (name, place) => copy().row(name, place),
  }
  await writeReport({ ...CORPUS, links: fading }, join(folder, 'fading'))
  const files = readdirSync(join(folder, 'data'))
  expect(files).toContain('groups-0.js')
  for (const file of files) expect(readFileSync(join(folder, 'fading/data', file), 'utf8')).toBe(readFileSync(join(folder, 'data', file), 'utf8'))
})

const carriedBy = (independent: number): CountedGroup => ({ contradictedBy: [], differs: [], all: { independent, articles: 5 }, likely: { independent, articles: 5 } })

test('what more sources carry comes first', () => {
  const { carried, oneOrigin } = findings([2, 1, 4, 3, 4].map(carriedBy), [], false)
  expect([carried, oneOrigin]).toEqual([[2, 4, 3, 0], [1]])
})
