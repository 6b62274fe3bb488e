import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { articleOf } from '../../pipeline/1-read/article-of.ts'
import { annotate } from '../../pipeline/annotate.ts'
import { match } from '../../pipeline/match/match.ts'
import { NO_CONFIG } from '../../pipeline/model/config.ts'
import { openOutput } from '../../pipeline/store/open.ts'

const TEXTS: Readonly<Record<string, string>> = {
  a: 'The keeper Ann Roe said on Monday that the old wooden bridge over the river will be closed to traffic until May.',
  b: 'The mayor Bo Doe said that the old wooden bridge over the river will not be closed to traffic until May.',
  asked: 'The baker Cy Poe said that bread is dear.',
}
const folder = mkdtempSync(join(tmpdir(), 'match-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'articles'))
for (const [id, text] of Object.entries(TEXTS)) writeFileSync(join(folder, 'articles', `${id}.json`), JSON.stringify(annotate(articleOf(text, { id }))))
const ask = (sentence: string) => match(sentence, openOutput(folder), ({ source }) => TEXTS[source.id] ?? null, NO_CONFIG)

test('a sentence finds who says it and who contradicts it', () => {
  const { says, contradicts } = ask('The old wooden bridge over the river will be closed to traffic until May.')
  expect(says).toMatchObject([{ article: 'a', speakers: ['Ann Roe'] }])
  expect(contradicts).toMatchObject([{ article: 'b', speakers: ['Bo Doe'] }])
})

test.each(['Whales sing in the northern sea.', 'x', '🦉'])('%s: nothing does', (sentence) => {
  expect(ask(sentence)).toEqual({ sentence, says: [], contradicts: [] })
})
