// `npm run bench:growth [-- part of a name ...]`: a text ten times as long may cost each stage at most 15 times as much, whatever it is made of.
// A row each; ends with 1 where one costs more, or where the whole takes longer than eight minutes. Processor time, the least of several rounds.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changesOf } from '../../pipeline/8-links/judge/changes.ts'
import { judgeTexts } from '../../pipeline/8-links/judge/lone.ts'
import { annotate, articleOf, link, linkInput, NO_CONFIG, read } from '../../pipeline/index.ts'
import { CONTAINERS, PAIRS, PIECES, textOf, type Container } from './pieces.ts'

const BAR = 15
/** Costs below so many milliseconds tell nothing. */
const NOTICED = 200
const SHORT = 20_000
/** No more rounds of a stage begin after so many milliseconds, no more stages after so many. */
const ENOUGH = 300
const MOST = 8 * 60_000
const SHORT_PAIR = 4_000
const folder = mkdtempSync(join(tmpdir(), 'growth-'))

/** The work of one stage at a length. */
type Stage = (times: 1 | 10) => () => unknown

/** Processor time of this process, in milliseconds. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function least(rounds: number, work: () => unknown): Promise<number> {
  let found = Infinity
  const began = spent()
  for (let round = 0; round < rounds && (round === 0 || spent() - began < ENOUGH); round++) {
    const before = spent()
    await work()
    found = Math.min(found, spent() - before)
  }
  return found
}

function reading({ ending, head = '', piece, tail = '' }: Container): Stage {
  return (times) => async () => {
    const path = join(folder, `x${times}.${ending}`)
    writeFileSync(path, head + textOf(piece, SHORT * times) + tail)
    for await (const _ of read([path], { config: NO_CONFIG, textPathOf: () => null, stdin: process.stdin }));
  }
}

const STAGES: readonly (readonly [title: string, stage: Stage])[] = [
  ...Object.entries(PIECES).flatMap(([title, piece]) => {
    const text = (times: number) => textOf(piece, SHORT * times)
    const annotating: Stage = (times) => () => annotate(articleOf(text(times), { id: 'a' }))
    const linking: Stage = (times) => {
      const article = annotate(articleOf(text(times), { id: 'a' }))
      const inputs = ['a', 'b'].map((id) => ({ ...linkInput(article, text(times)), article: id }))
      return () => link(inputs, NO_CONFIG)
    }
    return [[`annotate  ${title}`, annotating], [`link      ${title}`, linking]] as const
  }),
  ...Object.entries(CONTAINERS).map(([title, container]) => [`read      ${title}`, reading(container)] as const),
  ...Object.entries(PAIRS).flatMap(([title, pair]) => {
    const judging: Stage = (times) => () => judgeTexts(...pair(SHORT_PAIR * times))
    const changing: Stage = (times) => () => changesOf(...(pair(SHORT_PAIR * times).map((text) => ({ text, quoted: true })) as [{ text: string; quoted: true }, { text: string; quoted: true }]))
    return [[`compare   ${title}`, judging], [`changes   ${title}`, changing]] as const
  }),
]

const wanted = process.argv.slice(2)
const asked = STAGES.filter(([title]) => wanted.length === 0 || wanted.some((part) => title.includes(part)))
const print = (...cells: readonly string[]) => process.stdout.write(`| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(54) : cell.padStart(9))).join(' | ')} |\n`)

await least(5, STAGES[0]![1](1))
print('stage, of what', 'ms', 'ten times', 'growth', '')
print('---', '---', '---', '---', '---')
for (const [title, stage] of asked) {
  if (spent() > MOST) {
    print(title, '', '', '', 'not tried')
    process.exitCode = 1
    continue
  }
  let few = await least(3, stage(1))
  const long = stage(10)
  let many = await least(1, long)
  const isOver = () => many > BAR * few && many > NOTICED
  if (isOver()) {
    many = Math.min(many, await least(2, long))
    few = Math.max(few, await least(1, stage(1))) // a first call that was lucky is no measure
  }
  if (isOver()) process.exitCode = 1
  print(title, few.toFixed(1), many.toFixed(0), (many / few).toFixed(1), isOver() ? 'OVER' : '')
}
process.stdout.write(`${asked.length} stages, ${(spent() / 1000).toFixed(0)} s of processor time\n`)
rmSync(folder, { recursive: true })
