import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { linkInput } from '../../pipeline/8-links/input.ts'
import { OutputFolder } from '../../pipeline/9-output/files.ts'
import { Journal } from '../../pipeline/9-output/journal.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { LINK_ROW_NAMES, linksPath } from '../../pipeline/model/links-folder.ts'
import type { AnnotatedArticle } from '../../pipeline/model/schema.ts'
import { Unread, WrittenSource } from '../../pipeline/run/link-inputs.ts'
import { run } from '../../pipeline/run/run.ts'
import type { About } from '../../pipeline/run/summary.ts'
import { folderWith } from '../cli/process.ts'

/** Claims with characters of one to four bytes. */
const TEXT = [
  '“The owls 🦉 will stay in the mill,” the keeper Ann Roe told the council.',
  'The mayor Bø Lünd said that the café on the Đường bridge — “the oldest” — would be closed until May.',
  'Ann Roe denied that the mill was unsafe.',
].join('\n\n')
const rowsOf = (text: string, outlet: string) => `${JSON.stringify({ id: 'a', outlet, text })}\n${JSON.stringify({ id: 'b', text: `Später: ${TEXT}` })}\n`

let folder: ReturnType<typeof folderWith>
const at = (name: string) => join(folder.path, name)
const go = () => run([at('rows.jsonl')], { out: at('out'), config: NO_CONFIG, stdin: (async function* () {})() })

beforeAll(async () => {
  folder = folderWith({ 'rows.jsonl': rowsOf(TEXT, 'Die Zeitung 🗞') })
  await go()
  for (const name of ['.journal', 'articles/a.json']) copyFileSync(at(`out/${name}`), at(`kept-${name.replace('/', '-')}`))
})
beforeEach(() => {
  for (const name of ['.journal', 'articles/a.json']) copyFileSync(at(`kept-${name.replace('/', '-')}`), at(`out/${name}`))
})
afterAll(() => folder.remove())

/** What the journal holds of the article `a`: its head, and the parts behind. */
const partsOf = () => readFileSync(at('out/.journal'), 'utf8').split('\n').find((line) => line.startsWith('{"id":"a"'))!.split('\t')

/** Has parts that are as long as they were, but others. */
function damage(change: (part: string, number: number) => string): void {
  const parts = partsOf()
  const journal = readFileSync(at('out/.journal'), 'utf8')
  const damaged = parts.map((part, i) => change(part, i - 1)).join('\t')
  expect([damaged.length, damaged === parts.join('\t')]).toEqual([parts.join('\t').length, false])
  writeFileSync(at('out/.journal'), journal.replace(parts.join('\t'), () => damaged))
}

function withSource<T>(read: (source: WrittenSource) => T): T {
  const journal = new Journal<About>(at('out/.journal'))
  try {
    return read(new WrittenSource('a', false, { out: new OutputFolder(at('out')), journal }))
  } finally {
    journal.close()
  }
}

const [LINKED, CLAIMS] = [1, 2]
const expected = () => linkInput(JSON.parse(readFileSync(at('kept-articles-a.json'), 'utf8')) as AnnotatedArticle, TEXT)
const gone = () => rmSync(at('out/articles/a.json'))
/** Each claim, read alone; 'unread' where neither journal nor article tells it. */
const alone = () => withSource((source) => {
  const { at: claim } = source.claims()
  return expected().claims.map((_, i) => orUnread(() => claim(i)))
})
const orUnread = <T>(read: () => T) => {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unread) return 'unread'
    throw error
  }
}

test('claims are read from the journal, one alone or all, whatever their characters', () => {
  gone()
  const { outlet, published, credits, speakers, claims } = expected()
  expect(claims.map(({ text }) => Buffer.byteLength(text) - text.length).filter((more) => more > 0).length).toBeGreaterThan(1)
  expect(alone()).toEqual(claims)
  expect(withSource((source) => source.read())).toEqual({ article: 'a', outlet, published, credits, speakers, claims })
  expect(withSource((source) => [2, 0, 2, 1].map((i) => source.claims().at(i)))).toEqual([2, 0, 2, 1].map((i) => claims[i]))
  expect(withSource((source) => source.claims().outlet)).toBe('Die Zeitung 🗞')
})

test('a claim that is damaged is read from the article, the others alone', () => {
  const { claims } = expected()
  damage((part, number) => (number === CLAIMS ? part.replaceAll('Lünd', 'Lönd') : part))
  expect(alone()).toEqual(claims)
  expect(withSource((source) => source.read().claims)).toEqual(claims)
  gone()
  expect(alone()).toEqual([claims[0], 'unread', claims[2]])
  expect(orUnread(() => withSource((source) => source.read()))).toBe('unread')
})

test.each([
  ['length', /,\[(\d)/],
  ['checksum', /(\d)\]\]$/],
])('where a %s of what tells the places of claims is damaged, all are read from the article', (_, digit) => {
  const { claims, outlet } = expected()
  damage((part, number) => (number === LINKED ? part.replace(digit, (found, is: string) => found.replace(is, String((Number(is) + 1) % 10))) : part))
  expect(alone()).toEqual(claims)
  expect(withSource((source) => source.claims().outlet)).toBe(outlet)
  expect(withSource((source) => source.read())).toMatchObject({ outlet, claims })
  gone()
  expect(orUnread(() => withSource((source) => source.claims()))).toBe('unread')
})

/** The files of links, but for the manifest, which tells when they were written. */
const links = () => LINK_ROW_NAMES.map((name) => linksPath(at('out/links'), name)).map((path) => readFileSync(path, 'utf8'))

/** Runs over a changed article beside what stands in the journal. */
async function changed(): Promise<Awaited<ReturnType<typeof go>>> {
  writeFileSync(at('rows.jsonl'), rowsOf(TEXT, 'Die Zeitung 🗞').replace('Später', 'Früher'))
  return go().finally(() => writeFileSync(at('rows.jsonl'), rowsOf(TEXT, 'Die Zeitung 🗞')))
}

test.each<[string, (part: string, number: number) => string, number]>([
  ['damaged claims', (part, number) => (number === CLAIMS ? part.replaceAll('mill', 'pond') : part), 1],
  ['a damaged table', (part, number) => (number === LINKED ? part.replace(/\d\]\]$/, 'x]]') : part), 1],
  ['lines of another form, by another build', (part, number) => (number === -1 ? part.replace(/"key":"..../, '"key":"zzzz') : number === CLAIMS ? part.replaceAll('},{', '}\u001e{') : part), 0],
])('%s in the journal cost a changed run only time', async (_, change, kept) => {
  damage(change)
  expect((await changed()).how.kept).toBe(kept)
  const mended = links()
  rmSync(at('out'), { recursive: true })
  await changed()
  expect(mended).toEqual(links())
  rmSync(at('out'), { recursive: true })
  await go()
})
