import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { readColumns } from '../../pipeline/9-output/columns-file.ts'
import { ReadDatabase } from '../../pipeline/9-output/database.ts'
import { audit, verify } from '../../pipeline/audit/audit.ts'
import type { Question } from '../../pipeline/audit/select.ts'
import { match } from '../../pipeline/match/match.ts'
import { wholeOf } from '../../pipeline/model/columns.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { LINK_ROW_NAMES } from '../../pipeline/model/links-folder.ts'
import type { AnnotatedArticle } from '../../pipeline/model/schema.ts'
import { groupSummaries } from '../../pipeline/run/group-summary.ts'
import { run } from '../../pipeline/run/run.ts'
import { openOutput, saidBy } from '../../pipeline/store/open.ts'
import { OutputFiles } from '../../pipeline/store/output.ts'
import { folderWith } from '../cli/process.ts'

const SENTENCES = [
  'The keeper Ann Roe said that the old bridge over the Alder would be closed to traffic until the end of May.',
  'The mayor Bo Lund told the council that the old bridge over the Alder would not be closed to traffic.',
  '“The owls of the mill will stay for the whole of the winter,” said Cy Poe, a ranger.',
  'Roe said that the old bridge over the Alder would be closed to traffic until the end of May.',
  'The Herald reported that the bridge over the Alder was unsafe, citing Bo Lund.',
  'The council opposes the closure of the bridge. “The closure is a mistake,” the council said.',
  'Mayor Lund supports the closure of the bridge.',
  'A spokesman who asked not to be named said that the bridge over the Alder would be closed until the end of April.',
  'Andy Roe, a farmer, said that the owls of the mill would leave.',
  'Commissioner Ann B. Roe denied that the bridge was unsafe.',
]
const NOTHING: Question = { words: null, speaker: null, target: null, contested: false, singleSource: false, anonymous: false }
const QUESTIONS: readonly Question[] = [
  NOTHING,
  ...['owls of the mill', 'bridge', 'Roe bridge unsafe', 'closure', 'commissioner', 'commisioner', 'Herald', 'farmer owls Lund', 'paper'].map((words) => ({ ...NOTHING, words })),
  ...['roe', 'lund', 'ann roe', 'council'].map((speaker) => ({ ...NOTHING, speaker })),
  { ...NOTHING, target: 'closure' },
  { ...NOTHING, contested: true },
  { ...NOTHING, singleSource: true },
  { ...NOTHING, anonymous: true },
]

const folder = folderWith({})
afterAll(() => folder.remove())
beforeEach(() => rmSync(join(folder.path, 'out'), { recursive: true, force: true }))
const [out, index] = [join(folder.path, 'out'), join(folder.path, 'out/.index.sqlite')]

let seed = 11
const below = (n: number) => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >> 8) % n
const text = () => Array.from({ length: 1 + below(3) }, () => SENTENCES[below(SENTENCES.length)]!).join('\n\n')
const start = () => new Map(Array.from({ length: 14 }, (_, i) => [`a${i}`, text()]))

function go(articles: ReadonlyMap<string, string>) {
  writeFileSync(join(folder.path, 'rows.jsonl'), Array.from(articles, ([id, each]) => `${JSON.stringify({ id, text: each, outlet: `Paper ${id.slice(-1)}` })}\n`).join(''))
  return run([join(folder.path, 'rows.jsonl')], { out, config: NO_CONFIG, stdin: (async function* () {})() })
}

const textOf = ({ source }: AnnotatedArticle) => readFileSync(source.textPath!, 'utf8')

/** All that is asked of the index, and how many numbers it has given away. */
function answers() {
  const output = openOutput(out)
  try {
    return {
      numbers: Number(saidBy(output.index, 'next')),
      answers: JSON.parse(JSON.stringify({
        audits: QUESTIONS.map((question) => audit(output, question, 1000)),
        ids: audit(output, NOTHING, 1000).groups.slice(0, 9).map(({ id }) => audit(output, { ...NOTHING, words: id.slice(0, 7) }, 1000)),
        verified: verify(output, { ...NOTHING, words: 'bridge' }),
        matched: ['The old bridge over the Alder will be closed until May.', 'The owls leave the mill.'].map((sentence) => match(sentence, output, textOf, NO_CONFIG)),
        summary: groupSummaries(output, 0),
        types: saidBy(output.index, 'types'),
        warnings: output.warnings,
      })) as object,
    }
  } finally {
    output.close()
  }
}

/** All rows but those of words, which are asked for by {@link answers}. */
function rows(): string {
  const database = new ReadDatabase(index)
  const found = ['about', 'articles', 'claims', 'groups', 'stances', 'places'].map((table) => database.all(`SELECT * FROM ${table}`))
  database.close()
  return JSON.stringify(found)
}

/** The answers of an index that is made anew; the one that stood there is put back. */
function anew() {
  renameSync(index, join(folder.path, 'before'))
  const found = answers()
  copyFileSync(join(folder.path, 'before'), index)
  return found
}

test('after small changes, one on another, the index that was brought up to date answers as one that is made anew', async () => {
  const articles = start()
  await go(articles)
  let updated = 0
  for (let round = 0; round < 10; round++) {
    for (let n = 1 + below(2); n > 0; n--) articles.set(`a${below(18)}`, text()) // changed or added
    if (below(2) > 0) articles.delete(`a${below(18)}`)
    await go(articles)
    const [found, fresh] = [answers(), anew()]
    expect(found.answers, `round ${round}`).toEqual(fresh.answers)
    if (found.numbers > fresh.numbers) updated++
  }
  expect(updated).toBeGreaterThan(3)
}, 240_000)

test('what is kept of the lines of links, most of them copied from run to run, is what their bytes tell', async () => {
  const articles = start()
  for (const changed of ['a1', 'a7', 'a99']) {
    await go(articles.set(changed, text()))
    const { columns: kept } = readColumns(join(out, '.linking'))!
    for (const name of LINK_ROW_NAMES) {
      const { lengths, keys, marks } = new OutputFiles(out).columns(name)
      const whole = (column: string) => wholeOf(kept[`${name} ${column}`]!)
      expect({ lengths: whole('lengths'), keys: whole('keys'), marks: whole('marks') }, name).toEqual({ lengths, keys, marks })
      expect(lengths.length).toBeGreaterThan(0)
    }
  }
}, 120_000)

test('an index that was lost is made again with the same rows, though nothing is linked anew', async () => {
  const articles = start()
  await go(articles)
  const before = rows()
  expect(before).toMatch(/"mark":"[0-9a-f]{12}"/)
  rmSync(index)
  await go(articles)
  expect(rows()).toBe(before)
}, 120_000)

test.each([
  ['cut', (whole: Buffer) => whole.subarray(0, whole.length - 4096)],
  ['with pages of nothing', (whole: Buffer) => Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(whole.length - 8192)])],
])('an index that is %s is made anew', async (_, damaged) => {
  const articles = start()
  await go(articles)
  writeFileSync(index, damaged(readFileSync(index)))
  await go(articles.set('a1', `${SENTENCES[8]} ${SENTENCES[2]}`))
  const [found, fresh] = [answers(), anew()]
  expect(found).toEqual(fresh)
}, 120_000)

test('an index that was made while an article was missing is not brought up to date', async () => {
  const articles = start()
  await go(articles)
  renameSync(join(out, 'articles/a3.json'), join(folder.path, 'a3.json'))
  answers()
  renameSync(join(folder.path, 'a3.json'), join(out, 'articles/a3.json'))
  await go(articles)
  const [found, fresh] = [answers(), anew()]
  expect(found).toEqual(fresh)
}, 120_000)
