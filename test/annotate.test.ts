import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleOf } from '../pipeline/1-read/article-of.ts'
import { annotate } from '../pipeline/annotate.ts'
import { spansOf } from '../pipeline/audit/spans.ts'
import { answer } from '../pipeline/check/check.ts'
import { readFixtures } from '../pipeline/check/fixtures.ts'
import { annotatedArticleSchema, type AnnotatedArticle, type Claim } from '../pipeline/model/schema.ts'
import { hostileText } from './support/hostile.ts'

/** Pieces that look like news, and pieces that no editor would let through. */
const NEWS = [
  'said', 'Jane Doe', 'she', 'the mayor', 'according to', 'the Harbour Times reported', 'denied that', 'told reporters', 'would not say whether',
  'the bridge will be closed', 'that it was safe', 'two officials', 'Mr. Smith', 'is against the plan', 'if the council agrees', 'PORT CITY (AP) -', 'Q:', 'DOE:',
  'We will appeal', 'announced', '. ,', ', -', 'citing', 'support', 'opposition to', 'as', 'warned', 'his', 'U.S.', '$3.5 million', 'Read more:', '2025-02-18',
  'on Thursday', 'that showed', 'that suspected',
] as const
const MARKS = ['“', '”', '"', "''", '‘', '’', "'", '«', '»', '``', ',', '.', '?', '!', ':', ';', '—', '-', '(', ')', '[', '…'] as const
const HOSTILE = ['\u0000', '\ud800', '\udc00', '😀', '👨‍👩‍👧', 'שלום', '\u202e', '\u200b', '\ufeff', 'e\u0301', '\u2028', '\r\n', '\r', '\t', '\n', '\n\n', '\u00a0', '<b>', '\\', '\u0007', 'x'.repeat(1500)] as const

const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NEWS) }, { weight: 4, arbitrary: fc.constantFrom(...MARKS) }, { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) })
/** Texts with and without spaces between their pieces. */
const news = fc.tuple(fc.array(piece, { maxLength: 60 }), fc.constantFrom(' ', ' ', '')).map(([pieces, between]) => pieces.join(between))
const text = fc.oneof({ weight: 3, arbitrary: news }, { weight: 1, arbitrary: hostileText })

const run = (value: string) => answer('hostile', value).article

/** Starts and ends of consecutive spans. */
function inOrder(spans: readonly { readonly start: number; readonly end: number }[]): boolean {
  return spans.every((span, i) => span.start < span.end && (i === 0 || (spans[i - 1]?.end ?? 0) <= span.start))
}

function expectSound(article: AnnotatedArticle, value: string): void {
  expect(annotatedArticleSchema.safeParse(article).error).toBeUndefined()
  for (const { field, span } of spansOf(article)) expect([field, value.slice(span.start, span.end)]).toEqual([field, span.exact])
  expect(inOrder(article.sentences)).toBe(true)
  const ids = article.claims.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const speakers = new Set(article.speakers.map(({ id }) => id))
  for (const claim of article.claims) expectSoundClaim(claim, article.claims, speakers)
}

function expectSoundClaim(claim: Claim, claims: readonly Claim[], speakers: ReadonlySet<string>): void {
  expect(inOrder(claim.content)).toBe(true)
  for (const quotation of claim.quoted) expect(claim.content.some((part) => part.start <= quotation.start && quotation.end <= part.end)).toBe(true)
  const parts = [...claim.content, claim.cue, claim.speaker.mention].filter((span) => span !== null)
  expect(inOrder(parts.toSorted((a, b) => a.start - b.start))).toBe(true)
  for (const id of [...claim.speaker.ids, ...claim.chain.flatMap(({ speaker }) => speaker ?? [])]) expect(speakers).toContain(id)
  for (let outer = claim, steps = 0; outer.within !== null; steps++) {
    const next = claims.find(({ id }) => id === outer.within)
    if (next === undefined || steps > claims.length) throw new Error(`${claim.id} lies within ${outer.within ?? ''}: ${next === undefined ? 'there is no such claim' : 'a circle'}`)
    outer = next
  }
}

describe('whatever the text', () => {
  test('nothing throws, and every span that is written holds its words', () => {
    fc.assert(fc.property(text, (value) => expectSound(run(value), value)), { numRuns: 400 })
  })

  test('texts that people judged, cut anywhere and joined, are answered as soundly', () => {
    const texts = readFixtures(fileURLToPath(new URL('../fixtures', import.meta.url))).documents.map((document) => document.text)
    const cut = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat()).map(([whole, a, b]) => {
      const [start, end] = [a % (whole.length + 1), b % (whole.length + 1)]
      return whole.slice(Math.min(start, end), Math.max(start, end)).slice(0, 2_000)
    })
    const joined = fc.tuple(fc.array(cut, { minLength: 1, maxLength: 4 }), fc.constantFrom('', ' ', '\n', '“', '”')).map(([cuts, between]) => cuts.join(between))
    fc.assert(fc.property(joined, (value) => expectSound(run(value), value)), { numRuns: 300 })
  })

  test('the same text gives the same answer', () => {
    const same = fc.property(text, (value) => {
      expect(JSON.stringify(run(value))).toBe(JSON.stringify(run(value)))
    })
    fc.assert(same, { numRuns: 50 })
  })

  test.each([
    ['nothing', ''],
    ['white space', ' \n\t \u00a0'],
    ['NUL', '\u0000\u0000'],
    ['one quotation mark', '“'],
    ['quotation marks alone', '“”‘’""\'\'«»'.repeat(200)],
    ['nesting without an end', '“‘'.repeat(300)],
    ['halves of surrogate pairs', '\ud800“\udc00 said\ud83d Jane'],
    ['a quotation that begins within a word', 'f“ you?” She said noth'],
    ['right to left', '“שלום” אמר ראש הממשלה. \u202eShe said “no”.'],
    ['a long run', `${'x'.repeat(30_000)} said “${'y'.repeat(30_000)}”.`],
    ['one paragraph per word', 'Jane\n\nDoe\n\nsaid\n\n“yes”\n\n'.repeat(50)],
    ['not English', 'Der Minister sagte: „Wir werden Berufung einlegen.“ Il a dit « non ». 大臣は「はい」と言った。'],
    ['a cue without anything', 'said. Said, said said according to.'],
  ])('%s', (_, value) => {
    expectSound(run(value), value)
  })
})

test('a day that stands where a subject would is no empty passage', () => {
  const { claims } = run('Fishermen made a film on Thursday that showed the seal in its pool.')
  expect(claims.map(({ speaker }) => speaker.mention?.exact)).not.toContain('Thursday')
})

test('boilerplate yields no claims', () => {
  const value = 'The mayor said the bridge will be closed.\n\nJane Doe said you should subscribe to our newsletter.'
  const start = value.indexOf('Jane')
  const article = articleOf(value, { id: 'b' })
  const { claims } = annotate({ ...article, boilerplate: [{ start, end: value.length }] })
  expect(claims.map(({ cue }) => cue?.start)).toEqual([value.indexOf('said')])
})
