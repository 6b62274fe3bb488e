import { expect, test } from 'vitest'
import { extractPage } from '../../pipeline/1-read/html.ts'

const FILLER = '<p>The old organ in the church of Norby was built by a carpenter who had never heard one, and it has been out of tune since then.</p>'
const text = (middle: string) => extractPage(`<html><body><article><h1>The organ</h1>${FILLER}${middle}${FILLER}</article></body></html>`).text

test.each([
  ['q gets marks, inner ones single', '<p>The dean said <q>they call it <q>the goat</q></q> and smiled.</p>', 'The dean said “they call it ‘the goat’” and smiled.'],
  ['q with marks of its own is left', '<p>The dean said <q>“no”</q> again and again that day.</p>', 'The dean said “no” again'],
  ['a block quotation behind a colon', '<p>The dean wrote:</p><blockquote><p>It stays.</p><p>I like it.</p></blockquote>', 'The dean wrote:\n\n“It stays.\n\n“I like it.”'],
  ['a block quotation with a line that signs it', '<blockquote><p>It stays.</p><footer>Liv Haugen</footer></blockquote>', '“It stays.”\n\n— Liv Haugen'],
  ['a block quotation with a caption that signs it', '<figure><blockquote>It stays.</blockquote><figcaption>Liv Haugen</figcaption></figure>', '“It stays.”\n\n— Liv Haugen'],
  ['a post', '<blockquote class="twitter-tweet"><p>It stays.</p>&mdash; Liv Haugen (@liv)</blockquote>', '“It stays.” — Liv Haugen\n\n'],
  ['a paragraph that is all link', '<div><p><a href="/a">The dean denied that the organ would ever be tuned again.</a></p></div>', 'The dean denied that the organ'],
  ['characters without a width', '<p>The dean, Liv Hau&#8203;gen, said that the or&shy;gan would stay as it was built.</p>', 'Liv Haugen, said that the organ'],
])('%s', (_, html, wanted) => {
  expect(text(html)).toContain(wanted)
})

test('a block quotation that nothing introduces is left as it is', () => {
  expect(text('<blockquote><p>Chapter one, in which the organ is built.</p></blockquote>')).toContain('\n\nChapter one, in which the organ is built.\n\n')
})
