import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { articles, textsOf } from './texts.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const PROGRAM = here('../../dist/claimtrace.js')
const CORPUS = here('../../../shared/corpora/polnear-train.jsonl')

/** A scratch folder, and an empty cache of compiled code in it; gone when the process ends. */
const folder = mkdtempSync(join(tmpdir(), 'claimtrace-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

export interface Cost {
  /** Processor time of all threads, and time on the clock, in seconds. */
  readonly cpu: number
  readonly wall: number
  /** Most memory held, in MB. */
  readonly peak: number
}

/** What a fresh process of `script` costs. @throws Error where it ends with anything but 0. */
function cost(script: string, ...args: readonly string[]): Cost {
  const measured = join(folder, 'measured.json')
  const start = performance.now()
  const env = { ...process.env, MEASURED: measured, XDG_CACHE_HOME: join(folder, 'cache') }
  const { status, stderr } = spawnSync(process.execPath, ['--import', here('measured.mjs'), script, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  if (status !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return { ...(JSON.parse(readFileSync(measured, 'utf8')) as Omit<Cost, 'wall'>), wall: (performance.now() - start) / 1000 }
}

export const claimtrace = (...args: readonly string[]): Cost => cost(PROGRAM, ...args)
/** wink-nlp alone over a file of articles. */
export const bare = (file: string): Cost => cost(here('bare.mjs'), file)

export interface Sample {
  readonly file: string
  readonly count: number
  /** In articles of 3,500 characters. */
  readonly size: number
}

const real = existsSync(CORPUS) ? textsOf([CORPUS]) : null
/** Whether the samples are articles of ../shared or made up. */
export const SOURCE = real ? 'news articles of ../shared/corpora' : 'made-up articles'

/** So many articles, as rows of JSONL; the same ones again where there are not as many. */
export function sample(count: number): Sample {
  const texts = count === 0 ? ['Warm.'] : real ? Array.from({ length: count }, (_, i) => real[i % real.length]!) : articles(count, 3500)
  const file = join(folder, `${count}.jsonl`)
  writeFileSync(file, texts.map((text, i) => `${JSON.stringify({ id: `a${i}`, text })}\n`).join(''))
  return { file, count, size: texts.reduce((sum, { length }) => sum + length, 0) / 3500 }
}

/** Measures that are taken by turns, so many times, since other programs slow all of them; each by its least processor time. */
export function byTurns<Name extends string>(rounds: number, measures: Readonly<Record<Name, () => Cost>>): Record<Name, Cost> {
  const best: Partial<Record<Name, Cost>> = {}
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(measures) as Name[]) {
      const one = measures[name]()
      if (one.cpu < (best[name]?.cpu ?? Infinity)) best[name] = one
    }
  return best as Record<Name, Cost>
}
