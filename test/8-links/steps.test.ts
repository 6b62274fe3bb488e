import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { annotate, articleOf, link, linkInput, NO_CONFIG } from '../../pipeline/index.ts'
import type { LinkInput } from '../../pipeline/8-links/input.ts'
import { linkByJoins } from './joined.ts'

const FOLDER = new URL('../../fixtures/articles/', import.meta.url)
const TEXTS = readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))

const half = (text: string) => text.slice(0, text.indexOf('\n', text.length / 2))

const NAMES = 'Abbot Birch Cole Drake Ellis Frost Grant Holt Irwin Jarvis Keane Lowe Marsh Nash Orwin Pratt Quill Rusk'.split(' ')
const THINGS = 'copper walnut velvet gravel marble cotton barley pepper timber ginger mustard lentil clover saffron granite linen maple hazel'.split(' ')
/** More sentences that are alike than each is compared with, by speakers whom nothing ties. */
const ALIKE = NAMES.map((name, i) => `${name} Ltd said the ferry from Northport would carry ${THINGS[i]}, ${THINGS[(i + 5) % 18]} and ${THINGS[(i * 7 + 3) % 18]} to the island.`)

/** Articles that copy one another in part, so that there are groups, copies and families. */
function inputsOf(): LinkInput[] {
  const texts = [...TEXTS, ...TEXTS.map(half), ...TEXTS.map((text) => text.replaceAll(' not ', ' ').replaceAll('Friday', 'Monday')), TEXTS[0]!, TEXTS[0]!, ...ALIKE]
  return texts.map((text, i) => linkInput(annotate(articleOf(text, { id: `a${String(i).padStart(2, '0')}`, outlet: i % 3 ? `Paper ${i % 4}` : null, published: `2020-01-${10 + (i % 9)}` })), text))
}

const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort()

test('the steps over keyed rows give what linking in one process gives, in whatever order the rows come', () => {
  const inputs = inputsOf()
  const whole = link(inputs, NO_CONFIG)
  expect(whole.cut).toBeGreaterThan(link(inputs.slice(0, -ALIKE.length), NO_CONFIG).cut)
  const joined = linkByJoins(inputs.toReversed(), NO_CONFIG)
  expect(whole.groups.some(({ members }) => members.length > 4)).toBe(true)
  expect(whole.links.length).toBeGreaterThan(100)
  for (const part of ['speakers', 'links', 'groups', 'origins'] as const) expect(sorted(joined[part])).toEqual(sorted(whole[part]))
})
