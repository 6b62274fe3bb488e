import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimtrace } from '../cli/process.ts'
import { sparkEnvironment, startCluster, type Cluster } from './cluster.ts'
import { newsRows } from './news.ts'
import { tableOf, tablesOf } from './tables.ts'

// Starts a real Spark: a standalone master with two workers. Minutes, not seconds.

const environment = sparkEnvironment()
const missing = typeof environment === 'string'
const RUMOURS = new URL('../../../shared/corpora/rumours.jsonl', import.meta.url)
const MINUTES = 60_000

/** What the Node.js of the tasks does first: dies of an article, fails twice in a step, takes its executor with it in another. */
const HOSTILE = `#!/bin/sh
once() { mkdir "$MARKS/$1" 2>/dev/null; }
parent() { ps -o ppid= -p "$1" | tr -d ' '; }
case "$2" in
  judge) if once failed-1 || once failed-2; then echo 'not now' >&2; exit 1; fi ;;
  claims) if once killed; then kill -9 "$(parent "$(parent "$PPID")")"; sleep 60; fi ;;
  extract) exec '${process.execPath}' --import "data:text/javascript,const{push}=process.stdin;process.stdin.push=function(chunk,...more){if(chunk&&chunk.includes('FATAL'+'WORD'))process.kill(process.pid,'SIGKILL');return(push.call(this,chunk,...more))}" "$@" ;;
esac
exec '${process.execPath}' "$@"
`

describe.skipIf(missing)(`on Apache Spark${missing ? ` (${environment})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrace-'))
  const at = (name: string) => join(folder, name)
  let cluster: Cluster
  let expected: ReturnType<typeof tablesOf>

  beforeAll(async () => {
    const rows = newsRows().join('\n')
    writeFileSync(at('news.jsonl'), `${rows}\n`)
    expect(await claimtrace(['run', '-', '--out', at('one'), '--no-report', '--json'], { cwd: folder, stdin: rows })).toMatchObject({ code: 0 })
    expected = tablesOf(at('one'))
    expect(await claimtrace(['spark-archive', at('claimtrace.zip')], { cwd: folder })).toMatchObject({ code: 0 })
    cluster = await startCluster(environment as Exclude<typeof environment, string>, at('claimtrace.zip'))
  }, 10 * MINUTES)
  afterAll(async () => {
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, 5 * MINUTES)

  async function sameTables(out: string, tables = expected): Promise<void> {
    for (const [name, rows] of Object.entries(tables)) expect(await tableOf(out, name), name).toEqual(rows)
  }

  test('the tables are those of one machine, row for row', async () => {
    expect(expected['groups']!.filter((row) => /"contradictedBy":\["/.test(row)).length, 'contradictions').toBeGreaterThan(0)
    expect(expected['groups']!.filter((row) => /"contested":\["/.test(row)).length, 'disputes').toBeGreaterThan(0)
    expect(await cluster.submit(['--articles', at('news.jsonl'), '--out', at('two'), '--partitions', '2'])).toEqual({ code: 0, said: '' })
    await sameTables(at('two'))
    expect(await tableOf(at('two'), 'errors')).toEqual([])
  }, 20 * MINUTES)

  test('nothing is lost or doubled where an executor is killed, a task fails twice and articles are poison, whatever the partitions', async () => {
    const poison = [JSON.stringify({ id: 'poison', text: `He said FATAL${'WORD'} and fell.` }), '{"id": "no-text"}', 'no row', newsRows()[3]!]
    writeFileSync(at('poisoned.jsonl'), [...poison.slice(0, 3), ...newsRows(), poison[3]!].join('\n'))
    writeFileSync(at('hostile'), HOSTILE)
    chmodSync(at('hostile'), 0o755)
    const submitted = await cluster.submit(['--articles', at('poisoned.jsonl'), '--out', at('seven'), '--partitions', '7', '--small-graph', '0'], { CLAIMTRACE_NODE: at('hostile'), MARKS: folder })
    expect(submitted).toEqual({ code: 0, said: '' })
    expect(['killed', 'failed-1', 'failed-2'].filter((mark) => !existsSync(at(mark)))).toEqual([])
    await sameTables(at('seven'))
    const errors = (await tableOf(at('seven'), 'errors')).map((row) => JSON.parse(row) as { id?: string; message: string })
    expect(errors.map(({ id, message }) => `${id}: ${message}`)).toEqual([
      expect.stringMatching(/^poison: this article ended the process/),
      expect.stringMatching(/^[0-9a-f]{16}: not an article: /),
      expect.stringMatching(/^n3: another article has the same id/),
      expect.stringMatching(/^no-text: not an article: /),
    ])
  }, 20 * MINUTES)

  test('a machine without Node.js is told at once', async () => {
    expect(await cluster.submit(['--articles', at('news.jsonl'), '--out', at('none')], { CLAIMTRACE_NODE: '/nowhere/node' })).toEqual({
      code: 2,
      said: expect.stringMatching(/^claimtrace: \S+: there is no \/nowhere\/node; install Node.js 20.17 or newer, or pack it: claimtrace spark-archive --with-node\n$/),
    })
    expect(existsSync(at('none'))).toBe(false)
  }, 5 * MINUTES)

  // many minutes: CLAIMTRACE_SPARK_LONG=1 npx vitest run test/spark
  test.skipIf(!existsSync(RUMOURS) || !process.env['CLAIMTRACE_SPARK_LONG'])('2,000 articles', async () => {
    const given = readFileSync(RUMOURS, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as { id: string; text: string })
    const more = given.slice(0, 2000 - given.length).map(({ id, text }, i) => ({ id: `more-${id}`, text: text.slice(0, text.length - (i % 400)), outlet: `Paper ${i % 30}`, published: `2015-01-${10 + (i % 9)}` }))
    const rows = [...given, ...more].map((row) => JSON.stringify(row)).join('\n')
    writeFileSync(at('rumours.jsonl'), rows)
    expect(await claimtrace(['run', '-', '--out', at('one-2000'), '--no-report', '--json'], { cwd: folder, stdin: rows })).toMatchObject({ code: 0 })
    expect(await cluster.submit(['--articles', at('rumours.jsonl'), '--out', at('spark-2000'), '--partitions', '2'])).toEqual({ code: 0, said: '' })
    await sameTables(at('spark-2000'), tablesOf(at('one-2000')))
  }, 40 * MINUTES)
})
