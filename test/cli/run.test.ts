import { existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LINK_ROW_NAMES, LINK_ROWS } from '../../pipeline/model/links-folder.ts'
import { lookAt } from '../../pipeline/9-output/seen.ts'
import { annotatedArticleSchema, linksManifestSchema } from '../../pipeline/model/schema.ts'
import { decode } from '../../pipeline/text/decode.ts'
import type { Summary } from '../../pipeline/run/summary.ts'
import { claimtrace, folderWith } from './process.ts'

const TEXT = 'The keeper of the old mill said that the owls had come back. “They will stay until the end of the year,” he told the town council.'
const MANY = 600
const PAGE = `<html><head><title>Owls</title></head><body><article>${`<p>${TEXT}</p>`.repeat(4)}</article></body></html>`

let folder: ReturnType<typeof folderWith>
beforeEach(() => {
  folder = folderWith({
    'sources/a.txt': TEXT,
    'sources/b.html': PAGE,
    'sources/c.jsonl': `${JSON.stringify({ id: 'r/1', text: TEXT, outlet: 'Herald' })}\n${JSON.stringify({ id: 'r2', text: 'Half \ud83e of “a pair”, he said.' })}\n`,
  })
})
afterEach(() => folder.remove())

const run = (...args: readonly string[]) => claimtrace(['run', ...args], { cwd: folder.path })
const summaryOf = async (...args: readonly string[]) => JSON.parse((await run(...args, '--json')).stdout) as Summary
const filesIn = (path: string) => readdirSync(join(folder.path, path), { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder.path, path, name)).isFile()).sort()
const bytesOf = (path: string) => filesIn(path).map((name) => [name, readFileSync(join(folder.path, path, name), 'utf8')])
/** What equal runs into different folders have in common: journal and index know where texts stand, and how large files are. */
const commonOf = (path: string) => bytesOf(path).filter(([name]) => !['.journal', '.index.sqlite', '.report', '.seen'].includes(name!)).map(([name, json]) => [name, json!.replaceAll(`${path}/texts`, 'texts')])

describe('a run', () => {
  test('writes what fits the schema; every span stands in the file that is named', async () => {
    const { code, stdout, stderr } = await run()
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] })
    expect(stdout).toMatch(/4 articles, \d+ sentences, \d+ claims/)
    expect(filesIn('output').filter((name) => !name.startsWith('report/'))).toEqual(['.index.sqlite', '.journal', '.linking', '.report', '.seen', 'articles/a.json', 'articles/b.json', 'articles/r%2F1.json', 'articles/r2.json', 'links/groups.jsonl', 'links/links.jsonl', 'links/manifest.json', 'links/origins.jsonl', 'links/speakers.jsonl', 'texts/b.txt', 'texts/r%2F1.txt', 'texts/r2.txt'])
    const { rows, articles } = linksManifestSchema.parse(JSON.parse(readFileSync(join(folder.path, 'output/links/manifest.json'), 'utf8')))
    expect(articles).toBe(4)
    for (const name of LINK_ROW_NAMES) {
      const lines = readFileSync(join(folder.path, `output/links/${name}.jsonl`), 'utf8').split('\n').filter(Boolean)
      expect(lines).toHaveLength(rows[name])
      for (const line of lines) LINK_ROWS[name].parse(JSON.parse(line))
    }
    for (const name of filesIn('output/articles')) {
      const article = annotatedArticleSchema.parse(JSON.parse(readFileSync(join(folder.path, 'output/articles', name), 'utf8')))
      const { text } = decode(readFileSync(join(folder.path, article.source.textPath ?? article.source.path!)))
      expect(text).toHaveLength(article.source.length)
      for (const span of article.claims.flatMap(({ content }) => content)) expect(text.slice(span.start, span.end)).toBe(span.exact)
    }
  })

  test('gives the same bytes whatever the order of the paths', async () => {
    await run('sources/a.txt', 'sources/b.html', 'sources/c.jsonl')
    await run('sources/c.jsonl', 'sources/b.html', 'sources/a.txt', '--out', 'again')
    expect(commonOf('again')).toEqual(commonOf('output'))
  })

  test('keeps what is written already, and annotates again what has changed', async () => {
    expect((await summaryOf()).how).toEqual({ written: 4, kept: 0, updated: 0, failed: 0 })
    expect((await summaryOf()).how).toEqual({ written: 0, kept: 4, updated: 0, failed: 0 })
    writeFileSync(join(folder.path, 'sources/a.txt'), `${TEXT} He laughed.`)
    expect((await summaryOf()).how).toEqual({ written: 0, kept: 3, updated: 1, failed: 0 })
    expect((await summaryOf('--fresh')).how).toEqual({ written: 0, kept: 0, updated: 4, failed: 0 })
  })

  test('writes again what another version wrote, or what is damaged', async () => {
    await run()
    const path = join(folder.path, 'output/articles/a.json')
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, before.replace(/"claimtrace": "[^"]+"/, '"claimtrace": "0.0.1"'))
    const { stdout } = await run()
    expect(stdout).toContain('3 unchanged since an earlier run, 1 written again (another version or source)')
    expect(readFileSync(path, 'utf8')).toBe(before)
    writeFileSync(path, before.slice(0, 100))
    expect((await summaryOf()).how).toMatchObject({ kept: 3, updated: 1 })
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  test('reads no article again whose file stands as it did; one that another hand changed is noticed, whatever its size', async () => {
    await run()
    const path = join(folder.path, 'output/articles/a.json')
    const before = readFileSync(path, 'utf8')
    const other = before.replace(/"confidence": 0\.\d/, (number) => `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`)
    expect(other).not.toBe(before)
    const seenFile = join(folder.path, 'output/.seen')
    const seen = JSON.parse(readFileSync(seenFile, 'utf8')) as { at: number; marks: [string, number][] }
    const later = () => writeFileSync(seenFile, JSON.stringify({ ...seen, at: Date.now() + 60_000 }))
    later()
    writeFileSync(path, other)
    expect((await summaryOf()).how).toMatchObject({ kept: 3, updated: 1 })
    expect(readFileSync(path, 'utf8')).toBe(before)
    const { about } = JSON.parse(readFileSync(join(folder.path, 'output/.journal'), 'utf8').split('\n').findLast((line) => line.startsWith('{"id":"a"'))!.split('\t')[0]!) as { about: { key: string; file: string } }
    writeFileSync(path, other)
    seen.marks.find(([id]) => id === 'a')![1] = lookAt([path], about.key, about.file)!.mark // as if it had stood so
    later()
    expect((await summaryOf()).how).toMatchObject({ kept: 4 })
  })

  test('a topic that the user names later is in the articles that were written before', async () => {
    writeFileSync(join(folder.path, 'sources/d.txt'), 'Ann Lee, the mayor, said on Monday that she supported the new river crossing.')
    await run()
    const topicsIn = () =>
      annotatedArticleSchema
        .parse(JSON.parse(readFileSync(join(folder.path, 'output/articles/d.json'), 'utf8')))
        .claims.flatMap(({ stance }) => stance.map(({ target }) => target.topic))
    expect(topicsIn()).toEqual([null])
    const topics = [{ id: 'bridge', label: 'the bridge', any: ['river crossing'] }]
    writeFileSync(join(folder.path, 'claimtrace.config.json'), JSON.stringify({ topics }))
    await run()
    expect(topicsIn()).toEqual(['bridge'])
  })

  test('leaves files of other inputs alone, says so, and does not link them', async () => {
    await run()
    const { foreign, articles } = await summaryOf('sources/a.txt')
    expect({ foreign, articles }).toEqual({ foreign: 3, articles: 1 })
    expect(filesIn('output/articles')).toHaveLength(4)
    expect(readFileSync(join(folder.path, 'output/links/groups.jsonl'), 'utf8')).not.toContain('"r2"')
  })

  test('where nothing can be answered, earlier links stay', async () => {
    await run()
    const before = bytesOf('output')
    const { code, stdout } = await run('mistyped')
    expect(code).toBe(2)
    expect(stdout).toContain('0 articles')
    expect(bytesOf('output')).toEqual(before)
  })

  test('does not read its own output', async () => {
    await run()
    expect((await summaryOf('.')).articles).toBe(4)
  })

  test('one bad input costs only itself', async () => {
    const { code, stderr, stdout } = await run('sources', 'missing.txt')
    expect({ code, stderr }).toEqual({ code: 2, stderr: ['claimtrace: missing.txt: there is no such file or folder; check the path'] })
    expect(stdout).toContain('1 could not be answered')
    expect(filesIn('output/articles')).toHaveLength(4)
  })
})

describe('a folder that cannot be written', () => {
  test.each([
    ['a file', 'sources/a.txt'],
    ['inside a file', 'sources/a.txt/out'],
    ['a device', '/dev/full'],
    ['where nothing can be made', '/proc/claimtrace'],
  ])('%s', async (_, out) => {
    const { code, stdout, stderr } = await run('--out', out)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toEqual([expect.stringMatching(/cannot be written: .*; what was written stays, run again to go on, or give another folder with --out$/)])
  })

  test('one article whose file cannot be replaced', async () => {
    await run()
    renameSync(join(folder.path, 'output/texts'), join(folder.path, 'output/articles/x'))
    writeFileSync(join(folder.path, 'sources/x.txt'), TEXT)
    renameSync(join(folder.path, 'output/articles/x'), join(folder.path, 'output/articles/x.json'))
    const { code, stderr } = await run()
    expect(stderr).toEqual([expect.stringMatching(/sources\/x\.txt: .*its result cannot be written: it is a folder/)])
    expect(code).toBe(2)
  })
})

test('Ctrl-C: one line, nothing half-written, and the next run goes on', async () => {
  const rows = Array.from({ length: MANY }, (_, i) => `${JSON.stringify({ id: `r${i}`, text: `The road to mill ${i} was closed again. `.repeat(60) })}\n`).join('')
  writeFileSync(join(folder.path, 'many.jsonl'), rows)
  const articles = join(folder.path, 'output/articles')
  const running = claimtrace(['run', 'many.jsonl'], { cwd: folder.path, killWhen: () => existsSync(articles) && readdirSync(articles).length > 5 })
  const { code, stdout, stderr } = await running
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
  expect(stderr).toEqual([expect.stringMatching(/^claimtrace: interrupted; \d+ articles stand in output\/articles, run again to go on$/)])
  const names = readdirSync(articles)
  expect(names.length).toBeGreaterThan(5)
  expect(names.length).toBeLessThan(MANY)
  for (const name of names) annotatedArticleSchema.parse(JSON.parse(readFileSync(join(articles, name), 'utf8')))
  const { how } = await summaryOf('many.jsonl')
  expect(how).toEqual({ kept: names.length, written: MANY - names.length, updated: 0, failed: 0 })
})
