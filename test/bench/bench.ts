// `npm run bench [-- --long]`: what claimtrace costs as people run it, a fresh process a time, by turns with a bare pass of wink-nlp (sentences,
// parts of speech) over the same articles. Processor time is user and system of all threads, the least of several rounds. Ends with 1 where a
// figure is over its bar. --long adds the memory of 20,000 articles, and linking up to a million claims.
import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { bare, byTurns, claimtrace, sample, SOURCE } from './processes.ts'
import { articles } from './texts.ts'

const long = process.argv.includes('--long')
const node = Number(process.versions.node.split('.')[0])

const say = (line: string) => process.stdout.write(`${line}\n`)

/** A figure with its bar; `judged` is false where it cannot be measured now. */
function figure(measured: number, way: 'at most' | 'at least', bar: number, what: string, judged = true): void {
  const off = way === 'at most' ? measured > bar : measured < bar
  if (off && judged) process.exitCode = 1
  say(`${measured.toFixed(measured < 1 ? 3 : measured < 20 ? 2 : 0).padStart(8)}  (${way} ${bar})  ${what}${off ? (judged ? '  MISSED' : '  not judged: the processor is busy') : ''}`)
}

say(`Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}; ${SOURCE}\n\nstart`)
const none = sample(0), one = sample(1)
const start = byTurns(7, { help: () => claimtrace('--help'), none: () => claimtrace('extract', none.file), bareNone: () => bare(none.file), one: () => claimtrace('extract', one.file) })
figure(start.help.cpu, 'at most', 0.12, 'CPU-s of --help')
figure(start.one.cpu, 'at most', 0.45, `CPU-s of one article (${(one.size * 3500).toFixed(0)} characters)`)

say('\ncold, start-up taken off')
for (const [count, rounds] of [[84, 5], [420, 4], [2000, 1]] as const) {
  const of = sample(count)
  const { all, wink } = byTurns(rounds, { all: () => claimtrace('extract', of.file), wink: () => bare(of.file) })
  const cpu = all.cpu - start.none.cpu
  const ratio = cpu / (wink.cpu - start.bareNone.cpu)
  say(`${String(count).padStart(8)} articles of ${((of.size * 3500) / count).toFixed(0)} characters: ${all.cpu.toFixed(2)} CPU-s, ${all.peak.toFixed(0)} MB; bare pass ${wink.cpu.toFixed(2)} CPU-s`)
  if (count !== 420) say(`${ratio.toFixed(2).padStart(8)}  to the bare pass; ${(of.size / cpu).toFixed(0)} articles of 3,500 characters per CPU-second`)
  else {
    figure(ratio, 'at most', 6, 'to the bare pass')
    figure(of.size / cpu, 'at least', node >= 24 ? 230 : 190, 'articles of 3,500 characters per CPU-second')
  }
}

say('\none thread and two')
const many = sample(2000)
const busy = loadavg()[0]! > 0.5 + 1 // one process of ours has just run
const threads = { single: claimtrace('extract', many.file, '--workers', '1'), double: claimtrace('extract', many.file, '--workers', '2') }
say(`         ${threads.single.cpu.toFixed(1)} and ${threads.double.cpu.toFixed(1)} CPU-s, ${threads.single.wall.toFixed(1)} and ${threads.double.wall.toFixed(1)} s, ${threads.single.peak.toFixed(0)} and ${threads.double.peak.toFixed(0)} MB`)
figure(threads.single.wall / threads.double.wall, 'at least', 1.6, 'times as fast with two, on two free cores', !busy && cpus().length > 1)

if (long) {
  say('\nmemory')
  figure(claimtrace('extract', sample(20_000).file).peak, 'at most', 400, 'MB of 20,000 articles')
}

say('\nwarm')
const { warm } = await import('./warm.ts')
const { ratio, stages } = await warm(articles(150, 3500), long ? 15 : 6)
say(`${ratio.toFixed(2).padStart(8)}  to the bare pass, of which`)
for (const [stage, share] of Object.entries(stages)) say(`${share.toFixed(2).padStart(8)}  ${stage}`)

say('\nlinking (test/bench/links.ts)')
const sizes = long ? ['1000', '10000', '100000', '1000000'] : ['1000', '10000']
const linked = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('links.ts', import.meta.url)), ...sizes], { stdio: 'inherit' })
if (linked.status !== 0) process.exitCode = 1
say('\nThat cost grows no faster than length and number: npm run bench:growth')
