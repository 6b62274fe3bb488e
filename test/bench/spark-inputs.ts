import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { LinkClaim, LinkInput } from '../../pipeline/8-links/input.ts'

/**
 * What the job on Spark knows after its first step, made up, so that linking can be measured by itself:
 *
 *   npx tsx test/bench/spark-inputs.ts 10000 OUT      then      spark-submit ... job.py --resume --articles none.jsonl --out OUT
 *
 * Ten claims an article. Words and speakers are as frequent as 1 over their rank, from a vocabulary that grows with the square root of the
 * claims, as in news; one claim in three repeats an earlier one, whole or in part; one in a hundred is one sentence that all say.
 */
const [count = 10_000, out = 'out'] = [Number(process.argv[2]), process.argv[3]]
const CLAIMS = 10
const FILE = 2000

let seed = 20_250_101
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
/** A rank up to n, as often as 1 over it. */
const rank = (n: number) => Math.floor(n ** random())
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ')
const spelt = (n: number): string => (n < 20 ? SYLLABLES[n]! : spelt(Math.floor(n / 20)) + SYLLABLES[n % 20]!)
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
const words = Math.round(60 * Math.sqrt(count))
const people = Math.round(10 * Math.sqrt(count))
const sentence = () => Array.from({ length: 8 + Math.floor(12 * random()) }, () => `${spelt(400 + rank(words))}k`).join(' ')
const said: string[] = []

function text(): string {
  if (random() < 0.01) return 'No comment will be made at this time.'
  if (random() < 1 / 3 && said.length > 0) {
    const before = said[Math.floor(said.length * random())]!
    return random() < 0.5 ? before : before.split(' ').slice(1).join(' ')
  }
  const made = `The ${sentence()}.`
  if (said.length < 200_000) said.push(made)
  else said[Math.floor(200_000 * random())] = made
  return made
}

function input(n: number): LinkInput {
  const speakers = Array.from({ length: 4 }, (_, i) => {
    const person = rank(people)
    return { id: `p${i + 1}`, name: `${capital(spelt(400 + person))} ${capital(spelt(401 + person * 7))}`, kind: 'person' as const, descriptions: ['mayor'], mentions: [], anonymity: null }
  })
  const claims = Array.from({ length: CLAIMS }, (_, i): LinkClaim => {
    const exact = text()
    const start = i * 1000
    const cue = { start: start - 6, end: start - 1, exact: 'said' }
    return {
      id: `c${n}-${i}`, kind: 'indirect', within: null, text: exact, start, end: start + exact.length, content: [{ start, end: start + exact.length, exact }], paragraph: i, lastParagraph: i, quoted: false,
      cue, mention: null, speakers: [speakers[i % 4]!.id], continued: false, chain: [], venue: null, commitment: 'asserts', about: [], around: '', stance: [], confidence: 1,
    }
  })
  return { article: `a${n}`, outlet: `Paper ${rank(300)}`, published: `2020-01-${10 + (n % 20)}`, credits: [], speakers, claims, passages: [], passageHashes: [] }
}

const columns = (rows: readonly LinkInput[]) => [
  { name: 'id', data: rows.map(({ article }) => article), type: 'STRING' as const },
  { name: 'json', data: rows.map(() => '{}'), type: 'STRING' as const },
  { name: 'linking', data: rows.map((row) => JSON.stringify(row)), type: 'STRING' as const },
]
mkdirSync(join(out, 'steps/answered'), { recursive: true })
writeFileSync(join(out, 'steps/answered/_SUCCESS'), '')
for (let first = 0; first < count / CLAIMS; first += FILE) {
  const rows = Array.from({ length: Math.min(FILE, count / CLAIMS - first) }, (_, i) => input(first + i))
  writeFileSync(join(out, 'steps/answered', `part-${String(first).padStart(9, '0')}.parquet`), Buffer.from(parquetWriteBuffer({ columnData: columns(rows) })))
}
