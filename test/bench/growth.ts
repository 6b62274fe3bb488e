// `npm run bench:growth [-- part of a name ...]`: a text ten times as long may cost each stage at most 15 times as much, whatever it is made of.
// Ends with 1 where one costs more. Processor time, the least of several rounds.
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
const SHORT = 30_000
const SHORT_PAIR = 5_000
const folder = mkdtempSync(join(tmpdir(), 'growth-'))

/** The work of one stage at a length. */
type Stage = (times: 1 | 10) => () => unknown

async function least(rounds: number, work: () => unknown): Promise<number> {
  let found = Infinity
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    found = Math.min(found, (user + system) / 1000)
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
await least(5, STAGES[0]![1](1))
for (const [title, stage] of STAGES) {
  if (wanted.length > 0 && !wanted.some((part) => title.includes(part))) continue
  const few = await least(3, stage(1))
  const long = stage(10)
  let many = await least(1, long)
  const isOver = () => many > BAR * few && many > NOTICED
  if (isOver()) many = Math.min(many, await least(2, long))
  if (isOver()) process.exitCode = 1
  process.stdout.write(`${few.toFixed(0).padStart(7)} ms ${many.toFixed(0).padStart(7)} ms ${(many / few).toFixed(1).padStart(6)}  ${title}${isOver() ? '  OVER' : ''}\n`)
}
rmSync(folder, { recursive: true })
