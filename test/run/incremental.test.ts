import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { run } from '../../pipeline/run/run.ts'
import { folderWith } from '../cli/process.ts'

const CLOSED = 'The keeper Ann Roe said that the old bridge over the Alder would be closed to traffic until the end of May.'
const OPEN = 'The mayor Bo Lund told the council that the old bridge over the Alder would not be closed to traffic.'
const OWLS = '“The owls of the mill will stay for the whole of the winter,” said Cy Poe, a ranger.'
const row = (id: string, text: string) => `${JSON.stringify({ id, text, outlet: `Paper ${id}` })}\n`
const START = [row('a', CLOSED), row('b', OPEN), row('c', `${OWLS} ${CLOSED}`), row('d', `On Monday it rained. ${OWLS}`), row('e', `${CLOSED} ${OPEN}`)]

/** What may become of the articles between two runs. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  nothing: START,
  'an article is changed': START.with(1, row('b', `${OPEN} ${OWLS}`)),
  'the outlet of an article is changed': START.with(2, START[2]!.replace('Paper c', 'Herald')),
  'an article is added': [...START, row('f', `${OWLS} The Herald reported that the bridge over the Alder was unsafe.`)],
  'an article is removed': START.toSpliced(0, 1),
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
  if (foreign > 0) for (const files of [second, fresh]) for (const name of ['.journal', 'index.sqlite']) files.delete(name) // what is left of removed articles is in them
  for (const [name, bytes] of fresh) expect({ name, same: second.get(name) === bytes }).toEqual({ name, same: true })
  expect(second.size - fresh.size).toBe(2 * foreign) // articles and texts stay
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
