import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { AnnotatedArticle, Links } from '../../pipeline/model/schema.ts'
import type { ReportInput } from '../../pipeline/report/input.ts'
import { updateReport, writeReport } from '../../pipeline/report/write.ts'
import { annotated } from '../support/annotated.ts'
import { ARTICLES, CORPUS, linkFiles, LINKS, TEXTS, toReport } from './corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-update-'))
const [ours, anew] = [join(folder, 'ours/report'), join(folder, 'anew/report')]
beforeEach(() => {
  for (const path of [ours, anew]) rmSync(join(path, '..'), { recursive: true, force: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Many articles, so that the lists are cut. */
const MANY = Array.from({ length: 150 }, (_, i) => annotated(`[content Bridge number ${i} is shut], [speaker Bo Lund] [cue said].\n---\nspeaker: Bo Lund\nstance: oppose bridge ${i % 7}`, { id: `many-${i}`, title: `Bridge ${i}` }))
const ALL = [...ARTICLES, ...MANY]

let read: string[] = []
/** What is to be reported; notes which articles are read. */
function input(articles: readonly AnnotatedArticle[], links: Links | null = LINKS, about: Partial<ReportInput> = {}): ReportInput {
  const noted = articles.map((article) => ({ ...toReport(article), read: () => (read.push(article.source.id), article) }))
  return { ...CORPUS, articles: noted, links: links && linkFiles(links), textOf: ({ source }) => TEXTS[source.id] ?? `The text of ${source.id}`, stamp: JSON.stringify([articles, links]), ...about }
}

const filesOf = (path: string) => Object.fromEntries(readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((file) => (file.isFile() ? [[join(file.parentPath, file.name).slice(path.length), readFileSync(join(file.parentPath, file.name), 'utf8')]] : [])))

/** Brings ours up to date, and holds it against one that is made anew; gives which articles were read for it. */
async function updated(next: ReportInput): Promise<readonly string[]> {
  await writeReport(next, anew)
  read = []
  await updateReport(next, ours)
  expect(filesOf(ours)).toEqual(filesOf(anew))
  return read
}

const retitled = (article: AnnotatedArticle): AnnotatedArticle => ({ ...article, source: { ...article.source, title: 'Another title' } })
const [first, ...others] = ALL as [AnnotatedArticle, ...AnnotatedArticle[]]
const { groups, origins, speakers, links } = LINKS

describe('a report that is brought up to date is the one that is made anew, and reads what has changed', () => {
  test.each<readonly [string, ReportInput, readonly string[]]>([
    ['nothing but what it is told from others by', input(ALL, LINKS, { stamp: 'another' }), []],
    ['an article is changed', input([retitled(first), ...others]), [first.source.id]],
    ['an article is added', input([...ALL, annotated('[content The ferry stays], [speaker Bo Lund] [cue said].\n---\nspeaker: Bo Lund', { id: 'ferry' })]), ['ferry']],
    ['an article is another one’s claim less', input([...ARTICLES.slice(0, 1), { ...ARTICLES[1]!, claims: ARTICLES[1]!.claims.slice(0, 1) }, ...ALL.slice(2)]), [ARTICLES[1]!.source.id]],
    ['a group says something else', input(ALL, { ...LINKS, groups: groups.map((group) => ({ ...group, text: 'In other words' })) }), []],
    ['a group goes away', input(ALL, { ...LINKS, groups: groups.slice(0, 1), links: [] }), []],
    ['an origin goes by another name', input(ALL, { ...LINKS, origins: origins.map((origin) => ({ ...origin, name: 'Another name' })) }), []],
    ['a contradiction is surer', input(ALL, { ...LINKS, links: links.map((link) => ({ ...link, confidence: 0.95 })) }), []],
    ['a claim is less sure', input([{ ...first, claims: first.claims.map((claim) => ({ ...claim, confidence: 0.3 })) }, ...others]), [first.source.id]],
    ['a speaker is described', input([{ ...first, speakers: first.speakers.map((speaker) => ({ ...speaker, descriptions: ['of the town'] })) }, ...others]), [first.source.id]],
    ['a target is known by a topic', input(ALL, { ...LINKS, groups: groups.map((group) => ({ ...group, stances: [{ target: 'closing the bridge', topic: 'the bridge', label: 'oppose', speakers: [] }] })) }), []],
    ['a speaker of an article is somebody else, who is known as before', input(ALL, { ...LINKS, speakers: speakers.map((speaker, i) => ({ ...speaker, members: speakers[1 - i]!.members })) }), []],
    ['a speaker is another one', input(ALL, { ...LINKS, speakers: speakers.map((speaker) => ({ ...speaker, id: `${speaker.id}0`, name: 'Another name' })) }), []],
  ])('%s', async (_, next, changed) => {
    await updateReport(input(ALL), ours)
    expect(await updated(next)).toEqual(changed)
  })

  test('articles go away, and come back', async () => {
    await updateReport(input(ALL), ours)
    const kept = ALL.filter((_, i) => i % 10 !== 1)
    expect(await updated(input(kept))).toEqual([])
    expect(await updated(input(ALL))).not.toContain(first.source.id)
    await updated(input(ALL.filter(({ source }) => source.id !== 'many-136'))) // that ends a part
    await updated(input(ALL, null))
  })

  test('a text that could not be read is asked for again', async () => {
    await updateReport(input(ALL, LINKS, { textOf: () => null }), ours)
    expect((await updated(input(ALL, LINKS, { stamp: 'another' }))).length).toBe(ALL.length)
  })
})

/** A file of data of ours. */
const data = (kind: string) => join(ours, 'data', readdirSync(join(ours, 'data')).find((name) => name.startsWith(kind))!)

describe('a report that does not stand is mended', () => {
  const changes: Readonly<Record<string, () => void>> = {
    'a file is gone': () => rmSync(data('claims')),
    'a file is longer': () => appendFileSync(data('groups'), ' '),
    'a file was edited': () => writeFileSync(data('texts'), readFileSync(data('texts'), 'utf8').replaceAll('e', 'x')),
    'the page is gone': () => rmSync(join(ours, 'index.html')),
    'the first file is gone': () => rmSync(data('site')),
    'all of it is gone': () => rmSync(ours, { recursive: true }),
    'what is known of it is gone': () => rmSync(join(ours, '../.report')),
    'what is known of it is cut': () => writeFileSync(join(ours, '../.report'), readFileSync(join(ours, '../.report')).subarray(0, 5000)),
    'what is known of it was edited': () => writeFileSync(join(ours, '../.report'), readFileSync(join(ours, '../.report'), 'utf8').replaceAll('Lund', 'Lind')),
  }
  test.each(Object.keys(changes))('%s', async (name) => {
    await updateReport(input(ALL), ours)
    changes[name]!()
    await updated(input(ALL))
    changes[name]!()
    await updated(input([retitled(first), ...others]))
  })

  test('one that stands is left', async () => {
    await updateReport(input(ALL), ours)
    const before = statSync(join(ours, 'data/site.js')).mtimeMs
    read = []
    await updateReport(input(ALL), ours)
    expect([statSync(join(ours, 'data/site.js')).mtimeMs, read, existsSync(join(folder, 'ours/.report'))]).toEqual([before, [], true])
  })
})
