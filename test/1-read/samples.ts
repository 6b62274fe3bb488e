import { strToU8, zipSync } from 'fflate'

// One article in every format that is read.

export const TEXT = 'The keeper said that the owls were well, “and they will stay”.'

export const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Hill News</title><item><title>Owls</title><link>https://example.org/1</link><dc:creator>Ann Roe</dc:creator><pubDate>2021-03-04</pubDate><guid>a1</guid><description>Short.</description><content:encoded><![CDATA[<p>${TEXT}</p>]]></content:encoded></item></channel></rss>`
export const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill News</title><entry><id>a1</id><title>Owls</title><updated>2021-03-04</updated><author><name>Ann Roe</name></author><link href="https://example.org/1"/><content type="html">&lt;p&gt;${TEXT}&lt;/p&gt;</content></entry></feed>`
export const WORD = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'docProps/core.xml': '<c><dc:title>Owls</dc:title><dc:creator>Ann Roe</dc:creator></c>',
  'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${TEXT}</w:t></w:r></w:p><w:p><w:r><w:t>Second.</w:t></w:r></w:p></w:body></w:document>`,
}
export const word = (parts: Readonly<Record<string, string>>) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
export const PAGE = `<html><head><title>Owls</title></head><body><article>${`<p>${TEXT} ${TEXT}</p>`.repeat(6)}</article></body></html>`
export const MAIL = `From: Ann Roe <ann@example.org>\r\nSubject: Owls\r\nDate: Thu, 4 Mar 2021 10:15:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${TEXT}\r\n`
export const MHTML = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\nSubject: Owls\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://example.org/1\r\n\r\n${PAGE}\r\n--b--\r\n`
export const response = (body: string, type = 'text/html; charset=utf-8') => `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
export const record = (type: string, body: string) =>
  `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2021-03-04T10:15:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}\r\n\r\n`
export const WARC = record('request', 'GET / HTTP/1.1\r\n\r\n') + record('response', response(PAGE))

/** Entities that multiply: a billion laughs. */
export const LAUGHS = `<!DOCTYPE r [<!ENTITY a "ha">${'bcdefghij'.split('').map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]>`

/** A PDF of one page with one line. */
export const pdf = (line: string) => pdfOf(Buffer.from(`BT /F1 12 Tf 20 100 Td (${line}) Tj ET`, 'latin1'))

/** A PDF of one page that shows this content, packed as the filter says. */
export function pdfOf(content: Buffer, filter = ''): Buffer {
  const stream = content.toString('latin1')
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', `<</Length ${stream.length}${filter}>>stream\n${stream}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
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
