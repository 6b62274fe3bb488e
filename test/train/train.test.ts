import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpackModel } from '../../pipeline/5-attribution/tagger/model.ts'
import { tagClaims } from '../../pipeline/5-attribution/tagger/tagger.ts'
import { readCorpus } from '../../pipeline/train/corpus.ts'
import { evaluate } from '../../pipeline/train/evaluate.ts'
import { prepare, type GoldArticle } from '../../pipeline/train/gold.ts'
import { train } from '../../pipeline/train/train.ts'

const PEOPLE = ['The mayor', 'Jane Doe', 'A spokesman', 'The coach', 'Dr. Okoro', 'The minister']
const SAYINGS = ['the bridge will open in May', 'the team needs a rest', 'nobody was hurt in the fire', 'prices may fall again', 'the school stays shut', 'a vote is near']
const OTHERS = ['The river rose overnight.', 'Snow fell on the hills.', 'Traffic was light.', 'The shop sells bread.']

/** A made-up article: every claim is `X said that Y.` */
function article(i: number): GoldArticle {
  let text = ''
  const attributions = Array.from({ length: 3 }, (_, k) => {
    text += `${OTHERS[(i + k) % OTHERS.length]!} `
    const source = place(PEOPLE[(i + 2 * k) % PEOPLE.length]!, ' ')
    const cue = place('said', ' that ')
    const content = place(SAYINGS[(i + 3 * k) % SAYINGS.length]!, '.\n\n')
    return { source: [source], cue: [cue], content: [content], reporting: true }
  })
  return { id: `a${i}`, outlet: i % 2 ? 'east' : 'west', month: `2020-0${1 + (i % 5)}`, text, attributions, discard: [] }

  function place(words: string, behind: string) {
    const start = text.length
    text += words + behind
    return { start, end: start + words.length }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-train-'))
const corpus = join(folder, 'gold.jsonl')
beforeAll(() => {
  const rows = Array.from({ length: 30 }, (_, i) => article(i)).map(({ month, ...row }) => ({ ...row, date: `${month}-01` }))
  writeFileSync(corpus, rows.map((row) => JSON.stringify(row)).join('\n'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('training', () => {
  test('learns a pattern, tells how well, and gives the same bytes again', () => {
    const first = train({ corpus: [corpus], holdOut: ['2020-05'], terms: 'made up' })
    expect(first.heldOut).toMatchObject({ articles: 6, gold: 18 })
    expect(first.heldOut!.claim).toBeGreaterThan(0.9)
    expect(first.figures).toContain('| 2020-01 |')
    expect(first.figures).toContain('| west |')
    expect(first.card).toContain('made up')
    expect(train({ corpus: [corpus], holdOut: ['2020-05'], terms: 'made up' }).model.equals(first.model)).toBe(true)

    const { text, syntax, gold } = prepare(article(41))
    const claims = tagClaims(text, syntax, [], unpackModel(first.model))
    const { content, cue, source } = gold.attributions[0]!
    expect(claims[0]).toMatchObject({ content, cue: cue[0], mention: source[0], mode: 'speech' })
  }, 60_000)

  test('refuses what it cannot learn from', () => {
    expect(() => train({ corpus: [corpus], holdOut: ['east', 'west'] })).toThrow('too few')
    expect(() => readCorpus(join(folder, 'absent.jsonl'))).toThrow('no such file')
    const broken = join(folder, 'broken.jsonl')
    writeFileSync(broken, '\n{"id": "x", "text": "y"}\n')
    expect(() => readCorpus(broken)).toThrow('broken.jsonl, line 2')
  })

  test('fixtures can be learned from: outer claims only', () => {
    const articles = readCorpus('fixtures')
    expect(articles.length).toBeGreaterThan(5)
    for (const { attributions } of articles)
      for (const x of attributions)
        for (const y of attributions)
          if (x !== y) expect(x.content.some((c) => y.content.some((d) => d.start <= c.start && c.end <= d.end && d.end - d.start > c.end - c.start) && x.cue.some((u) => u.start >= y.content[0]!.start && u.end <= y.content.at(-1)!.end))).toBe(false)
  })
})

test('one gold claim is met once, thoughts are set aside where only speech counts', () => {
  const prepared = prepare(article(0))
  const [first, second] = prepared.claims
  const thought = { ...second!, reporting: false }
  const gold = { ...prepared, claims: [first!, thought] }
  const met = { article: gold, attitude: false, verdict: { gold: first!, iou: 1, right: true } }
  const again = { article: gold, attitude: false, verdict: { gold: first!, iou: 0.6, right: true } }
  const thinking = { article: gold, attitude: false, verdict: { gold: thought, iou: 1, right: true } }
  const figures = evaluate([gold], [met, again, thinking])
  expect(figures.recall).toBe(1)
  expect(figures.precision).toBeCloseTo(2 / 3)
  expect(figures.reporting).toBeCloseTo(2 / 3)
})
