import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnnotatedArticle, ArticleError } from '../../pipeline/model/schema.ts'
import { claimtrace, folderWith } from './process.ts'

const GOOD = 'The keeper said that the owls were well. “They will stay,” he told the town council on Monday.'
const GERMAN = 'Der Müller sagte am Montag, die Eulen seien zurück in der alten Mühle und würden bis zum Ende des Jahres bleiben, wenn niemand sie störe; das habe der Stadtrat ihm versprochen, und er werde darauf achten, dass es dabei bleibt und die Leute nicht zu nah an das Haus gehen.'

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'good.txt': GOOD,
  'empty.txt': '',
  'pdf.txt': '%PDF-1.7 and so on',
  'rtf.txt': '{\\rtf1 The owls.}',
  'binary.txt': Uint8Array.from({ length: 3000 }, (_, i) => (i * 7) % 256),
  'data.json': '{}',
  'latin.txt': Buffer.from('He said “ja” at the café, and that was that.'.replace('“', '\u0093').replace('”', '\u0094'), 'latin1'),
  'control.txt': `${GOOD}\u0000\u0001`,
  'emoji.txt': `🦉 ${GOOD} 👩‍👩‍👧`,
  'rtl.txt': 'قال الطحان يوم الاثنين إن البوم عاد إلى الطاحونة القديمة وسيبقى هناك حتى نهاية العام',
  'german.txt': GERMAN,
  'long-line.txt': 'x'.repeat(5_000_000),
  'twins/a/story.txt': GOOD,
  'twins/b/story.txt': GOOD,
  'fifty.txt': Buffer.alloc(50_000_000, 'The owls are well. '),
  'deep.html': `${'<div>'.repeat(20_000)}Owls`,
  'cases.jsonl': [
    JSON.stringify({ id: 'one', text: GOOD }),
    '{"id": "two", "text": ',
    '',
    JSON.stringify({ id: 'three' }),
    JSON.stringify({ id: 'four', text: 4 }),
    '[1, 2]',
    `{"id": "five", "text": "Half a pair \\ud83e and “no end”, he said."}`,
    JSON.stringify({ id: 'one', text: 'Another text, she said.' }),
    JSON.stringify({ id: 7, text: GOOD, title: null, published: 'soon', more: [1] }),
  ].join('\n'),
}

let folder: ReturnType<typeof folderWith>
beforeAll(() => {
  folder = folderWith(FILES)
  mkdirSync(join(folder.path, 'nothing'))
  writeFileSync(join(folder.path, 'nothing/.hidden'), '')
  mkdirSync(join(folder.path, 'folder.txt'))
  symlinkSync(join(folder.path, 'gone'), join(folder.path, 'dangling.txt'))
  symlinkSync('circle.txt', join(folder.path, 'circle.txt'))
})
afterAll(() => folder.remove())

async function extract(...args: readonly string[]) {
  const ran = await claimtrace(['extract', ...args], { cwd: folder.path })
  const lines = ran.stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as AnnotatedArticle | ArticleError)
  return {
    ...ran,
    articles: lines.filter((line) => 'source' in line),
    errors: lines.filter((line) => 'code' in line),
    order: lines.map((line) => ('source' in line ? line.source.id : line.code)),
  }
}

const problems = (article: AnnotatedArticle | undefined) => article?.problems.map(({ code }) => code)

describe('what cannot be answered costs only itself', () => {
  test.each([
    ['missing.txt', 'read/missing', /^claimtrace: missing\.txt: there is no such file or folder; check the path$/],
    ['*.nothing', 'read/missing', /no file matches/],
    ['nothing', 'read/no-articles', /nothing: no articles in this folder; looked for \.txt/],
    ['folder.txt', 'read/no-articles', /folder\.txt: no articles in this folder/],
    ['dangling.txt', 'read/missing', /dangling\.txt: there is no such file/],
    ['circle.txt', 'read/unreadable', /circle\.txt: its symbolic links go in a circle/],
    ['good.txt/inside.txt', 'read/missing', /a part of its path is a file/],
    ['pdf.txt', 'read/document', /pdf\.txt: the PDF cannot be read/],
    ['rtf.txt', 'read/binary', /rtf\.txt: a rich text document \(RTF\), not text; save it as \.docx or \.txt/],
    ['https://example.org/owls', 'read/missing', /save the page first: curl -L -o page\.html/],
    ['binary.txt', 'read/binary', /binary\.txt: a binary file, not text/],
    ['data.json', 'read/row', /data\.json: holds no articles; an array of objects with a text is needed/],
    ['fifty.txt', 'read/too-large', /fifty\.txt: longer than 6 MB, too much for one article; split it/],
  ])('%s', async (path, code, message) => {
    const { articles, errors, stderr, exit } = await extract(path, 'good.txt').then((ran) => ({ ...ran, exit: ran.code }))
    expect(articles.map(({ source }) => source.id)).toEqual(['good'])
    expect(errors.map((error) => error.code)).toEqual([code])
    expect(stderr).toEqual([expect.stringMatching(message)])
    expect(exit).toBe(2)
  })

  test('a dangling link inside a folder', async () => {
    const inside = folderWith({ 'a.txt': GOOD })
    symlinkSync('/nowhere/at/all', join(inside.path, 'b.txt'))
    const { articles, errors, code } = await extract(inside.path)
    inside.remove()
    expect(articles).toHaveLength(1)
    expect(errors).toMatchObject([{ code: 'read/unreadable', id: 'b' }])
    expect(code).toBe(2)
  })

  test('lines that are no articles, in the middle of a stream: each told with its number', async () => {
    const { order, stderr, code } = await extract('cases.jsonl')
    expect(order).toEqual(['one', 'read/json', 'read/row', 'read/row', 'read/row', 'five', 'one-2', '7'])
    expect(stderr).toEqual([
      expect.stringContaining('cases.jsonl:2: not JSON'),
      expect.stringContaining('cases.jsonl:4: not an article: no column looks like the article\'s text'),
      expect.stringContaining('cases.jsonl:5: not an article: text'),
      expect.stringContaining('cases.jsonl:6: not an article'),
    ])
    expect(code).toBe(2)
  })
})

describe('what is odd is answered, and said', () => {
  test.each([
    ['empty.txt', ['read/empty']],
    ['latin.txt', ['read/encoding']],
    ['control.txt', ['read/control-characters']],
    ['emoji.txt', []],
    ['rtl.txt', ['read/not-english']],
    ['german.txt', ['read/not-english']],
    ['long-line.txt', []],
    ['deep.html', ['read/html']],
  ])('%s', async (path, codes) => {
    const { articles, code, stderr } = await extract(path)
    expect(articles).toHaveLength(1)
    expect(problems(articles[0])).toEqual(codes)
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] })
  })

  test('Windows-1252 is decoded', async () => {
    const { articles } = await extract('latin.txt')
    expect(articles[0]).toMatchObject({ source: { encoding: 'windows-1252', length: 44 } })
  })

  test('halves of surrogate pairs, equal ids, numbers as ids, dates that are none', async () => {
    const { articles } = await extract('cases.jsonl')
    expect(articles.map(problems)).toEqual([[], expect.arrayContaining(['read/lone-surrogate']), ['read/duplicate-id'], ['read/metadata']])
  })

  test('two files of one name and one text are two articles', async () => {
    const { articles, code } = await extract('twins')
    expect(articles.map(({ source }) => [source.id, source.path])).toEqual([
      ['story', 'twins/a/story.txt'],
      ['story-2', 'twins/b/story.txt'],
    ])
    expect(articles[0]!.source.sha256).toBe(articles[1]!.source.sha256)
    expect(code).toBe(0)
  })
})
