import { expect, test } from 'vitest'
import { extractPage } from '../../pipeline/1-read/html.ts'
import { blockText, parsePage } from '../../pipeline/1-read/page/dom.ts'

const PARAGRAPHS = [
  'The owls have come back to the old mill, the keeper said on Monday, and they will stay until the end of the year.',
  '“We are glad to have them,” he said, “and the children are, too.” Nobody had seen an owl in the valley for ninety years.',
  'The town council promised to close the road at night. The mayor, who first opposed the plan, voted for it in the end.',
]
const PAGE = `<!doctype html><html><head><title>Owls | Hill Town News</title>
<meta property="og:title" content="Owls return to the mill"><meta property="og:site_name" content="Hill Town News">
<meta property="article:published_time" content="2021-03-04T10:15:00Z"><link rel="canonical" href="https://example.org/owls"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Owls return to the mill</h1>
${PARAGRAPHS.map((text) => `<p>${text.replace('keeper', 'kee<b>per</b>')}</p>`).join('\n')}<script>var x = 1</script></article>
<footer>All rights reserved</footer></body></html>`

test('main text, a paragraph per block, the headline first; the page tells about itself', () => {
  const { text, given, title, problems } = extractPage(PAGE)
  expect(text).toBe(['Owls return to the mill', ...PARAGRAPHS].join('\n\n'))
  expect(text.slice(title!.start, title!.end)).toBe('Owls return to the mill')
  expect(given).toEqual({ title: 'Owls return to the mill', authors: [], published: '2021-03-04T10:15:00Z', outlet: 'Hill Town News', url: 'https://example.org/owls' })
  expect(problems).toEqual([])
})

test('entities, line breaks and white space', () => {
  const html = `<p>Tom &amp; Jerry&nbsp;said:<br>  “no\n  way” &#8212; ${'and so on '.repeat(40)}</p>`
  expect(extractPage(html).text).toMatch(/^Tom & Jerry said:\n“no way” — and so on/)
})

test('without a main text, the text of the body, and that is said', () => {
  const page = extractPage('<html><body><footer>Closed.</footer></body></html>')
  expect(page).toMatchObject({ text: 'Closed.', problems: [{ code: 'read/html' }] })
})

test('a fragment, with a body or without', () => {
  for (const html of ['Closed.', '<p>Closed.</p>', '<body><p class="comment">Closed.</p></body>', '<head></head><body>Closed.</body>']) expect(extractPage(html).text).toBe('Closed.')
})

test.each(['', '<', '<html>', 'no markup at all', '<p>unclosed <b>tags', '<!-- only a comment -->', '\u0000<p>\ud800</p>'])('%j is read', (html) => {
  expect(() => extractPage(html)).not.toThrow()
})

const page = (head: string, body = '') => `<html><head>${head}</head><body>${body}<article><h1>Owls return to the mill</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
const jsonLd = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

test.each([
  ['JSON-LD', page(jsonLd({ '@type': 'NewsArticle', author: { '@type': 'Person', name: 'Ann Roe' } })), ['Ann Roe']],
  ['a graph', page(jsonLd({ '@graph': [{ '@type': 'Article', author: { '@id': '#1' } }, { '@type': 'Person', '@id': '#1', name: 'Ann Roe' }] })), ['Ann Roe']],
  ['a meta element', page('<meta name="author" content="By ANN ROE and Bo Doe">'), ['Ann Roe', 'Bo Doe']],
  ['a byline', page('', '<p class="byline">By Ann Roe, Hill Town News</p>'), ['Ann Roe']],
  ['an organisation', page(jsonLd({ '@type': 'NewsArticle', author: { '@type': 'Organization', name: 'Hill Town' } })), []],
  ['a desk', page('<meta name="author" content="Hill Town Web Desk">'), []],
  ['somebody who comments', page('', '<div class="comments"><span class="author">Cy Poe</span></div>'), []],
])('authors of %s', (_, html, authors) => expect(extractPage(html).given.authors).toEqual(authors))

test.each([
  ['JSON-LD', page(jsonLd({ '@type': 'NewsArticle', datePublished: '2021-03-04' })), '2021-03-04'],
  ['meta pdate', page('<meta name="pdate" content="20210304">'), '2021-03-04'],
  ['time', page('', '<time datetime="2021-03-04 09:53:00 -0400">Thursday</time>'), '2021-03-04T09:53:00-04:00'],
  ['time in microdata', page('', '<time itemprop="datePublished" content="2021-03-04">Thursday</time>'), '2021-03-04'],
  ['the address with a month in words', page('<link rel="canonical" href="https://example.org/world/2021/mar/04/owls">'), '2021-03-04'],
  ['an article, not that of today at the head of the page', page('', '<header><span class="date">June 9, 2023</span></header><p class="date">March 4, 2021</p>'), '2021-03-04'],
  ['the address', page('<link rel="canonical" href="https://example.org/2021/03/04/owls">'), '2021-03-04'],
])('date of %s', (_, html, published) => expect(extractPage(html).given.published).toBe(published))

test('the title that most places agree on, without the name of the site', () => {
  const html = page('<title>Owls return to the mill - Hill Town News</title><meta property="og:title" content="You will not believe who is back"><meta property="og:site_name" content="Hill Town News">')
  expect(extractPage(html).given.title).toBe('Owls return to the mill')
})

test('a first heading that is the name of the site is no title', () => {
  for (const logo of ['<h1 class="site-title">Hill Town News</h1>', '<div id="logo"><h1>Hill Town News</h1></div>', '<h1><a href="/">Hill Town News</a></h1>'])
    expect(extractPage(page('<title>Owls return to the mill - Hill Town News</title>', logo)).given.title).toBe('Owls return to the mill')
})

test('an article that only a script would show', () => {
  expect(extractPage(`<html><body><noscript>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</noscript></body></html>`).text).toContain(PARAGRAPHS[1])
})

test.each([
  ['deep', '<div>'.repeat(33_000)],
  ['unclosed', '<p>a'.repeat(40_000)],
  ['wide', '<p>word word</p>'.repeat(50_000)],
  ['attributes', `<p ${'a=b '.repeat(40_000)}>x</p>`],
  ['titles', `<title>${'a | '.repeat(40_000)}</title>`],
])('a page that is %s ends as text', (_, html) => {
  expect(() => extractPage(html)).not.toThrow()
})

test.each(['<', '&amp;'])('a page of nothing but %s is refused before it is parsed', (sign) => {
  expect(() => extractPage(`<p>Owls came.</p>${sign.repeat(1_000_000)}`)).toThrow('more than 200000 entities and signs that open no tag')
  expect(extractPage(`<p>Owls came.</p>${sign.repeat(1_000)}`).text).toContain('Owls came.')
})

test('of a tag with attributes without end the first are kept, and the page behind it', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => `a${n}="x > y" b${n}`).join('/ ')
  const dom = parsePage(`<p id=1 ${many}>Owls <b title='2 > 1'>came</b>.</p><p>They stay.</p>`)
  expect(blockText(dom.body!)).toBe('Owls came.\n\nThey stay.')
  const [first, last] = ['a499', 'a501'].map((name) => dom.querySelector('p')?.getAttribute(name))
  expect([first, last, dom.querySelector('b')?.getAttribute('title')]).toEqual(['x > y', null, '2 > 1'])
})

test.each(['<div>', '<b><i>', '<a href=x>'])('a page that nests %s deeper than any reader would has its words and what it says of itself, scripts left out', (tag) => {
  const { text, given, problems } = extractPage(`<title>Owls return</title><script>let x = 1</script>${tag.repeat(20_000)}Owls came.${tag.repeat(5)} They stay.`)
  expect(text.split(/\s+/).join(' ')).toContain('Owls came. They stay.')
  expect([text.includes('let x'), given.title, problems.map(({ code }) => code)]).toEqual([false, 'Owls return', ['read/html']])
})
