import { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { ANY_FORM, type Field, type InputForm } from '../../pipeline/1-read/form.ts'
import { isError, read } from '../../pipeline/1-read/read.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-'))
afterAll(() => rmSync(folder, { recursive: true }))

const TEXT = 'The keeper said that the owls were well, “and they will stay”.'
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

  test.each([
    ['empty.csv', '', /empty; a header and rows are needed/],
    ['cut.csv', 'id,text\n1,"never closed', /:2: not a row that can be read: a quotation mark that opens in this row is never closed/],
    ['ragged.csv', 'id,text\n1,a,b\n', /:2: not a row that can be read: 3 cells where the header has 2/],
    ['empty.json', '', /not JSON/],
    ['cut.json', '[{"id": 1, "text"', /not JSON/],
    ['plain.json', '[1]', /an object is needed/],
    ['cut.jsonl.gz', gzipSync('x'.repeat(9999)).subarray(0, 30), /damaged or cut off/],
    ['noise.jsonl.gz', 'no gzip at all', /:1: not JSON/],
  ])('%s is told', async (name, content, message) => {
    expect(await from(name, content)).toMatchObject([{ message: expect.stringMatching(message) }])
  })

  test('Windows-1252 is said; formulas are text', async () => {
    expect(await from('latin.csv', Buffer.from('id,text\n=1+1,caf\u00e9\n', 'latin1'))).toMatchObject([{ id: '=1+1', text: 'café', problems: ['read/encoding'] }])
  })

  test('a file that swells beyond all measure is left', async () => {
    expect(await from('bomb.jsonl.gz', gzipSync(Buffer.alloc(300_000_000, ' '), { level: 9 }))).toMatchObject([{ error: 'read/unreadable', message: expect.stringContaining('more than 200 times its size') }])
  })
})

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Hill News</title><item><title>Owls</title><link>https://example.org/1</link><dc:creator>Ann Roe</dc:creator><pubDate>2021-03-04</pubDate><guid>a1</guid><description>Short.</description><content:encoded><![CDATA[<p>${TEXT}</p>]]></content:encoded></item></channel></rss>`
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill News</title><entry><id>a1</id><title>Owls</title><updated>2021-03-04</updated><author><name>Ann Roe</name></author><link href="https://example.org/1"/><content type="html">&lt;p&gt;${TEXT}&lt;/p&gt;</content></entry></feed>`
const WORD = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'docProps/core.xml': '<c><dc:title>Owls</dc:title><dc:creator>Ann Roe</dc:creator></c>',
  'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${TEXT}</w:t></w:r></w:p><w:p><w:r><w:t>Second.</w:t></w:r></w:p></w:body></w:document>`,
}
const word = (parts: Readonly<Record<string, string>>) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const PAGE = `<html><head><title>Owls</title></head><body><article>${`<p>${TEXT} ${TEXT}</p>`.repeat(6)}</article></body></html>`
const MAIL = `From: Ann Roe <ann@example.org>\r\nSubject: Owls\r\nDate: Thu, 4 Mar 2021 10:15:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${TEXT}\r\n`
const MHTML = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\nSubject: Owls\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://example.org/1\r\n\r\n${PAGE}\r\n--b--\r\n`
const http = (body: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const record = (type: string, body: string) => `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2021-03-04T10:15:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}\r\n\r\n`
const WARC = record('request', 'GET / HTTP/1.1\r\n\r\n') + record('response', http(PAGE))

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

  test('the text layer of a PDF', async () => {
    expect(await from('d.pdf', pdf('The keeper said that the owls were well.'))).toMatchObject([{ id: 'd', text: 'The keeper said that the owls were well.' }])
    expect(await from('scan.pdf', pdf(''))).toMatchObject([{ error: 'read/document', message: expect.stringContaining('without a text layer') }])
  })

  test('a page under its other endings', async () => {
    for (const ending of ['xhtml', 'html.gz']) expect(await from(`q.${ending}`, ending.endsWith('gz') ? gzipSync(PAGE) : PAGE)).toMatchObject([{ title: 'Owls', text: expect.stringContaining(TEXT) }])
    expect(await from('q.markdown', `# Owls\n\n${TEXT}`)).toMatchObject([{ title: 'Owls' }])
  })

  test.each([
    ['empty.docx', ''],
    ['cut.docx', word(WORD).subarray(0, 700)],
    ['empty.pdf', ''],
    ['cut.pdf', pdf('x').subarray(0, 200)],
    ['empty.eml', ''],
    ['empty.mhtml', ''],
    ['cut.mhtml', MHTML.slice(0, 120)],
    ['empty.rss', ''],
    ['noise.rss', 'no feed'],
    ['cut.rss', RSS.slice(0, 60)],
    ['empty.warc', ''],
    ['noise.warc', 'no archive'],
  ])('%s is told in one line', async (name, content) => {
    expect(await from(name, content)).toEqual([{ error: expect.stringMatching(/^read\//), message: expect.stringMatching(/^[^\n]+$/) }])
  })

  test('entities that multiply, archives that swell', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">${'bcdefghij'.split('').map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&j;</title></channel></rss>`
    expect(await from('laughs.rss', laughs)).toMatchObject([{ error: 'read/document', message: expect.stringContaining('entities of its own') }])
    const bomb = word({ ...WORD, 'word/media/a.xml': 'x'.repeat(70_000_000) })
    expect(await from('bomb.docx', bomb)).toMatchObject([{ error: 'read/document', message: expect.stringContaining('unpacks to more than 64 MB') }])
  })
})

/** What is read from standard input. */
const through = (content: string | Uint8Array) => all(['-'], (async function* () { yield Buffer.from(content) })())

describe('standard input', () => {
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

/** A PDF of one page with one line. */
function pdf(line: string): Buffer {
  const stream = `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', `<</Length ${stream.length}>>stream\n${stream}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj${object}endobj\n`
    return String(at).padStart(10, '0')
  })
  const xref = out.length
  out += `xref\n0 6\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`
  return Buffer.from(out, 'latin1')
}
