import type { RawToken } from './raw-token.ts'

/** Bullets, list numbers; `(?<!\S)` keeps `(1)` and `F.1)` out. */
const ITEM = /(?<!\S)([•⁃‣▪●·*–-]\s?)?(?:(\d{1,3})|([a-z]))(\.\)|\)|\.)(?=\s+\S)/g
const LIST_STARTS = /^(?:[•⁃‣▪●·*–-]\s?)?(?:\d{1,3}|[a-z])[.)]/
const BULLET_STARTS = /^[•⁃‣▪●]/
const BULLET = /(?<=\s)[•⁃‣▪●](?=\s?\S)/g

/** What stands alone without a full stop: a sentence begins before what `where` matches, behind it, or both. ` | ` in the example. */
export const STANDS_ALONE = [
  { where: /(?<!\S)(?:[*_=~]{3,}|-{4,})(?:\s+|$)/g, before: true, behind: true, example: 'It rained. | *** | It snowed.' },
  {
    where: /(?<=\s)\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\s+/gi,
    before: true,
    behind: true,
    example: 'Jane Doe | 05/17/2019 08:02 PM | It rained.',
  },
  { where: /(?<=\s)https?:\/\/\S+\s+(?=https?:)/gi, before: false, behind: true, example: 'See https://a.example/x | https://a.example/y' },
  { where: /<[^\s<>]+@[^\s<>]+>\s+(?=\p{Lu})/gu, before: false, behind: true, example: 'From: Jane <jane@a.example> | It rained.' },
] as const
/** One of these is in whatever they match. */
const HINTS = ['@', '/', '*', '_', '=', '~', '----'] as const

/**
 * Tokens of a paragraph that begin a sentence whatever stands before them: items of a list written into one paragraph (`1. Bread
 * 2. Wine`, `a) ... b) ...`, `• ... • ...`; it must begin the paragraph, and its numbers go up by one), ruled lines, time stamps,
 * one address after another.
 */
export function layoutStarts(text: string, tokens: readonly RawToken[]): ReadonlySet<number> {
  const [first, last] = [tokens[0], tokens.at(-1)]
  const starts = new Set<number>()
  if (!first || !last) return starts
  const slice = text.slice(first.start, last.end)
  const places = new Set<number>()
  if (LIST_STARTS.test(slice)) addSeries(places, numbered(slice))
  if (BULLET_STARTS.test(slice)) addSeries(places, [0, ...Array.from(slice.matchAll(BULLET), (m) => m.index)])
  if (HINTS.some((hint) => slice.includes(hint))) addAlone(places, slice)
  if (places.size) tokens.forEach((token, i) => places.has(token.start - first.start) && starts.add(i))
  return starts
}

function addSeries(places: Set<number>, series: readonly number[]): void {
  if (series.length > 1) for (const place of series) places.add(place)
}

function numbered(slice: string): readonly number[] {
  const items: RegExpExecArray[] = []
  for (const match of slice.matchAll(ITEM)) {
    const before = items.at(-1)
    if (before ? follows(match, before) : match.index === 0) items.push(match)
  }
  return items.map((item) => item.index)
}

/** Whether an item is written like the one before it, with the next number or letter. */
function follows(item: RegExpExecArray, before: RegExpExecArray): boolean {
  return before[1]?.trim() === item[1]?.trim() && before[4] === item[4] && value(item) === value(before) + 1
}

const value = (item: RegExpExecArray) => (item[2] ? Number(item[2]) : item[3]!.charCodeAt(0))

function addAlone(places: Set<number>, slice: string): void {
  for (const { where, before, behind } of STANDS_ALONE)
    for (const match of slice.matchAll(where)) {
      if (before) places.add(match.index)
      if (behind) places.add(match.index + match[0].length)
    }
}
