import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { parseLinkPairs } from '../../pipeline/check/link-pairs.ts'
import { readLinkEvents } from '../../pipeline/train/link-events.ts'
import { crossValidate, trainLinks } from '../../pipeline/train/links.ts'

const folder = mkdtempSync(join(tmpdir(), 'claimtrace-links-'))
afterAll(() => rmSync(folder, { recursive: true }))

const THINGS = ['ferry', 'bakery', 'museum', 'quarry'] as const

const place = (text: string, words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const
const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')

/** One event in two articles: two claims of each, of which the first are one utterance. */
function event(thing: string) {
  const texts = [
    `Ada Holm said that the ${thing} would close in the spring.\n\nBen Ruiz said that nobody had asked the town.`,
    `“The ${thing} will close in the spring,” Ada Holm said.\n\nCora Finn said that her boat needed a new mast.`,
  ] as const
  const contents = [[`the ${thing} would close in the spring`, 'nobody had asked the town'], [`“The ${thing} will close in the spring,”`, 'her boat needed a new mast']] as const
  const who = [['Ada Holm', 'Ben Ruiz'], ['Ada Holm', 'Cora Finn']] as const
  const articles = texts.map((text, i) => ({ id: `${thing}${i}`, cluster: thing, text }))
  const gold = articles.map(({ id, text }, i) => ({
    article: id,
    claims: contents[i]!.map((content, k) => ({ key: `c${k}`, who: [who[i]![k]!], kind: content.startsWith('“') ? 'direct' : 'indirect', content: [place(text, content)], speaker: place(text, who[i]![k]!), cue: null })),
  }))
  return { articles, gold: [...gold, { cluster: thing, links: [{ type: 'same-utterance', members: [`${thing}0#c0`, `${thing}1#c0`] }] }] }
}

it('weights of links are learned from gold of events and cases, and cross-validated over the events', () => {
  const events = THINGS.map(event)
  const [gold, articles] = [join(folder, 'gold.jsonl'), join(folder, 'articles.jsonl')]
  writeFileSync(gold, lines(events.flatMap((each) => each.gold)))
  writeFileSync(articles, lines(events.flatMap((each) => each.articles)))
  const cases = parseLinkPairs('- title: apart\n  a: [Ada Holm, "the pier was sold"]\n  b: [Ben Ruiz, "the pier was old"]\n  link: none', 'made up')
  const learned = { events: readLinkEvents(gold, articles), cases }
  const model = trainLinks(learned, 'made up')
  expect(model.same[1 + model.features.indexOf('shared of the shorter')]).toBeGreaterThan(0) // the first is the constant
  expect(crossValidate(learned).map(({ cluster }) => cluster)).toEqual(THINGS)
})
