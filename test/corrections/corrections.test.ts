import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { applyCorrections, PERSON } from '../../pipeline/corrections/apply.ts'
import { claimQuotes, findQuote, quoteOf } from '../../pipeline/corrections/quote.ts'
import { annotatedArticleSchema, CORRECTIONS_SCHEMA, type AnnotatedArticle, type Claim, type Correction, type Group, type Link, type StatedClaim } from '../../pipeline/model/schema.ts'
import { claimtrace, folderWith } from '../cli/process.ts'
import { annotated, marked } from '../support/annotated.ts'

const SOURCE = '[content The ferry stays], [speaker Bo Lund] [cue said].\n[content:2 The [content:3 old] mill burns], [speaker:2,3 she] [cue:2,3 said].\n---\nspeaker: Bo Lund\n2 speaker: Ann Roe\n3 within: 2\n3 speaker: Ann Roe'
const TEXT = marked(SOURCE).text
const article = (): AnnotatedArticle => annotated(SOURCE, {}, [0.4, 0.4, 0.4])
const placesOf = ({ content, speaker, cue }: Claim) => ({ content, mention: speaker.mention, cue })
const of = (n: number, text = TEXT) => claimQuotes(text, placesOf(article().claims[n]!))
const apply = (...claims: Correction[]) => annotatedArticleSchema.parse(applyCorrections(article(), TEXT, { schema: CORRECTIONS_SCHEMA, article: 'test', claims, apart: [] }, () => null))
const range = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

const stated = (words: string, about: Partial<StatedClaim> = {}): StatedClaim => ({
  content: [quoteOf(TEXT, range(words))],
  mention: null,
  cue: null,
  speakers: [{ name: 'Cy Dunn', kind: 'person' }],
  kind: 'indirect',
  commitment: 'denies',
  stance: [{ label: 'oppose', target: 'the mill' }],
  ...about,
})

describe('a passage anchored by its words', () => {
  test('is found where it stood, and where it moved to', () => {
    const quote = quoteOf(TEXT, range('The ferry stays'))
    expect(findQuote(TEXT, quote)).toEqual(range('The ferry stays'))
    expect(findQuote(`Update. ${TEXT}`, quote)?.start).toBe(8)
  })

  test('is told from its twin by what stands around it', () => {
    const text = 'He said no to the town. She said no to the county.'
    const second = { start: text.lastIndexOf('said no'), end: text.lastIndexOf('said no') + 7 }
    expect(findQuote(`New. ${text}`, quoteOf(text, second))?.start).toBe(second.start + 5)
  })

  test('is nowhere where its words are gone, or nothing tells which place is meant', () => {
    const quote = quoteOf('She said no.', { start: 4, end: 8 })
    expect(findQuote('He denied it.', quote)).toBeNull()
    expect(findQuote('They said. It said.', quote)).toBeNull()
    const long = 'the old mill by the river will burn'
    expect(findQuote(`Yes, ${long}. Yes, ${long}.`, quoteOf(long, { start: 0, end: long.length }))).toBeNull()
  })
})

describe('corrections', () => {
  test('make a confirmed claim sure, take a wrong one away, and say that a person did', () => {
    const { claims } = apply({ verdict: 'right', of: of(0) }, { verdict: 'wrong', of: of(1) })
    expect(claims.map(({ content, confidence, why, within }) => [content[0]?.exact, confidence, why[0]?.rule, within])).toEqual([
      ['The ferry stays', 1, PERSON.right, null],
      ['old', 0.597, undefined, null],
    ])
  })

  test('mend extent, speaker, commitment and stance', () => {
    const { claims, speakers } = apply({ verdict: 'mended', of: of(1), claim: stated('old mill burns', { mention: quoteOf(TEXT, range('she')) }) })
    const claim = claims.find(({ why }) => why[0]?.rule === PERSON.mended)
    expect(claim).toMatchObject({ confidence: 1, commitment: { label: 'denies' }, stance: [{ label: 'oppose', target: { text: 'the mill' }, confidence: 1 }], speaker: { resolved: 'pronoun' } })
    expect(claim?.content[0]?.exact).toBe('old mill burns')
    expect(speakers.find(({ id }) => id === claim?.speaker.ids[0])).toMatchObject({ name: 'Cy Dunn', kind: 'person', mentions: [{ exact: 'she' }] })
    expect(claims.find(({ content }) => content[0]?.exact === 'old')?.within).toBe(claim?.id)
  })

  test('add what was not found, with a speaker who is known already', () => {
    const { claims, speakers } = apply({ verdict: 'added', claim: stated('mill', { speakers: [{ name: 'bo lund', kind: 'person' }] }) })
    expect(speakers.map(({ name }) => name)).toEqual(['Bo Lund', 'Ann Roe'])
    const added = claims.find(({ why }) => why[0]?.rule === PERSON.added)
    expect([added?.speaker.ids, claims.find(({ id }) => id === added?.within)?.content[0]?.exact]).toEqual([['p1'], 'The old mill burns'])
  })

  test('of a claim inside others lead to the smallest of them', () => {
    const { claims } = apply({ verdict: 'added', claim: stated('old mill') }, { verdict: 'added', claim: stated('mill') })
    const byWords = new Map(claims.map((claim) => [claim.content[0]!.exact, claim]))
    expect(byWords.get('mill')?.within).toBe(byWords.get('old mill')?.id)
    expect(byWords.get('old mill')?.within).toBe(byWords.get('The old mill burns')?.id)
  })

  test('that confirm a claim confirm its stances', () => {
    const before = article()
    const stance = { target: { text: 'the mill', span: null, topic: null }, label: 'oppose', rule: 'against', evidence: before.claims[0]!.content[0]!, confidence: 0.3 } as const
    const unsure = { ...before, claims: before.claims.map((claim) => ({ ...claim, stance: [stance] })) }
    const { claims } = applyCorrections(unsure, TEXT, { schema: CORRECTIONS_SCHEMA, article: 'test', claims: [{ verdict: 'right', of: of(0) }], apart: [] }, () => null)
    expect(claims.slice(0, 2).map((claim) => claim.stance[0]!.confidence)).toEqual([1, 0.3])
  })

  test('that fit nothing are told as problems and change nothing', () => {
    const gone = claimQuotes('Nothing of this stands in the text.', { content: [{ start: 0, end: 10 }], mention: null, cue: null })
    const { claims, problems } = apply({ verdict: 'wrong', of: gone }, { verdict: 'right', of: { ...of(0), cue: null } })
    expect([claims, problems.map(({ code }) => code)]).toEqual([article().claims, ['corrections/lost', 'corrections/lost']])
  })
})

describe('a run', () => {
  const folder = folderWith({ 'news/a.txt': 'The mayor will resign in May, said Bo Lund, who runs the ferry.\n' })
  const read = async () => JSON.parse((await claimtrace(['extract', 'news'], { cwd: folder.path })).stdout) as AnnotatedArticle
  const rerun = async () => (await claimtrace(['run', 'news', '--json', '--no-report'], { cwd: folder.path })).stdout
  afterAll(folder.remove)

  test('applies what lies beside the source, again when it changes, and goes on without a malformed file', async () => {
    const text = 'The mayor will resign in May, said Bo Lund, who runs the ferry.\n'
    const before = await read()
    const claim = before.claims[0]!
    await rerun()
    const file = join(folder.path, 'news/a.corrections.json')
    writeFileSync(file, JSON.stringify({ schema: CORRECTIONS_SCHEMA, article: 'a', claims: [{ verdict: 'wrong', of: claimQuotes(text, placesOf(claim)) }], apart: [] }))
    expect((await read()).claims.map(({ id }) => id)).not.toContain(claim.id)
    expect(JSON.parse(await rerun())).toMatchObject({ how: { updated: 1, kept: 0, failed: 0 } })
    expect(JSON.parse(await rerun())).toMatchObject({ how: { updated: 0, kept: 1, failed: 0 } })
    writeFileSync(file, '{')
    const { claims, problems } = await read()
    expect([claims, problems.map(({ code }) => code)]).toEqual([before.claims, ['corrections/malformed']])
  })
})

describe('claims that a person holds apart', () => {
  const said = '“We will never close the old stone bridge over the river,” said Bo Lund, who runs the ferry.\n'
  const folder = folderWith({ 'news/a.txt': said, 'news/b.txt': `Westport is quiet. ${said}`, 'news/c.txt': `Again in the evening. ${said}` })
  const run = () => claimtrace(['run', 'news', '--no-report'], { cwd: folder.path })
  const rows = (name: string) => readFileSync(join(folder.path, `output/links/${name}.jsonl`), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as unknown)
  const together = () => (rows('groups') as Group[]).map(({ members }) => members.map((member) => member.article).join(''))
  afterAll(folder.remove)

  test('are neither linked nor in one group, whatever else joins them', async () => {
    await run()
    expect(together()).toContain('abc')
    const quotesIn = (id: string) => {
      const { claims } = JSON.parse(readFileSync(join(folder.path, `output/articles/${id}.json`), 'utf8')) as AnnotatedArticle
      return claimQuotes(readFileSync(join(folder.path, `news/${id}.txt`), 'utf8'), placesOf(claims.find(({ kind }) => kind === 'direct')!))
    }
    const apart = [{ verdict: 'not-same', of: quotesIn('a'), other: { article: 'b', of: quotesIn('b') } }]
    writeFileSync(join(folder.path, 'news/a.corrections.json'), JSON.stringify({ schema: CORRECTIONS_SCHEMA, article: 'a', claims: [], apart }))
    await run()
    expect(together().filter((members) => members.includes('a') && members.includes('b'))).toEqual([])
    expect((rows('links') as Link[]).filter(({ a, b }) => a.article + b.article === 'ab')).toEqual([])
    expect(together().some((members) => members.length === 2)).toBe(true)
  })
})
