import { describe, expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { authorsIn } from '../../pipeline/1-read/authors.ts'
import { isoDate } from '../../pipeline/1-read/dates.ts'
import { metaFile } from '../../pipeline/1-read/metadata.ts'

describe('dates', () => {
  test.each([
    ['2021', '2021'],
    ['2021-03', '2021-03'],
    ['2021-03-04', '2021-03-04'],
    ['2021-03-04T10:15:00Z', '2021-03-04T10:15:00Z'],
    ['2021-03-04 10:15', '2021-03-04T10:15'],
    ['4 March 2021', '2021-03-04'],
    ['March 4, 2021', '2021-03-04'],
    ['Mar. 4, 2021', '2021-03-04'],
    ['Sept 4th, 2021', '2021-09-04'],
    ['Thursday, March 4, 2021', '2021-03-04'],
    ['Thu, 4 Mar 2021 10:15:00 GMT', '2021-03-04T10:15:00Z'],
    ['2021-03-04 09:53:00 -0400', '2021-03-04T09:53:00-04:00'],
    ['20210304', '2021-03-04'],
    ['1614852900', '2021-03-04T10:15:00Z'],
    ['1614852900000', '2021-03-04T10:15:00Z'],
    ['March 4, 2021 9:53 pm EST', '2021-03-04T21:53-05:00'],
    ['31/03/2021', '2021-03-31'],
    ['03/31/2021', '2021-03-31'],
  ])('%s is %s', (written, iso) => expect(isoDate(written)).toBe(iso))

  test('the order of day and month is the locale\'s', () => {
    expect(['en-US', 'en-GB', null].map((locale) => isoDate('02/07/2010', locale))).toEqual(['2010-02-07', '2010-07-02', null])
    expect(metaFile('{"date": "02/07/2010"}', 'x.meta.json').problems[0]!.message).toContain('--locale')
  })

  test.each(['2021-13-01', '2021-02-30', '20210230', '30 February 2021', 'yesterday', '', '04/03/2021', '20211301', '2021 owls', 'Marble 4, 2021'])('%s is none', (written) => {
    expect(isoDate(written)).toBeNull()
  })
})

function found(text: string) {
  const { title, published, outlet, url, found: places, credits, boilerplate, problems } = articleOf(text, { id: 'x' })
  const words = (range: { start: number; end: number } | null) => range && text.slice(range.start, range.end)
  return {
    title,
    published,
    outlet,
    url,
    places: [words(places.title), words(places.published), words(places.outlet)],
    credits: credits.map(words),
    boilerplate: boilerplate.map(words),
    problems: problems.map(({ code }) => code),
  }
}

describe('what the text says about itself', () => {
  test('front matter states it; the block stays in the text as boilerplate', () => {
    const block = '---\ntitle: Owls return\ndate: 2021-03-04\npublisher: Hill Town News\nlink: https://example.org/owls\n---'
    expect(found(`${block}\nThe owls came back in March, the keeper said.`)).toMatchObject({
      title: 'Owls return',
      published: '2021-03-04',
      outlet: 'Hill Town News',
      url: 'https://example.org/owls',
      places: [null, null, null],
      boilerplate: [block],
      problems: [],
    })
  })

  test('front matter that is not YAML is said, and the article is read', () => {
    expect(found('---\ntitle: "Owls\nx: [\n---\nThe owls came back.')).toMatchObject({ title: null, problems: ['read/metadata'] })
  })

  test('a rule between paragraphs is no front matter', () => {
    expect(found('---\nThe owls came back in March.\n---\nThey stayed.').boilerplate).toEqual([])
  })

  test('title, date and byline in lines of their own', () => {
    expect(found('Owls return to the mill\nBy Jane Doe\nMarch 4, 2021\nThe owls came back.')).toMatchObject({
      title: 'Owls return to the mill',
      published: '2021-03-04',
      places: ['Owls return to the mill', 'March 4, 2021', null],
      credits: ['By Jane Doe'],
    })
  })

  test('the outlet of a dateline is the outlet, a wire is a credit only', () => {
    expect(found('Kyiv (CNN) — The owls came back.\nThey stayed.')).toMatchObject({ outlet: 'CNN', places: [null, null, 'CNN'] })
    expect(found('OSLO (AP) — The owls came back.\nThey stayed.')).toMatchObject({ outlet: null, credits: ['OSLO (AP) —'] })
    expect(found('HILLNEWS.EXAMPLE - The owls came back.\nThey stayed.')).toMatchObject({ outlet: 'HILLNEWS.EXAMPLE' })
  })

  test('a first sentence is no title', () => {
    expect(found('The owls came back.\nThey stayed.').title).toBeNull()
    expect(found('Owls return').title).toBeNull()
  })

  test('a markdown heading is a title without its marks', () => {
    expect(found('# Owls return.\n\nThey stayed.')).toMatchObject({ title: 'Owls return.', places: ['Owls return.', null, null] })
  })
})

test.each([
  ['By JANE DOE', ['Jane Doe']],
  ['By Jane Doe and John de la Roe | Hill Town News', ['Jane Doe', 'John de la Roe']],
  ['Jane Doe, Staff Writer', ['Jane Doe']],
  ['By Reuters Staff', []],
  ['admin', []],
  ['https://example.org/jane', []],
])('the byline %s', (byline, authors) => expect(authorsIn(byline)).toEqual(authors))

test('a byline of the text names the authors', () => {
  expect(articleOf('Owls return to the mill\nBy Jane Doe\nThe owls came back.', { id: 'x' }).authors).toEqual(['Jane Doe'])
})

describe('metadata in a file beside the article', () => {
  test('states it', () => {
    expect(metaFile('{"title": "Owls", "published": "4 March 2021"}', 'x.meta.json')).toEqual({
      metadata: { title: 'Owls', authors: [], published: '2021-03-04', outlet: null, url: null },
      problems: [],
    })
  })

  test.each(['{', '[]', '{"title": ["a"]}', '{"published": "soon"}'])('%s is a problem, no failure', (json) => {
    expect(metaFile(json, 'x.meta.json').problems.map(({ code }) => code)).toEqual(['read/metadata'])
  })
})
