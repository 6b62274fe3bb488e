import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { run } from '../../pipeline/run/run.ts'
import { folderWith } from '../cli/process.ts'
import { holding } from '../support/journal.ts'

const CLOSED = 'The keeper Ann Roe said that the old bridge over the Alder would be closed to traffic until the end of May.'
const OPEN = 'The mayor Bo Lund told the council that the old bridge over the Alder would not be closed to traffic.'
const OWLS = '“The owls of the mill will stay for the whole of the winter,” said Cy Poe, a ranger.'
const row = (id: string, text: string) => `${JSON.stringify({ id, text, outlet: `Paper ${id}` })}\n`
const ACCUSED = row('u', 'Cy Poe accused Ann Roe of stealing the toll of the bridge.')
const DENIED = row('v', 'Parasols had crowded the weir when the toll went missing. Ann Roe denied the allegation of theft.')
/** Words that linking has met around a denial only. */
const AROUND = '“Parasols crowded the weir,” said Dag Ulm, a baker.'
const START = [row('a', CLOSED), row('b', OPEN), row('c', `${OWLS} ${CLOSED}`), row('d', `On Monday it rained. ${OWLS} Roe said that the old bridge over the Alder would not be open to traffic until the end of May.`), row('e', `${CLOSED} ${OPEN}`), row('h', 'The Herald reported that the bridge over the Alder was unsafe. The keeper wanted to sell the owls of the mill, the Herald said.'), row('p', 'The council opposes the closure of the bridge.'), ACCUSED, DENIED]

/** What may become of the articles between two runs. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  nothing: START,
  'an article is changed': START.with(1, row('b', `${OPEN} ${OWLS}`)),
  'the outlet of an article is changed': START.with(2, START[2]!.replace('Paper c', 'Herald')),
  'an article is added': [...START, row('f', `${OWLS} The Herald reported that the bridge over the Alder was unsafe.`)],
  'an article is removed': START.toSpliced(0, 1),
  'what is a name elsewhere turns out to be a word': [...START, row('f', 'Cy Poe said that an alder had fallen on the bridge.')],
  'somebody else bears a name': [...START, row('f', 'Andy Roe, a farmer, said that it had rained. Roe said that the owls would leave.')],
  'a report is passed on by an article before': [row('Z', 'The Herald reported that the bridge over the Alder was unsafe.'), ...START],
  'somebody takes the other side': [...START, row('q', 'Mayor Lund supports the closure of the bridge.')],
  'claims hold words that stood around a denial': [...START, row('f', AROUND), row('g', AROUND)],
  'all at once, in another order': [row('g', `Later. ${CLOSED}`), START[4]!, row('d', OWLS), START[1]!, START[0]!],
}

let folder: ReturnType<typeof folderWith>
beforeAll(() => {
  folder = folderWith({ 'rows.jsonl': START.join('') })
})
afterAll(() => folder.remove())

const at = (path: string) => join(folder.path, path)
const go = () => run([at('rows.jsonl')], { out: at('out'), config: NO_CONFIG, stdin: (async function* () {})() })
const filesIn = (path: string) => new Map(readdirSync(at(path), { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(at(path), name)).isFile()).map((name) => [name, readFileSync(join(at(path), name), 'latin1')]))


test.each(Object.entries(CHANGES))('%s: a second run gives the bytes of a fresh one, and annotates nothing again', async (_, rows) => {
  rmSync(at('out'), { recursive: true, force: true })
  writeFileSync(at('rows.jsonl'), START.join(''))
  await go()
  writeFileSync(at('rows.jsonl'), rows.join(''))
  const { how, foreign } = await go()
  expect(how.kept).toBe(rows.filter((each) => START.includes(each)).length)
  renameSync(at('out'), at('second'))
  await go()
  const [second, fresh] = [filesIn('second'), filesIn('out')]
  rmSync(at('second'), { recursive: true })
  for (const files of [second, fresh]) files.set('.journal', holding(files.get('.journal')!))
  for (const files of [second, fresh]) for (const name of ['.index.sqlite', '.seen', ...(foreign > 0 ? ['.journal'] : [])]) files.delete(name) // what is left of removed articles is in them
  for (const [name, bytes] of fresh) expect({ name, same: second.get(name) === bytes }).toEqual({ name, same: true })
  expect(second.size - fresh.size).toBe(2 * foreign) // articles and texts stay
}, 120_000)

/** Sentences, common ones first; the last, which are drawn seldom, make others mean something else: who Roe is, whether Alder is a name, who speaks for whom. */
const SENTENCES = [
  CLOSED, OPEN, OWLS, 'Roe said that the old bridge over the Alder would be closed to traffic until the end of May.', 'Ann Roe, the keeper, denied that the bridge was unsafe.', `${OWLS} ${OPEN}`,
  'The Herald reported that the bridge over the Alder was unsafe, citing Bo Lund.', 'The council opposes the closure of the bridge. “The closure is a mistake,” the council said.', 'Mayor Lund supports the closure of the bridge.',
  'A spokesman for Ann Roe said that the bridge over the Alder would be closed to traffic until the end of April.', 'Andy Roe, a farmer, said that the owls of the mill would leave.', 'Cy Poe said that an alder had fallen on the mill.',
  `${OWLS} By noon the fog had lifted from the lower meadow, and those who had waited since dawn beside the ferry with their crates of plums and their wet dogs began to load the carts again, while two boys counted herons along the weir, an old clerk wrote every number into a green book, and nobody on the far bank could yet tell whether the second barge would come before the evening tide turned or not at all.`,
  'The Herald reported that the bridge over the Alder was unsafe. The keeper was told that the owls of the mill would leave, it said.',
]

test('after changes drawn at random, one on another, a run gives the bytes of a fresh one', async () => {
  let seed = 7
  const below = (n: number) => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) >> 8) % n
  const text = () => Array.from({ length: 1 + below(3) }, () => SENTENCES[Math.floor((below(100) * below(100) * SENTENCES.length) / 10_000)]!).join('\n\n')
  const articles = new Map(Array.from({ length: 12 }, (_, i) => [`a${i}`, text()]))
  const write = () => writeFileSync(at('rows.jsonl'), [...articles].map(([id, each]) => [below(1000), row(id, each)] as const).sort(([x], [y]) => x - y).map(([, each]) => each).join('')) // in another order each time
  rmSync(at('out'), { recursive: true, force: true })
  write()
  await go()
  for (let round = 0; round < 12; round++) {
    for (let n = 1 + below(3); n > 0; n--) articles.set(`a${below(16)}`, text()) // changed or added
    if (below(2) > 0) articles.delete(`a${below(16)}`)
    write()
    await go()
    const changed = filesIn('out/links')
    rmSync(at('fresh'), { recursive: true, force: true })
    await run([at('rows.jsonl')], { out: at('fresh'), config: NO_CONFIG, stdin: (async function* () {})() })
    expect(filesIn('fresh/links'), `round ${round}`).toEqual(changed)
    expect(readFileSync(at('fresh/.linking'), 'latin1') === readFileSync(at('out/.linking'), 'latin1'), `round ${round}`).toBe(true)
  }
}, 240_000)

test.each([
  ['empty', () => ''],
  ['cut', (whole: string) => whole.slice(0, -9)],
  ['without its articles', (whole: string) => whole.replace(/"articles":.*/, '"articles":null}')],
  ['with another byte', (whole: string) => `${whole.slice(0, -1)}!`],
])('a file of what linking knew that is %s costs only time', async (_, damaged) => {
  rmSync(at('out'), { recursive: true, force: true })
  writeFileSync(at('rows.jsonl'), START.join(''))
  await go()
  writeFileSync(at('out/.linking'), damaged(readFileSync(at('out/.linking'), 'latin1')), 'latin1')
  writeFileSync(at('rows.jsonl'), CHANGES['an article is changed']!.join(''))
  await go()
  const mended = filesIn('out/links')
  rmSync(at('out'), { recursive: true, force: true })
  await go()
  expect(mended).toEqual(filesIn('out/links'))
}, 60_000)

test('a journal of which most no longer holds is written anew, and nothing is annotated again', async () => {
  rmSync(at('out'), { recursive: true, force: true })
  for (const outlet of ['Herald', 'Post', 'Ledger', 'Mail']) {
    writeFileSync(at('rows.jsonl'), START.join('').replaceAll(/Paper ./g, outlet))
    await go()
    const journal = readFileSync(at('out/.journal'), 'utf8')
    expect(journal.length).toBeLessThanOrEqual(2 * holding(journal).length + 2)
    expect((await go()).how).toMatchObject({ kept: START.length, written: 0, updated: 0 })
  }
}, 120_000)

test('links that were lost or changed are made again, and linking depends on the configuration', async () => {
  rmSync(at('out'), { recursive: true, force: true })
  await go()
  const whole = filesIn('out/links')
  const phases: string[] = []
  const goAgain = (speakers = NO_CONFIG.speakers) => run([at('rows.jsonl')], { out: at('out'), config: { ...NO_CONFIG, speakers }, stdin: (async function* () {})(), onPhase: (phase) => (phases.push(phase), { add: () => {}, stop: () => {} }) })
  await goAgain()
  expect(phases).toEqual([])
  for (const name of whole.keys()) {
    writeFileSync(at(`out/links/${name}`), whole.get(name)!.replace(/[a-z]/, 'x'))
    await goAgain()
    expect(filesIn('out/links')).toEqual(whole)
    rmSync(at(`out/links/${name}`))
    await goAgain()
    expect(filesIn('out/links')).toEqual(whole)
  }
  expect(phases.filter((phase) => phase === 'linking')).toHaveLength(2 * whole.size)
  await goAgain([{ name: 'Ann Roe', aliases: ['Cy Poe'] }])
  expect(filesIn('out/links').get('speakers.jsonl')).not.toBe(whole.get('speakers.jsonl'))
}, 120_000)
