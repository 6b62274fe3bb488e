import { expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { articleError } from '../../pipeline/1-read/errors.ts'
import { OutputFolder } from '../../pipeline/9-output/files.ts'
import { annotate } from '../../pipeline/annotate.ts'
import { summaryText } from '../../pipeline/cli/summary-text.ts'
import { supportInWords } from '../../pipeline/model/support-words.ts'
import { aboutOf, outcomeOf, Tally, type Summary } from '../../pipeline/run/summary.ts'

const articleAt = (place: number) => annotate(articleOf('The owls are well.', { id: `a${place}` }))
const out = new OutputFolder('out')

test('counts all, lists the first in the order of the inputs', () => {
  const tally = new Tally(0.5)
  for (let place = 0; place < 104; place++) tally.add(outcomeOf(aboutOf(articleAt(place), '', ''), 'written', 0.5))
  tally.add({ how: 'failed', error: articleError('read/missing', 'x: gone', { path: 'x' }) })
  const summary = tally.summary(out, null)
  expect(summary).toMatchObject({ articles: 104, sentences: 104, how: { written: 104, kept: 0, updated: 0, failed: 1 }, errors: [{ path: 'x' }] })
  expect(summary.listed.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, i) => `a${i}`))
})

const source = (article: string, outlet: string | null, ...speakers: string[]) => ({ article, outlet, speakers, commitment: 'asserts' as const })

test('tells people what is supported by whom, what is contradicted, and where the files are', () => {
  const summary: Summary = {
    ...new Tally(0.5).summary(out, null),
    listed: [{ id: 'a', outlet: 'Herald', sentences: 3, claims: { direct: 1, indirect: 2, mixed: 0 }, speakers: 2, problems: ['read/encoding'] }],
    articles: 60,
    how: { written: 1, kept: 58, updated: 1, failed: 2 },
    supported: [{ id: 'g1', text: 'The owls\nare well.', articles: 3, independent: 2, support: 'at least 2 independent: Jane Doe, nobody named; 3 articles carry it', sources: [source('a', 'Herald', 'Jane Doe'), source('b', null)], contradictedBy: [] }],
    contradicted: [
      { id: 'g2', text: 'The mill is safe.', articles: 1, independent: 1, support: 'at least 1 independent: Roe; 1 article carries it', sources: [source('a', null, 'Roe')], contradictedBy: [{ id: 'g3', text: 'It is safe.', sources: [{ ...source('b', null, 'Doe'), commitment: 'denies' }] }] },
    ],
    links: { contradicts: 1 },
    groups: 3,
    out: { articles: 'out/articles', texts: 'out/texts', links: 'out/links' },
    foreign: 1,
    unlikely: 7,
    problems: { 'read/encoding': 2 },
  }
  const text = summaryText(summary, true)
  for (const line of [
    /a +Herald +3 +3 +1 +0 +2 +2 +read\/encoding/,
    /\.\.\. and 59 more articles/,
    /60 articles, .* \(58 unchanged since an earlier run, 1 written again \(another version or source\), 2 could not be answered\)/,
    /7 claims less likely than 50 % are not shown \(--min-confidence 0 shows all\)/,
    /the outlet is known of none of the articles/,
    /problems: read\/encoding in 2/,
    /The owls are well\.\n {2}at least 2 independent: Jane Doe, nobody named; 3 articles carry it g1\n {4}Jane Doe in Herald, a\n {4}unknown in b/,
    /The mill is safe\.\n {4}Roe in a\n {2}but It is safe\.\n {4}Doe denies it in b/,
    /out\/articles\/\*\.json\n {2}1 file there of other runs: left alone, not linked\n {2}out\/links\/\*\.jsonl {2}3 groups, links: 1 contradicts/,
  ])
    expect(text).toMatch(line)
  expect(summaryText(summary, false)).not.toMatch(/a +Herald +3/) // many articles: no table, unless asked for
  expect(summaryText({ ...summary, articles: 1 }, false)).toMatch(/a +Herald +3/)
})

test('support in words is a lower bound, with its origins, and says where no outlet is known', () => {
  const support = { articles: 3, outlets: 2, origins: [], independent: 1, anonymous: 0, attested: 1 }
  const origins = [{ kind: 'copy', name: 'one passage' }, { kind: 'utterance', name: 'Jane Doe' }] as const
  expect(supportInWords(support, origins, [{ outlet: 'Herald' }])).toBe('at least 1 independent: Jane Doe; 3 articles of 2 outlets carry it')
  expect(supportInWords({ ...support, anonymous: 1 }, [], [{ outlet: null }])).toBe('at least 1 independent, from unnamed people alone; 3 articles carry it, outlets unknown')
  expect(supportInWords(support, [{ kind: 'wire', name: 'AP' }, ...origins], [{ outlet: null }, { outlet: 'Herald' }])).toBe('at least 1 independent: Jane Doe, AP; 3 articles carry it, outlets known in part')
})
