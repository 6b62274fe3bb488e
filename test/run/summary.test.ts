import { expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { articleError } from '../../pipeline/1-read/errors.ts'
import { OutputFolder } from '../../pipeline/9-output/files.ts'
import { annotate } from '../../pipeline/annotate.ts'
import { summaryText } from '../../pipeline/cli/summary-text.ts'
import { Tally } from '../../pipeline/run/summary.ts'

const articleAt = (place: number) => annotate(articleOf('The owls are well.', { id: `a${place}` }))
const out = new OutputFolder('out')

test('counts all, lists the first in the order of the inputs, however they settle', () => {
  const tally = new Tally()
  for (const place of [3, 1, 0, 2, ...Array.from({ length: 100 }, (_, i) => 103 - i)]) tally.add(place, articleAt(place), 'written')
  tally.add(200, articleError('read/missing', 'x: gone', { path: 'x' }), 'failed')
  const summary = tally.summary(out, null)
  expect(summary).toMatchObject({ articles: 104, sentences: 104, how: { written: 104, kept: 0, updated: 0, failed: 1 }, errors: [{ path: 'x' }] })
  expect(summary.listed.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, i) => `a${i}`))
})

const source = (article: string, outlet: string | null, ...speakers: string[]) => ({ article, outlet, speakers })

test('tells people what is supported by whom, what is contradicted, and where the files are', () => {
  const text = summaryText({
    ...new Tally().summary(out, null),
    listed: [{ id: 'a', outlet: 'Herald', sentences: 3, claims: { direct: 1, indirect: 2, mixed: 0 }, speakers: 2, problems: ['read/encoding'] }],
    articles: 60,
    how: { written: 1, kept: 58, updated: 1, failed: 2 },
    supported: [{ id: 'g1', text: 'The owls\nare well.', articles: 3, independent: 2, sources: [source('a', 'Herald', 'Jane Doe'), source('b', null)], contradictedBy: [] }],
    contradicted: [
      { id: 'g2', text: 'The mill is safe.', articles: 1, independent: 1, sources: [source('a', null, 'Roe')], contradictedBy: [{ id: 'g3', text: 'It is not.', sources: [source('b', null, 'Doe')] }] },
    ],
    links: { contradicts: 1 },
    groups: 3,
    out: { articles: 'out/articles', texts: 'out/texts', links: 'out/links' },
    foreign: 1,
  })
  for (const line of [
    /a +Herald +3 +3 +1 +0 +2 +2 +read\/encoding/,
    /\.\.\. and 59 more articles/,
    /60 articles, .* \(58 unchanged since an earlier run, 1 written again \(another version or source\), 2 could not be answered\)/,
    /2 independent, 3 articles: The owls are well\.\n {4}Jane Doe in Herald, a\n {4}unknown in b/,
    /The mill is safe\.\n {4}Roe in a\n {2}but It is not\.\n {4}Doe in b/,
    /out\/articles\/\*\.json\n {2}1 file there of other runs: left alone, not linked\n {2}out\/links\/\*\.jsonl {2}3 groups, links: 1 contradicts/,
  ])
    expect(text).toMatch(line)
})
