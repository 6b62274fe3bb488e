import { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { ANY_FORM, type Field, type InputForm } from '../../pipeline/1-read/form.ts'
import { isError, read } from '../../pipeline/1-read/read.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { ATOM, MAIL, MHTML, PAGE, pdf, RSS, TEXT, WARC, WORD, word } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-'))
afterAll(() => rmSync(folder, { recursive: true }))

const none = (async function* () {})()

/** What is read from a file of this name and content, in a few words each. */
async function from(name: string, content: string | Uint8Array, form: Partial<InputForm> = {}) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return all([path], none, form)
}

async function all(paths: readonly string[], stdin: AsyncIterable<Uint8Array>, form: Partial<InputForm> = {}) {
  const found = []
  for await (const answer of read(paths, { config: NO_CONFIG, textPathOf: (id) => `texts/${id}.txt`, stdin, form: { ...ANY_FORM, ...form } })) {
    if (isError(answer)) found.push({ error: answer.code, message: answer.message.replaceAll(folder, '') })
    else found.push({ id: answer.id, text: answer.text, title: answer.title, published: answer.published, outlet: answer.outlet, url: answer.url, authors: answer.authors, problems: answer.problems.map(({ code }) => code) })
  }
  return found
}

const ARTICLE = { id: 'a1', text: TEXT, title: 'Owls', published: '2021-03-04', outlet: 'Hill News', url: 'https://example.org/1', authors: ['Ann Roe'], problems: [] }
const CSV = `guid,Headline,Body,Source,Pub Date,Link,Byline\na1,Owls,"${TEXT}",Hill News,2021-03-04,https://example.org/1,By Ann Roe\n`

describe('tables', () => {
  test.each([
    ['comma.csv', CSV],
    ['windows.csv', CSV.replaceAll('\n', '\r\n')],
    ['mac.csv', CSV.replaceAll('\n', '\r')],
    ['mixed.csv', CSV.replace('\n', '\r\n') + '\n\r\n'],
    ['mark.csv', `\ufeff${CSV}`],
    ['utf16.csv', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
    ['semicolon.csv', CSV.replaceAll(/,(?! )/g, ';')],
    ['tab.tsv', CSV.replaceAll(/,(?! )/g, '\t')],
    ['packed.csv.gz', gzipSync(CSV)],
    ['array.json', JSON.stringify([{ id: 'a1', headline: 'Owls', body: TEXT, source: 'Hill News', date: '2021-03-04', link: 'https://example.org/1', author: 'Ann Roe' }])],
    ['wrapped.json', JSON.stringify({ total: 1, articles: [{ id: 'a1', headline: 'Owls', body: TEXT, source: 'Hill News', date: '2021-03-04', link: 'https://example.org/1', authors: ['Ann Roe'] }] })],
    ['rows.ndjson', JSON.stringify({ id: 'a1', title: 'Owls', text: TEXT, outlet: 'Hill News', published: '2021-03-04', url: 'https://example.org/1', authors: ['Ann Roe'] })],
    ['rows.jsonl.gz', gzipSync(JSON.stringify({ id: 'a1', title: 'Owls', text: TEXT, outlet: 'Hill News', published: '2021-03-04', url: 'https://example.org/1', authors: ['Ann Roe'] }))],
  ])('%s', async (name, content) => expect(await from(name, content)).toEqual([ARTICLE]))

  test.each([
    ['paragraphs', `<p>The keeper said &amp; wrote.</p><p>“No”,<br>he said.</p>`, 'The keeper said & wrote.\n\n“No”,\nhe said.'],
    ['a page', PAGE, expect.stringContaining(`${TEXT} ${TEXT}\n\n`)],
    ['no markup', 'If a <b and c> d, he said: <3', 'If a <b and c> d, he said: <3'],
  ])('a cell that holds HTML: %s', async (_, html, text) => {
    for (const [name, content] of [['html.csv', `id,text\n1,"${html.replaceAll('"', '""')}"\n`], ['html.jsonl', JSON.stringify({ id: '1', text: html })], ['html.json', JSON.stringify([{ id: '1', text: html }])]] as const)
      expect(await from(name, content)).toMatchObject([{ id: '1', text }])
  })

  test('columns that are named count before those that are guessed; a date of two meanings needs a locale', async () => {
    const csv = `text,other,when\nshort,"${TEXT}",02/07/2010\n`
    const columns: InputForm['columns'] = { text: 'other', date: 'when' }
    expect(await from('named.csv', csv, { columns, locale: 'en-GB' })).toMatchObject([{ id: 'named-1', text: TEXT, published: '2010-07-02', problems: [] }])
    expect(await from('named.csv', csv, { columns })).toMatchObject([{ published: null, problems: ['read/metadata'] }])
    for (const field of ['text', 'id'] satisfies Field[]) expect(await from('named.csv', csv, { columns: { [field]: 'nowhere' } })).toMatchObject([{ error: 'read/row', message: expect.stringContaining('there is no column "nowhere"') }])
  })

  test('a table without a text says which columns there are', async () => {
    expect(await from('none.csv', 'a,b\n1,2\n')).toEqual([{ error: 'read/row', message: '/none.csv: no column looks like the article\'s text; name it with --text-column; there are "a", "b"' }])
  })

  test('line ends, marks and separators inside quoted cells; rows without an id, ids that are the same, ids that are paths', async () => {
    const found = await from('odd.csv', `id,text\n,"He said ""no"",\n\nand went."\nx,one\nx,two\n../../etc/passwd,three\n"__proto__",four\n`)
    expect(found.map((each) => 'id' in each && [each.id, each.text])).toEqual([['odd-1', 'He said "no",\n\nand went.'], ['x', 'one'], ['x-2', 'two'], ['../../etc/passwd', 'three'], ['__proto__', 'four']])
  })
})

describe('documents', () => {
  test.each([
    ['feed.rss', RSS],
    ['feed.xml', RSS],
    ['feed.atom', ATOM],
  ])('%s: an article per item', async (name, content) => expect(await from(name, content)).toEqual([ARTICLE]))

  test('Word, by its bytes whatever its name', async () => {
    for (const name of ['a.docx', 'a.txt']) expect(await from(name, word(WORD))).toMatchObject([{ id: 'a', text: `${TEXT}\n\nSecond.`, title: 'Owls', authors: ['Ann Roe'] }])
  })

  test('a message, a saved page, a web archive', async () => {
    expect(await from('m.eml', MAIL)).toMatchObject([{ text: TEXT, title: 'Owls', published: '2021-03-04T10:15:00.000Z', authors: ['Ann Roe'] }])
    expect(await from('p.mhtml', MHTML)).toMatchObject([{ id: 'p', title: 'Owls', url: 'https://example.org/1', text: expect.stringContaining(TEXT) }])
    for (const [name, content] of [['w.warc', WARC], ['w.warc.gz', gzipSync(WARC)]] as const) expect(await from(name, content)).toMatchObject([{ id: 'w-2', url: 'https://example.org/1', text: expect.stringContaining(TEXT) }])
  })

  test('a web archive with a record that is longer than it says', async () => {
    const short = WARC.replace(/(?<=Content-Length: )\d+(?=\r\n\r\nHTTP)/, '300')
    expect(await from('short.warc', WARC + short)).toMatchObject([{ id: 'short-2' }, { error: 'read/document', message: expect.stringContaining('record 4 is longer than it says') }])
  })

  test('the text layer of a PDF', async () => {
    expect(await from('d.pdf', pdf('The keeper said that the owls were well.'))).toMatchObject([{ id: 'd', text: 'The keeper said that the owls were well.' }])
    expect(await from('scan.pdf', pdf(''))).toMatchObject([{ error: 'read/document', message: expect.stringContaining('without a text layer') }])
  })

  test('a page under its other endings', async () => {
    for (const ending of ['xhtml', 'html.gz']) expect(await from(`q.${ending}`, ending.endsWith('gz') ? gzipSync(PAGE) : PAGE)).toMatchObject([{ title: 'Owls', text: expect.stringContaining(TEXT) }])
    expect(await from('q.markdown', `# Owls\n\n${TEXT}`)).toMatchObject([{ title: 'Owls' }])
  })
})

/** What is read from standard input. */
const through = (content: string | Uint8Array) => all(['-'], (async function* () { yield Buffer.from(content) })())

describe('standard input', () => {
  test('a table whose header comes alone', async () => {
    const found = await all(['-'], (async function* () { for (const part of ['id,text\n', `a1,"${TEXT}`, '"\n']) yield Buffer.from(part) })())
    expect(found).toMatchObject([{ id: 'a1', text: TEXT }])
  })

  test.each([
    ['prose', TEXT, 'stdin'],
    ['a row', JSON.stringify({ id: 'a1', text: TEXT }), 'a1'],
    ['an array', JSON.stringify([{ id: 'a1', text: TEXT }]), 'a1'],
    ['a page', PAGE, 'stdin'],
    ['a feed', RSS, 'a1'],
    ['packed rows', gzipSync(JSON.stringify({ id: 'a1', text: TEXT })), 'a1'],
    ['Word', word(WORD), 'stdin'],
  ])('%s', async (_, content, id) => expect(await through(content)).toMatchObject([{ id, text: expect.stringContaining(TEXT) }]))
})
