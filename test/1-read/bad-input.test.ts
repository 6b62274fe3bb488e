import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { ANY_FORM } from '../../pipeline/1-read/form.ts'
import { isError, read } from '../../pipeline/1-read/read.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { LAUGHS, MAIL, MHTML, PAGE, pdf, pdfOf, record, response, RSS, TEXT, WARC, WORD, word } from './samples.ts'

// What can be wrong with an input, for every format: the table of docs/inputs.md, a test for each cell.

const FORMATS = { text: 'txt', rows: 'jsonl', CSV: 'csv', JSON: 'json', feed: 'rss', HTML: 'html', 'saved page': 'mhtml', 'e-mail': 'eml', Word: 'docx', PDF: 'pdf', WARC: 'warc', gzip: 'jsonl.gz' } as const
type Format = keyof typeof FORMATS

/** What the file holds, and what is answered: `id: text [problems]`, or `!code: message`. `null` where the format cannot have the fault. */
type Cell = null | readonly [content: string | Uint8Array, ...answers: readonly RegExp[]]

/** Small, so that a file of a hundred kilobytes is too large. */
const LIMITS = { article: 20_000, row: 50_000 }
const LONG = 'The owls are well. '.repeat(2_000)
const HUGE = 'The owls are well. '.repeat(4_000)

const row = (id: string | undefined, text = TEXT) => JSON.stringify({ id, text })
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const ACCENT = 'The keeper of the caf\u00e9 said that the owls were well.'
const GOOD = /: (?:Owls )?The keeper .*\[\]$/
const AS_1252 = /: The keeper of the café .*\[read\/encoding\]$/
const IN_UTF_8 = /: .*café.*\[\]$/
const lines = (...each: readonly string[]) => each.join('\n')
const item = (guid: string, text = TEXT) => `<item>${guid && `<guid>${guid}</guid>`}<description>${text}</description></item>`
const rss = (...items: readonly string[]) => `<?xml version="1.0"?><rss version="2.0"><channel><title>Hill News</title>${items.join('')}</channel></rss>`
const mailOf = (type: string, body: string) => `From: Ann Roe <ann@example.org>\r\nSubject: Owls\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`
const TAGS = '<div><p>'.repeat(4_000)
const page = (body: string) => `<html><head><title>Owls</title></head><body>${body}</body></html>`
const swollen = Buffer.alloc(70_000_000, ' ')
const packedRecord = (body: Buffer) => {
  const [head = '', http = ''] = record('response', response('').replace('Content-Length: 0', `Content-Encoding: gzip\r\nContent-Length: ${body.length}`)).split(/(?=HTTP\/1)/)
  const block = http.trimEnd()
  return Buffer.concat([Buffer.from(`${head.replace(/(?<=Content-Length: )\d+/, String(block.length + 4 + body.length))}${block}\r\n\r\n`), body, Buffer.from('\r\n\r\n')])
}
const HOSTILE = ['../../etc/passwd', '__proto__', 'CON', 'a'.repeat(300)]
const HOSTILE_ANSWERS = [/^\.\.\/\.\.\/etc\/passwd: The keeper/, /^__proto__: The keeper/, /^CON: The keeper/, /^a{300}: The keeper/]

/** Formats that cannot have a fault. */
const cannot = <Name extends Format>(...formats: readonly Name[]) => Object.fromEntries(formats.map((format) => [format, null])) as Record<Name, null>

const FAULTS: Readonly<Record<string, Readonly<Record<Format, Cell>>>> = {
  empty: {
    text: ['', /^a: {2}\[read\/empty\]$/],
    rows: [''],
    CSV: ['', /^!read\/row: .*empty; a header and rows are needed/],
    JSON: ['', /^!read\/json: /],
    feed: ['', /^!read\/document: .*no feed/],
    HTML: ['', /^a: {2}\[read\/empty, read\/html\]$/],
    'saved page': ['', /^!read\/document: .*the file is empty/],
    'e-mail': ['', /^!read\/document: .*the file is empty/],
    Word: ['', /^!read\/document: .*the file is empty/],
    PDF: ['', /^!read\/document: .*the file is empty/],
    WARC: ['', /^!read\/document: .*it holds no record/],
    gzip: [gzipSync('')],
  },
  'cut off': {
    text: [Buffer.from(`${TEXT} “Ça va”, “ça va”.`).subarray(0, -3), /: The keeper .*\[read\/encoding\]$/],
    rows: [lines(row('1'), row('2').slice(0, -9)), GOOD, /^!read\/json: .*:2: not JSON/],
    CSV: [`id,text\n1,${TEXT.replaceAll(',', '')}\n2,"${TEXT}`, GOOD, /^!read\/row: .*:3: .* never closed/],
    JSON: [`[${row('1')},${row('2').slice(0, -9)}`, /^!read\/json: .*not JSON/],
    feed: [RSS.slice(0, -80), /^!read\/document: .*no feed/],
    HTML: [PAGE.slice(0, -60), /The keeper .*\[read\/cut-off\]$/],
    'saved page': [MHTML.slice(0, -60), /The keeper .*\[read\/cut-off, read\/cut-off\]$/],
    'e-mail': [mailOf('multipart/mixed; boundary="b"', `--b\r\nContent-Type: text/plain\r\n\r\n${TEXT}`), /The keeper .*\[read\/cut-off\]$/],
    Word: [word(WORD).subarray(0, -100), /^!read\/document: .*damaged or cut off/],
    PDF: [pdf(TEXT).subarray(0, 200), /^!read\/document: .*cannot be read/],
    WARC: [WARC + WARC.slice(0, -60), /^a-2: .*\[\]$/, /^!read\/document: .*cut off in record 4, which was left out/],
    gzip: [gzipSync(row('1')).subarray(0, -9), /^!read\/unreadable: .*damaged or cut off/],
  },
  'wrong encoding': {
    ...cannot('Word', 'PDF'),
    text: [latin1(ACCENT), AS_1252],
    rows: [latin1(row('1', ACCENT)), AS_1252],
    CSV: [latin1(`id,text\n1,${ACCENT}\n2,plain\n`), AS_1252, /^2: plain \[\]$/],
    JSON: [latin1(`[${row('1', ACCENT)},${row('2', 'plain')}]`), AS_1252, /^2: plain \[\]$/],
    feed: [latin1(rss(item('1', ACCENT))), AS_1252],
    HTML: [latin1(page(`<p>${ACCENT}</p>`)), /café.*read\/encoding/],
    'saved page': [latin1(MHTML.replaceAll('Owls', 'Caf\u00e9').replaceAll('“', '').replaceAll('”', '').replaceAll('keeper', 'caf\u00e9')), /\ufffd.*\[read\/encoding\]$/],
    'e-mail': [latin1(mailOf('text/plain; charset=utf-8', ACCENT)), /caf\ufffd.*\[read\/encoding\]$/],
    WARC: [Buffer.concat([latin1(record('response', response(page(`<p>${ACCENT}</p>`), 'text/html; charset=utf-8')))]), /café.*read\/encoding/],
    gzip: [gzipSync(latin1(row('1', ACCENT))), AS_1252],
  },
  'encoding stated, not UTF-8': {
    ...cannot('text', 'rows', 'CSV', 'JSON', 'Word', 'PDF', 'gzip'),
    feed: [latin1(rss(item('1', ACCENT)).replace('?>', ' encoding="iso-8859-15"?>')), IN_UTF_8],
    HTML: [latin1(page(`<p>${ACCENT}</p>`).replace('<head>', '<head><meta charset="iso-8859-2">')), IN_UTF_8],
    'saved page': [latin1(MHTML.replace('Content-Type: text/html\r\n', 'Content-Type: text/html; charset=iso-8859-2\r\n').replaceAll('“', '').replaceAll('”', '').replaceAll('keeper', 'caf\u00e9')), /café.*\[\]$/],
    'e-mail': [latin1(mailOf('text/plain; charset=iso-8859-2', ACCENT)), IN_UTF_8],
    WARC: [latin1(record('response', response(page(`<p>${ACCENT}</p>`), 'text/html; charset=iso-8859-2'))), IN_UTF_8],
  },
  'encoding stated that is not known': {
    ...cannot('text', 'rows', 'CSV', 'JSON', 'Word', 'PDF', 'gzip'),
    feed: [latin1(rss(item('1', ACCENT)).replace('?>', ' encoding="x-own"?>')), AS_1252],
    HTML: [latin1(page(`<p>${ACCENT}</p>`).replace('<head>', '<head><meta charset="x-own">')), /café.*read\/encoding/],
    'saved page': [latin1(MHTML.replace('Content-Type: text/html\r\n', 'Content-Type: text/html; charset=x-own\r\n').replaceAll('“', '').replaceAll('”', '').replaceAll('keeper', 'caf\u00e9')), /café.*\[read\/encoding\]$/],
    'e-mail': [latin1(mailOf('text/plain; charset=x-own', ACCENT)), AS_1252],
    WARC: [latin1(record('response', response(page(`<p>${ACCENT}</p>`), 'text/html; charset=x-own'))), /café.*read\/encoding/],
  },
  'too large': {
    text: [LONG, /^!read\/too-large: .*longer than 0.02 MB, too much for one article/],
    rows: [lines(row('1', HUGE), row('2', LONG), row('3')), /^!read\/too-large: .*:1: longer than 0.05 MB/, /^!read\/too-large: .*:2: longer than 0.02 MB/, /^3: The keeper/],
    CSV: [lines('id,text', `1,"${HUGE}\n"`, `2,"${LONG}"`, '3,"fine"', `4,${HUGE}`, '5,fine'), /^!read\/too-large: .*:2: longer than 0.05/, /^!read\/too-large: .*:4: longer than 0.02/, /^3: fine/, /^!read\/too-large: .*:6: /, /^5: fine/],
    JSON: [`[${row('1', HUGE)}]`, /^!read\/too-large: .*jq -c/],
    feed: [rss(item('1', HUGE)), /^!read\/too-large: /],
    HTML: [page(LONG), /^!read\/too-large: /],
    'saved page': [MHTML.replace(PAGE, page(HUGE)), /^!read\/too-large: /],
    'e-mail': [mailOf('text/plain', HUGE), /^!read\/too-large: /],
    Word: [word({ ...WORD, 'word/document.xml': WORD['word/document.xml'].replace('Second.', LONG) }), /^!read\/too-large: .*its text is longer than/],
    PDF: [pdf(HUGE), /^!read\/too-large: /],
    WARC: [record('response', response(page(LONG))) + WARC, /^!read\/too-large: .*:1: /, /^a-3: /],
    gzip: [gzipSync(lines(row('1', HUGE), row('2'))), /^!read\/too-large: /, /^2: The keeper/],
  },
  'swells when it is unpacked': {
    ...cannot('text', 'rows', 'CSV', 'JSON', 'feed', 'HTML', 'saved page', 'e-mail'),
    Word: [word({ ...WORD, 'word/media/a.xml': 'x'.repeat(60_000) }), /^!read\/document: .*unpacks to more than 0.05 MB/],
    PDF: [pdfOf(deflateSync(swollen.subarray(0, 20_000_000)), '/Filter/FlateDecode'), /^!read\/document: .*unpacks to more/],
    WARC: [Buffer.concat([packedRecord(gzipSync(swollen.subarray(0, 9_000_000))), Buffer.from(WARC)]), /^!read\/too-large: .*:1: /, /^a-3: /],
    gzip: [gzipSync(swollen, { level: 9 }), /^!read\/unreadable: .*more than 200 times its size/],
  },
  'entities that multiply': {
    ...cannot('text', 'rows', 'CSV', 'JSON', 'PDF', 'gzip'),
    feed: [rss(item('1', '&j;')).replace('?>', `?>${LAUGHS}`), /^!read\/document: .*entities of its own/],
    HTML: [`${LAUGHS}${page(`<p>${TEXT} &j;</p>`)}`, /&j;/],
    'saved page': [MHTML.replace('<body>', '<body>&j;'), /The keeper .*\[\]$/],
    'e-mail': [mailOf('text/html', `${LAUGHS}<p>${TEXT} &j;</p>`), /The keeper /],
    Word: [word({ ...WORD, 'word/document.xml': LAUGHS + WORD['word/document.xml'].replace('Second.', '&j;') }), /^!read\/document: .*cannot be read/],
    WARC: [record('response', response(`${LAUGHS}${page(`<p>${TEXT} &j;</p>`)}`)), /The keeper /],
  },
  'cells that are formulas': {
    ...cannot('text', 'HTML', 'saved page', 'e-mail', 'Word', 'PDF', 'WARC', 'gzip'),
    rows: [row('=1+1', '=2+2'), /^=1\+1: =2\+2 \[\]$/],
    CSV: ['id,text\n=1+1,"=HYPERLINK(""x"")"\n', /^=1\+1: =HYPERLINK\("x"\) \[\]$/],
    JSON: [`[${row('@a', '-2')}]`, /^@a: -2 \[\]$/],
    feed: [rss(item('+1', '=1')), /^\+1: =1 \[\]$/],
  },
  'line ends of several kinds': {
    ...cannot('Word', 'PDF', 'gzip'),
    text: ['One.\r\nTwo.\nThree.\rFour.', /^a: One\. Two\. Three\. Four\. \[\]$/],
    rows: [`${row('1')}\r\n\n${row('2')}\n${row('3')}`, /^1: /, /^2: /, /^3: /],
    CSV: ['id,text\r\n1,one\n2,two\r3,three\r\n\r\n', /^1: one \[\]$/, /^2: two \[\]$/, /^3: three \[\]$/],
    JSON: [`[\r\n${row('1')},\r${row('2')}\n]`, /^1: /, /^2: /],
    feed: [rss(`\r\n${item('1')}\r${item('2')}\n`), /^1: /, /^2: /],
    HTML: [page('<p>One.\r\nTwo.\rThree.</p>'), /One\. Two\. Three\./],
    'saved page': [MHTML.replaceAll('\r\n', '\n'), GOOD],
    'e-mail': [MAIL.replaceAll('\r\n', '\n').replace('\n', '\r\n'), GOOD],
    WARC: [WARC.replace('WARC/1.0\r\nWARC-Type', 'WARC/1.0\nWARC-Type'), /^a-2: /],
  },
  'line ends inside quoted cells': {
    ...cannot('text', 'feed', 'HTML', 'saved page', 'e-mail', 'Word', 'PDF', 'WARC', 'gzip'),
    rows: [row('1', 'One\r\ntwo'), /^1: One two \[\]$/],
    CSV: ['id,text\n1,"One, ""quoted""\r\n\ntwo"\n"2",three\n3,"5"" tall"\n4,5" tall\n', /^1: One, "quoted" two \[\]$/, /^2: three \[\]$/, /^3: 5" tall \[\]$/, /^4: 5" tall \[\]$/],
    JSON: [`[${row('1', 'One\ntwo')}]`, /^1: One two \[\]$/],
  },
  'cells missing or too many': {
    ...cannot('text', 'HTML', 'saved page', 'e-mail', 'Word', 'PDF', 'WARC', 'gzip'),
    rows: [lines('{"id": "1"}', '[1]', '{"id": "2", "text": 5}', row('3')), /^!read\/row: .*:1: .*no column looks like/, /^!read\/row: .*:2: .*an object is needed/, /^!read\/row: .*:3: .*a text is needed/, /^3: /],
    CSV: ['id,text\n1\n2,a,b\n3,c\n', /^!read\/row: .*:2: .* 1 cells where the header has 2/, /^!read\/row: .*:3: .* 3 cells/, /^3: c/],
    JSON: [`[{"id": "1"}, 7, ${row('2')}]`, /^!read\/row: .*:1: /, /^!read\/row: .*:2: /, /^2: /],
    feed: [rss('<item><guid>1</guid></item>', item('2')), /^1: {2}\[read\/empty\]$/, /^2: /],
  },
  'ids missing or the same': {
    ...cannot('text', 'HTML', 'saved page', 'e-mail', 'Word', 'PDF', 'WARC', 'gzip'),
    rows: [lines(row(undefined), row('x'), row('x')), /^a-1: .*\[\]$/, /^x: .*\[\]$/, /^x-2: .*\[read\/duplicate-id\]$/],
    CSV: ['id,text\n,one\nx,two\nX,three\n', /^a-1: .*\[\]$/, /^x: .*\[\]$/, /^X-2: .*\[read\/duplicate-id\]$/],
    JSON: [`[${row(undefined)},${row('x')},${row('x')}]`, /^a-1: /, /^x: /, /^x-2: .*\[read\/duplicate-id\]$/],
    feed: [rss(item(''), item('x'), item('x')), /^a-1: /, /^x: /, /^x-2: .*\[read\/duplicate-id\]$/],
  },
  'ids that are paths, names of devices or of prototypes': {
    ...cannot('text', 'HTML', 'saved page', 'e-mail', 'Word', 'PDF', 'WARC', 'gzip'),
    rows: [lines(...HOSTILE.map((id) => row(id))), ...HOSTILE_ANSWERS],
    CSV: [lines('id,text', ...HOSTILE.map((id) => `"${id}",The keeper`)), ...HOSTILE_ANSWERS],
    JSON: [`[${HOSTILE.map((id) => row(id)).join()}]`, ...HOSTILE_ANSWERS],
    feed: [rss(...HOSTILE.map((id) => item(id))), ...HOSTILE_ANSWERS],
  },
  'unclosed tags by the thousand': {
    ...cannot('text', 'rows', 'CSV', 'JSON', 'Word', 'PDF', 'gzip'),
    feed: [rss(item('1', `<![CDATA[${TAGS}${TEXT}]]>`)), GOOD],
    HTML: [`<html><body>${TAGS.slice(0, 15_000)}${TEXT}`, /The keeper .*\[read\/cut-off, read\/html\]$/],
    'saved page': [MHTML.replace('<article>', TAGS), /The keeper .*\[\]$/],
    'e-mail': [mailOf('text/html', TAGS + TEXT), GOOD],
    WARC: [record('response', response(page(TAGS.slice(0, 15_000) + TEXT))), /The keeper .*\[read\/html\]$/],
  },
  'another format than its name says': {
    text: [PAGE, GOOD],
    rows: [`[\n  ${row('1')},\n  ${row('2')}\n]`, /^1: /, /^2: /],
    CSV: [`[${row('1')}]`, /^1: /],
    JSON: [lines(row('1'), row('2')), /^1: /, /^2: /],
    feed: [PAGE, GOOD],
    HTML: [RSS, /^a1: The keeper/],
    'saved page': [PAGE, GOOD],
    'e-mail': [TEXT, /^!read\/document: .*no message: .*call it \.txt$/],
    Word: [PAGE, GOOD],
    PDF: [PAGE, GOOD],
    WARC: [PAGE, GOOD],
    gzip: [row('1'), /^1: The keeper/],
  },
}

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-bad-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function answersTo(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const none = (async function* () {})()
  const found = []
  for await (const answer of read([path], { config: NO_CONFIG, textPathOf: () => null, stdin: none, form: { ...ANY_FORM, limits: LIMITS } })) {
    if (isError(answer)) found.push(`!${answer.code}: ${answer.message}`)
    else found.push(`${answer.id}: ${answer.text.replace(/\s+/g, ' ').slice(0, 20_000)} [${answer.problems.map(({ code }) => code).sort().join(', ')}]`)
  }
  return found
}

const cellsOf = (fault: string) => (Object.keys(FORMATS) as Format[]).map((format) => [format, FAULTS[fault]![format]] as const)

describe.each(Object.keys(FAULTS))('%s', (fault) => {
  const given = cellsOf(fault).filter((entry): entry is readonly [Format, NonNullable<Cell>] => entry[1] !== null)
  test.each(given)('%s', async (format, [content, ...answers]) => {
    const found = await answersTo(`a.${FORMATS[format]}`, content)
    expect(found).toEqual(answers.map((answer) => expect.stringMatching(answer)))
    for (const each of found) expect(each).not.toMatch(/\n/)
  })
})

test('the table of the docs has the same rows and columns, and a dash where a format cannot have a fault', () => {
  const [head, , ...rows] = /\| fault \|[^]*?\n\n/.exec(readFileSync('docs/inputs.md', 'utf8'))![0].trim().split('\n').map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
  expect(head).toEqual(['fault', ...Object.keys(FORMATS)])
  expect(rows.map(([fault]) => fault)).toEqual(Object.keys(FAULTS))
  for (const [fault, ...cells] of rows) expect([fault, ...cells.map((cell) => cell === '-')]).toEqual([fault, ...cellsOf(fault!).map(([, cell]) => cell === null)])
})
