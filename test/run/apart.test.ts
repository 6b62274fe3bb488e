import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { applyCorrections } from '../../pipeline/corrections/apply.ts'
import { claimQuotes, quoteOf } from '../../pipeline/corrections/quote.ts'
import { CORRECTIONS_SCHEMA, type AnnotatedArticle, type Claim, type Corrections, type StatedClaim } from '../../pipeline/model/schema.ts'
import { heldApart } from '../../pipeline/run/apart.ts'
import { annotated, marked } from '../support/annotated.ts'

const folder = mkdtempSync(join(tmpdir(), 'apart-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SOURCE = '[content The old mill burns], [speaker Ann Roe] [cue said].\n---\nspeaker: Ann Roe'
const TEXT = marked(SOURCE).text
function article(id: string, corrections: string | null): AnnotatedArticle {
  const { source, ...rest } = annotated(SOURCE, { id, path: join(folder, `${id}.txt`) })
  return { ...rest, source: { ...source, corrections } }
}
const quotes = ({ content, speaker, cue }: Claim) => claimQuotes(TEXT, { content, mention: speaker.mention, cue })

test('a claim that was mended is held apart as it stands now; one of an article that is not there is left', () => {
  const [a, b] = [article('a', 'hash'), article('b', null)]
  const of = quotes(a.claims[0]!)
  const stated: StatedClaim = { ...of, content: [quoteOf(TEXT, { start: 4, end: 18 })], speakers: [{ name: 'Ann Roe', kind: 'person' }], kind: 'indirect', commitment: 'asserts', stance: [] }
  const apart = (other: string) => ({ verdict: 'not-same', of, other: { article: other, of } }) as const
  const corrections: Corrections = { schema: CORRECTIONS_SCHEMA, article: 'a', claims: [{ verdict: 'mended', of, claim: stated }], apart: [apart('b'), apart('gone')] }
  writeFileSync(join(folder, 'a.corrections.json'), JSON.stringify(corrections))
  writeFileSync(join(folder, 'b.json'), JSON.stringify(b))
  const mended = applyCorrections(a, TEXT, corrections, () => null)
  expect(mended.claims.map(({ content }) => content[0]!.exact)).toEqual(['old mill burns'])
  expect(heldApart(mended, join(folder, 'a.json'), () => TEXT)).toEqual([{ claim: mended.claims[0]!.id, other: { article: 'b', claim: b.claims[0]!.id }, verdict: 'not-same' }])
})
