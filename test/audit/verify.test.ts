import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import pc from 'picocolors'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verify } from '../../pipeline/audit/audit.ts'
import { verificationCsv } from '../../pipeline/audit/csv.ts'
import { openOutput } from '../../pipeline/store/open.ts'
import { renderVerification } from '../../pipeline/audit/render.ts'
import { holds } from '../../pipeline/audit/verify.ts'
import { sha256 } from '../../pipeline/model/id.ts'
import { encode } from '../../pipeline/text/decode.ts'
import { NO_LINKS, writeOutput } from './output.ts'

const SOURCE = '[content “The old bridge will be closed in May,”] [cue said] [speaker Ann Roe].\n---\nspeaker: Ann Roe'
const style = { width: 90, colors: pc.createColors(false) }

test('an untouched source holds', () => {
  const { folder } = writeOutput({ a: { source: SOURCE } })
  const [article] = verify(openOutput(folder), null)
  expect(article).toMatchObject({ exact: 4, spans: 4, findings: [] })
  expect(renderVerification([article!], style)).toContain('4 of 4 spans of 1 article stand exactly')
})

test('a changed source is told with every span that does not stand there', () => {
  const { folder, sourceOf } = writeOutput({ a: { source: SOURCE } })
  writeFileSync(sourceOf('a'), `Updated.\n${readFileSync(sourceOf('a'), 'utf8').replace('Ann Roe', 'Ann Row')}`)
  const articles = verify(openOutput(folder), null)
  expect(articles[0]?.findings.map(({ field, found }) => [field, found.status])).toEqual([
    ['speakers.0.mentions.0', 'lost'],
    ['claims.0.content.0', 'ambiguous'],
    ['claims.0.cue', 'lost'],
    ['claims.0.speaker.mention', 'lost'],
  ])
  expect(articles.every(holds)).toBe(false)
  const shown = renderVerification(articles, style).replace(/\s+/g, ' ')
  expect(shown).toContain('has changed since the run; 4 of 4 spans do not stand where they were')
  expect(verificationCsv(articles).split('\r\n')).toHaveLength(6)
})

test('where everything moved together, it says where to', () => {
  const { folder, sourceOf } = writeOutput({ a: { source: SOURCE } })
  writeFileSync(sourceOf('a'), `Updated.\n${readFileSync(sourceOf('a'), 'utf8')}`)
  const articles = verify(openOutput(folder), null)
  expect(articles[0]?.findings.map(({ found }) => found.status)).toEqual(['moved', 'moved', 'moved', 'moved'])
  expect(renderVerification(articles, style).replace(/\s+/g, ' ')).toContain('a.txt:2:1 (9-48)')
})

test('a source that is gone does not hold', () => {
  const { folder, sourceOf } = writeOutput({ a: { source: SOURCE } })
  rmSync(sourceOf('a'))
  const articles = verify(openOutput(folder), null)
  expect(articles[0]?.unreadable).toContain('cannot be read')
  expect(articles.every(holds)).toBe(false)
})

test('a change outside every span is still said', () => {
  const { folder, sourceOf } = writeOutput({ a: { source: SOURCE } })
  writeFileSync(sourceOf('a'), `${readFileSync(sourceOf('a'), 'utf8')} More.`)
  const [article] = verify(openOutput(folder), null)
  expect([article?.findings, article?.original, holds(article!)]).toEqual([[], 'changed', false])
})

test('files are decoded as they were read', () => {
  const text = '“The café will be closed in May,” said Ann Roe.'
  const marks = SOURCE.replace('old bridge', 'café')
  for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), encode(text)]) {
    const { folder, sourceOf } = writeOutput({ a: { source: marks, about: { sha256: sha256(bytes) } } })
    writeFileSync(sourceOf('a'), bytes)
    expect(verify(openOutput(folder), null).every(holds)).toBe(true)
  }
})

test('a row of JSONL holds only while its file has the same text', () => {
  const text = '“The old bridge will be closed in May,” said Ann Roe.'
  const { folder, sourceOf, articles } = writeOutput({ a: { source: SOURCE } })
  const rows = `${sourceOf('a')}.jsonl`
  writeFileSync(join(folder, 'articles/a.json'), JSON.stringify({ ...articles[0]!, source: { ...articles[0]!.source, path: rows, textPath: sourceOf('a') } }))
  const fromRow = openOutput(folder)
  writeFileSync(rows, `broken\n${JSON.stringify({ id: 'a', text })}\n`)
  expect(verify(fromRow, null).every(holds)).toBe(true)
  writeFileSync(rows, `${JSON.stringify({ id: 'a', text: `${text} No.` })}\n`)
  const changed = verify(fromRow, null)
  expect(changed[0]).toMatchObject({ original: 'changed', findings: [] })
  expect(renderVerification(changed, style).replace(/\s+/g, ' ')).toContain('a.txt.jsonl has changed since the run; what follows is about the text that was extracted from it')
  rmSync(rows)
  expect(verify(fromRow, null)[0]).toMatchObject({ original: 'missing' })
})

test('the evidence of origins is verified as well', () => {
  const evidence = { article: 'a', start: 0, end: 4, exact: 'Wire' }
  const { folder } = writeOutput({ a: { source: SOURCE } }, () => ({ ...NO_LINKS, origins: [{ id: 'o1', kind: 'wire', name: 'AP', members: [], evidence: [evidence] }] }))
  expect(verify(openOutput(folder), null)[0]?.findings.map(({ field }) => field)).toEqual(['links/origins.jsonl o1 evidence.0'])
})

test('only the articles that answer a question are verified where one is asked', () => {
  const { folder } = writeOutput({ a: { source: SOURCE }, b: { source: SOURCE.replaceAll('bridge', 'tunnel') } })
  const question = { words: 'tunnel', speaker: null, target: null, contested: false, singleSource: false, anonymous: false }
  expect(verify(openOutput(folder), question).map(({ article }) => article)).toEqual(['b'])
})
